"""Short views of an outline, so that a test states its rule on one line."""

import re
import textwrap

from giamngheo.ground.vietnamese import normalize
from giamngheo.legal import Block, BlockKind, parse_outline
from giamngheo.legal.lines import INVISIBLE

IN_A_PLAN = "KẾ HOẠCH\n\nTruyền thông về giảm nghèo\n\n"
"""Opening after which every line belongs to the body or the preamble."""


def blocks(text: str) -> tuple[Block, ...]:
    return parse_outline(text).blocks


def kinds(text: str) -> list[str]:
    return [block.kind.value for block in blocks(text)]


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def anchors(text: str) -> list[str]:
    return [block.anchor for block in blocks(text)]


def only(text: str) -> Block:
    (block,) = blocks(text)
    return block


def in_body(line: str) -> Block:
    """Parse one line of the body of a plan."""
    return blocks(f"{IN_A_PLAN}I. NỘI DUNG\n\n{line}")[-1]


def tree(text: str) -> str:
    """Draw kinds and markers, each level two spaces further in."""
    return "\n".join(f"{'  ' * b.depth}{b.kind} {b.marker}".rstrip() for b in blocks(text))


def drawn(picture: str) -> str:
    return textwrap.dedent(picture).strip("\n").rstrip()


def letters(text: str) -> str:
    """Return all letters and digits, without spaces and signs: what no reading may lose or reorder."""
    return "".join(re.findall(r"[^\W_]+", normalize(text)))


def assert_nothing_is_lost(text: str) -> None:
    """Check what holds for any text: spans in order, only white space between, every word in a block."""
    outline = parse_outline(text)
    assert outline.source_text() == text
    position, read = 0, []
    for block in outline.blocks:
        assert position <= block.start < block.end <= len(text)
        assert not text[position : block.start].strip(INVISIBLE)
        assert outline.source_of(block) == outline.source_of(block).strip(INVISIBLE)
        position = block.end
        read.append(block.marker + block.text if block.kind is not BlockKind.SEPARATOR else "")
    assert not text[position:].strip(INVISIBLE)
    assert "".join(re.findall(r"[^\W_]+", "".join(read))) == letters(text)
    assert len({block.anchor for block in outline.blocks}) == len(outline.blocks)
