"""The text of a plan in the layout of an administrative text: which block goes where. No word is added."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from msgspec.structs import replace

from giamngheo.ground.vietnamese import fold
from giamngheo.legal import HEAD_KINDS, Block, BlockKind, Outline, read_letterhead
from giamngheo.outlets.exports.segments import Blocks, Segment, clean_text, split_marker, split_segments
from giamngheo.outlets.exports.sources import PlanSource
from giamngheo.rendering.official_docx import (
    OfficialDocument,
    OfficialParagraph,
    ParagraphLook,
    Properties,
    write_docx,
)

_CENTRED = frozenset({"phan", "chuong", "muc", "tieu"})
_PLACED_IN_HEAD = HEAD_KINDS | {BlockKind.ANNEX, BlockKind.SEPARATOR}


def write_official_copy(source: PlanSource) -> bytes:
    """Return the DOCX of a plan, dated by the plan and by what the portal last changed."""
    first, *others = (lay_out(source.outline, segment) for segment in split_segments(source.outline))
    plan = source.plan
    created, changed = (datetime.combine(day, time()) for day in (plan.issued or plan.date, source.changed))
    properties = Properties(plan.title, source.issuer, created, changed, source.note)
    return write_docx(replace(first, attachments=tuple(others)), properties)


def lay_out(outline: Outline, segment: Segment) -> OfficialDocument:
    """Return what stands where; rules drawn with signs in a letterhead give way to those of the layout."""
    head = _Head(outline, segment.head)
    closing = [clean_text(outline, b) for b in segment.closing if b.kind is BlockKind.SIGNATURE]
    superior, issuer = head.bodies
    return OfficialDocument(
        superior=superior,
        issuer=issuer,
        national_title=head.lines(BlockKind.NATIONAL_TITLE),
        number=" ".join(head.lines(BlockKind.NUMBER)),
        place_and_date=" ".join(head.lines(BlockKind.PLACE_AND_DATE)),
        doc_type=" ".join((*head.lines(BlockKind.DOC_TYPE), *head.annex[:1])),
        subject=(*head.lines(BlockKind.SUBJECT), *head.annex[1:]),
        grounds=tuple(clean_text(outline, block) for block in segment.grounds),
        body=tuple(p for block in (*head.others, *segment.body) for p in _paragraphs(outline, block)),
        recipients=tuple(_recipients(outline, segment.closing)),
        authority=tuple(line for line in closing if line.isupper()),
        signed=tuple(line for line in closing if not line.isupper()),
    )


class _Head:
    """Blocks of a letterhead by kind; `others` are sentences that a web page put into it."""

    def __init__(self, outline: Outline, blocks: Blocks) -> None:
        self._outline, self._blocks = outline, blocks
        self.others = tuple(block for block in blocks if block.kind not in _PLACED_IN_HEAD)

    def lines(self, kind: BlockKind) -> tuple[str, ...]:
        return tuple(clean_text(self._outline, block) for block in self._blocks if block.kind is kind)

    @property
    def bodies(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines that name the superior body, where the letterhead surely has one, and those of the issuer."""
        lines = self.lines(BlockKind.ISSUER)
        superior = read_letterhead("\n".join(self._outline.source_of(block) for block in self._blocks)).superior
        count = next((n for n in range(len(lines)) if superior and " ".join(lines[:n]) == superior.value), 0)
        return lines[:count], lines[count:]

    @property
    def annex(self) -> tuple[str, ...]:
        """Name and title of an annex: "PHỤ LỤC I", "Kinh phí"."""
        blocks = (block for block in self._blocks if block.kind is BlockKind.ANNEX)
        return tuple(p for b in blocks for p in split_marker(clean_text(self._outline, b), b) if p)


def _paragraphs(outline: Outline, block: Block) -> Iterator[OfficialParagraph]:
    """Yield the paragraph; of a chapter its number and its title, a line each."""
    text = clean_text(outline, block)
    if block.is_heading and block.kind is BlockKind.PART and fold(block.marker).partition(" ")[0] in _CENTRED:
        for line in filter(None, split_marker(text, block)):
            yield OfficialParagraph(line, ParagraphLook.CHAPTER)
    else:
        yield OfficialParagraph(text, ParagraphLook.HEADING if block.is_heading else ParagraphLook.TEXT)


def _recipients(outline: Outline, closing: Blocks) -> Iterator[str]:
    """Yield "Nơi nhận:" and each recipient on a line of its own."""
    for block in closing:
        if block.kind is BlockKind.RECIPIENTS:
            text = clean_text(outline, block)
            marker, rest = split_marker(text, block)
            yield from filter(None, (marker, rest)) if len(marker) > 1 else (text,)
