"""The policies as compact JSON for `theme/scripts/finder.js`; its address changes with its content."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from hashlib import blake2b

from giamngheo.outlets.eligibility.candidates import Candidate
from giamngheo.outlets.eligibility.engine import AHEAD
from giamngheo.rendering.eligibility_conditions import VALUES, pack_node
from giamngheo.rendering.eligibility_words import value_words
from giamngheo.rendering.outputs import OutputFile


def pack_candidates(found: Iterable[Candidate]) -> OutputFile:
    """The file that the finder fetches."""
    words = {fact: value_words(fact) for fact in VALUES}
    return pack("chinh-sach", {"ahead": AHEAD.days, "words": words, "policies": [_candidate(c) for c in found]})


def pack(name: str, content: object) -> OutputFile:
    """A JSON file below /assets/, to be kept by browsers for ever."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return OutputFile(f"/assets/{name}.{blake2b(text, digest_size=5).hexdigest()}.json", text)


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "title": candidate.title,
        "address": candidate.address,
        "benefit": candidate.benefit,
        "topics": candidate.topics,
        "first": candidate.days.first.isoformat(),
        "last": _iso(candidate.days.last),
        "rule": pack_node(candidate.rule),
        "law": [[link.label, link.address] for link in candidate.law],
        "figures": [[f.text, f.about, _iso(f.first), _iso(f.last)] for f in candidate.figures],
        "checked": candidate.checked,
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
