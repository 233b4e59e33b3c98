"""Duties: who is told to do what, where in the text. From an outline, without any register of bodies.

Read: names of bodies as headings of what follows ("1. Sở Tài chính" and the points below it), names before a colon
("Sở Tài chính: …"), sentences ("Giao Sở … chủ trì, phối hợp với …"), and lines that name who does the point around
them ("Cơ quan chủ trì: …"). Parts that report, list participants or define the audience are left out.
"""

import re
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from giamngheo.legal.agency_names import Named, read_names
from giamngheo.legal.blocks import BODY_KINDS, Block, BlockKind, Outline
from giamngheo.legal.folded import FoldedText, fold_with_offsets
from giamngheo.legal.values import Addressee, Duty, Role

_ORGANISES = re.compile(r"to chuc (?:thuc hien|trien khai)|phan cong|trach nhiem|nhiem vu cua|thi hanh")
_REPORTS = re.compile(r"ket qua|tinh hinh|thuc trang|dac diem|doi tuong|thanh phan|ton tai|han che|muc dich|muc tieu")
_INTRODUCTION = re.compile(
    r"(?:(?:trong qua trinh [^.;:]{0,80} )?neu (?:co|gap|phat sinh) [^.;:]{0,60}vuong mac,? (?:phat sinh,? )?)?"
    r"(?:(?:tran trong |kinh |rieng )?(?:de nghi|yeu cau|giao cho|giao|phan cong|uy quyen cho)(?: cho)? |"
    r"(?:trach nhiem|nhiem vu) cua |doi voi )?"
)
_ASKS = re.compile(r"\b(?:de nghi|yeu cau|giao|giao cho|phan cong|uy quyen cho|vuong mac,?)(?: cho)? $")
_IN_CHARGE = re.compile(
    r"(?:co quan|don vi|bo phan|nguoi) (?P<role>(?:duoc giao )?(?:chu tri|dau moi|thuc hien|phu trach)|phoi hop)"
    r"(?: thuc hien| chinh)? ?: ?"
)
_WITH = re.compile(r"\bphoi hop(?: chat che)?(?: cung)?(?: voi)? ")
_ROLE_WORDS = re.compile(r" ?(?:chu tri,? ?)?(?:phoi hop(?: chat che)?(?: cung)?(?: voi)? )?")
_COLON = re.compile(" ?: ?")
_LEADS = re.compile(r"\bchu tri\b")
_NOT_LEADING = ("don vi ", "co quan ", "do ")
_CLAUSE_END = re.compile(r"[.;:] ?")
_WHERE_LEAD_STANDS = 120


_Range = tuple[int, int]
_Sentence = tuple[int, int, Named]
"""A piece of a block: where it begins and ends, and the bodies it names."""


def find_duties(outline: Outline) -> tuple[Duty, ...]:
    """Return the duties in the order of the text. Never raises; linear."""
    return tuple(_Walk(outline).read())


class _Scope(Struct, frozen=True):
    """Bodies whose duties follow, below a heading."""

    key: int
    addressees: tuple[Addressee, ...]
    anchor: str


