"""What newsrooms receive: items, and notices that an item was corrected or taken back.

Most importers never read an entry again (Regional Wire, Feedzy, FeedWordPress), so a correction and a withdrawal
are entries of their own, with an identity of their own, beside the changed or removed entry of the item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from html import escape

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.catalog import Catalog, Entry
from giamngheo.catalog.moments import corrections, midnight, published_at, updated_at
from giamngheo.content.loader import LoadedItem
from giamngheo.content.results.reading import LoadedSeries
from giamngheo.content.results.series import Series
from giamngheo.content.schema import Item
from giamngheo.ground.characters import drop_illegal
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering import SITE
from giamngheo.rendering.article import Article
from giamngheo.rendering.outputs import Sound, SpokenText

PRIORITIES = {"thong-thuong": "thông thường", "uu-tien": "ưu tiên", "khan-cap": "khẩn cấp"}
"""Priority classes of broadcasts (TT 39/2020/TT-BTTTT) as read."""

SECONDS_SCHEME = "/rss/#thoi-luong"
PRIORITY_SCHEME = "/rss/#uu-tien"
"""What the machine-readable categories of the broadcaster's feed mean is told at these anchors."""


class Picture(Struct, frozen=True):
    """The photograph of an item as it is served: size in pixels, length in bytes."""

    address: str
    alt: str
    credit: str
    width: int
    height: int
    length: int
    kind: str


class Label(Struct, frozen=True):
    """A category; one with a `scheme` (path on the site) carries a machine-readable `term`."""

    text: str
    term: str = ""
    scheme: str = ""


class Post(Struct, frozen=True, eq=False):
    """One entry of feeds; addresses are paths of the site, `article` is None where it comes late.

    Texts are plain, hold no character that a feed may not carry, and where a form asks for one, are not blank.
    """

    identity: str
    link: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    author: str
    labels: tuple[Label, ...] = ()
    entry: Entry | None = None
    article: Article | None = None
    picture: Picture | None = None
    about: str = ""
    """Identity of the item that a notice is about."""
    removed: tuple[str, ...] = ()
    """Identities that a withdrawal takes back."""
    spoken: SpokenText | None = None
    sound: Sound | None = None
    is_gone: bool = False
    """True for an entry that only keeps its place in the archives, so that no other one moves; it is never shown."""


def legal(text: str, otherwise: str = "") -> str:
    """`text` without characters that no feed may carry, `otherwise` where nothing to be read is left."""
    kept = drop_illegal(text)
    return kept if kept.strip() else otherwise


def publisher_of(catalog: Catalog) -> str:
    """Who answers for the portal, by name."""
    settings = catalog.settings
    return legal(settings.publisher or "") or legal(settings.name, "giamngheo")


def identity_of(item: Item | Series) -> str:
    """Path that names an item for ever, whatever its title, slug or section."""
    return f"/id/{item.id}/"


def named(item: Item | Series) -> str:
    """What it is called in a notice."""
    return "chuỗi số liệu" if isinstance(item, Series) else "bài"


def correction_of(item: Item | Series, day: date) -> str:
    """Path of the notice that an item was corrected on a day."""
    return f"/id/{item.id}/dinh-chinh-{day.isoformat()}/"


def withdrawal_of(item: Item | Series, day: date) -> str:
    """Path of the notice that an item was taken back on a day."""
    return f"/id/{item.id}/thu-hoi-{day.isoformat()}/"


def item_posts(catalog: Catalog, entry: Entry, pictures: Mapping[str, Picture]) -> Iterator[Post]:
    """The item itself, then a notice for each day on which it was corrected."""
    item = entry.item
    names = catalog.topic_names
    labels = (item.SECTION_NAME, *(legal(names[t]) for t in item.topics if t in names))
    yield Post(
        identity=identity_of(item),
        link=entry.address,
        title=legal(item.title, item.id),
        summary=legal(item.summary, item.id),
        published=published_at(item),
        updated=updated_at(item, catalog.today),
        author=legal(item.author, publisher_of(catalog)),
        labels=tuple(Label(text) for text in labels if text),
        entry=entry,
        picture=pictures.get(item.id),
    )
    yield from correction_posts(catalog, item, entry.address)


