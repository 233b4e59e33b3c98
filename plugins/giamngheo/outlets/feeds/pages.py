"""Pages about the feeds: the list for newsrooms, what each feed holds now, and the notices at their identities."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct

from giamngheo.catalog import Catalog, Entry
from giamngheo.catalog.moments import corrections
from giamngheo.catalog.results import PublicSeries
from giamngheo.content.loader import LoadedItem
from giamngheo.content.results.reading import LoadedSeries
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.feeds.documents import LIST_OF_ALL, Document, address_of
from giamngheo.outlets.feeds.posts import Post, correction_of, named, withdrawal_of
from giamngheo.outlets.feeds.subjects import BROADCASTER, GENERAL, PLACES, Subject
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Later, Page, Searched

FORMS = {"rss": "RSS", "atom": "Atom", "json": "JSON"}
"""Forms of each feed, by the ending of their files."""

_HOME = Link("Trang chủ", "/")
_ROOT = Link("RSS và báo chí", "/rss/")


class FeedLine(Struct, frozen=True):
    """One feed in the list: its preview, what is in it, its addresses."""

    preview: Link
    about: str
    forms: tuple[Link, ...]


class FeedsView(Struct, frozen=True):
    """All feeds by group; `places` are many, and stand in a list of their own."""

    groups: tuple[tuple[str, tuple[FeedLine, ...]], ...]
    places: tuple[Link, ...]
    opml: str
    rights: str
    has_hub: bool
    has_broadcaster: bool


class EntryLine(Struct, frozen=True):
    """One entry as people see it in a preview."""

    link: Link
    day: str
    day_iso: str
    summary: str


class FeedView(Struct, frozen=True):
    """What a feed holds now, its addresses and its archives."""

    about: str
    forms: tuple[Link, ...]
    entries: tuple[EntryLine, ...]
    archives: tuple[Link, ...]


class FeedNotice(Struct, frozen=True):
    """What a correction or withdrawal says at its own address."""

    lines: tuple[str, ...]
    links: tuple[Link, ...]


def feeds_page(catalog: Catalog, subjects: Sequence[Subject]) -> Page:
    """The page that tells an engineer of a newsroom in a minute how to take the feeds."""
    groups = groupby((s for s in subjects if s.group != PLACES), key=lambda s: s.group)
    view = FeedsView(
        groups=tuple((name, tuple(_line(subject) for subject in members)) for name, members in groups),
        places=tuple(Link(_short(subject), subject.preview) for subject in subjects if subject.group == PLACES),
        opml=LIST_OF_ALL,
        rights=catalog.settings.rights,
        has_hub=bool(catalog.settings.websub_hub),
        has_broadcaster=any(subject.name == BROADCASTER for subject in subjects),
    )
    return Page(
        address="/rss/",
        template="feeds.html",
        title="RSS và báo chí",
        description="Các bản tin RSS để báo, đài và phần mềm đọc tin nhận bài mới toàn văn.",
        view=view,
        section="rss",
        crumbs=(_HOME,),
        searched=Searched("RSS, Atom, bản tin để báo, đài và phần mềm đọc tin tự động nhận bài mới, tòa soạn"),
    )


def _line(subject: Subject) -> FeedLine:
    return FeedLine(Link(_short(subject), subject.preview), subject.about, _forms(subject))


def _short(subject: Subject) -> str:
    """Title without the name of the portal, which is the same in all of them."""
    return "Mọi bài mới" if subject.group == GENERAL else subject.title.split(" · ", 1)[0]


def _forms(subject: Subject) -> tuple[Link, ...]:
    return tuple(Link(label, address_of(subject, "", form)) for form, label in FORMS.items())


def preview_page(current: Document, archives: Sequence[Document], key: Callable[[], str]) -> Page:
    """What a feed holds now, for people: browsers no longer show feeds. `key` is as that of `Later`."""
    subject = current.subject
    return Page(
        address=subject.preview,
        template="feed.html",
        title=f"Bản tin: {_short(subject)}",
        description=subject.about,
        view=Later(partial(_feed_view, current, archives), key),
        section="rss",
        crumbs=(_HOME, _ROOT),
        feeds=(Link(subject.title, address_of(subject, "", "rss")),),
        same_as=subject.page,
        is_indexed=False,
    )


def _feed_view(current: Document, archives: Sequence[Document]) -> FeedView:
    return FeedView(
        about=current.subject.about,
        forms=_forms(current.subject),
        entries=tuple(_entry(post) for post in current.posts),
        archives=tuple(Link(document.archive, document.address("rss")) for document in archives),
    )


def _entry(post: Post) -> EntryLine:
    day = post.updated.date()
    return EntryLine(Link(post.title, post.link), format_day(day), day.isoformat(), post.summary)


def notice_pages(catalog: Catalog) -> Iterator[Page]:
    """The identity of every notice leads to what it says, whether its item still stands in feeds or not."""
    public: tuple[Entry | PublicSeries, ...] = (*catalog.entries, *catalog.results)
    for entry in public:
        for day, notes in corrections(entry.item, catalog.today).items():
            told = f"Ngày {format_day(day)}, chúng tôi đính chính {named(entry.item)} này:"
            view = FeedNotice((told, *notes), (Link(entry.item.title, entry.address),))
            yield _notice(correction_of(entry.item, day), "Đính chính", view)
    gone: tuple[LoadedItem | LoadedSeries, ...] = (*catalog.withdrawn, *catalog.withdrawn_results)
    for loaded in gone:
        item, withdrawal = loaded.item, loaded.item.withdrawn
        if withdrawal:
            name = named(item).capitalize()
            told = f"{name} mang mã {item.id} đã được gỡ ngày {format_day(withdrawal.date)}."
            view = FeedNotice((told, f"Lý do: {withdrawal.reason}"), (Link("Về trang chủ", "/"),))
            days = corrections(item, withdrawal.date)
            for address in (withdrawal_of(item, withdrawal.date), *(correction_of(item, day) for day in days)):
                yield _notice(address, f"{name} đã được gỡ", view)


def _notice(address: str, title: str, view: FeedNotice) -> Page:
    return Page(
        address=address,
        template="notice.html",
        title=title,
        description=view.lines[0],
        view=view,
        crumbs=(_HOME, _ROOT),
        is_indexed=False,
    )
