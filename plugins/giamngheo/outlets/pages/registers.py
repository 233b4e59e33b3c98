"""Pages that registers give: topics, places."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.register_schema import Place
from giamngheo.ground.vietnamese import collation_key, format_day
from giamngheo.outlets.pages.lines import capital, place_link, place_now
from giamngheo.outlets.pages.lists import Slice, grouped, slices
from giamngheo.outlets.pages.results import place_chart
from giamngheo.outlets.pages.views import Group, PlaceView, TopicView
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page
from giamngheo.rendering.results import Charts, latest_figures

_HOME = Link("Trang chủ", "/")


def topic_pages(catalog: Catalog) -> Iterator[Page]:
    """Pages of each topic that has items, and the list of topics."""
    topics = [t for t in catalog.topics if catalog.with_topic(t.id)]
    for topic in topics:
        for part in slices(catalog, f"/chu-de/{topic.id}/", catalog.with_topic(topic.id)):
            yield Page(
                address=part.address,
                template="topic.html",
                title=part.titled(capital(topic.name)),
                description=part.described(f"{topic.need}: chính sách, gương điển hình và kế hoạch."),
                view=TopicView(topic.need, topic.id, grouped(catalog, part), part.pager),
                section="chu-de",
                crumbs=(_HOME, Link("Chủ đề", "/chu-de/")),
                feeds=(Link("RSS của chủ đề này", f"/rss/chu-de-{topic.id}.rss"),),
            )
    if topics:
        lines = tuple(
            (Link(capital(t.name), f"/chu-de/{t.id}/"), f"{t.need} · {len(catalog.with_topic(t.id))} bài")
            for t in topics
        )
        yield _index("/chu-de/", "Chủ đề", "Tìm theo việc bạn cần hỗ trợ.", (Group("", links=lines),), "chu-de")


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
                view=_place_view(catalog, place, part, charts),
                section="dia-ban",
                crumbs=(_HOME, Link("Địa bàn", "/dia-ban/")),
                feeds=(Link("RSS của địa bàn này", f"/rss/dia-ban-{place.id}.rss"),),
            )
    if places:
        groups = tuple(_places_group(catalog, title, ids) for title, ids in _by_era(catalog, places))
        yield _index("/dia-ban/", "Địa bàn", "Tên gọi hiện nay và tên cũ trước khi sắp xếp.", groups, "dia-ban")


def _by_era(catalog: Catalog, places: list[Place]) -> Iterator[tuple[str, list[Place]]]:
    def is_gone(place: Place) -> bool:
        return bool(place.until and place.until < catalog.today)

    yield "Hiện nay", [p for p in places if not is_gone(p)]
    yield "Tên cũ, nay đã thay đổi", [p for p in places if is_gone(p)]


def _places_group(catalog: Catalog, title: str, places: list[Place]) -> Group:
    return Group(title, links=tuple((place_link(catalog, p), _count(catalog.in_place(p.id))) for p in places))


def _count(entries: list[Entry]) -> str:
    return f"{len(entries)} bài"


def _place_view(catalog: Catalog, place: Place, part: Slice, charts: Charts) -> PlaceView:
    above = catalog.above(place.id)[1:2]
    today = (Link(format_day(place.from_)),) if place.from_ else ()
    ended = (Link(format_day(place.until)),) if place.until else ()
    facts = [
        ("Thuộc", tuple(place_link(catalog, p) for p in above)),
        ("Có từ", today),
        ("Tồn tại đến", ended),
        ("Nay là", place_now(catalog, place)),
        ("Trước đây là", tuple(place_link(catalog, p) for p in catalog.formerly(place.id))),
    ]
    return PlaceView(
        facts=tuple((label, links) for label, links in facts if links),
        note=place.note or "",
        groups=grouped(catalog, part),
        pager=part.pager,
        results=tuple(latest_figures(catalog, place.id)) if part.number == 1 else (),
        chart=place_chart(catalog, place.id, charts) if part.number == 1 else None,
    )


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
