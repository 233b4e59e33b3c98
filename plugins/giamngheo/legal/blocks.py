"""Blocks: what an outline is made of. Values only; reading them from text is done in `reader`."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct


class BlockKind(StrEnum):
    """Parts of an official text, after Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I."""

    ISSUER = "issuer"  # tên cơ quan, tổ chức ban hành
    NATIONAL_TITLE = "national_title"  # Quốc hiệu và Tiêu ngữ
    NUMBER = "number"  # số, ký hiệu
    PLACE_AND_DATE = "place_and_date"  # địa danh và thời gian ban hành
    DOC_TYPE = "doc_type"  # tên loại: "KẾ HOẠCH"
    SUBJECT = "subject"  # trích yếu
    PREAMBLE = "preamble"  # căn cứ: "Thực hiện …", "Căn cứ …"
    PART = "part"  # phần, chương, mục; "I.", "A.", "Chương I"
    ARTICLE = "article"  # "Điều 1."
    SECTION = "section"  # "1."
    SUBSECTION = "subsection"  # "1.1."
    CLAUSE = "clause"  # khoản: "1." inside an article
    POINT = "point"  # điểm: "a)", "đ)"
    DASH = "dash"  # "-"
    PLUS = "plus"  # "+"
    PARAGRAPH = "paragraph"
    ANNEX = "annex"  # "PHỤ LỤC I"
    RECIPIENTS = "recipients"  # "Nơi nhận:" and each recipient
    SIGNATURE = "signature"  # quyền hạn, chức vụ, họ tên người ký
    SEPARATOR = "separator"  # rules and column bars: "-----", "|"


HEAD_KINDS = frozenset(
    {
        BlockKind.ISSUER,
        BlockKind.NATIONAL_TITLE,
        BlockKind.NUMBER,
        BlockKind.PLACE_AND_DATE,
        BlockKind.DOC_TYPE,
        BlockKind.SUBJECT,
    }
)
"""What stands above a text and tells of the text itself."""
BODY_KINDS = frozenset(
    {
        BlockKind.PART,
        BlockKind.ARTICLE,
        BlockKind.SECTION,
        BlockKind.SUBSECTION,
        BlockKind.CLAUSE,
        BlockKind.POINT,
        BlockKind.DASH,
        BlockKind.PLUS,
        BlockKind.PARAGRAPH,
    }
)
"""What the text itself consists of."""
CLOSING_KINDS = frozenset({BlockKind.RECIPIENTS, BlockKind.SIGNATURE})
"""What stands below a text."""


class Block(Struct, frozen=True):
    """One line, paragraph or point of the text.

    `start` and `end` are offsets in the original text, of the first visible character and past the last one.
    `text` is made for reading: NFC, without the marker, wrapped lines joined by a space. `depth` is 0 at the
    margin. `is_heading` is true for a title of what follows, false for a numbered paragraph.
    """

    kind: BlockKind
    marker: str
    text: str
    start: int
    end: int
    depth: int
    anchor: str
    is_heading: bool = False


class Heading(Struct, frozen=True):
    """One line of the contents list."""

    depth: int
    title: str
    anchor: str


class Outline(Struct, frozen=True):
    """The blocks of a text, in its order. Between two blocks there is only white space."""

    source: str
    blocks: tuple[Block, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Contents list: titles of parts, sections, annexes; an article without a title by its number."""
        return tuple(_headings(self.blocks))

    def source_of(self, block: Block) -> str:
        """Return the characters of `block` exactly as they stand in the original text."""
        return self.source[block.start : block.end]

    def source_text(self) -> str:
        """Return the original text, put together from the blocks and the white space between them."""
        pieces, position = [], 0
        for block in self.blocks:
            pieces += [self.source[position : block.start], self.source_of(block)]
            position = block.end
        return "".join(pieces) + self.source[position:]

    def find_block(self, anchor: str) -> Block | None:
        """Return the block with this anchor, or None."""
        return next((block for block in self.blocks if block.anchor == anchor), None)


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    for block in blocks:
        if block.is_heading:
            marker = block.marker.lstrip("#")
            yield Heading(block.depth, f"{marker} {block.text}".strip(), block.anchor)
        elif block.kind is BlockKind.ARTICLE:
            yield Heading(block.depth, block.marker.rstrip(".: "), block.anchor)
