"""Places in a cited document, written before it: "điểm a khoản 1 Điều 3", "các điểm a, b và đ khoản 1 Điều 5 của".

Order and names of the parts after the Law on promulgation of legal documents: điểm lies in khoản, khoản in điều.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.legal.citations.cleaning import Cleaned
from giamngheo.legal.citations.values import Pinpoint

_WINDOW = 200
_TOKEN = re.compile(
    r"(?<!\w)(?:(?P<level>diem|khoan|dieu)|(?P<link>va|hoac|den|tu|cac|cua|tai)|(?P<value>[0-9]{1,3}[a-z]?|[a-z]))(?!\w)|(?P<comma>[,;])"
)
_LAST = re.compile(r"(?<!\w)(?:[0-9]{1,3}[a-z]?|[a-z])(?:[ \n]{1,3}(?:cua|tai))?[ \n]{0,3}$")
"""How a row of places ends; looked for first, since most citations have none before them."""

_LEVELS = {"dieu": "article", "khoan": "clause", "diem": "point"}


class _Token(Struct, frozen=True):
    kind: str
    text: str
    start: int


def read_pinpoints(cleaned: Cleaned, position: int) -> tuple[int, tuple[Pinpoint, ...]]:
    """Return where the places before `position` begin, and the places; (position, ()) where none are named."""
    if not _LAST.search(cleaned.plain, max(0, position - 20), position):
        return position, ()
    tokens = _tokens_before(cleaned, position)
    while tokens and tokens[-1].text in {"cua", "tai"}:
        tokens.pop()
    while tokens and not (tokens[0].kind == "level" or tokens[0].text in {"cac", "tu"}):
        tokens.pop(0)
    levels = [token for token in tokens if token.kind == "level"]
    if not levels or not tokens or tokens[-1].kind != "value":
        return position, ()
    return tokens[0].start, _read(tokens)


def _tokens_before(cleaned: Cleaned, position: int) -> list[_Token]:
    """The unbroken row of tokens that ends at `position`."""
    begin = max(0, position - _WINDOW)
    row: list[_Token] = []
    expected = begin
    for match in _TOKEN.finditer(cleaned.plain, begin, position):
        between = cleaned.plain[expected : match.start()]
        if between.strip(" \n"):
            row.clear()
        text = match[0]
        if match.lastgroup == "value":
            text = cleaned.shown[match.start() : match.end()].lower()
        row.append(_Token(match.lastgroup or "", text, match.start()))
        expected = match.end()
    return [] if cleaned.plain[expected:position].strip(" \n") else row


def _read(tokens: list[_Token]) -> tuple[Pinpoint, ...]:
    """Read groups of values under their levels; a larger part that follows holds the smaller ones before it."""
    places: list[Pinpoint] = []
    level, values, is_range = "", list[str](), False
    for token in [*tokens, _Token("level", "", -1)]:
        if token.kind == "level":
            same = token.text == level
            if is_range and same:
                continue
            places = _attach(places, level, values)
            level, values = token.text, []
        elif token.text == "den":
            is_range = True
        elif token.kind == "value":
            if is_range and values:
                values[-1] = f"{values[-1]}-{token.text}"
            else:
                values.append(token.text)
            is_range = False
    return tuple(places)


def _attach(places: list[Pinpoint], level: str, values: list[str]) -> list[Pinpoint]:
    if not values:
        return places
    name = _LEVELS[level]
    inner = {"point": (), "clause": ("point",), "article": ("point", "clause")}[name]
    is_held = [
        any(getattr(p, part) for part in inner) and not getattr(p, name) and not _is_above(p, name) for p in places
    ]
    first, rest = values[0], values
    if any(is_held):
        places = [_with(p, name, first) if held else p for p, held in zip(places, is_held, strict=True)]
        rest = values[1:]
    return [*places, *(_with(Pinpoint(), name, value) for value in rest)]


def _is_above(place: Pinpoint, name: str) -> bool:
    """Whether a part larger than `name` is already known: the place belongs elsewhere."""
    return bool(place.article) or (name == "point" and bool(place.clause))


def _with(place: Pinpoint, name: str, value: str) -> Pinpoint:
    if name == "article":
        return replace(place, article=value)
    return replace(place, clause=value) if name == "clause" else replace(place, point=value)
