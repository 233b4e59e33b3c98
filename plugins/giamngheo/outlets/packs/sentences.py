"""Shortening that never changes what is said: whole sentences only, none without the condition that follows it."""

from __future__ import annotations

import re

_SHORT = re.compile(r"\W*(?:[A-ZĐ]{1,4}|[A-ZĐ][b-df-hj-np-tv-xzđ]{1,3}|v\.v|[\d.,/-]+|[ivx]+)\.")
"""No end of a sentence: "TP.", "Th.", "v.v.", a number of a list or of a day."""

_OPENING, _CLOSING = "\"“‘'([", "\"”’')]"

_LIMITS = (
    "nhưng", "tuy nhiên", "tuy vậy", "song", "riêng", "trừ", "chỉ", "nếu", "khi", "với điều kiện", "điều kiện",
    "không áp dụng", "không bao gồm", "mức này", "số này", "khoản này", "việc này", "trong đó", "còn", "ngoại trừ",
    "lưu ý", "đây", "các mức", "những người này", "thời hạn", "phải",
)  # fmt: skip
"""A sentence that begins so narrows the one before it: both stand, or neither."""

MORE = "…"
"""Stands at the end of a sentence after which others were left out."""


def statements(text: str) -> list[str]:
    """Sentences of a text on one line; one that narrows another is joined to it."""
    words = text.split(" ")
    found: list[str] = []
    start = 0
    for index, word in enumerate(words, 1):
        if index == len(words) or _is_end(word, words[index]):
            sentence = " ".join(words[start:index])
            start = index
            if found and _narrows(sentence):
                found[-1] += f" {sentence}"
            else:
                found.append(sentence)
    return found


def _is_end(word: str, following: str) -> bool:
    bare = word.rstrip(_CLOSING)
    begins = following.lstrip(_OPENING)[:1].isupper()
    return begins and bare.endswith((".", "!", "?", "…")) and not _SHORT.fullmatch(bare)


def shortened(text: str, limit: int) -> str:
    """The text where it has at most `limit` characters, otherwise its first statements and `MORE`, or nothing."""
    if len(text) <= limit:
        return text
    kept = ""
    for statement in statements(text):
        longer = f"{kept} {statement}".strip()
        if len(longer) + 1 + len(MORE) > limit:
            break
        kept = longer
    return f"{kept} {MORE}" if kept else ""


def _narrows(sentence: str) -> bool:
    words = sentence.lower().lstrip(_OPENING)
    return any(words.startswith((f"{limit} ", f"{limit}:", f"{limit},")) for limit in _LIMITS)
