"""The catalog: everything public, found by id, file, section, topic, place or document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar, cast

from msgspec import Struct

from giamngheo.catalog.kinds import rules_of
from giamngheo.catalog.results import PublicSeries
from giamngheo.catalog.states import State, state_of_document
from giamngheo.content.loader import LoadedItem
from giamngheo.content.references import find_references
from giamngheo.content.register_schema import (
    Abbreviation,
    Agency,
    Document,
    EverydayWords,
    Indicator,
    Place,
    Record,
    Standard,
    Term,
    Topic,
)
from giamngheo.content.results.reading import LoadedSeries
from giamngheo.content.schema import Activity, Item, Material, Plan, Policy, Question, Story
from giamngheo.content.settings import Settings
from giamngheo.ground.cache import code_digest, digest

ItemT = TypeVar("ItemT", bound=Item)
RecordT = TypeVar("RecordT", bound=Record)


class Entry(Struct, frozen=True, eq=False):
    """One public item with its address (absolute path on the site, "/chinh-sach/bhyt/")."""

    loaded: LoadedItem
    address: str

    @property
    def item(self) -> Item:
        """The typed front matter."""
        return self.loaded.item


def address_of(loaded: LoadedItem | LoadedSeries) -> str:
    """Address of an item or series: its section and its file name."""
    return f"/{loaded.item.SECTION}/{loaded.slug}/"


class Catalog(Struct, frozen=True, dict=True):
    """Immutable answer to every question about the content at one moment.

    `entries` are public and sorted (newest first, then by id); `withdrawn` leave only a notice at their
    address; `results` are the public series, those of the home page first, then in the
    order of their files.
    """

    now: datetime
    settings: Settings
    entries: tuple[Entry, ...]
    withdrawn: tuple[LoadedItem, ...]
    registers: dict[str, dict[str, Record]]
    results: tuple[PublicSeries, ...] = ()
    withdrawn_results: tuple[LoadedSeries, ...] = ()

    @property
    def today(self) -> date:
        """Day of the build in Viet Nam."""
        return self.now.date()

    @cached_property
    def fingerprint(self) -> str:
        """Digest of everything but settings, day and the bodies of items: what nearly all outlets are made from."""
        fronts = [(loaded.path, loaded.front_digest) for loaded in (*(e.loaded for e in self.entries), *self.withdrawn)]
        results = [loaded.digest for loaded in (*(s.loaded for s in self.results), *self.withdrawn_results)]
        return digest(str(len(self.entries)), repr(fronts), repr(results), self.registers_digest)

    @cached_property
    def made_from(self) -> str:
        """Digest of everything but the bodies of items, and of the code that makes something of it."""
        return digest(code_digest(), self.fingerprint, str(self.today), repr(self.settings))

    @cached_property
    def registers_digest(self) -> str:
        """Digest of all registers."""
        return digest(repr(self.registers))

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Public items by their identity."""
        return {entry.item.id: entry for entry in self.entries}

    def hidden_references(self, item: Item) -> frozenset[str]:
        """Ids of items and series that `item` names and that the public may not see: not even their ids go out."""
        named = {r.value for r in find_references(item) if r.target not in self.registers}
        return frozenset(named - self.by_id.keys() - self._results_by_id.keys())

    def unlike(self, series: PublicSeries) -> list[tuple[PublicSeries, str]]:
        """Public series that look like this one and must not be mixed with it, each with the reason."""
        public = self._results_by_id
        return [(public[one.series], one.why) for one in series.item.unlike if one.series in public]

    @cached_property
    def _results_by_id(self) -> dict[str, PublicSeries]:
        return {series.item.id: series for series in self.results}

    def of_kind(self, kind: type[ItemT]) -> list[tuple[Entry, ItemT]]:
        """Public items of one kind, newest first."""
        return [(e, e.item) for e in self._by_kind.get(kind, []) if isinstance(e.item, kind)]

    def records(self, name: str, kind: type[RecordT]) -> dict[str, RecordT]:
        """One register, typed."""
        return cast("dict[str, RecordT]", self.registers.get(name, {})) if kind else {}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places then and now."""
        return self.records("places", Place)

    @cached_property
    def agencies(self) -> dict[str, Agency]:
        """Agencies then and now."""
        return self.records("agencies", Agency)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents of state and Party bodies."""
        return self.records("documents", Document)

    @cached_property
    def topics(self) -> list[Topic]:
        """Topics in the order in which readers see them."""
        return sorted(self.records("topics", Topic).values(), key=lambda t: (t.order, t.id))

    @cached_property
    def topic_names(self) -> dict[str, str]:
        """Names of topics by id, in the same order."""
        return {topic.id: topic.name for topic in self.topics}

    @cached_property
    def standards(self) -> list[Standard]:
        """Poverty lines, oldest first."""
        return sorted(self.records("standards", Standard).values(), key=lambda s: (s.valid_from, s.amount, s.id))

    @cached_property
    def indicators(self) -> list[Indicator]:
        """Indicators of lacking services, in the order of the register."""
        return list(self.records("indicators", Indicator).values())

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Short forms and what they stand for."""
        return {a.short: a.long for a in self.records("abbreviations", Abbreviation).values()}

    @cached_property
    def terms(self) -> list[Term]:
        """Words of official texts in plain words, in the order of the register."""
        return list(self.records("terms", Term).values())

    @cached_property
    def everyday(self) -> list[EverydayWords]:
        """What people say instead of the words of documents, in the order of the register."""
        return list(self.records("everyday", EverydayWords).values())

    def with_topic(self, topic: str) -> list[Entry]:
        """Public items of one topic, newest first."""
        return self._by_topic.get(topic, [])

    def in_place(self, place: str) -> list[Entry]:
        """Public items of a place and of all places below it, newest first."""
        return self._by_place.get(place, [])

    def results_in(self, place: str) -> list[PublicSeries]:
        """Series that have a value of exactly this place, in the order of their files."""
        return self._results_by_place.get(place, [])

    def citing(self, document: str) -> list[Entry]:
        """Policies that name the document as their legal basis."""
        return self._by_document.get(document, [])

    def policies_using(self, policy: str) -> list[Entry]:
        """Stories that were helped by the policy."""
        return self._stories_by_policy.get(policy, [])

    def questions_about(self, policy: str) -> list[Entry]:
        """Questions whose answers rest on the policy, newest first."""
        return self._questions_by_policy.get(policy, [])

    def questions_on(self, document: str) -> list[Entry]:
        """Questions whose answers name the document as their basis, newest first."""
        return self._questions_by_document.get(document, [])

    def activities_of(self, plan: str) -> list[Entry]:
        """Activities that carry out the plan, newest first."""
        return self._activities_by_plan.get(plan, [])

    def materials_about(self, policy: str) -> list[Entry]:
        """Materials that tell of the policy."""
        return self._materials_by_policy.get(policy, [])

    def state_of(self, item: Item) -> State | None:
        """State today of an item, None where items of its kind have none, or nothing is to be said of it."""
        state: State | None = rules_of(item).state(self, item)
        return state

    def is_over(self, item: Item) -> bool:
        """True for an item that nobody can rely on any more today."""
        state = self.state_of(item)
        return state is not None and state.is_over

    def state_of_document(self, document: Document) -> State:
        """State today of a document of the register."""
        successors = tuple(self.documents[d] for d in document.replaced_by if d in self.documents)
        return state_of_document(document, self.today, successors)

    def document_of(self, plan: Plan) -> Document | None:
        """Record of the register that is this plan: same number, issuer and day; derived, never typed."""
        same = self._documents_by_number.get((plan.number, plan.issuer), [])
        return same[0] if len(same) == 1 else None

    def plan_of(self, document: str) -> Entry | None:
        """Item that holds the text of a document of the register, if it is public."""
        return self._plans_by_document.get(document)

    def replaced_policies(self, policy: str) -> list[Entry]:
        """Policies in whose place the given one has come."""
        return self._replaced_by.get(policy, [])

    def replaced_documents(self, document: str) -> list[Document]:
        """Documents in whose place the given one has come."""
        return self._older_documents.get(document, [])

    def formerly(self, place: str) -> list[Place]:
        """Places that went up into the given one."""
        return self._older_places.get(place, [])

    def current(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Leave out what has expired from front page and feeds."""
        return (e for e in entries if e.item.expires is None or self.today <= e.item.expires)

    def above(self, place: str) -> list[Place]:
        """Places from the given one up to the country; stops at a place already seen."""
        return self._chains.get(place, [])

    def reaches(self, place: str) -> list[Place]:
        """Places where an item of `place` is shown: those above it then, and what it is today."""
        chain = self.above(place)
        now = [p for old in chain[:1] for new in self.now_called(old) for p in self.above(new.id)]
        return list({p.id: p for p in [*chain, *now]}.values())

    def now_called(self, place: Place) -> list[Place]:
        """What an abolished place is today: successors followed to places that still exist."""
        return self._present_places.get(place.id, [])

    @cached_property
    def _chains(self) -> dict[str, list[Place]]:
        return {place: list(self._climb(place)) for place in self.places}

    def _climb(self, place: str) -> Iterator[Place]:
        seen: set[str] = set()
        current = self.places.get(place)
        while current is not None and current.id not in seen:
            seen.add(current.id)
            yield current
            current = self.places.get(current.parent or "")

    @cached_property
    def _present_places(self) -> dict[str, list[Place]]:
        return {place.id: self._follow(place) for place in self.places.values()}

    def _follow(self, place: Place) -> list[Place]:
        if place.until and place.until >= self.today:
            return []
        found: dict[str, Place] = {}
        pending, seen = list(place.successors), {place.id}
        while pending:
            successor = self.places.get(pending.pop(0))
            if successor is None or successor.id in seen:
                continue
            seen.add(successor.id)
            if successor.until and successor.until < self.today and successor.successors:
                pending.extend(successor.successors)
            else:
                found[successor.id] = successor
        return list(found.values())

    @cached_property
    def _documents_by_number(self) -> dict[tuple[str | None, str], list[Document]]:
        return _group(((d.number, d.issuer), d) for d in self.documents.values())

    @cached_property
    def _plans_by_document(self) -> dict[str, Entry]:
        found = ((self.document_of(plan), entry) for entry, plan in self.of_kind(Plan))
        return {document.id: entry for document, entry in found if document}

    @cached_property
    def _replaced_by(self) -> dict[str, list[Entry]]:
        return _group((p.replaced_by, e) for e, p in self.of_kind(Policy) if p.replaced_by)

    @cached_property
    def _older_documents(self) -> dict[str, list[Document]]:
        return _group((newer, d) for d in self.documents.values() for newer in d.replaced_by)

    @cached_property
    def _older_places(self) -> dict[str, list[Place]]:
        return _group((newer, p) for p in self.places.values() for newer in p.successors)

    @cached_property
    def _by_kind(self) -> dict[type[Item], list[Entry]]:
        return _group((type(e.item), e) for e in self.entries)

    @cached_property
    def _by_topic(self) -> dict[str, list[Entry]]:
        return _group((topic, e) for e in self.entries for topic in dict.fromkeys(e.item.topics))

    @cached_property
    def _by_place(self) -> dict[str, list[Entry]]:
        pairs = ((p.id, e) for e in self.entries for place in e.item.places for p in self.reaches(place))
        return _group(dict.fromkeys(pairs))

    @cached_property
    def _results_by_place(self) -> dict[str, list[PublicSeries]]:
        return _group((place, series) for series in self.results for place in series.places)

    @cached_property
    def _by_document(self) -> dict[str, list[Entry]]:
        return _group((d, e) for e, policy in self.of_kind(Policy) for d in dict.fromkeys(policy.legal_basis))

    @cached_property
    def _stories_by_policy(self) -> dict[str, list[Entry]]:
        pairs = ((s.policy, e) for e, story in self.of_kind(Story) for s in story.support if s.policy)
        return _group(dict.fromkeys(pairs))

    @cached_property
    def _questions_by_policy(self) -> dict[str, list[Entry]]:
        return _group((name, e) for e, question in self.of_kind(Question) for name in dict.fromkeys(question.policies))

    @cached_property
    def _questions_by_document(self) -> dict[str, list[Entry]]:
        return _group((d, e) for e, question in self.of_kind(Question) for d in dict.fromkeys(question.legal_basis))

    @cached_property
    def _activities_by_plan(self) -> dict[str, list[Entry]]:
        return _group((activity.plan, e) for e, activity in self.of_kind(Activity) if activity.plan)

    @cached_property
    def _materials_by_policy(self) -> dict[str, list[Entry]]:
        return _group((p, e) for e, material in self.of_kind(Material) for p in dict.fromkeys(material.policies))


KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


def _group(pairs: Iterable[tuple[KeyT, ValueT]]) -> dict[KeyT, list[ValueT]]:
    groups: dict[KeyT, list[ValueT]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
