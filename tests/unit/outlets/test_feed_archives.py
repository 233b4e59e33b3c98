"""Nothing lost, nothing twice: archives by RFC 5005, and a year of daily builds with subscribers that come late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest
from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from factories import NOW, SITE_URL, ItemFile, Project, a_policy, a_story, files_of
from giamngheo.catalog import build_catalog
from giamngheo.content.loader import Content, LoadedItem, load_content
from giamngheo.ground.clock import VIETNAM
from giamngheo.outlets.feeds import build_feeds
from giamngheo.rendering import Rendered
from giamngheo.rendering.outputs import LateFile

ATOM = "{http://www.w3.org/2005/Atom}"
STONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def feeds_at(project: Project, now: datetime = NOW) -> dict[str, bytes]:
    return {f.address: f.content for f in files_of(project.portal(now), "feeds") if f.address.startswith("/rss/")}


def archives(files: Mapping[str, bytes], start: str = "/rss/home/") -> dict[str, bytes]:
    return {address: content for address, content in files.items() if address.startswith(start)}


@pytest.fixture
def full(project: Project) -> Project:
    """Eleven items over two years; three fit into a document."""
    project.write("content/portal.yml", "feed_size: 3\n")
    days = [f"2025-0{n}-01" for n in range(1, 6)] + [f"2026-0{n}-01" for n in range(1, 7)]
    return project.add(*(a_policy(f"a{n:02}", date=day) for n, day in enumerate(days)))


def test_a_feed_that_fits_into_one_document_has_no_archives(project: Project) -> None:
    assert archives(feeds_at(project.add(a_policy("a")))) == {}


def test_archives_are_cut_by_year_and_number_and_the_open_one_is_not_written(full: Project) -> None:
    names = [a for a in archives(feeds_at(full)) if a.endswith(".rss")]
    assert names == ["/rss/home/2026-1.rss", "/rss/home/2025-2.rss", "/rss/home/2025-1.rss"]


def test_a_new_item_changes_no_archive(full: Project) -> None:
    before = archives(feeds_at(full), "/rss/")
    full.add(a_policy("neu", date="2026-11-20"))
    after = archives(feeds_at(full), "/rss/")
    kept = {address: content for address, content in before.items() if address.count("/") > 2}
    assert kept
    assert {address: after[address] for address in kept} == kept


def test_a_correction_changes_only_the_archive_that_holds_its_item(full: Project) -> None:
    before = archives(feeds_at(full), "/rss/bao-chi/")
    changes = [{"date": "2026-11-10", "kind": "correction", "note": "Sửa"}]
    full.add(a_policy("a00", date="2025-01-01", changes=changes))
    after = archives(feeds_at(full), "/rss/bao-chi/")
    changed = {address for address in before if after[address] != before[address]}
    assert changed == {f"/rss/bao-chi/2025-1.{form}" for form in ("rss", "atom", "json")}


@pytest.mark.parametrize("gone", [{"draft": True}, {"withdrawn": {"date": "2026-11-10", "reason": "Đã đề nghị gỡ"}}])
def test_what_was_taken_back_is_purged_from_archives(full: Project, gone: dict[str, object]) -> None:
    full.add(a_policy("a00", date="2025-01-01", title="Tên mật"))
    assert any("Tên mật".encode() in content for content in archives(feeds_at(full)).values())
    full.add(a_policy("a00", date="2025-01-01", title="Tên mật", **gone))
    assert not any("Tên mật".encode() in content for content in feeds_at(full).values())


def test_archives_of_the_newspaper_hold_whole_texts_those_of_others_summaries(full: Project) -> None:
    files = feeds_at(full)
    for form in ("rss", "atom", "json"):
        assert "Lời bài.".encode() in files[f"/rss/bao-chi/2025-1.{form}"]
        assert "Lời bài.".encode() not in files[f"/rss/home/2025-1.{form}"]
        assert "Hộ nghèo được cấp thẻ.".encode() in files[f"/rss/home/2025-1.{form}"]


def test_what_expires_or_is_withdrawn_moves_no_other_entry_into_another_archive(full: Project) -> None:
    before = identities_by_archive(feeds_at(full))
    full.add(a_policy("a00", date="2025-01-01", expires="2026-01-01"))
    full.add(a_policy("a01", date="2025-02-01", withdrawn={"date": "2026-11-10", "reason": "Đã đề nghị gỡ"}))
    after = identities_by_archive(feeds_at(full))
    gone = {f"{SITE_URL}id/a00/", f"{SITE_URL}id/a01/"}
    assert {address: after[address] for address in before} == {a: held - gone for a, held in before.items()}


def identities_by_archive(files: Mapping[str, bytes]) -> dict[str, set[str]]:
    held = archives(files)
    return {a: {e.identity for e in read(content).entries} for a, content in held.items() if a.endswith(".atom")}


# --- a year of daily builds -------------------------------------------------------------------------------

START, DAYS, COUNT = date(2025, 12, 1), 400, 60


class Seen(Struct, frozen=True):
    identity: str
    title: str
    updated: str


class Read(Struct, frozen=True):
    """One document as a reader takes it."""

    entries: list[Seen]
    previous: str
    removed: set[str]


def read(content: bytes) -> Read:
    root = etree.fromstring(content)
    entries = [
        Seen(*(entry.findtext(f"{ATOM}{name}") or "" for name in ("id", "title", "updated")))
        for entry in root.iterfind(f"{ATOM}entry")
    ]
    links = {link.get("rel"): link.get("href") or "" for link in root.iterfind(f"{ATOM}link")}
    return Read(entries, links.get("prev-archive", ""), {stone.get("ref") or "" for stone in root.iterfind(STONE)})


class Subscriber(Struct):
    """A reader that knows identities, and stops at the first archive it has read before (RFC 5005, section 4)."""

    known: dict[str, Seen] = field(default_factory=dict)
    archives: set[str] = field(default_factory=set)
    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    removed: set[str] = field(default_factory=set)

    def visit(self, files: Mapping[str, LateFile]) -> None:
        address = "/rss/home.atom"
        while address and address not in self.archives:
            document = read(files[address].content)
            for entry in document.entries:
                self._take(entry)
            self.removed |= document.removed
            if address != "/rss/home.atom":
                self.archives.add(address)
            address = "/" + document.previous.removeprefix(SITE_URL) if document.previous else ""

    def _take(self, entry: Seen) -> None:
        old = self.known.get(entry.identity)
        if old is None:
            self.new[entry.identity] += 1
        elif entry.updated > old.updated:
            self.changed[entry.identity] += 1
        if old is None or entry.updated > old.updated:
            self.known[entry.identity] = entry


class Year(Struct, frozen=True):
    """The portal on each day: every file is read once, and becomes corrected, renamed or withdrawn on its day."""

    content: Content

    def files(self, day: date) -> dict[str, LateFile]:
        """Feeds of the build of one day, at noon; their bytes are made when somebody fetches them."""
        now = datetime(day.year, day.month, day.day, 12, tzinfo=VIETNAM)
        items = [as_of(loaded, day) for loaded in self.content.items]
        catalog = build_catalog(replace(self.content, items=items), now)
        bodies = {entry.loaded.path: Rendered.of("<p>Lời bài.</p>", ()) for entry in catalog.entries}
        built = build_feeds(catalog, bodies, SITE_URL, pictures={}, spoken={}, sounds={})
        return {file.address: file for file in built.files()}


def number_of(loaded: LoadedItem) -> int:
    return int(loaded.item.id[1:])


def day_of(number: int) -> date:
    """Day on which an item is published; two of three days are without news."""
    return START + timedelta(days=number * 6)


def is_renamed(number: int) -> bool:
    return number % 7 == 3


def is_corrected(number: int) -> bool:
    return number % 5 == 1


def is_withdrawn(number: int) -> bool:
    return number % 9 == 2


LATER = timedelta(days=25)
"""How long after publication an item is corrected, renamed or withdrawn."""


def as_of(loaded: LoadedItem, day: date) -> LoadedItem:
    """The file as the editors had it on a day."""
    number = number_of(loaded)
    update: dict[str, object] = {}
    has_come = day >= day_of(number) + LATER
    if is_renamed(number) and has_come:
        update["title"], loaded = f"Tên mới {number}", replace(loaded, slug=f"ten-moi-{number}")
    if not (is_withdrawn(number) and has_come):
        update["withdrawn"] = None
    return replace(loaded, item=loaded.item.model_copy(update=update))


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    project = Project(tmp_path_factory.mktemp("year"))
    project.write("content/portal.yml", "feed_size: 4\n")
    for number in range(COUNT):
        project.add(an_item_of_the_year(number))
    return Year(load_content(project.root))


def an_item_of_the_year(number: int) -> ItemFile:
    day, later = day_of(number), (day_of(number) + LATER).isoformat()
    corrected = [{"date": later, "kind": "correction", "note": "Sửa số"}] if is_corrected(number) else []
    withdrawn = {"date": later, "reason": "Nguồn sai"} if is_withdrawn(number) else None
    kind = a_story if number % 2 else a_policy
    return kind(f"a{number}", date=day.isoformat(), changes=corrected, withdrawn=withdrawn)


def told_until(day: date) -> tuple[set[str], set[str], set[str]]:
    """Identities of items alive on a day, of notices, and of items withdrawn: from the rules above alone."""
    alive, notices, gone = set(), set(), set()
    for number in range(COUNT):
        identity, later = f"{SITE_URL}id/a{number}/", day_of(number) + LATER
        if is_withdrawn(number) and later <= day:
            gone.add(identity)
            notices.add(f"{identity}thu-hoi-{later.isoformat()}/")
        elif day_of(number) <= day:
            alive.add(identity)
            if is_corrected(number) and later <= day:
                notices.add(f"{identity}dinh-chinh-{later.isoformat()}/")
    return alive, notices, gone


@pytest.mark.parametrize("away", [1, 7, 40, DAYS])
def test_a_subscriber_gets_everything_exactly_once_however_long_it_was_away(year: Year, away: int) -> None:
    subscriber = Subscriber()
    last = START
    days = range(0, 60 if away == 1 else DAYS + 1, away)
    for offset in days:
        last = START + timedelta(days=offset)
        subscriber.visit(year.files(last))
        alive, notices, gone = told_until(last)
        assert alive | notices <= set(subscriber.known), last
        assert subscriber.removed >= {i for i in gone if i in subscriber.known}
    _, _, gone = told_until(last)
    corrected_then_withdrawn = {name for name in subscriber.known if "dinh-chinh" in name and name not in notices}
    assert set(subscriber.known) - alive - notices - gone - corrected_then_withdrawn == set()
    assert set(subscriber.new.values()) == {1}


def test_a_reader_that_comes_often_sees_each_change_once_and_no_other(year: Year) -> None:
    subscriber = Subscriber()
    for offset in range(0, DAYS + 1, 7):
        subscriber.visit(year.files(START + timedelta(days=offset)))
    last = START + timedelta(days=DAYS)
    expected = {
        f"{SITE_URL}id/a{n}/": 1
        for n in range(COUNT)
        if is_corrected(n) and not is_withdrawn(n) and day_of(n) + LATER <= last
    }
    assert subscriber.changed == expected, "a new title alone wakes no newsroom"


def test_no_entry_stands_in_two_archives_and_together_they_hold_all(year: Year) -> None:
    last = START + timedelta(days=DAYS)
    files = year.files(last)
    held = Counter(
        entry.identity
        for address, file in files.items()
        if address.endswith(".atom") and address.startswith("/rss/home/")
        for entry in read(file.content).entries
    )
    current = {entry.identity for entry in read(files["/rss/home.atom"].content).entries}
    alive, notices, _ = told_until(last)
    assert set(held.values()) == {1}
    assert set(held) | current == alive | notices


def test_feeds_keep_their_bytes_on_days_without_news(year: Year) -> None:
    quiet = START + timedelta(days=302)
    before, after = year.files(quiet), year.files(quiet + timedelta(days=1))
    assert {a: f.content for a, f in before.items()} == {a: f.content for a, f in after.items()}


def test_a_new_title_and_a_new_address_keep_the_identity(year: Year) -> None:
    titles = []
    for day in (day_of(3), day_of(3) + LATER):
        files = {a: f for a, f in year.files(day).items() if a.startswith("/rss/home") and a.endswith(".atom")}
        entries = [entry for file in files.values() for entry in read(file.content).entries]
        titles.append([entry.title for entry in entries if entry.identity == f"{SITE_URL}id/a3/"])
    assert titles == [["Nuôi ong"], ["Tên mới 3"]]
