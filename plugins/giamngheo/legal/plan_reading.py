"""Everything that is read from the text of a plan, in one value: made once, kept, used by all who show it."""

from giamngheo.legal.blocks import BlockKind, Outline
from giamngheo.legal.citations.finding import find_citations
from giamngheo.legal.comparison import find_points
from giamngheo.legal.due import find_due
from giamngheo.legal.duties import find_duties
from giamngheo.legal.outline import parse_outline
from giamngheo.legal.values import CitedDocument, PlanReading


def read_plan(text: str) -> PlanReading:
    """Read the text of a plan. Never raises; linear."""
    outline = parse_outline(text)
    duties = find_duties(outline)
    return PlanReading(duties, find_due(outline, duties), find_points(outline), _grounds(outline))


def _grounds(outline: Outline) -> tuple[CitedDocument, ...]:
    preamble = "\n".join(block.text for block in outline.blocks if block.kind is BlockKind.PREAMBLE)
    numbered = (c for c in find_citations(preamble) if "-" in c.number)  # "52/KH-UBND", "19-NQ/TW"
    return tuple(CitedDocument(c.number, str(c.date) if c.date and c.date.day else "") for c in numbered)