class _Walk(Struct):
    """Goes through the blocks once; keeps which headings are open."""

    outline: Outline
    _scopes: list[_Scope] = field(default_factory=list)
    _titles: list[tuple[int, str]] = field(default_factory=list)
    _parents: list[tuple[int, Block]] = field(default_factory=list)
    _last: tuple[int, Duty] | None = None
    _before: tuple[Addressee, ...] = ()

    def read(self) -> Iterator[Duty]:
        for block in self.outline.blocks:
            if block.kind not in BODY_KINDS:
                yield from self._finish()
                self._close(0)
                continue
            key = 2 * block.depth + (block.kind is not BlockKind.PARAGRAPH)
            if self._last and key <= self._last[0]:
                yield from self._finish()
            for duty in self._read_block(block, key):
                yield from self._finish()
                self._last = key, duty
            self._parents.append((key, block))
        yield from self._finish()

    def _finish(self) -> Iterator[Duty]:
        if self._last:
            yield self._last[1]
        self._last = None

    def _close(self, key: int) -> None:
        for stack in (self._scopes, self._titles, self._parents):
            while stack and _key_of(stack[-1]) >= key:
                stack.pop()

    def _read_block(self, block: Block, key: int) -> Iterator[Duty]:
        self._close(key)
        text = _inside(self.outline, block)
        before, self._before = self._before, ()
        if text.plain and not self._reports:
            yield from self._read_in_charge(block, text) or self._read_named(block, key, text, before)
        if block.is_heading or block.kind in {BlockKind.PART, BlockKind.ARTICLE}:
            self._titles.append((key, text.plain[:200]))

    def _read_named(self, block: Block, key: int, text: FoldedText, before: tuple[Addressee, ...]) -> Iterator[Duty]:
        """Read the bodies that the block names itself; what stands before them falls to the heading around it."""
        own = _find_sentences(text, organises=self._organises)
        begin = own[0][0] if own else len(text.plain)
        if text.plain[:begin].strip(" -"):
            if self._scopes:
                yield from self._scoped_duty(block, key, text, begin)
            elif before and _begins_with_time(text.plain):
                yield self._duty(block, text, (0, begin), before)
        yield from self._own_duties(block, key, text, own)

    @property
    def _organises(self) -> bool:
        return any(_ORGANISES.search(title) for _, title in self._titles)

    @property
    def _reports(self) -> bool:
        return bool(self._titles) and not self._organises and any(_REPORTS.search(title) for _, title in self._titles)

    def _read_in_charge(self, block: Block, text: FoldedText) -> tuple[Duty, ...]:
        """Read "Cơ quan chủ trì: Sở …": the duty is the point around it."""
        match = _IN_CHARGE.match(text.plain)
        named = read_names(text, match.end(), len(text.plain)) if match else None
        if match is None or named is None or not self._parents:
            return ()
        role = Role.COOPERATING if match["role"] == "phoi hop" else Role.ASSIGNED
        role = Role.LEAD if match["role"].endswith("chu tri") else role
        around = self._parents[-1][1]
        addressees = _addressees(text, named, role, _offset(self.outline, block))
        inside = _inside(self.outline, around)
        return (replace(self._duty(around, inside, (0, len(inside.plain)), addressees), heading=block.anchor),)

    def _own_duties(self, block: Block, key: int, text: FoldedText, own: list[_Sentence]) -> Iterator[Duty]:
        offset = _offset(self.outline, block)
        for begin, end, named in own:
            role = Role.LEAD if named.verb.startswith("chu tri") else Role.ASSIGNED
            addressees = _addressees(text, named, role, offset)
            rest = _skip(_COLON, text.plain, named.end)
            if not text.plain[_without_partners(text, rest, end) : end].strip(" .:;"):
                partners = _partners(text, (rest, end), offset)
                self._scopes.append(_Scope(key, (*addressees, *partners), block.anchor))
                continue
            yield self._duty(block, text, (begin if named.verb else rest, end), addressees)
            if not named.verb:
                self._scopes.append(_Scope(key, addressees, block.anchor))
            self._before = addressees

    def _scoped_duty(self, block: Block, key: int, text: FoldedText, end: int) -> Iterator[Duty]:
        if self._last and (key > self._last[0]) and self._belongs(block):
            self._last = self._last[0], self._extended(self._last[1], block)
            return
        scope = self._scopes[-1]
        duty = self._duty(block, text, (0, end), scope.addressees)
        yield replace(duty, heading=scope.anchor)

    def _belongs(self, block: Block) -> bool:
        """Whether a deeper block is part of the duty before it: a list behind a colon, a plus below a dash."""
        return self._last is not None and (
            self._last[1].text.rstrip().endswith(":") or block.kind in {BlockKind.PLUS, BlockKind.DASH, BlockKind.POINT}
        )

    def _extended(self, duty: Duty, block: Block) -> Duty:
        return replace(duty, text=self.outline.source[duty.start : block.end], end=block.end)

    def _duty(self, block: Block, text: FoldedText, within: _Range, addressees: tuple[Addressee, ...]) -> Duty:
        offset = _offset(self.outline, block)
        begin, end = _stripped(text.plain, within)
        first, last = text.span(begin, end) if begin < end else (0, 0)
        if _leads(text.plain, begin, end):
            addressees = tuple(replace(a, role=Role.LEAD) if a.role is Role.ASSIGNED else a for a in addressees)
        known = {a.start for a in addressees}
        partners = (p for p in _partners(text, (begin, end), offset) if p.start not in known)
        return Duty(text.original[first:last], block.anchor, offset + first, offset + last, (*addressees, *partners))


