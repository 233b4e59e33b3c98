"""Words as search compares them: one spelling for what Vietnamese readers hold to be the same word.

Each word has two forms. The exact form keeps every mark, but not where the tone is placed ("hoà" is "hòa") and not the
choice between i and y ("kĩ" is "kỹ"); the bare form keeps no marks at all. `theme/scripts/search-engine.js` does the
same to what readers type: a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from giamngheo.ground.vietnamese import fold, normalize

_WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_FREE_Y = re.compile("([hklmst]|qu)y")
"""Syllables that are written with i or y: "kỹ thuật" and "kĩ thuật", "quý" and "quí"."""

_STRETCHES = 50_000
"""Stretches of text whose words are remembered, some 10 MB: most of what a portal of any size is made of."""


class _Forms(dict[str, str]):
    """Forms of words, each worked out when it is first met (of a pure function: a safe cache)."""

    def __init__(self, form: Callable[[str], str]) -> None:
        super().__init__()
        self._form = form

    def __missing__(self, word: str) -> str:
        form = self[word] = self._form(word)
        return form


def exact_form(word: str) -> str:
    """Exact form of a word in small letters: its letters, then its tone; a number without zeros before it."""
    if "0" <= word[0] <= "9":
        return word.lstrip("0") or "0"
    parts = unicodedata.normalize("NFD", word)
    letters = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    if match := _FREE_Y.fullmatch(letters):
        letters = f"{match[1]}i"
    return letters + "".join(c for c in parts if c in _TONES)


BARE = _Forms(fold)
"""Bare forms by exact forms: that under which a word is looked up."""

_EXACT = _Forms(exact_form)


class _Words(dict[str, tuple[str, ...]]):
    """Words of what stands between two spaces, most often one: much the same stretches make up all texts."""

    def __missing__(self, stretch: str) -> tuple[str, ...]:
        if len(self) >= _STRETCHES:
            self.clear()
        words = self[stretch] = tuple(map(_EXACT.__getitem__, _WORD.findall(normalize(stretch).lower())))
        return words


_WORDS = _Words()


def find_words(text: str) -> list[str]:
    """Return the exact forms of the words of `text`, in order. Numbers are words of their own. Never raises."""
    return [word for stretch in text.split() for word in _WORDS[stretch]]
