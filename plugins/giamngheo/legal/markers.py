"""Markers: what stands at the beginning of a line and says which part of the text begins there.

Forms after Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6 (phần, chương, mục, điều, khoản, điểm)
and after practice in plans ("I.", "1.", "1.1.", "a)", "-", "+"), with the tolerance that real texts need
("V.TỔ CHỨC", "1/ ").
"""

import re
from collections.abc import Callable
from enum import IntEnum

from msgspec import Struct

from giamngheo.ground.vietnamese import fold, slugify
from giamngheo.legal.blocks import BlockKind


class Rank(IntEnum):
    """Nesting: a marker closes every open one of its own rank or a greater one."""

    ANNEX = 0
    MARKDOWN = 10  # one more for each "#"
    DIVISION = 20  # Phần
    CHAPTER = 21  # Chương
    TITLE = 22  # Mục
    SUBTITLE = 23  # Tiểu mục
    LETTER = 30  # "A."
    ROMAN = 31
    ARTICLE = 40
    SECTION = 50  # and clauses
    SUBSECTION = 51  # one more for each further number
    NUMBERED_ITEM = 60  # "1)" inside "1."
    POINT = 61
    DASH = 70
    PLUS = 71


class Marker(Struct, frozen=True):
    """A marker as written, its number, and its word in an anchor ("" for a bullet)."""

    kind: BlockKind
    text: str
    rest: str
    rank: int
    numbers: tuple[int, ...] = ()
    segment: str = ""


_ROMAN = r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_ORDINALS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_DIVISIONS = {
    "phan": Rank.DIVISION,
    "chuong": Rank.CHAPTER,
    "muc": Rank.TITLE,
    "tieu muc": Rank.SUBTITLE,
}
# The whole alphabet, so that neighbours among points (a b c d đ e g h i k …) are never more than 3 apart.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

# \s, not a space: word processors put a non-breaking one between "Điều" and its number, and after a dash.
_MARKDOWN_FORM = re.compile(r"(?P<marker>#{1,6})\s(?=\S)")
_DIVISION_FORM = re.compile(
    r"(?P<marker>(?P<name>phần|chương|(?:tiểu\s)?mục)(?:\sthứ)?\s(?P<number>[0-9]{1,3}|[ivxl]{1,8}|"
    r"nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))(?P<stop>\s?[.:]|$|(?=\s))",
    re.IGNORECASE,
)
_ARTICLE_FORM = re.compile(r"(?P<marker>(?i:điều)\s(?P<number>[0-9]{1,4})(?P<letter>[a-zđA-ZĐ]?)\s?(?:[.:]|$))")
_ROMAN_FORM = re.compile(rf"(?P<marker>(?P<number>{_ROMAN})\s?(?:[./):]|[-–](?=\s)))")
_LETTER_FORM = re.compile(r"(?P<marker>(?P<letter>[A-HK-UĐ])\s?[./)])")
_SUBSECTION_FORM = re.compile(
    rf"(?P<marker>(?:{_ROMAN}\.)?(?P<numbers>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,4}})\s?[./)]?)(?=\s|[^\W\d_]|$)"
)
_SECTION_FORM = re.compile(r"(?P<marker>\(?(?P<number>[0-9]{1,3})(?:\s?(?P<stop>[./)])|[-–](?=\s[^\W\d_a-zà-ỹ])))")
_POINT_FORM = re.compile(r"(?P<marker>\(?(?P<letter>[a-zđ])(?P<number>[0-9]?)\s?[./)])")
_DASH_FORM = re.compile(r"(?P<marker>[-–—−•●▪◦·])(?:\s(?=\S)|(?=[^\W\d_]|[“\"(\[]))|(?P<star>\*)\s(?=\S)")
_PLUS_FORM = re.compile(r"(?P<marker>\+)(?:\s(?=\S)|(?=[^\W\d_]|[“\"(\[]))")


def find_marker(line: str) -> Marker | None:
    """Return the marker at the beginning of a clean line, or None. Constant time for each line."""
    for read in _RULES:
        if marker := read(line):
            return marker
    return None


def is_next(number: tuple[int, ...], previous: tuple[int, ...] | None, rank: int) -> bool:
    """Whether `number` begins a count, or follows `previous` in it."""
    if rank == Rank.POINT:
        return number[0] == 0 or (previous is not None and 0 < number[0] - previous[0] <= 3)  # noqa: PLR2004
    begins = number[-1] == 1
    return begins or (previous is not None and number[-1] == previous[-1] + 1)


def _read_markdown(line: str) -> Marker | None:
    """Read "## Tên mục", the heading of Markdown, used in summaries."""
    if not (match := _MARKDOWN_FORM.match(line)):
        return None
    rest = line[match.end() :].strip()
    marks = match["marker"]
    name = slugify(rest[:60]) or "khong-ten"
    return Marker(BlockKind.PART, marks, rest, Rank.MARKDOWN + len(marks), segment=f"phan-{name}")


def _read_division(line: str) -> Marker | None:
    """Read "Phần thứ nhất", "Chương II", "Mục 1"; a title beside it is in capitals or follows a stop."""
    if not (match := _DIVISION_FORM.match(line)):
        return None
    rest = line[match.end() :].strip()
    if not match["name"][0].isupper() or (rest and not match["stop"] and not rest.isupper()):
        return None
    name, number = " ".join(fold(match["name"]).split()), fold(match["number"])
    if (rank := _DIVISIONS.get(name)) is None:
        return None  # "Tıểu mục": ignoring case lets the dotless i of Turkish through
    return _at(match, line, BlockKind.PART, rank, (_value_of(number),), slugify(f"{name} {number}"))


