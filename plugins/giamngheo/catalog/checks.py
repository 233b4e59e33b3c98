"""Checks that need the whole content: identities, addresses, references, cycles, sources, files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, partial
from typing import TypeAlias

from giamngheo.catalog.catalog import Catalog, address_of
from giamngheo.catalog.kinds import rules_of
from giamngheo.content.loader import Content, LoadedItem
from giamngheo.content.references import find_references, holds_model
from giamngheo.content.register_schema import Agency, Document, Place
from giamngheo.content.results.reading import LoadedSeries
from giamngheo.content.results.series import Series
from giamngheo.content.schema import KINDS, Item, Part, Plan, Policy
from giamngheo.content.validation import suggest
from giamngheo.ground.problems import Location, Problem
from giamngheo.ground.vietnamese import format_day

Known: TypeAlias = Mapping[str, Collection[str]]
"""Ids by what they name, in the order of their files."""

_SHOWN_OF_A_CYCLE = 8
_REGISTER_NAMES = {
    "places": "sổ địa bàn (registers/places.yml)",
    "agencies": "sổ cơ quan (registers/agencies.yml)",
    "documents": "sổ văn bản (registers/documents.yml)",
    "topics": "sổ chủ đề (registers/topics.yml)",
    "policies": "các chính sách (content/policies)",
    "plans": "các kế hoạch (content/plans)",
    "series": "các chuỗi số liệu (content/results)",
}


def check_content(content: Content) -> Iterator[Problem]:
    """Yield every problem that shows only when all files are seen together."""
    yield from _check_identities(content)
    yield from _check_addresses(content)
    known = known_ids(content)
    yield from _check_registers_exist(content)
    for one in content.loaded:
        yield from _check_references(one.item, one.locate, known)
        yield from _check_sources(one, known)
    for loaded in content.items:
        yield from _check_revised(loaded, known)
    yield from _check_revisions(content)
    yield from _check_register_references(content, known)
    yield from _check_settings_references(content, known)
    yield from _check_cycles(content)


def check_freshness(catalog: Catalog) -> Iterator[Problem]:
    """Yield warnings for public items that somebody must look at again."""
    limit = timedelta(days=catalog.settings.stale_after_days)
    for entry in catalog.entries:
        item, loaded = entry.item, entry.loaded
        yield from rules_of(item).check(catalog, item, loaded)
        if catalog.is_over(item):
            continue
        yield from check_days_done(loaded, _checked_key(item), item.checked_on, catalog.today)
        if item.checked_on and catalog.today - item.checked_on > limit:
            values = {"day": format_day(item.checked_on), "limit": str(limit.days)}
            yield Problem("kiem-tra-qua-han", loaded.locate(_checked_key(item)), values)
        if item.review_by and item.review_by < catalog.today:
            yield Problem("den-han-xem-lai", loaded.locate("review_by"), {"day": format_day(item.review_by)})


def check_days_done(
    loaded: LoadedItem | LoadedSeries, key: str, checked_on: date | None, today: date
) -> Iterator[Problem]:
    """Yield days on which something is said to have been done and that are still ahead: a check, a change."""
    days: list[tuple[tuple[int | str, ...], date]] = [((key,), checked_on)] if checked_on else []
    days += [(("changes", index, "date"), change.date) for index, change in enumerate(loaded.item.changes)]
    for path, day in days:
        if day > today:
            yield Problem("ngay-chua-toi", loaded.locate(*path), {"key": str(path[0]), "day": format_day(day)})


def _checked_key(item: Item) -> str:
    return "last_checked" if item.last_checked else "answered_on"


def _check_identities(content: Content) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for loaded in content.loaded:
        other = seen.setdefault(loaded.item.id, loaded.path)
        if other != loaded.path:
            yield Problem("id-trung", loaded.locate("id"), {"id": loaded.item.id, "other": other})


def _check_addresses(content: Content) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    published = content.loaded
    for loaded in published:
        other = owners.setdefault(address_of(loaded), loaded.path)
        if other != loaded.path:
            yield Problem("dia-chi-trung", Location(loaded.path), {"address": address_of(loaded), "other": other})
    claims: dict[str, str] = {}
    for loaded in published:
        identity = loaded.identity  # a revision may repeat the old addresses of its item
        for index, alias in enumerate(loaded.item.aliases):
            other = owners.setdefault(alias, f"địa chỉ cũ trong {loaded.path}")
            is_mine = claims.setdefault(alias, identity) == identity and other.startswith("địa chỉ cũ")
            if not is_mine or loaded.item.aliases.index(alias) != index:
                yield Problem("dia-chi-trung", loaded.locate("aliases", index), {"address": alias, "other": other})


def known_ids(content: Content) -> Known:
    """Ids by what may name them: registers, "policies", "series", "items".

    Those of what could not be read count, their fault is told already.

    A register that is empty, and whatever holds something of which nobody can tell the id, is left out: what refers
    to it passes.
    """
    unread = {name: content.unread.get(name, []) for name in content.registers}
    known = {name: [*records, *(unread[name] or [])] for name, records in content.registers.items()}
    known = {name: ids for name, ids in known.items() if ids}
    broken = [name for name in content.broken.values() if name]
    for kind in (Policy, Plan):
        known[kind.KIND] = [i.item.id for i in content.items if isinstance(i.item, kind)] + broken
    known["series"] = [s.item.id for s in content.series] + broken
    known["items"] = [i.item.id for i in content.items] + broken
    hidden = {"series" if name == Series.KIND else name for name, ids in content.unread.items() if ids is None}
    if hidden.intersection(kind.KIND for kind in KINDS):
        hidden.add("items")
    return {name: dict.fromkeys(ids) for name, ids in known.items() if name not in hidden}


def _check_registers_exist(content: Content) -> Iterator[Problem]:
    """Yield one problem for a register without any record, instead of one for each item that refers to it."""
    empty = {name for name, records in content.registers.items() if not records and name not in content.unread}
    if not empty:
        return
    parts = [
        *(i.item for i in content.loaded),
        *(r for records in content.registers.values() for r in records.values()),
    ]
    used = {target for part in parts for _, target, _ in find_references(part)}
    for name in sorted(used & empty):
        yield Problem("so-trong", Location(content.register_file(name)), {"register": _REGISTER_NAMES[name]})


def _check_register_references(content: Content, known: Known) -> Iterator[Problem]:
    for name, records in content.registers.items():
        for record in records.values():
            yield from _check_references(record, partial(content.locate, name, record.id), known)


def _check_settings_references(content: Content, known: Known) -> Iterator[Problem]:
    def locate(*path: int | str) -> Location:
        return Location(content.settings_file, content.settings_node.line_of(path))

    yield from _check_references(content.settings, locate, known)


def _check_references(model: Part, locate: Callable[..., Location], known: Known) -> Iterator[Problem]:
    """Yield ids that name nothing, and those that stand twice in one list: what they name would be shown twice."""
    seen: set[tuple[object, str]] = set()
    for path, target, value in find_references(model):
        if value not in known.get(target, [value]):
            yield unknown(locate(*path), target, value, known[target])
        if isinstance(path[-1], int):
            if (path[:-1], value) in seen:
                yield Problem("ma-lap", locate(*path), {"value": value, "key": str(path[-2])})
            seen.add((path[:-1], value))


def unknown(location: Location, target: str, value: str, known: Collection[str]) -> Problem:
    """The problem of an id that nothing of the kind `target` has."""
    hint = suggest(value, list(known), "các mã có sẵn") if known else "xem"
    if hint.startswith("xem"):
        hint = f"thêm mục “{value}” vào {_REGISTER_NAMES[target]}, hoặc chọn một mã đã có"
    return Problem("khong-co-trong-so", location, {"value": value, "register": _REGISTER_NAMES[target], "hint": hint})


def _check_revised(loaded: LoadedItem, known: Known) -> Iterator[Problem]:
    name = loaded.item.revises
    if name and name not in known.get("items", [name]):
        values = {"value": name, "register": "các bài", "hint": suggest(name, list(known["items"]), "các id có sẵn")}
        yield Problem("khong-co-trong-so", loaded.locate("revises"), values)


def _check_revisions(content: Content) -> Iterator[Problem]:
    """Yield revisions that go round in a circle, and those of another kind than what they revise."""
    items = {i.item.id: i for i in content.items}
    for cycle in _cycles({name: [i.item.revises or ""] for name, i in items.items()}):
        yield Problem("thay-the-vong", items[cycle[0]].locate("revises"), {"cycle": _shown(cycle)})
    for loaded in content.items:
        old = items.get(loaded.item.revises or "")
        if old is not None and type(old.item) is not type(loaded.item):
            yield Problem("thay-the-khac-loai", loaded.locate("revises"), {"other": old.path})


def _check_sources(loaded: LoadedItem | LoadedSeries, known: Known) -> Iterator[Problem]:
    """Every figure, support and named person names a source of the item or a document of the register."""
    local = [source.id for source in loaded.item.sources]
    for index, name in enumerate(local):
        if name in local[:index]:
            first = loaded.locate("sources", local.index(name), "id")
            values = {"id": name, "other": f"{first.file}:{first.line}"}
            yield Problem("id-trung", loaded.locate("sources", index, "id"), values)
    for path, name in _named_sources(loaded.item):
        if name not in local and name not in known.get("documents", [name]):
            hint = suggest(name, local, "các nguồn của bài") if local else "thêm nguồn này vào sources của bài"
            yield Problem("nguon-la", loaded.locate(*path), {"source": name, "hint": hint})


def _named_sources(part: Part, path: tuple[int | str, ...] = ()) -> Iterator[tuple[tuple[int | str, ...], str]]:
    for name in _may_name_sources(type(part)):
        value = getattr(part, name)
        if name == "source" and isinstance(value, str):
            yield (*path, name), value
        elif isinstance(value, Part):
            yield from _named_sources(value, (*path, name))
        elif isinstance(value, tuple):
            for index, one in enumerate(value):
                if isinstance(one, Part):
                    yield from _named_sources(one, (*path, name, index))


@cache
def _may_name_sources(kind: type[Part]) -> tuple[str, ...]:
    return tuple(n for n, field in kind.model_fields.items() if n == "source" or holds_model(field.annotation))


def _check_cycles(content: Content) -> Iterator[Problem]:
    policies = {i.item.id: i for i in content.items if isinstance(i.item, Policy)}
    following = {name: [str(getattr(i.item, "replaced_by", None) or "")] for name, i in policies.items()}
    for cycle in _cycles(following):
        yield Problem("thay-the-vong", policies[cycle[0]].locate("replaced_by"), {"cycle": _shown(cycle)})
    graphs: list[tuple[str, str, str, Callable[[object], Iterable[str]]]] = [
        ("places", "dia-ban-vong", "parent", lambda r: [r.parent or ""] if isinstance(r, Place) else []),
        ("places", "thay-the-vong", "successors", lambda r: r.successors if isinstance(r, Place) else []),
        ("agencies", "thay-the-vong", "successors", lambda r: r.successors if isinstance(r, Agency) else []),
        ("documents", "thay-the-vong", "replaced_by", lambda r: r.replaced_by if isinstance(r, Document) else []),
    ]
    for name, code, key, step in graphs:
        for cycle in _cycles({one: list(step(record)) for one, record in content.registers[name].items()}):
            yield Problem(code, content.locate(name, cycle[0], key), {"cycle": _shown(cycle)})


def _shown(cycle: list[str]) -> str:
    """A circle for one line of a message: of a long one where it begins and where it closes."""
    parts = cycle if len(cycle) <= _SHOWN_OF_A_CYCLE else [*cycle[:3], f"… ({len(cycle) - 5} mục) …", *cycle[-2:]]
    return " → ".join(parts)


def _cycles(following: dict[str, list[str]]) -> list[list[str]]:
    """Each cycle once, beginning and ending with the same id; iterative, so that depth cannot exhaust Python."""
    done: set[str] = set()
    found: list[list[str]] = []
    for start in following:
        trail: list[str] = []
        stack = [(start, 0)]
        while stack:
            node, depth = stack.pop()
            del trail[depth:]
            if node in trail:
                found.append([*trail[trail.index(node) :], node])
            elif node in following and node not in done:
                trail.append(node)
                stack.extend((n, depth + 1) for n in following[node])
                done.add(node)
    return found
