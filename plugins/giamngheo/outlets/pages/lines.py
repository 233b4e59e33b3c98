"""Small pieces that many pages share: cards, document lines, names of places then and now."""

from __future__ import annotations

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.register_schema import Document, Place
from giamngheo.content.schema import Period
from giamngheo.ground.vietnamese import format_day, format_partial
from giamngheo.outlets.pages.views import Card, DocumentLine
from giamngheo.rendering.figures import Link, partial_text
from giamngheo.rendering.kinds import words_of


def item_card(catalog: Catalog, entry: Entry) -> Card:
    """An item as it stands in lists."""
    item = entry.item
    places = [catalog.places[p].full_name for p in item.places if p in catalog.places and p != "ca-nuoc"]
    return Card(
        address=entry.address,
        title=item.title,
        summary=words_of(item).group.gist(item),
        day=format_day(item.date),
        day_iso=item.date.isoformat(),
        section=item.SECTION_NAME,
        motif=item.topics[0],
        place=capital(", ".join(places)),
        state=catalog.state_of(item),
        when=capital(words_of(item).when(item)),
    )


def document_line(catalog: Catalog, document: Document) -> DocumentLine:
    """A document as it stands in lists."""
    agency = catalog.agencies.get(document.issuer)
    return DocumentLine(
        address=f"/van-ban/{document.id}/",
        number=document.number,
        title=document.title,
        issuer=agency.name if agency else document.issuer,
        issued=format_partial(document.issued) if document.issued else "",
        state=catalog.state_of_document(document),
    )


def place_link(catalog: Catalog, place: Place) -> Link:
    """A place by its full name with the one above it; linked where the place has a page."""
    above = catalog.above(place.id)[1:2]
    suffix = f", {above[0].full_name}" if above and above[0].level != "quoc-gia" else ""
    address = f"/dia-ban/{place.id}/" if catalog.in_place(place.id) else ""
    return Link(capital(place.full_name + suffix), address)


def place_now(catalog: Catalog, place: Place) -> tuple[Link, ...]:
    """What the place is called today, if it has changed."""
    return tuple(place_link(catalog, p) for p in catalog.now_called(place))


def capital(text: str) -> str:
    """The same text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def period_text(period: Period) -> str:
    """From when to when, as read: "năm 2023", "từ năm 2021 đến năm 2025", "từ năm 2014"."""
    start = partial_text(period.from_)
    if period.to is None:
        return f"từ {start}"
    return start if period.to == period.from_ else f"từ {start} đến {partial_text(period.to)}"
