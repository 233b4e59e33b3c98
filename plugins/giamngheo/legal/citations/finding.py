"""Finding: all citations of a text, in order, none within another."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.ground.vietnamese import PartialDate
from giamngheo.legal.citations import laws, types
from giamngheo.legal.citations.cleaning import Cleaned, clean
from giamngheo.legal.citations.dates import read_date
from giamngheo.legal.citations.issuers import read_issuer
from giamngheo.legal.citations.pinpoints import read_pinpoints
from giamngheo.legal.citations.symbols import NUMBER, Symbol, read_symbol
from giamngheo.legal.citations.values import Citation, CitationKind

_JOINS = re.compile(r"[ \n]*\)?[ \n]*(?:[,;]|va|hoac|,[ \n]*va)[ \n]*")
_LONGEST_GAP = 200
_LONGEST_ISSUER = 80
_WITHOUT_SO = frozenset({"nghi-dinh", "nghi-quyet", "chi-thi", "thong-tu", "ket-luan"})
"""Types that prose numbers without "số": "Nghị quyết 19 của Trung ương"."""


class _Found(Struct, frozen=True):
    """A name of a document; offsets are those of the cleaned text. `is_typed` tells whether a type stands before it."""

    kind: CitationKind
    start: int
    end: int
    type: str = ""
    number: str = ""
    name: str = ""
    year: int | None = None
    issuer: str = ""
    is_typed: bool = True


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return every citation of `text`, in order of place; never raises, takes time in proportion to its length.

    The number of the text itself in its header ("Số: 52/KH-UBND") is no citation, nor is a congress, a programme
    or a plan without number. Offsets refer to `text` as it is, whatever its form (NFC, NFD) and line ends.
    """
    cleaned = clean(text)
    found = _without_overlaps([*_numbered(cleaned), *_named(cleaned), *_selves(cleaned), *_bare(cleaned)])
    limits = [*(one.start for one in found[1:]), len(cleaned.plain)]
    surrounded = [_surround(cleaned, one, limit) for one, limit in zip(found, limits, strict=False)]
    return tuple(_to_original(cleaned, one) for one in _share_issuers(cleaned, found, surrounded))


