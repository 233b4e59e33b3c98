"""Numbers and sums of money as written in Vietnamese: dot between thousands, decimal comma. Never rounds."""

from decimal import Decimal

_SWAP_SEPARATORS = str.maketrans(",.", ".,")
# Largest first. More decimals than two are harder to read than the sum in full.
_MONEY_UNITS = ((1_000_000_000, "tỷ đồng"), (1_000_000, "triệu đồng"))
_DECIMALS_OF_MONEY = 100


def format_number(number: Decimal | int) -> str:
    """Return "1.500.000" or "6,24"; the zeros that were typed stay (Decimal("6.50") gives "6,50").

    Raises ValueError for a number that is not finite.
    """
    exact = Decimal(number)  # an int of more than 4,300 digits would refuse to be formatted
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {number}")
    return f"{exact:,f}".translate(_SWAP_SEPARATORS)


def format_money(dong: int) -> str:
    """Return a sum in đồng, shortened to tỷ or triệu only where that is exact with two decimals or fewer.

    1500000 gives "1,5 triệu đồng", 500000 "500.000 đồng", 1234567 "1.234.567 đồng". Never raises.
    """
    for unit, name in _MONEY_UNITS:
        hundredths, rest = divmod(abs(dong) * _DECIMALS_OF_MONEY, unit)
        if rest == 0 and abs(dong) >= unit:
            return f"{'-' if dong < 0 else ''}{_without_idle_zeros(hundredths)} {name}"
    return f"{format_number(dong)} đồng"


def _without_idle_zeros(hundredths: int) -> str:
    whole, decimals = divmod(hundredths, _DECIMALS_OF_MONEY)
    typed = f"{decimals:02d}".rstrip("0")
    return format_number(whole) + (f",{typed}" if typed else "")
