"""Drafts: blocks while their lines are being gathered, and the decision whether one is a heading."""

from msgspec import Struct

from giamngheo.legal.blocks import BlockKind
from giamngheo.legal.lines import Line
from giamngheo.legal.nesting import Place

_TITLED = frozenset({BlockKind.PART, BlockKind.ARTICLE, BlockKind.SECTION, BlockKind.SUBSECTION, BlockKind.ANNEX})
# Measured on the plans in content/plans: the longest title of a section has 94 characters; every numbered
# paragraph ends with a full stop or an ellipsis. A title with a stop is believed only when it is very short.
_LONGEST_TITLE = 130
_LONGEST_TITLE_IN_CAPITALS = 300
_LONGEST_TITLE_BEFORE_COLON = 60
_LONGEST_TITLE_WITH_STOP = 25


class Draft(Struct):
    """A block being read: its kind, marker, word for the anchor, place, pieces of text and lines so far."""

    kind: BlockKind
    marker: str
    segment: str
    place: Place
    pieces: list[str]
    start: int
    last: Line

    def add(self, line: Line) -> None:
        """Take in a line that goes on with this block."""
        self.pieces.append(line.text)
        self.last = line

    @property
    def text(self) -> str:
        """The text for reading, without the marker."""
        return " ".join(piece for piece in self.pieces if piece)

    @property
    def is_untitled(self) -> bool:
        """Whether it is a part or annex whose title must be on the next line: "Chương I"."""
        return self.kind in {BlockKind.PART, BlockKind.ANNEX} and not any(self.pieces)


def is_title(kind: BlockKind, text: str) -> bool:
    """Whether a numbered block with this text is a heading: short, and not ending like a sentence.

    "1. Mục đích" is one; "1. Ngân sách nhà nước bố trí nguồn kinh phí …." is a numbered paragraph.
    """
    if kind is BlockKind.ANNEX:
        return True
    if kind not in _TITLED or not text:
        return False
    if text.isupper():
        return len(text) <= _LONGEST_TITLE_IN_CAPITALS
    if text.endswith(":"):
        return len(text) <= _LONGEST_TITLE_BEFORE_COLON
    limit = _LONGEST_TITLE_WITH_STOP if text.endswith((".", ";", ",", "…", "!", "?")) else _LONGEST_TITLE
    return len(text) <= limit
