"""The gate itself: asks every finder, settles overlaps, and speaks in offsets of the given text."""

from collections.abc import Iterable

from giamngheo.content.privacy.addresses import find_home_addresses
from giamngheo.content.privacy.children import find_children
from giamngheo.content.privacy.emails import find_personal_emails
from giamngheo.content.privacy.findings import Allowed, Finding, FindingKind, Mention
from giamngheo.content.privacy.known_names import read_known
from giamngheo.content.privacy.names import find_names
from giamngheo.content.privacy.numbers import find_private_numbers
from giamngheo.content.privacy.prose import Prose, read_prose
from giamngheo.ground.rewriting import Rewritten

# Where two kinds claim one place the earlier is kept: it tells the editor more.
_MOST_SPECIFIC_FIRST: tuple[FindingKind, ...] = (
    "email",
    "so-giay-to",
    "tai-khoan",
    "so-dien-thoai",
    "tre-em",
    "dia-chi-nha",
    "ten-nguoi",
)


def search(text: str, allowed: Allowed) -> tuple[Finding, ...]:
    """`find_private_data` of the package."""
    prose = read_prose(text)
    mentions = _without_overlaps(_find_all(prose, allowed), len(prose.text))
    return tuple(_finding(text, prose.folded, mention) for mention in mentions if mention.kind not in allowed.untold)


def _find_all(prose: Prose, allowed: Allowed) -> list[Mention]:
    known = read_known(allowed)
    names = find_names(prose, known)
    return [
        *find_personal_emails(prose, {mailbox.lower() for mailbox in allowed.mailboxes}),
        *find_private_numbers(prose, known.hotlines),
        *find_children(prose, names),
        *find_home_addresses(prose, names),
        *(Mention("ten-nguoi", name.start, name.end) for name in names if not name.is_allowed),
    ]


def _without_overlaps(mentions: Iterable[Mention], length: int) -> list[Mention]:
    """Of mentions that meet keep the most specific, then the earliest, then the longest."""
    ranked = sorted(mentions, key=lambda m: (_MOST_SPECIFIC_FIRST.index(m.kind), m.start, -m.end))
    taken = bytearray(length)
    kept: list[Mention] = []
    for mention in ranked:
        if taken.find(1, mention.start, mention.end) < 0:
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _finding(text: str, folded: Rewritten, mention: Mention) -> Finding:
    start, end = folded.span(mention.start, mention.end)
    return Finding(mention.kind, start, end, text[start:end])
