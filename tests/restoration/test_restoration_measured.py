"""Restoration measured on two public texts that came to us damaged, against what people restored by hand.

luc-nam-ocr: a scan read by a program set to English. ha-noi-mat-chu: a web page that lost letters. The plan itself is
left out of the known texts. Letters that scanners confuse were ranked while looking at the first text, and errors of
the second shaped the rules for little damage: neither is unseen. Errors: insertions, deletions and substitutions of
words (with their capitals), per word of the restored text; the order of the two columns of the header counts as
errors too.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from rapidfuzz.distance import Levenshtein

from giamngheo.content.loader import load_content
from giamngheo.ground.vietnamese import normalize
from giamngheo.importing.known import learn_known_texts
from giamngheo.legal.language import WORD
from giamngheo.legal.restoration import propose_restorations

HERE = Path(__file__).parent
CONTENT = HERE.parent.parent / "content"
PLANS = {
    "luc-nam-ocr": ("truyen-thong-luc-nam-2021-2025", "kh-truyen-thong-luc-nam-2021-2025"),
    "ha-noi-mat-chu": ("truyen-thong-ha-noi-2022-2025", "kh-truyen-thong-ha-noi-2022-2025"),
}
both = pytest.mark.parametrize("name", PLANS)


class Measured(NamedTuple):
    lines: int
    marked: int
    before: float
    after: float
    wrong_outside: list[str]
    """Words still wrong, or before which one is missing, that stand in no marked line."""


@cache
def measured(name: str) -> Measured:
    plan, identity = PLANS[name]
    right = words((CONTENT / f"plans/{plan}.md").read_text("utf-8").split("\n---\n", 1)[1])
    text = (HERE / f"{name}.txt").read_text("utf-8")
    proposals = propose_restorations(text, learn_known_texts(load_content(CONTENT), but=identity))
    lines = [normalize(line) for line in text.splitlines()]
    restored = list(lines)
    for proposal in proposals:
        restored[proposal.line - 1] = proposal.proposal
    is_marked = {proposal.line - 1 for proposal in proposals}
    placed = [(word, number) for number, line in enumerate(restored) for word in words(line)]
    placed.append(("", len(lines)))  # stands for the end, where words may be missing
    wrong = [
        placed[i]
        for change in _changes(placed[:-1], right)
        for i in range(change.src_start, max(change.src_end, change.src_start + 1))
    ]
    return Measured(
        sum(1 for line in lines if line.strip()),
        len(proposals),
        Levenshtein.distance(words(text), right) / len(right),
        Levenshtein.distance([word for word, _ in placed[:-1]], right) / len(right),
        [word for word, number in wrong if number not in is_marked],
    )


def _changes(placed: list[tuple[str, int]], right: list[str]) -> list[Levenshtein.Opcode]:
    return [change for change in Levenshtein.opcodes([word for word, _ in placed], right) if change.tag != "equal"]


def words(text: str) -> list[str]:
    return WORD.findall(normalize(text))


@both
def test_figures_are_shown(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(name)
    with capsys.disabled():
        print(  # noqa: T201 - the figures are the result
            f"\n{name}: wrong words {found.before:.1%} before, {found.after:.1%} after;"
            f" {found.marked} of {found.lines} lines marked; wrong outside of marked lines: {found.wrong_outside}"
        )
    assert found.after < found.before


def test_wrong_words_of_a_scanned_plan_fall_below_five_in_a_hundred() -> None:
    found = measured("luc-nam-ocr")
    assert found.before > 0.85
    assert found.after < 0.05


def test_wrong_words_of_a_page_that_lost_letters_are_halved() -> None:
    found = measured("ha-noi-mat-chu")
    assert found.after < found.before / 2
    assert found.marked < found.lines / 2


def test_every_wrong_word_of_a_scanned_plan_is_in_a_marked_line() -> None:
    assert measured("luc-nam-ocr").wrong_outside == []


def test_text_restored_by_hand_and_known_is_left_alone() -> None:
    known = learn_known_texts(load_content(CONTENT))
    for plan, _ in PLANS.values():
        body = (CONTENT / f"plans/{plan}.md").read_text("utf-8").split("\n---\n", 1)[1]
        assert propose_restorations(body, known) == ()
