"""One spelling for text that looks the same: composed letters, plain spaces, no invisible characters.

Every other module searches the folded text, whose offsets lead back to the text the editor wrote.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from giamngheo.ground.rewriting import Piece, Rewritten, rewrite

# One character for one character, so these cost no offsets.
_SAME_LENGTH_BY_CODE = {
    **dict.fromkeys((9, 13, 160, 5760, *range(8192, 8203), 8239, 8287, 12288), " "),
    **dict.fromkeys((11, 12, 133, 8232, 8233), "\n"),
    **dict.fromkeys((*range(8208, 8214), 8722), "-"),
    **dict.fromkeys((8216, 8217, 700, 180), "'"),
    **{0xFF01 + step: chr(0x21 + step) for step in range(0x5E)},  # full-width forms of ASCII
    **{0x1D7CE + step: str(step % 10) for step in range(50)},  # mathematical digits
}
_SAME_LENGTH = {chr(code): same for code, same in _SAME_LENGTH_BY_CODE.items()}
_INVISIBLE_CODES = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x115F), (0x180E, 0x180E), (0x200B, 0x200F)),
    *((0x202A, 0x202E), (0x2060, 0x2069), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
)
_MARK_CODES = ((0x300, 0x36F), *_INVISIBLE_CODES)
_INVISIBLE, _MARKS = ("".join(f"{chr(a)}-{chr(b)}" for a, b in codes) for codes in (_INVISIBLE_CODES, _MARK_CODES))
_INVISIBLES = re.compile(f"[{_INVISIBLE}]")
# Marks, invisible characters, Markdown emphasis. One class of characters comes first, so that the search skips
# all others in a quarter of the time. Marks are counted in eights because reordering a million of them would take
# quadratic time.
_ODD = re.compile(rf"[{_MARKS}*_](?:(?<=\*)\*{{0,2}}|(?<=_)_{{0,2}}|(?<=[{_MARKS}])[{_MARKS}]{{0,7}})")
_MAY_BE_ODD = frozenset("*_＊＿").union(*(map(chr, range(a, b + 1)) for a, b in _MARK_CODES))
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def fold(text: str) -> Rewritten:
    """Fold a text; never raises, takes time linear in its length."""
    letters = set(text)  # which letters occur at all: a quarter of the cost of translating
    plain = text
    for letter in letters & _SAME_LENGTH.keys():
        plain = plain.replace(letter, _SAME_LENGTH[letter])
    return Rewritten(plain) if letters.isdisjoint(_MAY_BE_ODD) else rewrite(plain, _pieces(plain))


def _pieces(plain: str) -> Iterator[Piece]:
    done = 0
    for match in _ODD.finditer(plain):
        piece = _folded_piece(plain, match, done)
        if piece[0] != piece[1]:
            done = piece[1]
            yield piece


def _folded_piece(plain: str, match: re.Match[str], done: int) -> Piece:
    """Give the span to replace and what with; an empty span where the character stays."""
    begin, finish = match.span()
    if plain[begin] in "*_":
        return begin, finish if _is_emphasis(plain, begin, finish) else begin, ""
    if begin > done and plain[begin - 1] != "\n":
        begin -= 1
    return begin, finish, unicodedata.normalize("NFC", _INVISIBLES.sub("", plain[begin:finish]))


def _is_emphasis(plain: str, begin: int, finish: int) -> bool:
    """Tell emphasis around words from asterisks between digits and underscores inside words."""
    before, after = plain[begin - 1 : begin] or " ", plain[finish : finish + 1] or " "
    if plain[begin] == "_":
        opens = before in " \n(" and not after.isspace()
        return opens or (not before.isspace() and after in " \n.,;:!?)")
    return not (before.isdigit() and after.isdigit()) and not (before.isspace() and after.isspace())


def lowered(text: str) -> str:
    """Lower-case of the same length: the few letters whose lower case is longer stay as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@lru_cache(maxsize=16_384)  # a portal has some two thousand capitalised syllables
def name_key(word: str) -> str:
    """One key for a syllable however its tone is placed: "Hoà" and "Hòa", "UỶ" and "Ủy" are the same."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = "".join(_TONES.findall(letters))
    return _TONES.sub("", letters) + tones
