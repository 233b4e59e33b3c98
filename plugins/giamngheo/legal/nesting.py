"""Nesting: which markers are open at a place of the text, and therefore how deep the next block lies."""

from msgspec import Struct, field
from msgspec.structs import replace

from giamngheo.legal.blocks import BlockKind
from giamngheo.legal.markers import Marker, Rank, is_next


class Place(Struct, frozen=True):
    """Where a block lies: its depth, and the anchor of the nearest named block around it, or ""."""

    depth: int
    parent: str


class _Step(Struct, frozen=True):
    marker: Marker
    anchor: str


class Path(Struct):
    """The open markers from the margin inwards, of strictly growing rank (so never many)."""

    _steps: list[_Step] = field(default_factory=list)

    def clear(self) -> None:
        """Go back to the margin, as the closing formula does."""
        self._steps.clear()

    def adapt(self, marker: Marker) -> Marker:
        """Return the marker as meant here: "1." is a clause inside an article, "1)" an item inside "1."."""
        if marker.kind is not BlockKind.SECTION:
            return marker
        if marker.rank == Rank.NUMBERED_ITEM:
            marker = replace(marker, rank=self._rank_of_item())
        if any(step.marker.kind is BlockKind.ARTICLE for step in self._steps):
            return replace(marker, kind=BlockKind.CLAUSE, segment=marker.segment.replace("muc", "khoan"))
        return marker

    def expects(self, marker: Marker) -> bool:
        """Whether the number of `marker` begins a count or follows the one that is open at its rank."""
        same = [step.marker for step in self._steps if step.marker.rank == marker.rank]
        return not marker.numbers or is_next(marker.numbers, same[0].numbers if same else None, marker.rank)

    def open(self, marker: Marker) -> Place:
        """Close what `marker` ends, open it, and return where it lies."""
        self._close(marker.rank)
        place = Place(len(self._steps), self._parent_for(marker))
        anchor = "-".join(filter(None, (place.parent, marker.segment))) if marker.segment else place.parent
        self._steps.append(_Step(marker, anchor))
        return place

    def place_paragraph(self) -> Place:
        """Close lists and points, not the numbered block around them; return where a paragraph lies."""
        self._close(Rank.POINT)
        return Place(len(self._steps), self._steps[-1].anchor if self._steps else "")

    def _close(self, rank: int) -> None:
        while self._steps and self._steps[-1].marker.rank >= rank:
            self._steps.pop()

    def _parent_for(self, marker: Marker) -> str:
        """Return the anchor to build on: articles are counted through the text, "1.1" repeats "1"."""
        around = self._steps
        if marker.kind is BlockKind.ARTICLE:
            around = [step for step in around if step.marker.kind is BlockKind.ANNEX]
        elif marker.kind is BlockKind.SUBSECTION:
            around = [step for step in around if step.marker.rank < Rank.SECTION]
        return around[-1].anchor if around else ""

    def _rank_of_item(self) -> int:
        """Return the rank of "1)": that of the bracketed number before it, or below an open number."""
        numbered = [step.marker for step in self._steps if Rank.SECTION <= step.marker.rank <= Rank.NUMBERED_ITEM]
        bracketed = [marker for marker in numbered if marker.text.endswith(")")]
        if bracketed:
            return bracketed[-1].rank
        return Rank.NUMBERED_ITEM if numbered else Rank.SECTION
