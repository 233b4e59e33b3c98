"""Which feeds there are, and which entries belong to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.loader import LoadedItem
from giamngheo.content.register_schema import Place
from giamngheo.content.results.reading import LoadedSeries
from giamngheo.content.results.series import Series
from giamngheo.content.schema import KINDS, Item
from giamngheo.ground.vietnamese import collation_key
from giamngheo.outlets.feeds.posts import (
    Picture,
    Post,
    correction_posts,
    gone_posts,
    item_posts,
    spoken_post,
    withdrawal_post,
)
from giamngheo.rendering.outputs import Sound, SpokenText

NEWSPAPER, BROADCASTER = "bao-chi", "phat-thanh"
GENERAL, NEWSROOMS, SECTIONS, TOPICS, PLACES = "Tất cả", "Cho tòa soạn", "Chuyên mục", "Chủ đề", "Địa bàn"
"""Groups of the list of feeds, in its order."""


class Subject(Struct, frozen=True, eq=False):
    """What a feed is about: its name in the address, the page it belongs to, its entries (oldest first).

    Among `posts` are places of entries that are gone: archives count them.
    """

    name: str
    title: str
    about: str
    page: str
    group: str
    posts: tuple[Post, ...]

    @property
    def preview(self) -> str:
        """Path of the page that shows the feed to people."""
        return f"/rss/{self.name}/"

    @property
    def keeps_full_text(self) -> bool:
        """True when archives hold whole texts; in all feeds they would make the site several times larger."""
        return self.group == NEWSROOMS


class _Told(Struct, frozen=True, eq=False):
    """One item or series, public or withdrawn, with all its entries."""

    item: Item | Series
    places: tuple[str, ...]
    posts: tuple[Post, ...]


def find_subjects(
    catalog: Catalog, pictures: Mapping[str, Picture], spoken: Mapping[str, SpokenText], sounds: Mapping[str, Sound]
) -> tuple[Subject, ...]:
    """Every feed that has, or once had, something to say."""
    told = _told(catalog, pictures)
    name = catalog.settings.name
    posts = _sorted(told)
    subjects = [
        Subject("home", name, "Mọi bài mới của trang này.", "/", GENERAL, posts),
        Subject(
            NEWSPAPER,
            f"Dành cho báo chí · {name}",
            "Mọi bài, toàn văn kèm ảnh, người biên soạn, quyền sử dụng và nơi liên hệ; kho lưu cũng là toàn văn.",
            "/rss/",
            NEWSROOMS,
            posts,
        ),
        *_broadcaster(told, spoken, sounds, name),
        *_sections(catalog, told),
        *_topics(catalog, told),
        *_places(catalog, told),
    ]
    return tuple(subjects)


def _told(catalog: Catalog, pictures: Mapping[str, Picture]) -> list[_Told]:
    fresh = {entry.item.id for entry in catalog.current(catalog.entries)}
    return [
        *(_of_public(catalog, entry, pictures, is_fresh=entry.item.id in fresh) for entry in catalog.entries),
        *(_of_withdrawn(catalog, loaded) for loaded in catalog.withdrawn),
        *_of_series(catalog),
    ]


def _of_series(catalog: Catalog) -> Iterator[_Told]:
    """Series are no entries, but newsrooms that printed a figure must hear that it was wrong."""
    for series in catalog.results:
        if posts := tuple(correction_posts(catalog, series.item, series.address)):
            yield _Told(series.item, series.places, posts)
    for loaded in catalog.withdrawn_results:
        yield _of_withdrawn(catalog, loaded)


def _of_public(catalog: Catalog, entry: Entry, pictures: Mapping[str, Picture], *, is_fresh: bool) -> _Told:
    item = entry.item
    posts = item_posts(catalog, entry, pictures) if is_fresh else gone_posts(item, catalog.today)
    return _Told(item, item.places, tuple(posts))


def _of_withdrawn(catalog: Catalog, loaded: LoadedItem | LoadedSeries) -> _Told:
    notice = withdrawal_post(catalog, loaded)
    item = loaded.item
    places = loaded.places if isinstance(loaded, LoadedSeries) else loaded.item.places
    return _Told(item, places, (*gone_posts(loaded.item, catalog.today), *((notice,) if notice else ())))


def _sorted(told: list[_Told]) -> tuple[Post, ...]:
    posts = chain.from_iterable(one.posts for one in told)
    return tuple(sorted(posts, key=lambda p: (p.published, p.identity)))


def _broadcaster(
    told: list[_Told], spoken: Mapping[str, SpokenText], sounds: Mapping[str, Sound], name: str
) -> Iterator[Subject]:
    if not spoken:
        return
    items = (one for one in told if isinstance(one.item, Item))
    chosen = [_aloud(one, spoken, sounds) for one in items if one.item.id in spoken or one.item.withdrawn]
    about = "Lời đọc sẵn cho phát thanh: số giây và mức ưu tiên nằm trong từng bài."
    yield Subject(
        BROADCASTER, f"Dành cho phát thanh · {name}", about, "/rss/", NEWSROOMS, _sorted([t for t in chosen if t.posts])
    )


def _aloud(one: _Told, spoken: Mapping[str, SpokenText], sounds: Mapping[str, Sound]) -> _Told:
    text = spoken.get(one.item.id)
    if text is None or isinstance(one.item, Series):
        return one
    first, *notices = one.posts
    if first.is_gone:
        return one
    aloud = spoken_post(first, text, one.item.broadcast_priority, sounds.get(one.item.id))
    return replace(one, posts=(aloud, *notices))


def _sections(catalog: Catalog, told: list[_Told]) -> Iterator[Subject]:
    pages = {type(entry.item) for entry in catalog.entries}
    for kind in KINDS:
        posts = _sorted([one for one in told if isinstance(one.item, kind)])
        if posts or kind in pages:  # pages link to the feed, expired items or not
            title, about = f"{kind.SECTION_NAME} · {catalog.settings.name}", f"Bài mới trong mục {kind.SECTION_NAME}."
            page = f"/{kind.SECTION}/" if kind in pages else "/"
            yield Subject(kind.SECTION, title, about, page, SECTIONS, posts)


def _topics(catalog: Catalog, told: list[_Told]) -> Iterator[Subject]:
    by_topic: dict[str, list[_Told]] = {}
    for one in told:
        for name in dict.fromkeys(one.item.topics):
            by_topic.setdefault(name, []).append(one)
    for topic in catalog.topics:
        has_page = bool(catalog.with_topic(topic.id))
        if topic.id in by_topic or has_page:
            title, about = f"{_capital(topic.name)} · {catalog.settings.name}", f"Bài về {topic.name}."
            page = f"/chu-de/{topic.id}/" if has_page else "/"
            yield Subject(f"chu-de-{topic.id}", title, about, page, TOPICS, _sorted(by_topic.get(topic.id, [])))


def _places(catalog: Catalog, told: list[_Told]) -> Iterator[Subject]:
    by_place: dict[str, list[_Told]] = {}
    for one in told:
        for reached in dict.fromkeys(p.id for name in one.places for p in catalog.reaches(name)):
            by_place.setdefault(reached, []).append(one)
    for place in sorted(catalog.places.values(), key=lambda p: (collation_key(p.name), p.id)):
        has_page = bool(catalog.in_place(place.id))
        if place.id in by_place or has_page:
            name = place_name(catalog, place)
            title, about = f"{name} · {catalog.settings.name}", f"Bài về {place.full_name} và mọi nơi thuộc địa bàn ấy."
            page = f"/dia-ban/{place.id}/" if has_page else "/"
            yield Subject(f"dia-ban-{place.id}", title, about, page, PLACES, _sorted(by_place.get(place.id, [])))


def place_name(catalog: Catalog, place: Place) -> str:
    """Full name with the place above it, because names repeat: "Xã Lục Nam, tỉnh Bắc Ninh"."""
    above = catalog.above(place.id)[1:2]
    suffix = f", {above[0].full_name}" if above and above[0].level != "quoc-gia" else ""
    return _capital(place.full_name + suffix)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
