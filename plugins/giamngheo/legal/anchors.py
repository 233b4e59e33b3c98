"""Anchors: readable addresses of blocks that stay the same when other paragraphs come or go.

A marked block is named by the path of markers ("phan-iii-muc-1-diem-a"), an unmarked one by the nearest
marked block around it and a short hash of its words ("phan-iii-muc-1-gach-3f2a"), which ignores case,
diacritics and punctuation, so that correcting a misspelt tone keeps the address.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from giamngheo.ground.vietnamese import slugify
from giamngheo.legal.blocks import BlockKind
from giamngheo.legal.drafts import Draft

_FIXED = {
    BlockKind.NATIONAL_TITLE: "quoc-hieu",
    BlockKind.ISSUER: "co-quan",
    BlockKind.NUMBER: "so-ky-hieu",
    BlockKind.PLACE_AND_DATE: "noi-ngay",
    BlockKind.DOC_TYPE: "ten-loai",
    BlockKind.SUBJECT: "trich-yeu",
    BlockKind.SEPARATOR: "ngan-cach",
}
_HASHED = {
    BlockKind.PREAMBLE: "can-cu",
    BlockKind.DASH: "gach",
    BlockKind.PLUS: "cong",
    BlockKind.PARAGRAPH: "doan",
    BlockKind.RECIPIENTS: "noi-nhan",
    BlockKind.SIGNATURE: "ky",
}
_HASH_LENGTH = 4


def make_anchors(drafts: Sequence[Draft]) -> list[str]:
    """Return one anchor for each draft, all different, the same in every run.

    The first block of a name keeps it; further ones get "-2", "-3", passing over names that others own.
    """
    names = [_name(draft) for draft in drafts]
    return list(_distinguish(names))


def _distinguish(names: Sequence[str]) -> Iterator[str]:
    taken, seen, counts = set(names), set[str](), dict[str, int]()
    for name in names:
        anchor = name
        if name in seen:
            count = counts.get(name, 1) + 1
            while f"{name}-{count}" in taken:
                count += 1
            counts[name] = count
            anchor = f"{name}-{count}"
            taken.add(anchor)
        seen.add(name)
        yield anchor


def _name(draft: Draft) -> str:
    if draft.kind in _FIXED:
        return _FIXED[draft.kind]
    own = draft.segment or f"{_HASHED[draft.kind]}-{_hash(draft.text)}"
    return f"{draft.place.parent}-{own}" if draft.place.parent else own


def _hash(text: str) -> str:
    words = slugify(text) or text
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]
