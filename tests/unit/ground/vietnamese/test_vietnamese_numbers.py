from decimal import Decimal

import pytest

from giamngheo.ground.vietnamese import format_money, format_number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (1_500_000, "1.500.000"),
        (-1234, "-1.234"),
        (Decimal("6.24"), "6,24"),
        (Decimal("6.50"), "6,50"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("-0.5"), "-0,5"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_dot_stands_between_thousands_and_comma_before_decimals(number: Decimal | int, written: str) -> None:
    assert format_number(number) == written


def test_number_is_never_rounded() -> None:
    digits = "1234567890" * 5
    assert format_number(Decimal(f"0.{digits}")) == f"0,{digits}"
    assert format_number(int(digits)).replace(".", "") == digits


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_number_that_is_not_finite_is_an_error(number: str) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        format_number(Decimal(number))


@pytest.mark.parametrize(
    ("dong", "written"),
    [
        (0, "0 đồng"),
        (500_000, "500.000 đồng"),
        (999_999, "999.999 đồng"),
        (1_000_000, "1 triệu đồng"),
        (1_500_000, "1,5 triệu đồng"),
        (1_250_000, "1,25 triệu đồng"),
        (1_050_000, "1,05 triệu đồng"),
        (100_000_000, "100 triệu đồng"),
        (990_000_000, "990 triệu đồng"),
        (1_000_000_000, "1 tỷ đồng"),
        (2_350_000_000, "2,35 tỷ đồng"),
        (1_234_000_000_000, "1.234 tỷ đồng"),
        (-1_500_000, "-1,5 triệu đồng"),
        (-500_000, "-500.000 đồng"),
    ],
)
def test_money_is_shortened_to_trieu_and_ty(dong: int, written: str) -> None:
    assert format_money(dong) == written


@pytest.mark.parametrize(
    ("dong", "written"),
    [
        (1_234_567, "1.234.567 đồng"),
        (1_255_000, "1.255.000 đồng"),
        (1_234_500_000, "1.234,5 triệu đồng"),
        (1_000_000_001, "1.000.000.001 đồng"),
    ],
)
def test_money_that_two_decimals_cannot_hold_is_written_in_a_smaller_unit(dong: int, written: str) -> None:
    assert format_money(dong) == written


@pytest.mark.parametrize("dong", [10**5000, 10**5000 + 1, -(10**5000) - 1], ids=["round", "odd", "negative"])
def test_sum_too_long_for_int_to_print_does_not_raise(dong: int) -> None:
    assert format_money(dong).endswith(" đồng")
