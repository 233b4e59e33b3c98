"""Cells: pieces of a line that stand in different columns, as files flatten the two columns of an official header."""

import re
from collections.abc import Iterator

from msgspec import Struct
from rapidfuzz import fuzz

from giamngheo.ground.vietnamese import fold, normalize
from giamngheo.legal.lines import INVISIBLE

_GAP = re.compile(r"\t+|\s{3,}|\|")
_RULE_AT_END = re.compile(r"(?<=[^\W_]) ?[-–—_=*~]{3,}$")
_RULE = " -–—_=*~."
# Quốc hiệu, Tiêu ngữ, and what the Party writes in their place.
_TITLES = ("cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc", "dang cong san viet nam")
_LIKE_A_TITLE = 78  # of 100, since scanning damages letters: "Poc 1ap - Tw do - Hanh phiic"
_SHORTEST_PART_OF_A_TITLE = 10
_LONGEST = 160


class Finding(Struct, frozen=True):
    """Something read in a text, and the line, counted from 1, where it begins."""

    value: str
    line: int

    @property
    def folded(self) -> str:
        """Small letters without marks; as long as the value."""
        folded = fold(self.value)
        return folded if len(folded) == len(self.value) else self.value.lower()


def split_cells(lines: list[str], first: int) -> Iterator[Finding]:
    """Yield the visible pieces of `lines`, the first of which has the number `first`; rules are left out."""
    for number, line in enumerate(lines, first):
        for piece in _GAP.split(normalize(line).strip(INVISIBLE)):
            clean = _RULE_AT_END.sub("", " ".join(piece.split()))
            if clean.strip(_RULE):
                yield Finding(clean, number)


def without_national_title(cell: Finding) -> str:
    """Return what is left of the cell when Quốc hiệu, Tiêu ngữ and all to their right is cut off."""
    if len(cell.value) > _LONGEST:
        return cell.value
    folded, end = cell.folded, len(cell.value)
    for title in _TITLES:
        found = fuzz.partial_ratio_alignment(title, folded, score_cutoff=_LIKE_A_TITLE)
        if found and min(len(folded), len(title)) >= _SHORTEST_PART_OF_A_TITLE:
            end = min(end, found.dest_start if len(folded) > len(title) else 0)
    if 0 < end < len(folded) and not folded[end - 1].isspace():
        end = folded.rfind(" ", 0, end) + 1  # a title begins with a word
    return cell.value[:end].strip()
