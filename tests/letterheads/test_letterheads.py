"""Letterheads compared with what a person reads; `expected.yml` is the labelled set."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from giamngheo.legal.letterhead import Letterhead, read_letterhead
from labelled_scores import labelled

HERE = Path(__file__).parent
PLANS = HERE.parent.parent / "content/plans"
FOLDERS = (HERE / "texts", HERE.parent / "restoration")
EXPECTED = labelled(HERE / "expected.yml")
FIELDS = (
    *("superior", "issuer", "number", "place", "issued", "doc_type", "subject", "authority", "signer_role", "signer"),
)


def text_of(name: str) -> str:
    file = next((p for p in FOLDERS if (p / f"{name}.txt").exists()), HERE) / f"{name}.txt"
    return (
        file.read_text("utf-8") if file.exists() else (PLANS / f"{name}.md").read_text("utf-8").split("\n---\n", 1)[1]
    )


def as_read(head: Letterhead) -> dict[str, str | int]:
    values = {name: finding.value for name in FIELDS if (finding := getattr(head, name))}
    return {**values, **({"recipients": len(head.recipients)} if head.recipients else {})}


@pytest.mark.parametrize("name", EXPECTED)
def test_letterhead_is_what_a_person_reads_and_what_is_not_certain_is_left_out(name: str) -> None:
    expected = {key: value if isinstance(value, int) else str(value) for key, value in EXPECTED[name].items()}
    assert as_read(read_letterhead(text_of(name))) == expected


@pytest.mark.parametrize("name", EXPECTED)
def test_each_finding_begins_on_its_line(name: str) -> None:
    lines = text_of(name).splitlines()
    head = read_letterhead(text_of(name))
    for field in set(FIELDS) - {"issued", "signer_role", "number"}:
        if finding := getattr(head, field):
            assert finding.value.split()[0] in lines[finding.line - 1]
    assert all(one.value.split()[0] in lines[one.line - 1] for one in head.recipients)


@pytest.mark.parametrize(("name", "precision", "recall"), [("second", 0.98, 0.94), ("unseen", 1.0, 0.93)])
def test_letterheads_of_further_sets_are_read_as_well_as_measured(
    name: str, precision: float, recall: float, capsys: pytest.CaptureFixture[str]
) -> None:
    right = read = meant = 0
    for one in labelled(HERE / f"{name}.yml"):
        found = as_read(read_letterhead(one["text"])).items()
        expected = {
            key: value if isinstance(value, int) else str(value) for key, value in one["expected"].items()
        }.items()
        right, read, meant = right + len(found & expected), read + len(found), meant + len(expected)
    with capsys.disabled():
        print(f"\nletterheads, {name} set: precision {right / read:.2f}, recall {right / meant:.2f} of {meant} fields")  # noqa: T201
    assert right / read >= precision
    assert right / meant >= recall


def changed(text: str) -> Iterator[str]:
    """The text cut, doubled, turned round and sprinkled with what the reader looks for; a fixed sequence."""
    bits = (
        "\t",
        "   ",
        "|",
        "Số: ",
        "ngày ",
        "Nơi nhận:",
        "TM. ",
        "KẾ HOẠCH\n",
        "\x00",
        "\u0301",
        "İ",
        "\ud800",
        "V/v",
    )
    for number in range(60):
        place = number * 2_654_435_761 % (len(text) or 1)
        yield text[:place] + bits[number % len(bits)] + text[place + number % 7 :]
        yield text[place:] + text[:place]


@pytest.mark.parametrize("name", ["quyet-dinh", "cong-van", "luc-nam-ocr"])
def test_no_change_of_a_text_makes_reading_fail(name: str) -> None:
    for text in changed(text_of(name)):
        head = read_letterhead(text)
        assert all(finding is None or finding.value for finding in map(head.__getattribute__, FIELDS))


def test_two_names_below_the_office_leave_the_signer_open() -> None:
    text = text_of("cong-van").replace("Vi Thị Nụ", "Vi Thị Nụ\n\nLò Văn Páo")
    assert read_letterhead(text).signer is None


@pytest.mark.parametrize("day", ["31 tháng 4 năm 2025", "  tháng 4 năm 2025", "5 tháng 13 năm 2025", "1 tháng 4"])
def test_day_that_is_open_or_not_in_the_calendar_is_left_out(day: str) -> None:
    text = text_of("cong-van").replace("20 tháng 8 năm 2025", day)
    head = read_letterhead(text)
    assert head.issued is None
    assert head.place
    assert head.place.value == "Khe Lạnh"


def test_two_numbers_in_the_header_leave_the_number_open() -> None:
    text = text_of("cong-van").replace("Số: 88/UBND-VHXH", "Số: 88/UBND-VHXH\nSố: 89/UBND-VHXH")
    assert read_letterhead(text).number is None
