"""The policies as compact JSON for `theme/scripts/finder.js`; addresses change with the content.

Questions need the bare rules only. The words of a policy (title, benefit, reasons, law, sums) are nine tenths of all
bytes; they lie in files of their own, fetched for the policies of a result.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import blake2b

from giamngheo.ground.json_text import compact
from giamngheo.outlets.eligibility.candidates import Candidate
from giamngheo.outlets.eligibility.engine import AHEAD
from giamngheo.rendering.eligibility_conditions import VALUES, conditions_of, pack_node
from giamngheo.rendering.eligibility_words import value_words
from giamngheo.rendering.outputs import OutputFile

_TEXTS_LIMIT = 12_000
"""Characters of a file of words, about 4 KB over the wire: a need in a few of them, not a request for every policy."""


def pack_candidates(found: Sequence[Candidate]) -> tuple[OutputFile, ...]:
    """The file of rules that the finder fetches first, then the files of words in the order of policies."""
    texts, where = _texts(found)
    rules = {
        "ahead": AHEAD.days,
        "words": {fact: value_words(fact) for fact in VALUES},
        "texts": [file.address for file in texts],
        "policies": [{**_rule(c), "text": place} for c, place in zip(found, where, strict=True)],
    }
    return (pack("chinh-sach", rules), *texts)


def pack(name: str, content: object) -> OutputFile:
    """A JSON file below /assets/, to be kept by browsers for ever."""
    text = compact(content)
    return OutputFile(f"/assets/{name}.{blake2b(text, digest_size=5).hexdigest()}.json", text)


def _texts(found: Iterable[Candidate]) -> tuple[list[OutputFile], list[int]]:
    """Files of words, neighbours (of one topic, mostly) together; and in which of them each policy stands."""
    groups: list[list[object]] = []
    where, size = [], _TEXTS_LIMIT
    for candidate in found:
        text = _text(candidate)
        length = len(compact(text).decode())
        if size + length > _TEXTS_LIMIT:
            groups.append([])
            size = 0
        groups[-1].append(text)
        size += length
        where.append(len(groups) - 1)
    return [pack("chinh-sach-loi", group) for group in groups], where


def _rule(candidate: Candidate) -> dict[str, object]:
    return {
        "topics": candidate.topics,
        "first": candidate.days.first.isoformat(),
        "last": _iso(candidate.days.last),
        "rule": pack_node(candidate.rule, with_words=False),
    }


def _text(candidate: Candidate) -> dict[str, object]:
    """Everything that is only read; `said` are the words of the conditions of the rule, in their order."""
    return {
        "title": candidate.title,
        "address": candidate.address,
        "benefit": candidate.benefit,
        "said": [condition.words for condition in conditions_of(candidate.rule)],
        "law": [[link.label, link.address] for link in candidate.law],
        "figures": [[f.text, f.about, _iso(f.first), _iso(f.last)] for f in candidate.figures],
        "checked": candidate.checked,
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
