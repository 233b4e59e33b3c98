"""The review file: damaged lines, what each probably was, and a box that the editor ticks.

Nothing proposed reaches the portal otherwise: the draft holds the text as it was read, and only lines whose
box is ticked are put into it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from giamngheo.legal.restoration import Proposal

_HEAD = """# Đối chiếu dòng hỏng của {draft}
# Dòng “đọc” là chữ trong tệp, dòng “nên” là máy đề xuất và có thể sai. So với bản giấy, sửa dòng “nên” nếu cần,
# rồi ghi x vào ô: [x]. Dòng không đánh dấu thì giữ nguyên. Xong, chạy: giamngheo import --confirm {review}
"""
_ENTRY = re.compile(
    r"^\[ ?(?P<tick>[^\]\n]?) ?\] dòng (?P<line>[0-9]{1,7})[^\n]*\n"
    r" *đọc: ?(?P<read>[^\n]*)\n *nên: ?(?P<right>[^\n]*)$",
    re.MULTILINE,
)
_DRAFT = re.compile(r"^# Đối chiếu dòng hỏng của (?P<draft>[^\n]+)$", re.MULTILINE)
_TICKS = frozenset("xXvV✓")


class Entry(Struct, frozen=True):
    """A line of the body, counted from 1, as read, as it should be, and whether the editor agrees."""

    line: int
    read: str
    right: str
    is_accepted: bool
    note: str = ""


class Confirmed(Struct, frozen=True):
    """The body with accepted lines put in; entries still open; entries whose line is no longer there."""

    body: str
    accepted: int
    left: tuple[Entry, ...]
    lost: tuple[Entry, ...]


def entries_of(proposals: Iterable[Proposal]) -> list[Entry]:
    """Return one open entry for each proposal, with the share of syllables that cannot be right."""
    return [Entry(p.line, p.text.strip(), p.proposal.strip(), is_accepted=False, note=_damage(p)) for p in proposals]


def _damage(proposal: Proposal) -> str:
    return f"{len(proposal.damage.impossible)}/{proposal.damage.syllables} chữ không thể là tiếng Việt"


def write_review(draft: str, review: str, entries: Sequence[Entry]) -> str:
    """Return the text of a review file; paths are as the editor types them."""
    parts = [_HEAD.format(draft=draft, review=review)]
    for entry in entries:
        note = f" ({entry.note})" if entry.note else ""
        parts.append(f"[ ] dòng {entry.line}{note}\n  đọc: {entry.read}\n  nên: {entry.right}\n")
    return "\n".join(parts)


def read_review(text: str) -> tuple[str | None, list[Entry]]:
    """Return the path of the draft, or None, and the entries."""
    match = _DRAFT.search(text)
    found = (
        Entry(int(e["line"]), e["read"].strip(), e["right"].strip(), e["tick"] in _TICKS) for e in _ENTRY.finditer(text)
    )
    return (match["draft"].strip() if match else None), list(found)


def confirm(body: str, entries: Sequence[Entry]) -> Confirmed:
    """Put the accepted lines into `body`, each where the line as read still stands, or nearest to it."""
    lines = body.split("\n")
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        places[line.strip()].append(number)
    left, lost, accepted = [], [], 0
    for entry in entries:
        if not entry.is_accepted:
            left.append(entry)
        elif same := places[entry.read]:
            accepted += 1
            place = same.pop(_nearest(same, entry.line - 1))
            lines[place] = lines[place].replace(entry.read, entry.right, 1)
        else:
            lost.append(entry)
    return Confirmed("\n".join(lines), accepted, tuple(left), tuple(lost))


def _nearest(places: Sequence[int], line: int) -> int:
    """Return the index of the place nearest to `line`; lines may have come or gone above it."""
    return min(range(len(places)), key=lambda index: abs(places[index] - line))
