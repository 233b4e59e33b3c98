"""Folding: text as it is typed without diacritics, for search, slugs and comparison.

Answers for letters and marks; spaces, punctuation and zero-width characters stay (see `normalize`).
"""

import unicodedata

# Old Vietnamese fonts and keyboards left Icelandic eth and African d where đ is meant; all three look alike.
_LETTERS_WITH_A_BAR = {"đ": "d", "ð": "d", "ɖ": "d"}


class _FoldTable(dict[int, str]):
    """Folded form of each character, worked out when it is first met (a pure function: a safe cache)."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", unicodedata.normalize("NFD", chr(code)).lower())
        # Every mark with a combining class goes: what is left cannot be reordered by NFC or NFD,
        # so folding character by character is exact.
        bare = (_LETTERS_WITH_A_BAR.get(c, c) for c in letters if not unicodedata.combining(c))
        folded = self[code] = "".join(bare)
        return folded


_TABLE = _FoldTable()


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics, đ as d; the same for NFC and NFD, idempotent.

    Never raises. Length may change: combining marks disappear.
    """
    return text.translate(_TABLE)
