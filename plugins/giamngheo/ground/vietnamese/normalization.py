"""Normalisation: one spelling for what looks the same, before any parsing or comparison."""

import re
import unicodedata

# Left behind by word processors and web pages; invisible, yet they break every comparison.
# Zero-width space, non-joiner, joiner, direction marks, word joiner, byte order mark.
_ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060\ufeff]")
_NEWLINE = re.compile("\r\n?")


def normalize(text: str) -> str:
    """Return `text` in NFC, with LF line ends and without zero-width characters; idempotent.

    Non-breaking spaces stay: editors place them on purpose ("21 tháng 11"). Never raises.
    """
    if not text.isprintable():  # neither CR nor what has no width is; most lines need no look at each character
        # Before composing: a zero-width character between a letter and its tone mark would keep NFC from joining them.
        text = _NEWLINE.sub("\n", _ZERO_WIDTH.sub("", text))
    return unicodedata.normalize("NFC", text)
