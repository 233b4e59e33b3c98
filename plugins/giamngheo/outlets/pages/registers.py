"""Pages that registers give: topics, places, documents."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.register_schema import DOCUMENT_TYPES, Document, Place
from giamngheo.ground.vietnamese import collation_key, format_day, format_partial
from giamngheo.outlets.pages.lines import capital, document_line, item_card, place_link, place_now
from giamngheo.outlets.pages.lists import Slice, grouped, slices
from giamngheo.outlets.pages.views import DocumentView, Group, PlaceView, TopicView
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page

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
                description=f"{topic.need}: chính sách, gương điển hình và kế hoạch.",
                view=TopicView(topic.need, topic.id, grouped(catalog, part), part.pager),
                section="chu-de",
                crumbs=(_HOME, Link("Chủ đề", "/chu-de/")),
            )
    if topics:
        lines = tuple(
            (Link(capital(t.name), f"/chu-de/{t.id}/"), f"{t.need} · {len(catalog.with_topic(t.id))} bài")
            for t in topics
        )
        yield _index("/chu-de/", "Chủ đề", "Tìm theo việc bạn cần hỗ trợ.", (Group("", links=lines),), "chu-de")


def place_pages(catalog: Catalog) -> Iterator[Page]:
    """Pages of each place that has items, then or now, and the list of places."""
    places = [p for p in catalog.places.values() if catalog.in_place(p.id)]
    places.sort(key=lambda p: collation_key(p.name))
    for place in places:
        for part in slices(catalog, f"/dia-ban/{place.id}/", catalog.in_place(place.id)):
            yield Page(
                address=part.address,
                template="place.html",
                title=part.titled(place_link(catalog, place).label),  # names repeat: "Xã Nghĩa Phương" then and now
                description=f"Chính sách, gương điển hình, kế hoạch của {place.full_name} xưa và nay.",
                view=_place_view(catalog, place, part),
                section="dia-ban",
                crumbs=(_HOME, Link("Địa bàn", "/dia-ban/")),
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


def _place_view(catalog: Catalog, place: Place, part: Slice) -> PlaceView:
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
    )


def document_pages(catalog: Catalog) -> Iterator[Page]:
    """One page per document of the register, and the list of them by type."""
    documents = list(catalog.documents.values())
    for document in documents:
        for part in slices(catalog, f"/van-ban/{document.id}/", catalog.citing(document.id)):
            yield _document_page(catalog, document, part)
    if documents:
        groups = tuple(g for t, name in DOCUMENT_TYPES.items() if (g := _documents_group(catalog, t, name)).links)
        intro = "Luật, nghị định, quyết định, kế hoạch mà các bài dẫn làm căn cứ, kèm tình trạng hiệu lực hôm nay."
        yield _index("/van-ban/", "Văn bản", intro, groups, "van-ban")


def _documents_group(catalog: Catalog, kind: str, name: str) -> Group:
    documents = [d for d in catalog.documents.values() if d.type == kind]
    documents.sort(key=lambda d: d.issued.first_day.toordinal() if d.issued else 0, reverse=True)
    links = ((document_line(catalog, d), d) for d in documents)
    return Group(
        name, links=tuple((Link(f"{line.number}: {d.title}", line.address), line.state.label) for line, d in links)
    )


def _document_page(catalog: Catalog, document: Document, part: Slice) -> Page:
    name = DOCUMENT_TYPES[document.type]
    return Page(
        address=part.address,
        template="document.html",
        title=part.titled(f"{name} {document.number}"),
        description=document.title,
        view=_document_view(catalog, document, part),
        section="van-ban",
        crumbs=(_HOME, Link("Văn bản", "/van-ban/")),
    )


def _document_view(catalog: Catalog, document: Document, part: Slice) -> DocumentView:
    documents = catalog.documents
    newer = tuple(document_line(catalog, documents[d]) for d in document.replaced_by if d in documents)
    plan = catalog.plan_of(document.id)
    return DocumentView(
        state=catalog.state_of_document(document),
        facts=tuple((label, link) for label, link in _document_facts(catalog, document) if link.label),
        replaced_by=newer,
        replaces=tuple(document_line(catalog, d) for d in catalog.replaced_documents(document.id)),
        note=document.note or "",
        plan=Link(plan.item.title, plan.address) if plan else None,
        cited=tuple(item_card(catalog, e) for e in part.entries),
        pager=part.pager,
    )


def _document_facts(catalog: Catalog, document: Document) -> list[tuple[str, Link]]:
    agency = catalog.agencies.get(document.issuer)
    return [
        ("Số, ký hiệu", Link(document.number)),
        ("Loại", Link(DOCUMENT_TYPES[document.type])),
        ("Cơ quan ban hành", Link(agency.name if agency else document.issuer)),
        ("Ngày ban hành", Link(format_partial(document.issued) if document.issued else "")),
        ("Có hiệu lực từ", Link(format_day(document.valid_from) if document.valid_from else "")),
        ("Hết hiệu lực sau", Link(format_day(document.valid_to) if document.valid_to else "")),
        ("Giai đoạn thực hiện đến", Link(format_day(document.period_to) if document.period_to else "")),
        ("Người ký", Link(document.signer or "")),
        ("Nguồn", Link(document.source or document.url or "", document.url or "")),
    ]


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
