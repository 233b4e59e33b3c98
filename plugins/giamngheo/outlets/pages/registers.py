"""Pages that registers give: topics, places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.register_schema import Place, Topic
from giamngheo.ground.vietnamese import collation_key, format_day
from giamngheo.outlets.pages.lines import capital, place_link, place_now
from giamngheo.outlets.pages.lists import Slice, grouped, slices
from giamngheo.outlets.pages.results import place_chart
from giamngheo.outlets.pages.views import Group, PlaceNames, PlaceView, TopicView
from giamngheo.rendering.aloud import sheet_address
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Later, Page
from giamngheo.rendering.results import Charts, latest_figures

_HOME = Link("Trang chủ", "/")
_LEVELS = {"Cả nước": ("quoc-gia",), "Tỉnh, thành phố": ("tinh",), "Xã, phường": ("huyen", "xa")}


def topic_pages(catalog: Catalog) -> Iterator[Page]:
    """Pages of each topic that has items, and the list of topics."""
    topics = [t for t in catalog.topics if catalog.with_topic(t.id)]
    for topic in topics:
        for part in slices(catalog, f"/chu-de/{topic.id}/", catalog.with_topic(topic.id)):
            yield Page(
                address=part.address,
                template="topic.html",
                title=part.titled(topic.need),  # as on the tile that led here; papers call it otherwise
                description=part.described(f"Chủ đề {topic.name}: chính sách, gương điển hình và kế hoạch."),
                view=Later(partial(_topic_view, catalog, topic, part), lambda: catalog.fingerprint),
                section="chu-de",
                crumbs=(_HOME, Link("Chủ đề", "/chu-de/")),
                feeds=(Link("RSS của chủ đề này", f"/rss/chu-de-{topic.id}.rss"),),
            )
    if topics:
        lines = tuple(
            (Link(t.need, f"/chu-de/{t.id}/"), f"{capital(t.name)} · {len(catalog.with_topic(t.id))} bài")
            for t in topics
        )
        yield _index("/chu-de/", "Chủ đề", "Tìm theo việc bạn cần hỗ trợ.", (Group("", links=lines),), "chu-de")


def _topic_view(catalog: Catalog, topic: Topic, part: Slice) -> TopicView:
    return TopicView(capital(topic.name), topic.id, grouped(catalog, part), part.pager)


def place_pages(catalog: Catalog, charts: Charts) -> Iterator[Page]:
    """Pages of each place that has items, then or now, and the list of places."""
    places = [p for p in catalog.places.values() if catalog.in_place(p.id)]
    places.sort(key=lambda p: collation_key(p.name))
    for place in places:
        name = place_link(catalog, place).label  # names repeat: "Xã Nghĩa Phương" then and now
        for part in slices(catalog, f"/dia-ban/{place.id}/", catalog.in_place(place.id)):
            yield Page(
                address=part.address,
                template="place.html",
                title=part.titled(name),
                description=part.described(f"Chính sách, gương điển hình, kế hoạch xưa và nay: {name}."),
                view=Later(partial(_place_view, catalog, place, part, charts), lambda: catalog.fingerprint),
                section="dia-ban",
                crumbs=(_HOME, Link("Địa bàn", "/dia-ban/")),
                feeds=(Link("RSS của địa bàn này", f"/rss/dia-ban-{place.id}.rss"),),
            )
    if places:
        groups = tuple(_places_group(catalog, title, ids) for title, ids in _by_era(catalog, places) if ids)
        yield _index("/dia-ban/", "Địa bàn", "Tên gọi hiện nay và tên cũ trước khi sắp xếp.", groups, "dia-ban")


def _by_era(catalog: Catalog, places: list[Place]) -> Iterator[tuple[str, list[Place]]]:
    """Names of today by level, those of the past together: nobody looks for a commune among provinces."""
    today = [p for p in places if not _is_gone(catalog, p)]
    for title, levels in _LEVELS.items():
        yield title, [p for p in today if p.level in levels]
    yield "Tên cũ, nay đã thay đổi", [p for p in places if _is_gone(catalog, p)]


def _places_group(catalog: Catalog, title: str, places: list[Place]) -> Group:
    return Group(title, links=tuple((place_link(catalog, p), _count(catalog.in_place(p.id))) for p in places))


def _count(entries: list[Entry]) -> str:
    return f"{len(entries)} bài"


def _place_view(catalog: Catalog, place: Place, part: Slice, charts: Charts) -> PlaceView:
    is_first = part.number == 1
    return PlaceView(
        names=_names(catalog, place) if is_first else None,
        note=place.note or "",
        sheet=sheet_address(place),
        groups=grouped(catalog, part),
        pager=part.pager,
        results=tuple(latest_figures(catalog, place.id)) if is_first else (),
        chart=place_chart(catalog, place.id, charts) if is_first else None,
    )


def _names(catalog: Catalog, place: Place) -> PlaceNames:
    """What the place is called, since and until when, and whom people there ask today."""
    now = catalog.now_called(place)
    return PlaceNames(
        is_gone=_is_gone(catalog, place),
        is_country=_is_country(place),
        above=tuple(place_link(catalog, p) for p in catalog.above(place.id)[1:2] if not _is_country(p)),
        since=format_day(place.from_) if place.from_ else "",
        until=format_day(place.until) if place.until else "",
        now=place_now(catalog, place),
        formerly=tuple(place_link(catalog, p) for p in catalog.formerly(place.id)),
        ask=_committee(now if _is_gone(catalog, place) else [place]),
    )


def _is_country(place: Place) -> bool:
    """To say of a province that it belonged to Việt Nam then sounds as if it did no longer."""
    return place.level == "quoc-gia"


def _committee(places: list[Place]) -> str:
    """The committee that takes papers: that of the commune, by name where only one is left."""
    only = places[0] if len(places) == 1 else None
    return f"Ủy ban nhân dân {only.full_name if only and only.level == 'xa' else 'xã, phường nơi bạn ở'}"


def _is_gone(catalog: Catalog, place: Place) -> bool:
    return bool(place.until and place.until < catalog.today)


def _index(address: str, title: str, intro: str, groups: tuple[Group, ...], section: str) -> Page:
    return Page(
        address=address,
        template="index_list.html",
        title=title,
        description=intro,
        view=groups,
        section=section,
        crumbs=(_HOME,),
    )
