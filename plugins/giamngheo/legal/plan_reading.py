"""Everything that is read from the text of a plan, in one value: made once, kept, used by all who show it."""

from msgspec import Struct

from giamngheo.legal.blocks import BlockKind, Outline
from giamngheo.legal.citations import find_citations
from giamngheo.legal.comparison import Point, find_points
from giamngheo.legal.due import Due, find_due
from giamngheo.legal.duties import Duty, find_duties
from giamngheo.legal.outline import parse_outline


class CitedDocument(Struct, frozen=True):
    """A document that a plan carries out: its number, and its day in ISO 8601, "" where the plan does not tell it."""

    number: str
    day: str


class PlanReading(Struct, frozen=True):
    """Duties, deadlines and points of a plan; `grounds` are the documents with a symbol that its preamble cites."""

    duties: tuple[Duty, ...] = ()
    due: tuple[Due, ...] = ()
    points: tuple[Point, ...] = ()
    grounds: tuple[CitedDocument, ...] = ()


def read_plan(text: str) -> PlanReading:
    """Read the text of a plan. Never raises; linear."""
    outline = parse_outline(text)
    duties = find_duties(outline)
    return PlanReading(duties, find_due(outline, duties), find_points(outline), _grounds(outline))


def _grounds(outline: Outline) -> tuple[CitedDocument, ...]:
    preamble = "\n".join(block.text for block in outline.blocks if block.kind is BlockKind.PREAMBLE)
    numbered = (c for c in find_citations(preamble) if "-" in c.number)  # "52/KH-UBND", "19-NQ/TW"
    return tuple(CitedDocument(c.number, str(c.date) if c.date and c.date.day else "") for c in numbered)
