"""The three texts of a pack: title, description, and what an official posts in a group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Activity, Item, Material, Plan, Policy, Question, Story
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.packs.sentences import shortened
from giamngheo.rendering.activity_words import joining_facts, notice_words, when_words
from giamngheo.rendering.answer_words import answered_words
from giamngheo.rendering.eligibility_words import who_lines
from giamngheo.rendering.figures import partial_text
from giamngheo.rendering.sharing import one_line, shared_title, state_words, where

DESCRIPTION_LIMIT, GROUP_LIMIT = 300, 500
"""Characters."""

DEMONSTRATION = "Bản trình diễn, chưa phải trang của cơ quan nhà nước."
CONDITIONS = "Được hưởng hay không còn tùy điều kiện của từng nhà."
"""Said where there is no room for the conditions: a reader must know that there are some."""
SOME_PLACES = "Chỉ áp dụng ở một số nơi."
"""Said where there is no room for their names."""


@dataclass(frozen=True, slots=True)
class PackTexts:
    """Plain texts, composed (NFC); `group` has lines and ends with the full address."""

    title: str
    description: str
    group: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a post; the one with the lowest `rank` finds room first, 0 always.

    `instead` stands where there is no room for it. `is_whole`: all of it or nothing, for conditions.
    """

    rank: int
    text: str
    instead: str = ""
    is_whole: bool = True


def pack_texts(catalog: Catalog, item: Item, site_url: str) -> PackTexts:
    """Texts of an item; `site_url` ends with a slash."""
    title = shared_title(catalog, item)
    address = f"{site_url}id/{item.id}/"
    lead = "Xem đủ điều kiện, cách làm" if isinstance(item, Policy) and not catalog.is_over(item) else "Xem thêm"
    standing = " ".join(filter(None, (_state(catalog, item), _checked(item))))
    group = [_Line(0, title), *_content(catalog, item), _Line(0, standing)]
    if catalog.settings.is_demonstration:
        group.append(_Line(0, DEMONSTRATION))
    group.append(_Line(0, f"{lead}: {address}"))
    description = " ".join(_fit(_description(catalog, item), DESCRIPTION_LIMIT))
    return PackTexts(title, description, "\n".join(_fit(group, GROUP_LIMIT)))


def pack_file(texts: PackTexts) -> str:
    """The three texts in one file."""
    return f"TIÊU ĐỀ\n{texts.title}\n\nMÔ TẢ\n{texts.description}\n\nLỜI ĐĂNG TRONG NHÓM\n{texts.group}\n"


def _description(catalog: Catalog, item: Item) -> Iterator[_Line]:
    """A state that must be read first comes first, any other after what the item says."""
    is_urgent = bool(state_words(catalog, item))
    if is_urgent:
        yield _Line(0, _state(catalog, item))
    if isinstance(item, Activity):
        yield from _time_and_place(catalog, item)
    yield _Line(1, one_line(item.summary), is_whole=False)
    yield from _where(catalog, item)
    yield _Line(0, " ".join(filter(None, ("" if is_urgent else _state(catalog, item), _checked(item)))))


def _content(catalog: Catalog, item: Item) -> Iterator[_Line]:
    if isinstance(item, Activity):
        yield from _time_and_place(catalog, item)
    yield _Line(1, one_line(item.benefit if isinstance(item, Policy) else item.summary), is_whole=False)
    yield from _where(catalog, item)
    yield from _own(item, catalog)


@singledispatch
def _own(item: Item, catalog: Catalog) -> Iterator[_Line]:  # noqa: ARG001 - kinds of which there is more to tell stand below
    """What only items of one kind tell."""
    return iter(())


@_own.register
def _(item: Policy, catalog: Catalog) -> Iterator[_Line]:  # noqa: ARG001 - as above
    yield _Line(2, _who(item), instead=CONDITIONS)
    if item.contact:
        yield _Line(4, f"Hỏi ở đâu: {one_line(item.contact).rstrip('.')}.")


@_own.register
def _(item: Story, catalog: Catalog) -> Iterator[_Line]:  # noqa: ARG001 - as above
    yield _Line(4, f"Bài học: {one_line(item.lessons)}", is_whole=False)


@_own.register
def _(item: Plan, catalog: Catalog) -> Iterator[_Line]:
    agency = catalog.agencies.get(item.issuer)
    yield _Line(3, f"Cơ quan ban hành: {agency.name}." if agency else "")


@_own.register
def _(item: Activity, catalog: Catalog) -> Iterator[_Line]:  # noqa: ARG001 - as above
    for label, text in joining_facts(item):
        yield _Line(2 if label == "Hạn đăng ký" else 4, one_line(f"{label}: {text.rstrip('.')}."))


@_own.register
def _(item: Question, catalog: Catalog) -> Iterator[_Line]:
    yield _Line(3, one_line(f"Người trả lời: {answered_words(catalog, item)}."))


@_own.register
def _(item: Material, catalog: Catalog) -> Iterator[_Line]:  # noqa: ARG001 - as above
    yield from (_Line(3, f"“{slogan.text}”") for slogan in item.slogans)


def _time_and_place(catalog: Catalog, activity: Activity) -> Iterator[_Line]:
    """Without the day an announcement is of no use: it finds room before anything else."""
    yield _Line(1, one_line(notice_words(catalog, activity)))
    label = "Thời gian đã báo trước" if activity.is_off else "Thời gian"
    yield _Line(0, f"{label}: {when_words(activity)}.")
    yield _Line(1, one_line(f"Địa điểm: {activity.venue.rstrip('.')}.") if activity.venue else "")


def _where(catalog: Catalog, item: Item) -> Iterator[_Line]:
    """The places of an item; a policy of some places is never told as one of the whole country."""
    if place := where(catalog, item):
        yield _Line(2, f"Địa bàn: {place}.", instead=SOME_PLACES if isinstance(item, Policy) else "")


def _state(catalog: Catalog, item: Item) -> str:
    """State of a policy or plan as a sentence, with the day from which or to which it holds."""
    state = catalog.state_of(item)
    if state is None:
        return ""
    days = ""
    if isinstance(item, Policy) and item.valid_from.first_day > catalog.today:
        days = f" (áp dụng từ {partial_text(item.valid_from)})"
    elif isinstance(item, Policy) and item.valid_to:
        days = f" (áp dụng đến hết ngày {format_day(item.valid_to)})"
    return f"{state.label[:1].upper()}{state.label[1:]}{days}."


def _checked(item: Item) -> str:
    return f"Kiểm tra lần cuối: {format_day(item.last_checked)}." if item.last_checked else ""


def _who(policy: Policy) -> str:
    """All ways to be entitled, or none: one of several would turn the others away."""
    ways = [str(line).rstrip(".") for line in who_lines(policy.eligibility)]
    return one_line(f"Ai được: {'; hoặc '.join(_small(way) for way in ways)}.")


def _small(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _fit(given: Iterable[_Line], limit: int) -> list[str]:
    """Lines in their order, within `limit` characters with what parts them; those of rank 0 in any case."""
    lines = list(given)
    chosen = [line.text if line.rank == 0 else line.instead for line in lines]
    for index in sorted(range(len(lines)), key=lambda i: lines[i].rank):
        line = lines[index]
        if line.rank and line.text:
            others = [text for i, text in enumerate(chosen) if text and i != index]
            room = limit - sum(map(len, others)) - len(others)
            fits = len(line.text) <= room
            text = line.text if fits else "" if line.is_whole else shortened(line.text, room)
            chosen[index] = text or line.instead
    return [text for text in chosen if text]