def correction_posts(catalog: Catalog, item: Item | Series, address: str) -> Iterator[Post]:
    """A notice for each day on which an item, or a series, was corrected."""
    for day, notes in corrections(item, catalog.today).items():
        yield _correction(catalog, item, address, day, [legal(note) for note in notes])


def _correction(catalog: Catalog, item: Item | Series, address: str, day: date, notes: list[str]) -> Post:
    title = legal(item.title, item.id)
    moment = max(midnight(day), published_at(item))
    told = f"Ngày {format_day(day)}, chúng tôi đính chính {named(item)} “{title}”."
    lines = "".join(f"<li>{escape(note)}</li>" for note in notes)
    link = f'<a href="{SITE}{escape(address)}">{escape(title)}</a>'
    return Post(
        identity=correction_of(item, day),
        link=correction_of(item, day),
        title=f"[ĐÍNH CHÍNH] {title}",
        summary=f"{told} {' '.join(notes)}",
        published=moment,
        updated=moment,
        author=legal(item.author, publisher_of(catalog)),
        labels=(Label("Đính chính"),),
        article=Article(
            f"<p>{escape(told)}</p>", f"<ul>{lines}</ul>", f"<p>{named(item).capitalize()} đã sửa: {link}</p>"
        ),
        about=identity_of(item),
    )


def gone_posts(item: Item | Series, until: date) -> Iterator[Post]:
    """The places that an item, expired or withdrawn, and its notices had taken; nothing of what they said.

    A series has never been an entry itself.
    """
    moment = published_at(item)
    if not isinstance(item, Series):
        yield _gone(identity_of(item), moment)
    for day in corrections(item, until):
        yield _gone(correction_of(item, day), max(midnight(day), moment))


def _gone(identity: str, moment: datetime) -> Post:
    return Post(identity, identity, "", "", moment, moment, "", is_gone=True)


def withdrawal_post(catalog: Catalog, loaded: LoadedItem | LoadedSeries) -> Post | None:
    """The notice that an item was taken back: its identity, the day and the reason, nothing of the item itself."""
    item, withdrawal = loaded.item, loaded.item.withdrawn
    if withdrawal is None:
        return None
    name = f"{named(item).capitalize()} mang mã {item.id}"
    moment = max(midnight(withdrawal.date), published_at(item))
    told = f"{name} đã được gỡ ngày {format_day(withdrawal.date)}. Lý do: {legal(withdrawal.reason)}"
    ask = f"Đề nghị báo, đài gỡ {named(item)} này khỏi nơi đã đăng và không phát nữa."
    own = identity_of(item)
    return Post(
        identity=withdrawal_of(item, withdrawal.date),
        link=own,
        title=f"[THU HỒI] {name}",
        summary=f"{told} {ask}",
        published=moment,
        updated=moment,
        author=publisher_of(catalog),
        labels=(Label("Thu hồi"),),
        article=Article(f"<p>{escape(told)}</p>", "", f"<p>{ask}</p>"),
        about=own,
        removed=tuple(post.identity for post in gone_posts(item, withdrawal.date)),
    )


def spoken_article(spoken: SpokenText) -> Article:
    """A text to be read as the text of an entry."""
    lines = (f"<p>{escape(line)}</p>" for line in legal(spoken.text).split("\n") if line.strip())
    return Article("", "".join(lines), "")


def spoken_post(post: Post, spoken: SpokenText, priority: str, sound: Sound | None) -> Post:
    """The same item as the broadcaster takes it: the text to be read, its length, its priority, its sound if any."""
    length = Label(f"{spoken.seconds} giây", str(spoken.seconds), SECONDS_SCHEME)
    rank = Label(f"Mức {PRIORITIES[priority]}", priority, PRIORITY_SCHEME)
    labels = (*post.labels, length, rank)
    return replace(post, spoken=spoken, picture=None, sound=sound, labels=labels)
