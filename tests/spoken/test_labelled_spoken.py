"""How written expressions are said, measured on a set labelled by hand.

Run `pytest tests/spoken -s` to read the figures. `expressions.txt` must be right throughout. `held_out.txt` was written
together with it, before the code; no rule was made or mended for it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from giamngheo.ground.vietnamese.spoken import Reading, Region, speak
from labelled_scores import labelled

FOLDER = Path(__file__).parent
REGISTER = FOLDER.parent.parent / "content" / "registers" / "abbreviations.yml"
SHORT_FORMS = tuple((r["short"], r["long"]) for r in labelled(REGISTER))


def _labelled(name: str) -> list[tuple[Region, str, str]]:
    region: Region = "bac"
    found: list[tuple[Region, str, str]] = []
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line == "[miền Nam]":
            region = "nam"
        elif line and not line.startswith("#"):
            written, said = line.split(" → ")
            found.append((region, written, said))
    return found


EXPRESSIONS = _labelled("expressions.txt")
HELD_OUT = _labelled("held_out.txt")


@pytest.mark.parametrize(("region", "written", "said"), EXPRESSIONS, ids=lambda value: value)
def test_every_labelled_expression_is_said_as_an_announcer_says_it(region: Region, written: str, said: str) -> None:
    assert speak(written, Reading(region, SHORT_FORMS)) == said


def test_at_least_97_of_100_expressions_that_no_rule_was_made_for_are_right() -> None:
    wrong = [w for region, w, said in HELD_OUT if speak(w, Reading(region, SHORT_FORMS)) != said]
    print(f"\nheld out: {len(HELD_OUT) - len(wrong)} of {len(HELD_OUT)} right; wrong: {wrong}")  # noqa: T201
    assert len(wrong) <= 0.03 * len(HELD_OUT)


def test_the_set_is_large_enough_to_mean_something() -> None:
    assert len(EXPRESSIONS) >= 300
    assert len(HELD_OUT) >= 60
    assert len({written for _, written, _ in EXPRESSIONS if _ == "bac"} & {w for _, w, _ in HELD_OUT}) == 0
