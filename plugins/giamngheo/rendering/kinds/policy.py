"""What a policy says: what one gets, who gets it, how, until when, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from giamngheo.catalog import Catalog
from giamngheo.catalog.states import ENDING, NOT_YET
from giamngheo.content.schema import Policy, Step
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.eligibility_words import WhoLine, who_lines
from giamngheo.rendering.figures import partial_text
from giamngheo.rendering.kinds.passages import basis_list, figure_list, listing, paragraph
from giamngheo.rendering.kinds.spoken_figures import figures_aloud
from giamngheo.rendering.kinds.words import MUST, ArticleWords, GroupWords, Telling, Words
from giamngheo.rendering.sharing import one_line

CONDITIONS = "Được hưởng hay không còn tùy điều kiện của từng nhà."
"""Said where there is no room for the conditions: a reader must know that there are some."""
SOME_PLACES = "Chỉ áp dụng ở một số nơi."
"""Said where there is no room for their names: no policy of some places is told as one of the whole country."""


def _before(catalog: Catalog, policy: Policy) -> Iterator[str]:
    yield paragraph("Được gì", policy.benefit)
    yield listing("Ai được", (escape(str(line)) for line in who_lines(policy.eligibility)))
    yield listing("Làm thế nào", (_step(step) for step in policy.steps), tag="ol")
    yield figure_list(catalog, policy, "Các mức", policy.amounts)
    if policy.contact:
        yield paragraph("Hỏi ai", policy.contact)
    yield basis_list(catalog, policy.legal_basis)


def _step(step: Step) -> str:
    details = [step.do, step.where, "; ".join(step.papers), step.days, step.fee, step.decides]
    return escape(". ".join(part.rstrip(".") for part in details if part) + ".")


def _aloud(catalog: Catalog, policy: Policy) -> Iterator[Telling]:
    state = catalog.state_of(policy)
    if state == NOT_YET:
        yield Telling(MUST, f"Chính sách này chưa áp dụng. Bắt đầu áp dụng từ {partial_text(policy.valid_from)}.")
    if state == ENDING and policy.valid_to:
        yield Telling(MUST, f"Chính sách này sắp hết hiệu lực: chỉ áp dụng đến hết ngày {format_day(policy.valid_to)}.")
    yield Telling(MUST, policy.benefit)
    yield Telling(1, _who_aloud(policy), instead=CONDITIONS)
    if policy.valid_to and state not in (ENDING, NOT_YET):
        yield Telling(1, f"Áp dụng đến hết ngày {format_day(policy.valid_to)}.")
    steps = _steps_aloud(policy.steps)
    if steps:
        yield Telling(2, steps)
    yield from figures_aloud(catalog, policy, policy.amounts, 3)
    details = _details_aloud(policy.steps)
    yield from (Telling(4, text, about=steps) for text in details)
    yield Telling(4, policy.summary)
    if policy.season:
        yield Telling(2, f"Thời gian cần làm trong năm: {policy.season.what}.")
    if policy.contact:
        yield Telling(1, f"Hỏi ở đâu: {policy.contact.rstrip('.')}.")


def _who_aloud(policy: Policy) -> str:
    """All ways to be entitled, or none: one of several would turn the others away."""
    ways = [_way(line) for line in who_lines(policy.eligibility)]
    if len(ways) == 1:
        return f"Ai được hưởng: {ways[0]}."
    return " ".join(["Ai được hưởng.", *(f"Trường hợp {i}: {way}." for i, way in enumerate(ways, 1))])


def _way(line: WhoLine) -> str:
    return f"{line.text} {'; '.join(_way(option) for option in line.options)}".strip().rstrip(".")


def _steps_aloud(steps: tuple[Step, ...]) -> str:
    if not steps:
        return ""
    if len(steps) == 1:
        return f"Cách làm: {steps[0].do}"
    return "Cách làm. " + " ".join(f"Bước {i}: {step.do.rstrip('.')}." for i, step in enumerate(steps, 1))


def _details_aloud(steps: tuple[Step, ...]) -> Iterator[str]:
    """Where, with what, how long: named by the number of the step where there are several."""
    for index, step in enumerate(steps, 1):
        details = [
            ("Nơi làm", step.where),
            ("Giấy tờ cần mang", "; ".join(step.papers)),
            ("Thời gian", step.days),
            ("Lệ phí", step.fee),
            ("Nơi quyết định", step.decides),
        ]
        said = " ".join(f"{label}: {text.rstrip('.')}." for label, text in details if text)
        if said:
            yield said if len(steps) == 1 else f"Về bước {index}. {said}"


def _in_group(_catalog: Catalog, policy: Policy) -> Iterator[Telling]:
    yield Telling(2, _who_in_group(policy), instead=CONDITIONS)
    if policy.contact:
        yield Telling(4, f"Hỏi ở đâu: {one_line(policy.contact).rstrip('.')}.")


def _who_in_group(policy: Policy) -> str:
    """All ways to be entitled, or none, as on the air."""
    ways = [str(line).rstrip(".") for line in who_lines(policy.eligibility)]
    return one_line(f"Ai được: {'; hoặc '.join(_small(way) for way in ways)}.")


def _small(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _days_of_state(catalog: Catalog, policy: Policy) -> str:
    if policy.valid_from.first_day > catalog.today:
        return f" (áp dụng từ {partial_text(policy.valid_from)})"
    return f" (áp dụng đến hết ngày {format_day(policy.valid_to)})" if policy.valid_to else ""


def _benefit(policy: Policy) -> str:
    return policy.benefit


WORDS: Words[Policy] = Words(
    article=ArticleWords(before=_before),
    aloud=_aloud,
    group=GroupWords(
        gist=_benefit,
        own=_in_group,
        some_places=SOME_PLACES,
        days_of_state=_days_of_state,
        read_on="Xem đủ điều kiện, cách làm",
    ),
)
