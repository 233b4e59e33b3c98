"""What a leaflet says of a policy: the words of its page in the order of a folded sheet, and what may be left out.

A leaflet that drops a condition misleads: a part stands whole or says where it can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Policy, Step
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.eligibility_words import WhoLine, who_lines
from giamngheo.rendering.figures import figure_view, headline, partial_text
from giamngheo.rendering.place_words import place_words

Look = Literal["text", "large", "item", "inner", "step", "detail", "small"]

CHECK_FIRST = "Hãy hỏi Ủy ban nhân dân xã, phường trước khi làm hồ sơ."
OUTDATED = "Tờ này có thể đã cũ. Quét mã vuông hoặc mở địa chỉ trên để xem bản mới nhất."
SOME_PLACES = "Chỉ áp dụng ở một số nơi, xem tên ở trang."
DEMONSTRATION = "Bản trình diễn, chưa phải tài liệu của cơ quan nhà nước."


class Words(Struct, frozen=True):
    """A paragraph and how it looks; where room is short the highest `rank` is left out first."""

    look: Look
    text: str
    rank: int = 0


class Section(Struct, frozen=True):
    """Paragraphs under a heading; `instead` stands where all of them had to go, `more` where some had."""

    title: str
    words: tuple[Words, ...]
    instead: str
    more: str = ""
    begins_panel: bool = False
    """Stands at the top of a panel, where that is possible."""


class Leaflet(Struct, frozen=True):
    """A folded sheet: cover, what opens first, inside, and back; `state` where a day ends or begins it."""

    topic: str
    kicker: str
    title: str
    state: str
    place: str
    first: tuple[Section, ...]
    inside: tuple[Section, ...]
    back: tuple[Section, ...]
    address: str
    portal: str
    checked: str


def leaflet_of(catalog: Catalog, policy: Policy, site_url: str) -> Leaflet:
    """The leaflet of a policy; `site_url` ends with a slash. Nothing of it depends on the day but states."""
    names = catalog.topic_names
    portal = catalog.settings.name
    return Leaflet(
        topic=policy.topics[0],
        kicker=names.get(policy.topics[0], policy.SECTION_NAME),
        title=policy.title,
        state=_limits(catalog, policy),
        place=_places(catalog, policy),
        first=_written(_in_short(catalog, policy), _where(catalog, policy), _when(policy)),
        inside=_written(_benefit(policy), _who(policy), _how(policy), _amounts(catalog, policy)),
        back=_written(_basis(catalog, policy)),
        address=f"{site_url}id/{policy.id}/",
        portal=f"{portal}. {DEMONSTRATION}" if catalog.settings.is_demonstration else portal,
        checked=format_day(policy.last_checked),
    )


def _limits(catalog: Catalog, policy: Policy) -> str:
    """From when or until when, by the calendar: "sắp hết hiệu lực" would be wrong on paper a month later."""
    if policy.valid_from.first_day > catalog.today:
        return f"Áp dụng từ {partial_text(policy.valid_from)}"
    return f"Chỉ áp dụng đến hết ngày {format_day(policy.valid_to)}" if policy.valid_to else ""


def _written(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.words)


def _in_short(catalog: Catalog, policy: Policy) -> Section:
    views = tuple(figure_view(catalog, policy, figure) for figure in policy.amounts)
    main = headline(policy, views, catalog.state_of(policy))
    words = [Words("large", main.text, 1), Words("detail", main.label, 1)] if main else []
    return Section("Nói ngắn gọn", (*words, Words("text", policy.summary)), "Xem ở trang.")


def _benefit(policy: Policy) -> Section:
    return Section("Được gì", (Words("text", policy.benefit, 1),), "Quyền lợi kể dài, xem ở trang.")


def _amounts(catalog: Catalog, policy: Policy) -> Section:
    views = (figure_view(catalog, policy, figure) for figure in policy.amounts)
    shown = (f"{v.label}: {v.text} ({v.when}){_note(v.note)}" for v in views if v.is_in_force or "từ" in v.when)
    words = tuple(Words("item", text, 3) for text in shown)
    return Section("Các mức", words, "Các mức kèm ngày và nguồn: xem ở trang.", begins_panel=True)


def _note(note: str) -> str:
    return f". {note}" if note else ""


def _who(policy: Policy) -> Section:
    words = tuple(word for line in who_lines(policy.eligibility) for word in _way(line, "item"))
    return Section(
        "Ai được", words, "Điều kiện dài, không in hết ở đây được. Đừng vội nghĩ mình không được: xem ở trang."
    )


def _way(line: WhoLine, look: Look) -> Iterator[Words]:
    yield Words(look, line.text)
    for option in line.options:
        yield from _way(option, "inner")


def _how(policy: Policy) -> Section:
    words = tuple(word for number, step in enumerate(policy.steps, 1) for word in _step(number, step))
    return Section(
        "Làm thế nào",
        words,
        "Cách làm kể dài, xem ở trang.",
        "Nơi làm, giấy tờ, thời gian của từng bước: xem ở trang.",
        begins_panel=True,
    )


def _step(number: int, step: Step) -> Iterator[Words]:
    yield Words("step", f"{number}. {step.do}", 1)
    details = (
        ("Ở đâu", step.where),
        ("Giấy tờ", "; ".join(step.papers)),
        ("Bao lâu", step.days),
        ("Lệ phí", step.fee),
        ("Ai quyết định", step.decides),
    )
    yield from (Words("detail", f"{label}: {text}", 2) for label, text in details if text)


def _where(catalog: Catalog, policy: Policy) -> Section:
    lines = [f"{line.label}: {line.number}" for line in catalog.settings.contact.hotlines]
    words = [Words("text", policy.contact, 1)] if policy.contact else []
    return Section("Hỏi ở đâu", (*words, *(Words("text", text, 2) for text in lines)), "Xem ở trang.")


def _when(policy: Policy) -> Section:
    until = f", đến hết ngày {format_day(policy.valid_to)}" if policy.valid_to else ". Chưa ghi ngày hết hạn"
    words = [Words("text", f"Áp dụng từ {partial_text(policy.valid_from)}{until}.")]
    if policy.season:
        (month, day), (last_month, last_day) = policy.season.from_, policy.season.to
        when = f"Hằng năm, từ {day}/{month} đến hết {last_day}/{last_month}"
        words.append(Words("text", f"{when}: {policy.season.what}", 2))
    return Section("Đến khi nào", tuple(words), "Xem ở trang.", "Thời gian cần làm trong năm: xem ở trang.")


def _basis(catalog: Catalog, policy: Policy) -> Section:
    documents = [catalog.documents[d].number for d in policy.legal_basis if d in catalog.documents]
    return Section("Căn cứ", tuple(Words("text", number, 3) for number in documents), "Xem ở trang.")


def _places(catalog: Catalog, policy: Policy) -> str:
    places = (catalog.places[name] for name in policy.places if name in catalog.places)
    return "; ".join(_capital(place_words(catalog, p)) for p in places if p.level != "quoc-gia") or "Cả nước"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
