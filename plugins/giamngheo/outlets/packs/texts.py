"""The three texts of a pack: title, description, and what an official posts in a group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Item
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.packs.sentences import shortened
from giamngheo.rendering.kinds import MUST, Telling, words_of
from giamngheo.rendering.kinds.words import READ_ON
from giamngheo.rendering.sharing import one_line, shared_title, state_words, where

DESCRIPTION_LIMIT, GROUP_LIMIT = 300, 500
"""Characters."""

DEMONSTRATION = "Bản trình diễn, chưa phải trang của cơ quan nhà nước."


class PackTexts(Struct, frozen=True):
    """Plain texts, composed (NFC); `group` has lines and ends with the full address."""

    title: str
    description: str
    group: str


def pack_texts(catalog: Catalog, item: Item, site_url: str) -> PackTexts:
    """Texts of an item; `site_url` ends with a slash."""
    title = shared_title(catalog, item)
    read_on = READ_ON if catalog.is_over(item) else words_of(item).group.read_on
    standing = " ".join(filter(None, (_state(catalog, item), _checked(item))))
    group = [Telling(MUST, title), *_content(catalog, item), Telling(MUST, standing)]
    if catalog.settings.is_demonstration:
        group.append(Telling(MUST, DEMONSTRATION))
    group.append(Telling(MUST, f"{read_on}: {site_url}id/{item.id}/"))
    description = " ".join(_fit(_description(catalog, item), DESCRIPTION_LIMIT))
    return PackTexts(title, description, "\n".join(_fit(group, GROUP_LIMIT)))


def pack_file(texts: PackTexts) -> str:
    """The three texts in one file."""
    return f"TIÊU ĐỀ\n{texts.title}\n\nMÔ TẢ\n{texts.description}\n\nLỜI ĐĂNG TRONG NHÓM\n{texts.group}\n"


def _description(catalog: Catalog, item: Item) -> Iterator[Telling]:
    """A state that must be read first comes first, any other after what the item says."""
    is_urgent = bool(state_words(catalog, item))
    if is_urgent:
        yield Telling(MUST, _state(catalog, item))
    yield from words_of(item).group.opening(catalog, item)
    yield Telling(1, one_line(item.summary), is_whole=False)
    yield from _where(catalog, item)
    yield Telling(MUST, " ".join(filter(None, ("" if is_urgent else _state(catalog, item), _checked(item)))))


def _content(catalog: Catalog, item: Item) -> Iterator[Telling]:
    words = words_of(item).group
    yield from words.opening(catalog, item)
    yield Telling(1, one_line(words.gist(item)), is_whole=False)
    yield from _where(catalog, item)
    yield from words.own(catalog, item)


def _where(catalog: Catalog, item: Item) -> Iterator[Telling]:
    if place := where(catalog, item):
        yield Telling(2, f"Địa bàn: {place}.", instead=words_of(item).group.some_places)


def _state(catalog: Catalog, item: Item) -> str:
    """State of an item as a sentence, with the day from which or to which it holds."""
    state = catalog.state_of(item)
    if state is None:
        return ""
    days = words_of(item).group.days_of_state(catalog, item)
    return f"{state.label[:1].upper()}{state.label[1:]}{days}."


def _checked(item: Item) -> str:
    return f"Kiểm tra lần cuối: {format_day(item.last_checked)}." if item.last_checked else ""


def _fit(given: Iterable[Telling], limit: int) -> list[str]:
    """Lines in their order, within `limit` characters with what parts them; those of rank `MUST` in any case."""
    lines = list(given)
    chosen = [line.text if line.rank == MUST else line.instead for line in lines]
    for index in sorted(range(len(lines)), key=lambda i: lines[i].rank):
        line = lines[index]
        if line.rank != MUST and line.text:
            others = [text for i, text in enumerate(chosen) if text and i != index]
            room = limit - sum(map(len, others)) - len(others)
            fits = len(line.text) <= room
            text = line.text if fits else "" if line.is_whole else shortened(line.text, room)
            chosen[index] = text or line.instead
    return [text for text in chosen if text]
