"""Who may be named, and what must never be published about a person: checks of one item.

Sources: Law 91/2025/QH15 and Decree 356/2025/NĐ-CP on personal data (consent, sensitive data, children);
Law on Children 2016, articles 6 and 21. The gate itself is `content.privacy`.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from hashlib import blake2b
from itertools import accumulate

from msgspec.structs import astuple, replace

from giamngheo.content.loader import Content, LoadedItem
from giamngheo.content.nodes import Node
from giamngheo.content.privacy import Allowed, Finding, FindingKind, find_private_data
from giamngheo.content.register_schema import Agency, Place
from giamngheo.content.results.reading import LoadedSeries
from giamngheo.content.scaffold import PLACEHOLDER
from giamngheo.content.schema import Plan
from giamngheo.ground.problems import Location, Problem

_KINDS = {
    "so-giay-to": ("số giấy tờ tùy thân", "xóa số này"),
    "so-dien-thoai": ("số điện thoại", "xóa số này; đường dây nóng của cơ quan thì khai trong content/portal.yml"),
    "tai-khoan": ("số tài khoản", "xóa số này"),
    "dia-chi-nha": ("địa chỉ nhà", "chỉ ghi xã, phường; bỏ số nhà, ngõ, thôn"),
    "ten-nguoi": (
        "tên người chưa được khai",
        "viết “một hộ ở xã …”, hoặc khai người này trong people với role: public kèm source, hoặc consent",
    ),
    "tre-em": ("thông tin riêng của trẻ em", "bỏ tên, tuổi, trường lớp của trẻ"),
    "email": ("hộp thư riêng", "xóa hộp thư này; hộp thư của cơ quan thì khai trong content/portal.yml"),
}
_TO_FILL_IN = re.compile(rf"^[\s#>*+\-\d.)]*({PLACEHOLDER} [^\nA-ZĐ][^\n]*)", re.MULTILINE)
"""What the scaffold wrote, or an editor as it does; not "ĐIỀN KINH" in capitals."""

_OF_THE_PORTAL: frozenset[FindingKind] = frozenset({"so-dien-thoai", "email"})
"""What only `portal.yml` tells from what belongs to a person."""

_BETWEEN = "\n\n"  # a paragraph's end: nothing is found across two texts
_NOT_READ = frozenset({"id", "url", "file", "source", "aliases", "revises", "email"})
"""Keys whose values are codes and addresses; the web addresses among them are not prose."""


def allowed_in(content: Content) -> Allowed:
    """What every item may name: register names, hotlines and the mailbox of the portal.

    While the settings cannot be read, numbers and mailboxes are passed over: that fault alone keeps all from going out.
    """
    names = [record.full_name for record in content.registers["places"].values() if isinstance(record, Place)]
    names += [record.name for record in content.registers["places"].values() if isinstance(record, Place)]
    for agency in content.registers["agencies"].values():
        if isinstance(agency, Agency):
            names += [agency.name, *agency.abbreviations]
    contact = content.settings.contact
    return Allowed(
        names=frozenset(),
        phones=frozenset(h.number for h in contact.hotlines),
        proper_names=frozenset(names),
        mailboxes=frozenset({contact.email} if contact.email else ()),
        untold=_OF_THE_PORTAL if content.lacks_settings else frozenset(),
    )


def fingerprint(allowed: Allowed) -> str:
    """Digest of what is allowed, for cache keys."""
    parts = "\n\n".join("\n".join(sorted(part)) for part in astuple(allowed))
    return blake2b(parts.encode(), digest_size=16).hexdigest()


def named_people(loaded: LoadedItem) -> frozenset[str]:
    """People whom this item names rightly; whoever signed an official text is named by office."""
    item = loaded.item
    names = {p.name for p in item.people if p.role == "public" or p.consent}
    if isinstance(item, Plan) and item.signer:
        names.add(item.signer)
    return frozenset(names)


def check_people(loaded: LoadedItem) -> Iterator[Problem]:
    """Yield problems of the declared people and of people in the photograph."""
    for index, person in enumerate(loaded.item.people):
        place = loaded.locate("people", index)
        if person.child:
            yield Problem("tre-em-neu-ten", place, {"name": person.name})
        elif not (person.consent or (person.role == "public" and person.source)):
            yield Problem("nguoi-thieu-can-cu", place, {"name": person.name})
        if person.ethnicity and not person.ethnicity_consent:
            yield Problem(
                "dan-toc-thieu-dong-y", loaded.locate("people", index, "ethnicity_consent"), {"name": person.name}
            )
    image = loaded.item.image
    if image and image.shows_people and not image.people_consent:
        yield Problem("anh-thieu-dong-y", loaded.locate("image", "people_consent"))


def check_filled_in(loaded: LoadedItem | LoadedSeries, node: Node) -> Iterator[Problem]:
    """Yield places where the scaffold of `giamngheo new` still waits for the editor; a draft may have them."""
    if loaded.item.draft:
        return
    if isinstance(node.value, str) and node.value.startswith(PLACEHOLDER):
        yield Problem("chua-dien", Location(loaded.path, node.line), {"text": node.value})
    parts = node.value if isinstance(node.value, list) else node.value.values() if isinstance(node.value, dict) else ()
    for part in parts:
        yield from check_filled_in(loaded, part)


def check_body_filled_in(loaded: LoadedItem) -> Iterator[Problem]:
    """Yield the same places of the body."""
    found = () if loaded.item.draft else _TO_FILL_IN.finditer(loaded.body)
    for match in found:
        line = loaded.body_line + loaded.body.count("\n", 0, match.start(1))
        yield Problem("chua-dien", Location(loaded.path, line), {"text": match[1]})


def check_private_data(loaded: LoadedItem, front: Node, allowed: Allowed) -> Iterator[Problem]:
    """Yield one problem for each piece of private data in front matter and body, with its line.

    All texts are read in one go: the gate's cost is mostly per call.
    """
    mine = replace(allowed, names=allowed.names | named_people(loaded))
    yield from _find([*_texts(front), (loaded.body, loaded.body_line)], loaded.path, mine)


def check_private_series(series: LoadedSeries, allowed: Allowed) -> Iterator[Problem]:
    """Yield private data in the head and the notes of a series; figures themselves are of no person."""
    notes = [(value.note, value.line) for value in series.values if value.note]
    yield from _find([*_texts(series.front), *notes], series.path, allowed)


def _find(texts: list[tuple[str, int]], path: str, allowed: Allowed) -> Iterator[Problem]:
    joined = _BETWEEN.join(text for text, _ in texts)
    starts = list(accumulate((len(text) + len(_BETWEEN) for text, _ in texts), initial=0))
    for finding in find_private_data(joined, allowed):
        index = bisect(starts, finding.start) - 1
        line = texts[index][1] + joined.count("\n", starts[index], finding.start)
        yield _problem(finding, Location(path, line))


def _texts(node: Node) -> list[tuple[str, int]]:
    """All scalars that are prose, with their lines."""
    found: list[tuple[str, int]] = []
    _add_texts(found, node, node.line)
    return found


def _add_texts(found: list[tuple[str, int]], node: Node, line: int) -> None:
    value = node.value
    if isinstance(value, str):
        found.append((value, node.line or line))
    elif isinstance(value, list):
        for part in value:
            _add_texts(found, part, line)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in _NOT_READ:
                _add_texts(found, part, node.key_lines.get(key, line))


def _problem(finding: Finding, location: Location) -> Problem:
    kind, hint = _KINDS[finding.kind]
    return Problem("du-lieu-ca-nhan", location, {"kind": kind, "text": finding.text, "hint": hint})
