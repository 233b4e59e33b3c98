"""One spelling for text that looks the same: composed letters, plain spaces, no invisible characters.

Every other module searches the folded text; `Folded` leads its offsets back to the text the editor wrote.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass

# One character for one character, so these cost no offsets.
_SAME_LENGTH = {
    **dict.fromkeys((9, 13, 160, 5760, *range(8192, 8203), 8239, 8287, 12288), " "),
    **dict.fromkeys((11, 12, 133, 8232, 8233), "\n"),
    **dict.fromkeys((*range(8208, 8214), 8722), "-"),
    **dict.fromkeys((8216, 8217, 700, 180), "'"),
    **{0xFF01 + step: chr(0x21 + step) for step in range(0x5E)},  # full-width forms of ASCII
    **{0x1D7CE + step: str(step % 10) for step in range(50)},  # mathematical digits
}
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
_MARKS = f"\u0300-\u036f{_INVISIBLE}"
_INVISIBLES = re.compile(f"[{_INVISIBLE}]")
# Marks, invisible characters, Markdown emphasis: single characters to look for, so plain text costs little.
# Marks are counted in eights because reordering a million of them would take quadratic time.
_ODD = re.compile(rf"[{_MARKS}]{{1,8}}|\*{{1,3}}|_{{1,3}}")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts` and `ends` are empty when its offsets are those of the original."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of a non-empty folded span."""
        if not self.starts:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text; never raises, takes time linear in its length."""
    plain = text.translate(_SAME_LENGTH)
    parts: list[str] = []
    starts, ends = array("l"), array("l")
    done = 0
    for match in _ODD.finditer(plain):
        begin, finish, composed = _folded_piece(plain, match, done)
        if begin == finish:
            continue
        parts += (plain[done:begin], composed)
        starts.extend(range(done, begin))
        ends.extend(range(done + 1, begin + 1))
        starts.extend([begin] * len(composed))
        ends.extend([finish] * len(composed))
        done = finish
    if not parts:
        return Folded(plain, starts, ends)
    starts.extend(range(done, len(plain)))
    ends.extend(range(done + 1, len(plain) + 1))
    return Folded("".join((*parts, plain[done:])), starts, ends)


def _folded_piece(plain: str, match: re.Match[str], done: int) -> tuple[int, int, str]:
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


def name_key(word: str) -> str:
    """One key for a syllable however its tone is placed: "Hoà" and "Hòa", "UỶ" and "Ủy" are the same."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = "".join(_TONES.findall(letters))
    return _TONES.sub("", letters) + tones
