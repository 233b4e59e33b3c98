"""Characters that no page and no feed may carry."""

from __future__ import annotations

import re

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 (section 2.2) forbids or discourages: one such character breaks a whole feed."""


def drop_illegal(text: str) -> str:
    """Return `text` without these characters."""
    return ILLEGAL.sub("", text)
