"""Cuts each feed into documents: the one that is subscribed to, and archives that together hold everything.

RFC 5005, section 4: an archive holds the same entries for ever, and leads to the one before it. Ours are cut by
year of publication, then by a fixed number counted from the oldest, so that a new entry changes no archive; an entry
that is gone leaves its place empty, or a reader who knows an archive already would miss what has moved into it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby

from msgspec import Struct

from giamngheo.outlets.feeds.posts import Post
from giamngheo.outlets.feeds.subjects import Subject

LIST_OF_ALL = "/rss/tat-ca.opml"
"""Address of the file that names every feed, for programs that read feeds."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Date of a document without entries: the clock would change its bytes every day."""


class Document(Struct, frozen=True, eq=False):
    """One document of a feed; `archive` and `previous` name archives ("2025-1"), "" stands for none."""

    subject: Subject
    posts: tuple[Post, ...]
    """Newest first."""
    archive: str = ""
    previous: str = ""

    @property
    def holds_full_text(self) -> bool:
        """True when the entries carry their whole text, else their summary."""
        return not self.archive or self.subject.keeps_full_text

    @property
    def updated(self) -> datetime:
        """Moment of the newest change in it, never the clock."""
        return max((post.updated for post in self.posts), default=NEVER)

    def address(self, form: str) -> str:
        """Path of this document in one form ("rss", "atom", "json")."""
        return address_of(self.subject, self.archive, form)


def address_of(subject: Subject, archive: str, form: str) -> str:
    """Path of the current document of a feed, or of one of its archives."""
    return f"/rss/{subject.name}/{archive}.{form}" if archive else f"/rss/{subject.name}.{form}"


def cut(subject: Subject, size: int) -> list[Document]:
    """The document to subscribe to, then the archives from the newest to the oldest; none where one holds all.

    What no closed archive holds yet is always in the first document, besides the `size` latest changes.
    """
    parts = _parts(subject.posts, size)
    open_part = parts.pop()[1] if parts else []
    present = [post for post in subject.posts if not post.is_gone]
    latest = sorted(present, key=_by_change)[-size:]
    shown = sorted({p.identity: p for p in (*open_part, *latest)}.values(), key=_by_change, reverse=True)
    if len(shown) == len(present):
        return [Document(subject, tuple(shown))]
    names = [""] + [name for name, _ in parts]
    archives = [
        Document(subject, tuple(reversed(posts)), name, before)
        for before, (name, posts) in zip(names, parts, strict=False)
    ]
    return [Document(subject, tuple(shown), previous=names[-1]), *reversed(archives)]


def _by_change(post: Post) -> tuple[datetime, str]:
    return post.updated, post.identity


def _parts(posts: tuple[Post, ...], size: int) -> list[tuple[str, list[Post]]]:
    """Named parts from the oldest, without what is gone from them; only the last one may still grow."""
    found = []
    for year, group in groupby(posts, key=lambda p: p.published.year):
        whole = list(group)
        chunks = (whole[start : start + size] for start in range(0, len(whole), size))
        present = ([post for post in chunk if not post.is_gone] for chunk in chunks)
        found += [(f"{year}-{number}", chunk) for number, chunk in enumerate(present, 1)]
    return found
