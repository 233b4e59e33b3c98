"""What the gate reports and what it is told: the two types that cross its border.

Does not search: each kind of private data has its own module.
"""

from typing import Literal, NamedTuple

from msgspec import Struct

FindingKind = Literal["so-giay-to", "so-dien-thoai", "tai-khoan", "dia-chi-nha", "ten-nguoi", "tre-em", "email"]


class Finding(Struct, frozen=True):
    """One place in a text that must not be published: `text` equals the given text from `start` to `end`."""

    kind: FindingKind
    start: int
    end: int
    text: str


class Allowed(Struct, frozen=True):
    """What may stand in a text.

    `names` are persons who may be named ("Lý Thị Ninh" also admits "bà Ninh"), `phones` the hotlines the site
    publishes (compared by digits), `proper_names` the places, agencies and cooperatives in registers, `mailboxes`
    those of the site. Of `untold` kinds nobody can tell at the moment what is allowed: they are passed over.
    """

    names: frozenset[str]
    phones: frozenset[str]
    proper_names: frozenset[str]
    mailboxes: frozenset[str] = frozenset()
    untold: frozenset[FindingKind] = frozenset()


class Mention(NamedTuple):
    """A finding before it is published: offsets into the folded text, overlaps not yet settled."""

    kind: FindingKind
    start: int
    end: int
