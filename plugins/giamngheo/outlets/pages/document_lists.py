"""Lists of documents by type, year, issuer and state, and the records that the search on the page reads.

Nghị định 42/2022/NĐ-CP asks pages of state bodies to let readers look documents up by these. Lists are plain pages
of links; the search only reads the records when somebody begins to type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.register_schema import Document
from giamngheo.ground.json_text import compact
from giamngheo.ground.vietnamese import collation_key, slugify
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.pages.lines import capital, document_line
from giamngheo.outlets.pages.lists import page_address, pages_near
from giamngheo.outlets.pages.views import DocumentsView, Facet, Pager
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import OutputFile, Page

INDEX = "/van-ban/danh-sach.json"
_INTRO = "Luật, nghị định, quyết định, kế hoạch mà các bài dẫn làm căn cứ, kèm tình trạng hiệu lực."
_HOME = Link("Trang chủ", "/")
_UNKNOWN_YEAR = "chua-ro"


class _Group(Struct, frozen=True):
    """Documents with one value of one facet."""

    facet: str
    value: str
    label: str
    documents: tuple[Document, ...]

    @property
    def address(self) -> str:
        return f"/van-ban/theo-{self.facet}/{self.value}/"


def document_list_pages(catalog: Catalog) -> Iterator[Page]:
    """The list of all documents, newest first, and one for each type, year, issuer and state."""
    documents = _sorted(catalog.documents.values())
    if not documents:
        return
    groups = {facet: _groups(catalog, facet, documents) for facet in _FACETS}
    facets = tuple(_facet(facet, groups[facet]) for facet in _FACETS)
    yield from _list_pages(catalog, ("/van-ban/", "Văn bản", _INTRO), documents, facets)
    for group in (group for facet in _FACETS for group in groups[facet]):
        about = f"{group.label}: {len(group.documents)} văn bản, mới nhất ở trên, kèm tình trạng hiệu lực."
        title = f"Văn bản: {group.label}"
        yield from _list_pages(catalog, (group.address, title, about), group.documents, ())


def document_index(catalog: Catalog) -> Iterator[OutputFile]:
    """Records for the search on the page: short rows, names of issuers and states once each."""
    documents = _sorted(catalog.documents.values())
    if not documents:
        return
    states = {slugify(s.label): [s.label, s.tone] for s in map(catalog.state_of_document, documents)}
    issuers = {d.issuer: _issuer(catalog, d) for d in documents}
    rows = [_record(catalog, document) for document in documents]
    records = {"co-quan": dict(sorted(issuers.items())), "tinh-trang": dict(sorted(states.items())), "van-ban": rows}
    yield OutputFile(INDEX, compact(records))


def _record(catalog: Catalog, document: Document) -> list[str]:
    line = document_line(catalog, document)
    state = slugify(line.state.label)
    return [document.id, line.number, line.title, document.type, document.issuer, _year(document), state, line.issued]


def _sorted(documents: Iterable[Document]) -> list[Document]:
    """Newest first, those without a day last."""
    return sorted(documents, key=lambda d: (-d.issued.first_day.toordinal() if d.issued else 0, d.id))


def _groups(catalog: Catalog, facet: str, documents: Sequence[Document]) -> list[_Group]:
    found: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        found.setdefault(_value(catalog, facet, document), []).append(document)
    groups = [_Group(facet, value, label, tuple(members)) for (value, label), members in found.items()]
    if facet == "nam":
        return sorted(groups, key=lambda group: group.value, reverse=True)
    if facet == "loai":
        return sorted(groups, key=lambda group: list(TYPE_NAMES).index(group.value))
    return sorted(groups, key=lambda group: collation_key(group.label))


def _value(catalog: Catalog, facet: str, document: Document) -> tuple[str, str]:
    """Value in addresses, and label, of one facet of a document."""
    if facet == "loai":
        return document.type, TYPE_NAMES[document.type]
    if facet == "nam":
        year = _year(document)
        return year or _UNKNOWN_YEAR, f"năm {year}" if year else "chưa rõ năm"
    if facet == "co-quan":
        return document.issuer, _issuer(catalog, document)
    label = catalog.state_of_document(document).label
    return slugify(label), label


_FACETS = {"loai": "Loại văn bản", "nam": "Năm ban hành", "co-quan": "Cơ quan ban hành", "tinh-trang": "Tình trạng"}


def _facet(name: str, groups: Sequence[_Group]) -> Facet:
    choices = ((Link(capital(g.label), g.address), g.value, len(g.documents)) for g in groups)
    return Facet(name, _FACETS[name], tuple(choices))


def _list_pages(
    catalog: Catalog, about: tuple[str, str, str], documents: Sequence[Document], facets: tuple[Facet, ...]
) -> Iterator[Page]:
    """Every page of one list; `about` is its address, title and description."""
    root, title, description = about
    size = max(1, catalog.settings.page_size)
    count = -(-len(documents) // size)
    for number in range(1, count + 1):
        links = tuple(Link(str(n), page_address(root, n)) for n in pages_near(number, count))
        chunk = documents[(number - 1) * size : number * size]
        lines = tuple(document_line(catalog, document) for document in chunk)
        yield Page(
            address=page_address(root, number),
            template="documents.html",
            title=title if number == 1 else f"{title}, trang {number}",
            description=description if number == 1 else f"{description} Trang {number}.",
            view=DocumentsView(lines, len(documents), facets, INDEX, Pager(number, links) if links else None),
            section="van-ban",
            crumbs=(_HOME,) if root == "/van-ban/" else (_HOME, Link("Văn bản", "/van-ban/")),
            scripts=("van-ban",) if facets else (),
        )


def _year(document: Document) -> str:
    return str(document.issued.year) if document.issued else ""


def _issuer(catalog: Catalog, document: Document) -> str:
    agency = catalog.agencies.get(document.issuer)
    return agency.name if agency else document.issuer
