"""Characters that no page and no feed may carry, and those that nobody sees."""

from __future__ import annotations

import re

ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What XML 1.0 (section 2.2) forbids or discourages: one such character breaks a whole feed.

And what turns the direction of writing (UAX 9, section 2): a text that reads otherwise than it is written deceives, and
whatever follows it on a page or in a message is turned as well.
"""


def drop_illegal(text: str) -> str:
    """Return `text` without these characters."""
    return ILLEGAL.sub("", text)


def has_words(text: str) -> bool:
    """True where there is something to be seen: a soft hyphen alone is no text."""
    return any(c.isprintable() and not c.isspace() for c in text)