def _without_overlaps(found: Iterable[_Found]) -> list[_Found]:
    """Of two that overlap the one that begins first stays, of those the longer."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _numbered(cleaned: Cleaned) -> Iterator[_Found]:
    last: _Found | None = None
    for match in NUMBER.finditer(cleaned.plain):
        symbol = read_symbol(cleaned, match)
        if symbol is None or types.is_own_number(cleaned, match.start()):
            continue
        found = _named_before(cleaned, match.start(), symbol) or _continued(cleaned, match.start(), symbol, last)
        if found:
            last = found
            yield found


def _named_before(cleaned: Cleaned, position: int, symbol: Symbol) -> _Found | None:
    """A number after the word for its type, or after the name of a law."""
    if symbol.is_law and (law := laws.find_law_before(cleaned, position)):
        start, name_end, slug = law
        name = cleaned.words(start, name_end)
        return _Found(CitationKind.NUMBERED, start, symbol.end, slug, symbol.number, name)
    so = types.find_so_before(cleaned.plain, position)
    if before := types.find_type_before(cleaned, position if so is None else so):
        return _Found(CitationKind.NUMBERED, before[0], symbol.end, before[1], symbol.number)
    return _issued_before(cleaned, so, symbol) if so is not None else None


def _issued_before(cleaned: Cleaned, so: int, symbol: Symbol) -> _Found | None:
    """A number whose issuer stands before it: "Nghị quyết của Quốc hội số 24/2021/QH15"."""
    of = cleaned.plain.rfind("cua", max(0, so - _LONGEST_ISSUER), so)
    issuer = read_issuer(cleaned, of) if of > 0 else None
    before = types.find_type_before(cleaned, of) if issuer and not cleaned.plain[issuer[0] : so].strip() else None
    if not before or not issuer:
        return None
    return _Found(CitationKind.NUMBERED, before[0], symbol.end, before[1], symbol.number, issuer=issuer[1])


def _continued(cleaned: Cleaned, position: int, symbol: Symbol, last: _Found | None) -> _Found | None:
    """A number without a word before it: one more of a row, or one that cannot be anything else."""
    so = types.find_so_before(cleaned.plain, position)
    start = position if so is None else so
    goes_on = last is not None and _is_row(cleaned, last.end, start)
    if not (goes_on or (symbol.is_clear and not types.heads_a_text(cleaned, position))):
        return None
    slug = symbol.type or (last.type if last and goes_on else "")
    return _Found(CitationKind.NUMBERED, start, symbol.end, slug, symbol.number, is_typed=False)


def _is_row(cleaned: Cleaned, end: int, start: int) -> bool:
    """Whether only a day, an issuer and a comma or "và" lie between two names."""
    if not 0 < start - end < _LONGEST_GAP:
        return False
    _, _, end = _read_after(cleaned, end, start)
    return _JOINS.fullmatch(cleaned.plain, end, start) is not None


def _named(cleaned: Cleaned) -> Iterator[_Found]:
    for match in laws.KIND.finditer(cleaned.plain):
        if law := laws.read_law(cleaned, match):
            name = cleaned.words(law.start, law.name_end)
            yield _Found(CitationKind.NAMED, law.start, law.end, law.type, name=name, year=law.year)


def _selves(cleaned: Cleaned) -> Iterator[_Found]:
    for match in types.SELF.finditer(cleaned.plain):
        if types.is_self(cleaned, match):
            slug = types.type_of(match["type"]) or "dieu"
            if slug != "dieu" or read_pinpoints(cleaned, match.start())[1]:
                yield _Found(CitationKind.SELF, match.start(), match.end(), slug)


def _bare(cleaned: Cleaned) -> Iterator[_Found]:
    for match in types.BARE.finditer(cleaned.plain):
        slug = types.type_of(match["type"])
        date, issuer, _ = _read_after(cleaned, match.end(), len(cleaned.plain))
        is_told = (match["so"] is not None or slug in _WITHOUT_SO) and cleaned.shown[match.start()].isupper()
        if is_told and (date or issuer):
            yield _Found(CitationKind.NUMBERED, match.start(), match.end(), slug, match["serial"])


def _read_after(cleaned: Cleaned, position: int, limit: int) -> tuple[PartialDate | None, str, int]:
    """Day and issuer after a name, in either order, and where they end; nothing beyond `limit` is read."""
    date, issuer = None, ""
    for _ in range(2):
        if date is None and (day := read_date(cleaned.plain, position)) and day[0] <= limit:
            position, date = day
        if not issuer and (body := read_issuer(cleaned, position)) and body[0] <= limit:
            position, issuer = body
    return date, issuer, position


def _surround(cleaned: Cleaned, found: _Found, limit: int) -> Citation:
    """Read what stands around a name; offsets are still those of the cleaned text."""
    date, issuer, full_end = None, "", found.end
    if found.kind is not CitationKind.SELF:
        date, issuer, full_end = _read_after(cleaned, found.end, limit)
    full_start, pinpoints = read_pinpoints(cleaned, found.start)
    if found.year is not None:
        date = PartialDate(found.year)
    return Citation(
        kind=found.kind,
        start=found.start,
        end=found.end,
        full_start=full_start,
        full_end=full_end,
        type=found.type,
        number=found.number,
        name=found.name,
        issuer=found.issuer or issuer,
        date=date,
        pinpoints=pinpoints,
    )


def _share_issuers(cleaned: Cleaned, found: list[_Found], citations: list[Citation]) -> list[Citation]:
    """Give the issuer named once at the end of a row to all of the row: "số 24/…, số 90/… của Thủ tướng"."""
    shared = list(citations)
    for index in range(len(found) - 2, -1, -1):
        here, following = shared[index], shared[index + 1]
        joined = not found[index + 1].is_typed and _JOINS.fullmatch(cleaned.plain, here.full_end, following.start)
        if joined and not here.issuer and following.issuer:
            shared[index] = replace(here, issuer=following.issuer)
    return shared


def _to_original(cleaned: Cleaned, citation: Citation) -> Citation:
    return replace(
        citation,
        start=cleaned.original(citation.start),
        end=cleaned.original(citation.end),
        full_start=cleaned.original(citation.full_start),
        full_end=cleaned.original(citation.full_end),
    )