def _stripped(plain: str, within: _Range) -> _Range:
    begin, end = within
    while begin < end and plain[begin] == " ":
        begin += 1
    while end > begin and plain[end - 1] == " ":
        end -= 1
    return begin, end


def _leads(plain: str, begin: int, end: int) -> bool:
    leading = _LEADS.search(plain, begin, min(end, begin + _WHERE_LEAD_STANDS))
    return leading is not None and not plain[: leading.start()].endswith(_NOT_LEADING)


def _skip(form: re.Pattern[str], plain: str, at: int) -> int:
    match = form.match(plain, at)
    return match.end() if match else at


def _key_of(entry: _Scope | tuple[int, object]) -> int:
    return entry.key if isinstance(entry, _Scope) else entry[0]


def _offset(outline: Outline, block: Block) -> int:
    """Offset of the text of a block behind its marker; the marker in the source may be spaced otherwise."""
    marker = block.marker
    return block.start + (len(marker) if marker and outline.source.startswith(marker, block.start) else 0)


def _inside(outline: Outline, block: Block) -> FoldedText:
    text = outline.source[_offset(outline, block) : block.end]
    return fold_with_offsets(text)


def _find_sentences(text: FoldedText, *, organises: bool) -> list[_Sentence]:
    """Return (begin, end, names) of each piece of the block that names its own bodies."""
    found: list[tuple[int, Named]] = []
    plain, position = text.plain, 0
    while position < len(plain):
        begin = position + (len(plain[position:]) - len(plain[position:].lstrip(" -"))) if position == 0 else position
        if named := _read_sentence(text, begin, organises=organises):
            found.append((begin, named))
            position = max(named.end, begin + 1)
        boundary = _CLAUSE_END.search(plain, position)
        if boundary is None:
            break
        position = boundary.end()
    ends = [*(begin for begin, _ in found[1:]), len(plain)]
    return [(begin, end, named) for (begin, named), end in zip(found, ends, strict=False)]


def _read_sentence(text: FoldedText, begin: int, *, organises: bool) -> Named | None:
    """Read the bodies at the beginning of a clause; a clause is a duty when a verb, a colon or its place says so."""
    match = _INTRODUCTION.match(text.plain, begin)
    start = match.end() if match else begin
    named = read_names(text, start, len(text.plain))
    if named is None:
        return None
    is_asked = bool(match and _ASKS.search(match[0]))
    if named.verb:
        is_past = named.verb.startswith(("da ", "dang "))
        return named if not is_past and (named.states_a_duty or is_asked or organises) else None
    rest = text.plain[named.end :].strip()
    is_heading = not text.plain[:begin].strip(" -") and (rest in {"", ".", ":"} or rest.startswith(":"))
    return named if is_heading else None


def _begins_with_time(plain: str) -> bool:
    return re.match(r" ?(?:dinh ky|truoc ngay|cham nhat|h[aà]ng (?:nam|quy|thang))\b", plain) is not None


def _addressees(text: FoldedText, named: Named, role: Role, offset: int) -> tuple[Addressee, ...]:
    spans = (text.span(start, end) for start, end in named.names)
    return tuple(Addressee(text.original[a:b], role, offset + a, offset + b) for a, b in spans)


def _partners(text: FoldedText, within: _Range, offset: int) -> tuple[Addressee, ...]:
    """Bodies behind "phối hợp với"."""
    found: list[Addressee] = []
    for match in _WITH.finditer(text.plain, *within):
        if named := read_names(text, match.end(), within[1]):
            found += _addressees(text, named, Role.COOPERATING, offset)
    return tuple(found)


def _without_partners(text: FoldedText, begin: int, end: int) -> int:
    """Where the duty itself begins, behind "chủ trì, phối hợp với …" without anything more."""
    behind = _skip(_ROLE_WORDS, text.plain, begin)
    if "phoi hop" not in text.plain[begin:behind]:
        return behind
    named = read_names(text, behind, end)
    return named.end if named else begin
