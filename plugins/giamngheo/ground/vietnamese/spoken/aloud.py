"""Written official prose → words for a synthetic voice: one pass of rules, then the signs that are left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from msgspec import Struct

from giamngheo.ground.vietnamese.normalization import normalize
from giamngheo.ground.vietnamese.spoken import dates, documents, quantities, wording
from giamngheo.ground.vietnamese.spoken.letters import CAPITAL, letter_name
from giamngheo.ground.vietnamese.spoken.numbers import digit_words, number_words
from giamngheo.ground.vietnamese.spoken.reading import Reading, Voice
from giamngheo.ground.vietnamese.spoken.rule import Rule, text_before

_SIGNS = {
    "&": " và ", "+": " cộng ", "=": " bằng ", "×": " nhân ", "−": " trừ ", "@": " a còng ", "<": " dưới ",
    ">": " trên ", "≥": " ít nhất ", "≤": " không quá ", "~": " khoảng ", "≈": " xấp xỉ ", "±": " cộng trừ ",
    "°": " độ ", "º": " độ ", "$": " đô la ", "€": " ơ rô ", "§": " mục ", "½": " một phần hai ", "¼": " một phần tư ",
    "¾": " ba phần tư ", "…": " vân vân ", "–": ", ", "—": ", ", "(": ", ", ")": ", ", "[": ", ", "]": ", ", "{": ", ",
    "}": ", ", "|": ", ", "→": ", ", "/": ", ", "\\": " ", "²": " bình phương ", "³": " lập phương ", "’": "'",
}  # fmt: skip
_LETTERS = "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isalnum() and not c.isdecimal())
_NOT_SAID = re.compile(rf"[^a-zA-Z{_LETTERS} ,.;:!?'\u2010]")
"""Signs, digits, and letters beyond the Latin alphabet, which are looked at one by one."""
_MARKER = re.compile(
    r"[ \t]*(?:[-+•*–]\s+|(?P<letter>[a-zđ])\)\s*|(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})[.)]\s+"
    r"|(?P<roman>[IVX]{1,6})\.\s+)"
)
"""What stands before the first word of a line in a list."""

_SIGNS_OF_ADDRESS = ("@", "://", "www.", ".vn", ".com", ".org", ".net", ".example")
_ADDRESSES = tuple(re.compile(pattern) for pattern in (wording.MAIL, wording.WEB))
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_ELLIPSIS = re.compile(r"(?:…|\.{3,})[….]*")
_ENDED = re.compile(rf"…(?=\s+[{CAPITAL}])")
_SPACES = re.compile(r"[ \t\u00a0]+")
_BEFORE_SIGN = re.compile(r" +([,.;:!?])")
_DOUBLED = re.compile(r"[,;:](?: ?,)+|,(?= ?[.;:!?])|(?<=[.;:!?]) ?,")
_UNTIDY = re.compile(r" [ ,.;:!?]|[,;:.!?] ?[,.]")
_STOPS = re.compile(r"\.(?: ?\.)+")


class Spoken(Struct, frozen=True):
    """A text in words; `spelled` are acronyms without a full form, read letter by letter, in order of appearance."""

    text: str
    spelled: tuple[str, ...]


def speak(text: str, reading: Reading | None = None) -> str:
    """Return `text` in words: no digit, abbreviation, bracket, slash or other sign is left. Never raises.

    Lines stay lines. Capitals stay, but words all in capitals become small.
    """
    return read_aloud(text, reading or Reading()).text


def read_aloud(text: str, reading: Reading) -> Spoken:
    """As `speak`, and tell which acronyms had to be spelled."""
    full_forms, substitute = _prepared(reading)
    voice = Voice(reading.region, full_forms)
    lines = (_line(line, voice, substitute) for line in normalize(text).split("\n"))
    return Spoken("\n".join(lines), tuple(voice.spelled))


Substitution = Callable[[str, Voice], str]

_LEADS = rf"[Nn]gày|[Tt]háng|[Qq]uý|{wording.DIVISIONS}|[Kk]hu|[Đđ]iểm|[Vv]itamin|[Ll]ớp|[Mm]ẫu|[Ss]ố"
_SIGN_STARTS = r"[0-9%‰]|(?<=\w)-|\s?(?:[-–−](?=\s?[0-9])|/)|\(0(?=[0-9])"
_WORD_STARTS = (
    rf"[{CAPITAL}](?:[{CAPITAL}0-9]|(?!\w))"
    rf"|(?:{_LEADS})(?=\s?:?\s+(?:số\s|[0-9IVX]|[a-zđA-ZĐ](?!\w)))"
    rf"|(?:{documents.NAMES})(?=\s+(?:[Ss]ố\s?:?\s+)?[0-9])"
)
"""Where a rule can begin: found in one look, so that plain words cost nothing; these only where a word begins."""


@lru_cache(maxsize=8)
def _prepared(reading: Reading) -> tuple[dict[str, str], Substitution]:
    full_forms = wording.COMMON | dict(reading.abbreviations)
    return full_forms, _substitution(tuple(full_forms))


def _substitution(shorts: tuple[str, ...]) -> Substitution:
    """All rules in one pass over a line, tried in order at each place where one can begin."""
    either = "|".join(re.escape(short) for short in sorted(shorts, key=lambda s: (-len(s), s)))
    abbreviations = _abbreviations(either)
    first = (*documents.RULES, *quantities.PHONES, *dates.RULES, *abbreviations)
    rules = (*first, *wording.NUMBERED, *quantities.RULES, *wording.RULES)
    tried = [(re.compile(rule.pattern), rule.say) for rule in rules]
    starts = re.compile(rf"{_SIGN_STARTS}|\s?\((?:{either})\)|(?<!\w)(?:{_WORD_STARTS}|(?:{either})(?!\w))")

    def say(line: str, at: int, voice: Voice) -> tuple[str, int]:
        for pattern, one in tried:
            if (match := pattern.match(line, at)) and (words := one(match, voice)) is not None:
                return words, match.end()
        return line[at], at + 1

    def substitute(line: str, voice: Voice) -> str:
        parts, at = [], 0
        while start := starts.search(line, at):
            words, end = say(line, start.start(), voice)
            parts += [line[at : start.start()], words]
            at = end
        return "".join([*parts, line[at:]])

    return substitute


def _abbreviations(either: str) -> tuple[Rule, Rule]:
    bracketed = Rule(rf"\s?\((?P<short>{either})\)", _say_bracketed)
    return bracketed, Rule(rf"(?<!\w)(?P<short>{either})(?!\w)", _say_short)


def _say_bracketed(match: re.Match[str], voice: Voice) -> str:
    """A short form explained right after its full form is not said twice."""
    full = voice.full_forms[match["short"]]
    is_said = text_before(match).casefold().endswith(full[-30:].casefold())
    return "" if is_said else f" ({full})"


def _say_short(match: re.Match[str], voice: Voice) -> str:
    return voice.full_forms[match["short"]]


def _line(line: str, voice: Voice, substitute: Substitution) -> str:
    marker = _MARKER.match(line)
    lead = _marker_words(marker, voice) if marker else ""
    rest = line[marker.end() :] if marker else line
    if any(sign in rest for sign in _SIGNS_OF_ADDRESS):
        for pattern in _ADDRESSES:
            rest = pattern.sub(wording.say_address, rest)
    return _tidy(lead + substitute(rest, voice))


def _marker_words(marker: re.Match[str], voice: Voice) -> str:
    if marker["letter"]:
        return f"{letter_name(marker['letter'])}, "
    if marker["number"]:
        numbers = (number_words(int(part), voice.region) for part in marker["number"].split("."))
        return f"{' chấm '.join(numbers)}, "
    return f"{number_words(wording.roman_value(marker['roman']), voice.region)}, " if marker["roman"] else ""


def _tidy(text: str) -> str:
    """Read the signs that are left, drop what has no sound, and put the marks of pauses in order."""
    if "-" in text:
        text = _HYPHEN.sub("\u2010", text).replace(" - ", ", ")
    if "…" in text or "..." in text:
        text = _ENDED.sub("….", _ELLIPSIS.sub("…", text))
    text = _NOT_SAID.sub(_sound, text)
    text = text.replace("\u2010", "-")
    if _UNTIDY.search(text):
        text = _BEFORE_SIGN.sub(r"\1", _SPACES.sub(" ", text))
        text = _DOUBLED.sub(_stronger, text)
        text = _SPACES.sub(" ", _STOPS.sub(".", text))
    return text.strip(" ,;")


def _stronger(pauses: re.Match[str]) -> str:
    """Of a comma beside another mark only the other mark is left."""
    first = pauses[0][0]
    if first == "," and len(pauses[0]) == 1:
        return ""
    return first


@cache
def _sound_of(character: str) -> str:
    digit = unicodedata.digit(character, None)
    if character in _SIGNS:
        return _SIGNS[character]
    if digit is not None:
        return f" {digit_words(str(digit))} "
    return " " if character.isspace() else character if character.isalpha() else ""


def _sound(match: re.Match[str]) -> str:
    """What a character that no rule has read sounds like: a word, a pause, or nothing."""
    return _sound_of(match[0])
