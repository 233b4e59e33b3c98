"""Pages of items of any kind: what all of them show; what only one kind shows is made in `kinds`."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.parts import Attachment, Source
from giamngheo.ground.cache import digest
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.pages.covers import drawn_cover
from giamngheo.outlets.pages.kinds import Bodies, PageContext, page_of
from giamngheo.outlets.pages.lines import place_link, place_now
from giamngheo.outlets.pages.views import ChangeLine, ImageView, ItemView, PlaceLine
from giamngheo.rendering.aloud import spoken_links
from giamngheo.rendering.figures import Link, partial_text
from giamngheo.rendering.outputs import Later, Page, Preview
from giamngheo.rendering.printed import file_note
from giamngheo.rendering.sharing import is_shared, pack_address

_CHANGE_KINDS = {"correction": "Đính chính", "revision": "Cập nhật", "minor": "Sửa nhỏ"}


def picture(bodies: Bodies, entry: Entry) -> ImageView | None:
    """The photograph of an item; a story without one has a drawn cover."""
    photograph = bodies.images.get(entry.loaded.path)
    return photograph or (drawn_cover(entry.item.topics[0]) if page_of(entry.item).has_drawn_cover else None)


def item_page(catalog: Catalog, entry: Entry, bodies: Bodies, preview: Preview) -> Page:
    """Page of one public item."""
    item = entry.item
    return Page(
        address=entry.address,
        template=page_of(item).template,
        title=item.title,
        description=item.summary,
        view=Later(partial(_view, catalog, entry, bodies), partial(_digest, catalog, entry, bodies)),
        section=item.SECTION,
        crumbs=(Link("Trang chủ", "/"), Link(item.SECTION_NAME, f"/{item.SECTION}/")),
        feeds=(Link(f"RSS {item.SECTION_NAME}", f"/rss/{item.SECTION}.rss"),),
        scripts=("aloud",),
        id=item.id,
        preview=preview,
    )


def _view(catalog: Catalog, entry: Entry, bodies: Bodies) -> object:
    context = PageContext(catalog, entry, bodies, _common(catalog, entry, bodies))
    return page_of(entry.item).view(context, entry.item)


def _digest(catalog: Catalog, entry: Entry, bodies: Bodies) -> str:
    """Digest of everything the view of an item is made from, but settings, code and day."""
    plans = bodies.plans_digest if page_of(entry.item).shows_plans else ""
    return digest(catalog.fingerprint, bodies.shared_digest, plans, bodies.rendered[entry.loaded.path].digest)


def _common(catalog: Catalog, entry: Entry, bodies: Bodies) -> ItemView:
    item, rendered = entry.item, bodies.rendered[entry.loaded.path]
    checked = item.checked_on
    topics = catalog.topic_names
    limit = timedelta(days=catalog.settings.stale_after_days)
    return ItemView(
        id=item.id,
        title=item.title,
        summary=item.summary,
        state=catalog.state_of(item),
        published=format_day(item.date),
        published_iso=item.date.isoformat(),
        checked=format_day(checked) if checked else "",
        checked_iso=checked.isoformat() if checked else "",
        is_stale=bool(checked and catalog.today - checked > limit),
        author=item.author,
        approved_by=item.approved_by or "",
        html=rendered.html,
        headings=rendered.headings,
        topics=tuple(Link(topics[t], f"/chu-de/{t}/") for t in item.topics if t in topics),
        motif=item.topics[0],
        places=tuple(_place(catalog, p) for p in item.places if p in catalog.places),
        sources=tuple(_source(source) for source in item.sources),
        attachments=tuple(_attachment(attachment, bodies) for attachment in item.attachments),
        changes=tuple(ChangeLine(format_day(c.date), _CHANGE_KINDS[c.kind], c.note) for c in item.changes),
        image=picture(bodies, entry),
        spoken=spoken_links(catalog, item),
        pack=pack_address(item) if is_shared(catalog, item) else "",
    )


def _source(source: Source) -> tuple[Link, str]:
    by = f"{source.publisher}, {partial_text(source.date)}" if source.date else source.publisher
    return Link(source.title, source.url or ""), by


def _attachment(attachment: Attachment, bodies: Bodies) -> tuple[Link, str]:
    address = f"/{attachment.file}"
    return Link(attachment.title, address), file_note(attachment.file, bodies.sizes.get(address))


def _place(catalog: Catalog, name: str) -> PlaceLine:
    place = catalog.places[name]
    return PlaceLine(place_link(catalog, place), place_now(catalog, place), place.note or "")