def _read_article(line: str) -> Marker | None:
    """Read "Điều 5." or "Điều 5a."; without the stop it is a reference in a sentence."""
    match = _ARTICLE_FORM.match(line)
    if not match or not line[0].isupper():
        return None
    number = int(match["number"])
    segment = f"dieu-{number}{_plain(match['letter'])}"
    return _at(match, line, BlockKind.ARTICLE, Rank.ARTICLE, (number,), segment)


def _read_roman(line: str) -> Marker | None:
    """Read "III.", also "V.TỔ CHỨC", "II . ", "I/ "."""
    match = _ROMAN_FORM.match(line)
    if not match or not _opens_text(line[match.end() :]):
        return None
    number = match["number"].lower()
    return _at(match, line, BlockKind.PART, Rank.ROMAN, (_value_of(number),), f"phan-{number}")


def _read_letter(line: str) -> Marker | None:
    """Read "A. TÌNH HÌNH"; the title must be in capitals, for "A. Nguyễn" is a name."""
    match = _LETTER_FORM.match(line)
    if not match or not line[match.end() :].isupper():
        return None
    letter = match["letter"].lower()
    return _at(match, line, BlockKind.PART, Rank.LETTER, (_LETTERS.index(letter),), f"phan-{_plain(letter)}")


def _read_subsection(line: str) -> Marker | None:
    """Read "1.1." or "1.1 "; a part before it ("I.1.") is not counted."""
    match = _SUBSECTION_FORM.match(line)
    if not match or not ("." in match["numbers"] or line[0] in "IVXL") or not _opens_text(line[match.end() :]):
        return None
    rest = line[match.end() :].lstrip()
    if match["marker"][-1].isdigit() and not rest[:1].isupper():
        return None  # "1.5 triệu đồng" is an amount
    numbers = tuple(int(number) for number in match["numbers"].split("."))
    kind = BlockKind.SUBSECTION if len(numbers) > 1 else BlockKind.SECTION
    return _at(match, line, kind, Rank.SECTION + len(numbers) - 1, numbers, "-".join(("muc", *map(str, numbers))))


def _read_section(line: str) -> Marker | None:
    """Read "1.", "1/ ", "1) ", "(1)", "1- Mục" of the Party; not "1/10", "1.500" nor "1- 2 hộ"."""
    match = _SECTION_FORM.match(line)
    if not match or not _opens_text(line[match.end() :]):
        return None
    rank = Rank.NUMBERED_ITEM if match["stop"] == ")" else Rank.SECTION
    number = int(match["number"])
    return _at(match, line, BlockKind.SECTION, rank, (number,), f"muc-{number}")


def _read_point(line: str) -> Marker | None:
    """Read "a)", "đ)", also "a. ", "(a)", "a1)"."""
    match = _POINT_FORM.match(line)
    if not match or not _opens_text(line[match.end() :]):
        return None
    if match["marker"][-1] != ")" and not line[match.end() :][:1].isspace():
        return None  # "h.Lục Nam" is a place
    segment = f"diem-{_plain(match['letter'])}{match['number']}"
    return _at(match, line, BlockKind.POINT, Rank.POINT, (_LETTERS.index(match["letter"]),), segment)


def _read_dash(line: str) -> Marker | None:
    """Read "- ", also without the space before a letter, and other bullets."""
    match = _DASH_FORM.match(line)
    if not match:
        return None
    return Marker(BlockKind.DASH, match["marker"] or match["star"], line[match.end() :].strip(), Rank.DASH)


def _read_plus(line: str) -> Marker | None:
    """Read "+ ", the level below a dash."""
    match = _PLUS_FORM.match(line)
    return Marker(BlockKind.PLUS, "+", line[match.end() :].strip(), Rank.PLUS) if match else None


def _at(match: re.Match[str], line: str, kind: BlockKind, rank: int, numbers: tuple[int, ...], segment: str) -> Marker:
    return Marker(kind, line[: match.end()].strip(), line[match.end() :].strip(), rank, numbers, segment)


def _opens_text(rest: str) -> bool:
    """Whether `rest` may follow a marker: after a space, or at once if it begins like a sentence."""
    return not rest or rest[0].isspace() or rest[0].isupper() or rest[0] in '“"('


def _plain(letter: str) -> str:
    """Return a letter for an anchor; đ is "dd" as on a Telex keyboard, since d is another point."""
    return "dd" if letter.lower() == "đ" else letter.lower()


def _value_of(number: str) -> int:
    if number in _ORDINALS:
        return _ORDINALS.index(number) + 1
    if number.isdigit():
        return int(number)
    # Ignoring case also lets dotless and dotted foreign i through; they count for nothing.
    amounts = [{"i": 1, "v": 5, "x": 10, "l": 50}.get(letter, 0) for letter in number]
    return sum(-a if a < b else a for a, b in zip(amounts, [*amounts[1:], 0], strict=True))


_RULES: tuple[Callable[[str], Marker | None], ...] = (
    _read_dash,
    _read_plus,
    _read_subsection,
    _read_section,
    _read_point,
    _read_roman,
    _read_article,
    _read_letter,
    _read_division,
    _read_markdown,
)
