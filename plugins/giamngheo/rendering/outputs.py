"""What leaves the house: pages for a template to lay out, and finished files. Every outlet yields these two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.rendering.figures import Link


class Later(Struct, frozen=True, eq=False):
    """A view made when it is asked for: those of all items at once would be a fifth of the memory of a build.

    `key` is a digest of everything the view depends on besides settings, code and day, quicker to have than the view:
    while it stays the same, the page of the last site is taken over without a look at the view; "" where none is known.
    """

    make: Callable[[], object]
    key: Callable[[], str] = str

    def __eq__(self, other: object) -> bool:
        """Equal where equal views are made."""
        return isinstance(other, Later) and self.make() == other.make()

    __hash__ = None  # type: ignore[assignment]


class Preview(Struct, frozen=True):
    """What a chat or a social network shows where an address is posted; sizes of the picture in pixels."""

    title: str
    address: str
    """Of the picture."""
    alt: str
    width: int
    height: int


class Searched(Struct, frozen=True):
    """What search finds of a page besides its title and description.

    `names` are words for it that do not stand on it; a section is an anchor ("" for the top), a heading, plain text.
    """

    names: str = ""
    sections: tuple[tuple[str, str, str], ...] = ()


class SearchedPage(Struct, frozen=True):
    """A page that search finds, though it is none of an item, a document, a place or a topic."""

    address: str
    title: str
    description: str
    searched: Searched


class Page(Struct, frozen=True):
    """One page of the site, ready for its template.

    `address` begins and ends with a slash. `view` is a value of the outlet, with finished values only, or `Later`
    makes one. `feeds` are (title, address) of its subject; `scripts` name files of the theme's `scripts/` that
    improve the page: it works without. `loads` are files that these scripts fetch when the reader asks for something;
    `same_as` is the address of the page that says the same at full length, which search engines should show instead.
    `searched` puts the page into the search of the portal; items, documents, places and topics are there without.
    """

    address: str
    template: str
    title: str
    description: str
    view: object
    section: str = ""
    crumbs: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    scripts: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    same_as: str = ""
    searched: Searched | None = None
    is_indexed: bool = True
    id: str = ""
    preview: Preview | None = None
    data: str = ""
    """Address of the same as JSON."""

    def shown(self) -> Self:
        """The page with its view made."""
        return replace(self, view=self.view.make()) if isinstance(self.view, Later) else self


class NoticeView(Struct, frozen=True):
    """A page that only says something: not found, withdrawn."""

    lines: tuple[str, ...]
    links: tuple[Link, ...] = ()


class RedirectView(Struct, frozen=True):
    """A page that leads elsewhere: an old address, an identity."""

    target: str


class OutputFile(Struct, frozen=True):
    """A finished file of the site, served as it is; `address` begins with a slash."""

    address: str
    content: bytes


class Sound(Struct, frozen=True):
    """A sound file of an item, as an enclosure needs it: address on the site, bytes, media type, seconds."""

    address: str
    length: int
    type: str
    seconds: int


def _no_faults(_content: bytes) -> Iterable[str]:
    return ()


class LateFile(Struct, frozen=True, eq=False):
    """A file whose bytes are made each time they are asked for: all of them at once would not fit into memory.

    `key` is as that of `Later`. `faults` tells, in Vietnamese, why bytes must not go out. Two files are equal when
    their bytes are.
    """

    address: str
    make: Callable[[], bytes]
    key: Callable[[], str] = str
    faults: Callable[[bytes], Iterable[str]] = _no_faults

    @property
    def content(self) -> bytes:
        """The bytes, the same each time."""
        return self.make()

    def checked(self) -> bytes:
        """The bytes, fit to go out; raises `Faulty` otherwise."""
        content = self.make()
        reasons = tuple(self.faults(content))
        if reasons:
            raise Faulty(reasons)
        return content

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LateFile) and (self.address, self.content) == (other.address, other.content)

    def __hash__(self) -> int:
        return hash(self.address)


class StreamedFile(Struct, frozen=True, eq=False):
    """A file too large for memory: its pieces are taken once, in their order, before the next file is asked for."""

    address: str
    pieces: Iterable[bytes]

    @property
    def content(self) -> bytes:
        """All pieces, which are then used up."""
        return b"".join(self.pieces)


class LateWork(Struct, frozen=True):
    """Makes files one after the other, each to be written and let go; no page waits for them.

    `name` is for whoever looks for these files; `key` is as that of `Later`, of all of them together.
    """

    name: str
    make: Callable[[], Iterator[OutputFile | LateFile | StreamedFile]]
    key: Callable[[], str] = str


class Faulty(Exception):  # noqa: N818 - what is raised says that something is faulty, nothing went wrong here
    """Something was made that must not go out; `reasons` tell why, in Vietnamese."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class SpokenText(Struct, frozen=True):
    """A text in words, ready for an announcer or a synthetic voice, and how many seconds it takes to read.

    The texts of one item are kept together, because they say much the same, and read when they are asked for.
    """

    read: Callable[[], Sequence[str]]
    """Gives all texts of the item."""
    digest: str
    """Of what they are made from."""
    index: int
    """Which of them this is."""
    seconds: int

    def __eq__(self, other: object) -> bool:
        """Equal where what they are made from is."""
        return isinstance(other, SpokenText) and (self.digest, self.index) == (other.digest, other.index)

    def __hash__(self) -> int:
        return hash((self.digest, self.index))

    def __repr__(self) -> str:
        """What it is, for keys of what is made from it, without the function."""
        return f"SpokenText({self.digest!r}, {self.index}, {self.seconds})"

    @property
    def text(self) -> str:
        """The text, a new one each time."""
        return self.read()[self.index]
