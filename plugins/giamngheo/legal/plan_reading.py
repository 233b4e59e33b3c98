"""Everything that is read from the text of a plan, in one value: made once, kept, used by all who show it."""

from dataclasses import dataclass

from giamngheo.legal.blocks import BlockKind
from giamngheo.legal.comparison import Point, find_points
from giamngheo.legal.due import Due, find_due
from giamngheo.legal.duties import Duty, find_duties
from giamngheo.legal.outline import parse_outline


@dataclass(frozen=True, slots=True)
class PlanReading:
    """Duties, deadlines and points of a plan; `grounds` is its preamble, the documents it carries out."""

    duties: tuple[Duty, ...] = ()
    due: tuple[Due, ...] = ()
    points: tuple[Point, ...] = ()
    grounds: str = ""


def read_plan(text: str) -> PlanReading:
    """Read the text of a plan. Never raises; linear."""
    outline = parse_outline(text)
    duties = find_duties(outline)
    grounds = "\n".join(block.text for block in outline.blocks if block.kind is BlockKind.PREAMBLE)
    return PlanReading(duties, find_due(outline, duties), find_points(outline), grounds)
