"""Sentences that one breath carries: long ones are parted where the writer made a pause, before they are read.

They are parted as written: there "2,2 triệu đồng" or "52/KH-UBND" holds no boundary, so no figure is ever cut.
"""

from __future__ import annotations

import re

from giamngheo.ground.vietnamese.spoken.aloud import read_aloud
from giamngheo.ground.vietnamese.spoken.letters import CAPITAL
from giamngheo.ground.vietnamese.spoken.reading import Reading

LONGEST = 25
"""Syllables of the longest sentence: about seven seconds, the breath of an announcer."""

_FULL_STOP = re.compile(
    rf"(?<=[.!?…])(?<!\bTP\.)(?<!\bTX\.)(?<!\bTp\.)(?<!\bTS\.)(?<!\bBS\.)\s+(?=[\"“(]?[{CAPITAL}0-9])|\s*\n\s*"
)
_CLAUSES = (
    "nhưng|và|hoặc|để|nếu|khi|vì|nên|còn|thì|mà|do|trừ|kể cả|được|không|chưa|phải|có|đã|sẽ|đang|gồm|trong đó|nay|trước"
    "|sau|theo"
)
_PHRASES = r"cho|để|theo|tại|từ(?! \d+ )|trong|với|bằng|về|do|nhằm|vào|nếu|khi|vì|nhưng|qua"
_PLACE = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|thôn|bản"
_BOUNDARIES = tuple(
    re.compile(boundary)
    for boundary in (
        r";\s+|\s[–—-]\s",
        rf",\s+(?=(?:{_CLAUSES})\s)",
        r":\s+",
        r"(?<=\b[12][0-9]{3})\s+(?!của |đến |và |là )(?=[^\W\d])",
        rf"\s+(?=(?:{_PHRASES})\s)",
        rf",\s+(?!(?:{_PLACE})\s+[{CAPITAL}]|và |hoặc )|\s?\((?=[^()]{{12}})|\)\s",
        r"(?<! cũng)(?<! vẫn)(?<! còn)\s+(?=(?:và|hoặc|thì|mà|của|ở|là|được|trên|các|những|ngày)\s)",
        r",\s+|\s+(?=đến (?:hết )?(?:ngày|tháng|năm|[0-9]))",
    )
)
"""Where a sentence may be parted, best places first: clauses, after a year, before phrases, members of a list.

A comma before a place comes last: "Hội Phụ nữ huyện Sơn Động, tỉnh Bắc Giang cấp gà" parted there names another giver.
"""

_SHORTEST = 2
"""Words of the shortest part: less sounds torn off."""

_END = re.compile(r"[\s,;:.–-]+$")


def spoken_syllables(said: str) -> int:
    """Count the syllables of a text in words, as `speak` returns it: every word is one, a hyphen joins two."""
    return len(said.split()) + said.count("-")


def sentences(text: str, reading: Reading) -> tuple[str, ...]:
    """Return `text` as spoken sentences, each with a capital and a full stop, of at most `LONGEST` syllables.

    Only a run of words without any pause or preposition stays longer. Never raises.
    """
    written = (part for part in _FULL_STOP.split(text.strip()) if part)
    return tuple(said for part in written for said in _in_breaths(part, reading))


def _in_breaths(written: str, reading: Reading) -> list[str]:
    pending, said = [written], []
    while pending:
        part = pending.pop()
        is_long = len(part.split()) > LONGEST  # a word is one syllable or more: no need to read it
        spoken = "" if is_long else _END.sub("", read_aloud(part, reading).text)
        halves = _part(part) if is_long or spoken_syllables(spoken) > LONGEST else None
        if halves:
            pending += reversed(halves)
        elif whole := spoken or _END.sub("", read_aloud(part, reading).text):
            said.append(_as_sentence(whole))
    return said


def _part(text: str) -> tuple[str, str] | None:
    """Part a text at the best sort of boundary it has, as near to its middle as possible."""
    for boundary in _BOUNDARIES:
        cuts = [m for m in boundary.finditer(text) if _is_fair(text, m)]
        if cuts:
            cut = min(cuts, key=lambda m: abs(m.start() + m.end() - len(text)))
            return text[: cut.start()], text[cut.end() :]
    return None


def _is_fair(text: str, cut: re.Match[str]) -> bool:
    before, after = text[: cut.start()].split(), text[cut.end() :].split()
    return len(before) >= _SHORTEST and len(after) >= _SHORTEST


def _as_sentence(spoken: str) -> str:
    capital = spoken[:1].upper() + spoken[1:]
    return capital if capital.endswith(("!", "?")) else f"{capital}."
