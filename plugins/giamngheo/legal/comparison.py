"""Two plans side by side: which points of one stand in the other, unchanged, changed, or not at all.

Points are the blocks of the text below its headings, sorted into the parts that such plans have. Two points are the
same when their folded words are, or differ only where one of the two words is no Vietnamese syllable (damage of a
scan). Linear: a point is compared only with those that share its rarest pairs of syllables.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel, Levenshtein

from giamngheo.ground.vietnamese import fold
from giamngheo.legal.blocks import BODY_KINDS, Block, BlockKind, Outline
from giamngheo.legal.values import Pair, PlanPart, Point, Relation, WordChange

_PARTS = (
    (PlanPart.ORGANISATION, re.compile(r"to chuc (?:thuc hien|trien khai)|phan cong|trach nhiem thuc hien")),
    (PlanPart.FUNDING, re.compile(r"kinh phi|nguon von|ngan sach")),
    (PlanPart.AUDIENCE, re.compile(r"doi tuong|pham vi|thoi gian")),
    (PlanPart.OBJECTIVES, re.compile(r"muc dich|yeu cau|muc tieu|quan diem")),
    (PlanPart.CONTENT, re.compile(r"noi dung|nhiem vu")),
    (PlanPart.FORMS, re.compile(r"hinh thuc|phuong thuc")),
    (PlanPart.SOLUTIONS, re.compile(r"giai phap|bien phap")),
)
_EDGES = ".,;:!?…()[]“”\"'’‘«»*_"
_HYPHENS = str.maketrans("-–—", "   ")
# Beginnings, vowels and endings of Vietnamese syllables without marks.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:ieu|oa[ioy]|oeo|ua[oy]|uo[iu]|uy[aeu]|yeu|a[iouy]|e[ou]|i[aeu]|o[aeio]|u[aeiouy]|ye|[aeiouy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_SIMILAR = 0.6
"""Share of common words (Indel) above which two points are versions of each other; below, they only share formulas."""
_TRIED = 4
_SEARCHED = 12
_COMMON = 24
"""A pair of syllables in more points than this tells nothing and would make the search quadratic."""
_LONGEST = 3000
"""Words. A longer block is only ever the same or not: aligning it would cost more than the rest of the plan."""


def find_points(outline: Outline) -> tuple[Point, ...]:
    """Return the points of a plan with the parts they belong to; headings, header and ending are left out."""
    return tuple(_points(outline.blocks))


def _points(blocks: Sequence[Block]) -> Iterator[Point]:
    titles: list[tuple[int, PlanPart]] = []
    for block in blocks:
        if block.kind not in BODY_KINDS:
            continue
        depth = 2 * block.depth + (block.kind is not BlockKind.PARAGRAPH)
        while titles and titles[-1][0] >= depth:
            titles.pop()
        part = titles[-1][1] if titles else PlanPart.OTHER
        if block.is_heading:
            titles.append((depth, _part_of(block.text, part)))
        elif block.text:
            yield Point(part, block.anchor, block.text)


def _part_of(title: str, around: PlanPart) -> PlanPart:
    """Return the part that a title names first; a title that names none goes on with the part around it."""
    plain = fold(title)
    found = [(match.start(), part) for part, form in _PARTS if (match := form.search(plain))]
    if around is PlanPart.ORGANISATION or not found:
        return around
    return min(found)[1]


def compare_points(points: Sequence[Point], others: Sequence[Point]) -> tuple[Pair, ...]:
    """Pair the points of a plan with those of another one, each used once; then what the other one has more.

    Never raises. Time grows with the length of both, not with their product.
    """
    words, other_words = [_words(p.text) for p in points], [_words(p.text) for p in others]
    matches = _match(words, other_words)
    pairs = [_pair(point, others[matches[i]] if i in matches else None) for i, point in enumerate(points)]
    used = set(matches.values())
    left = [Pair(Relation.LEFT_OUT, None, other) for j, other in enumerate(others) if j not in used]
    return (*pairs, *left)


def is_same_text(text: str, other: str) -> bool:
    """Whether two texts are the same up to diacritics, case, punctuation and damage of a scan."""
    return _are_same(_words(text), _words(other))


def _words(text: str) -> list[str]:
    """Folded words without punctuation; a sign inside a word stays: it is damage, or part of a number."""
    return [word for token in fold(text).translate(_HYPHENS).split() if (word := token.strip(_EDGES))]


def _match(words: list[list[str]], others: list[list[str]]) -> dict[int, int]:
    """Return for each point the other one it corresponds to: equal ones, then the best first, each other one once."""
    matches = _match_equal(words, others)
    index = _index(others)
    scored = [(score, i, j) for i, one in enumerate(words) for j, score in _candidates(one, others, index)]
    scored.sort(key=lambda s: (-s[0], abs(s[1] - s[2]), s[1], s[2]))
    used = set(matches.values())
    for _, i, j in scored:
        if i not in matches and j not in used:
            matches[i] = j
            used.add(j)
    return matches


def _match_equal(words: list[list[str]], others: list[list[str]]) -> dict[int, int]:
    places: dict[str, list[int]] = {}
    for j in reversed(range(len(others))):
        places.setdefault("".join(others[j]), []).append(j)
    equal = ((i, places.get("".join(one), [])) for i, one in enumerate(words))
    return {i: found.pop() for i, found in equal if found}


_Index = dict[tuple[str, str], list[int]]


def _index(texts: list[list[str]]) -> _Index:
    index: _Index = {}
    for number, words in enumerate(texts):
        for pair in dict.fromkeys(pairwise(words)):
            index.setdefault(pair, []).append(number)
    return index


def _candidates(words: list[str], others: list[list[str]], index: _Index) -> Iterator[tuple[int, float]]:
    """Yield the others that are similar, looked for by the rarest pairs of syllables only."""
    pairs = {pair: len(index[pair]) for pair in pairwise(words) if pair in index}
    rare = sorted((count, pair) for pair, count in pairs.items() if count <= _COMMON)[:_SEARCHED]
    hits = Counter(number for _, pair in rare for number in index[pair])
    for number, _ in sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))[:_TRIED]:
        other = others[number]
        if max(len(words), len(other)) > _LONGEST:
            score = float(words == other)
        else:
            score = Indel.normalized_similarity(words, other, score_cutoff=_SIMILAR)
        if score >= _SIMILAR:
            yield number, score


def _pair(point: Point, other: Point | None) -> Pair:
    if other is None:
        return Pair(Relation.ADDED, point, None)
    if is_same_text(point.text, other.text):
        return Pair(Relation.SAME, point, other)
    return Pair(Relation.CHANGED, point, other, find_changes(point.text, other.text))


def _are_same(words: list[str], others: list[str]) -> bool:
    if words == others:
        return True
    if len(words) != len(others):
        return "".join(words) == "".join(others)
    return all(a == b or _is_damage(a, b) for a, b in zip(words, others, strict=True))


def _is_damage(word: str, other: str) -> bool:
    """Whether two different words are one that a scan has damaged: one is no syllable, few letters differ."""
    if any(map(str.isdigit, word + other)) or (_SYLLABLE.fullmatch(word) and _SYLLABLE.fullmatch(other)):
        return False
    return Levenshtein.distance(word, other) <= max(1, min(len(word), len(other)) // 2)


def find_changes(text: str, other: str) -> tuple[WordChange, ...]:
    """Return the runs of words that lead from `other` to `text`, worded as in the texts.

    Case and marks count as equal. A single word in common amid changes is chance: it counts as changed.
    """
    new, old = text.split(), other.split()
    plain_new, plain_old = [_bare(word) for word in new], [_bare(word) for word in old]
    shared = [b for b in Indel.editops(plain_old, plain_new).as_matching_blocks() if b.size]
    shared = [b for b in shared if b.size > 1 or b.a == 0 or b.a + 1 == len(old)]
    changes: list[WordChange] = []
    at_old = at_new = 0
    for begin_old, begin_new, size in [*((b.a, b.b, b.size) for b in shared), (len(old), len(new), 0)]:
        changes += _runs(("-", old[at_old:begin_old]), ("+", new[at_new:begin_new]))
        at_old, at_new = begin_old + size, begin_new + size
        changes += _runs(("", new[begin_new:at_new]))
    return tuple(changes)


def _runs(*runs: tuple[str, list[str]]) -> Iterator[WordChange]:
    return (WordChange(sign, " ".join(words)) for sign, words in runs if words)


def _bare(word: str) -> str:
    return fold(word).strip(_EDGES) or word
