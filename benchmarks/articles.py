"""Synthetic articles: the same text for every site generator that is compared.

The text is shuffled and perturbed sentences of the project's own plans. It is not grammatical; it has the
vocabulary, the sentence lengths and (because some syllables are swapped) about the entropy of the real
texts, which is what rendering, search indexes and gzip react to. Article `i` of a seed is always the same,
whatever the number of articles, except for the targets of its two links.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from msgspec import Struct


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST = _words("Lục Đại Trạm Vụ Sơn Yên Tân Phú Thanh Hòa Đồng Bình Nghĩa Quý Cẩm Mường Bản Hồng Nậm Tả")
_SECOND = _words("Nam An Tấu Bản Động Lạng Thịnh Ngạn Hưng Lập")
COMMUNES = tuple(f"{first} {second}" for first in _FIRST for second in _SECOND)
"""200 invented communes; some bear the name of a real one."""

VERBS = (
    "đẩy mạnh",
    "triển khai",
    "nhân rộng",
    "giám sát",
    "đánh giá",
    "hỗ trợ",
    "đối thoại về",
    "tập huấn về",
)
SUBJECTS = (
    "mô hình giảm nghèo bền vững",
    "sinh kế cho hộ nghèo",
    "nhà ở cho hộ cận nghèo",
    "dạy nghề gắn với việc làm",
    "bảo hiểm y tế cho hộ mới thoát nghèo",
    "vốn vay ưu đãi",
    "truyền thông về giảm nghèo",
    "rà soát hộ nghèo đa chiều",
)

TOKENS = (500, 700)
"""Fewest and most syllables at which an article stops growing."""
SWAPPED, INVENTED = 0.30, 0.02
"""Shares of the swappable syllables (half of all) replaced by others of the seeds and by invented ones."""
FIRST_DAY, DAYS = date(2023, 1, 1), 1095
SUMMARY_LENGTH = 280

_MARKUP = re.compile(r"[*_`|<>\[\]{}#]|https?:")
_NUMBERING = re.compile(r"^([IVX]+|\d+(\.\d+)*|[a-zđ])[.)]\s*")
_ADDRESSES = frozenset(_words("ông bà anh chị em cháu cô chú thím bác cậu mợ dì cụ thầy bé già con gọi tên hộ"))
"""Words that make a following capital look like a person; never swapped in."""
_ONSETS = _words("b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x")
_RHYMES = _words("a ai am an ang ao au ăm ăn ăng âm ân âng ây âu e em en eo ê ên i in iên iêu o oi om on")
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


class Article(Struct, frozen=True):
    """One article; `commune` and `links` are positions in `COMMUNES` and in the list of articles."""

    number: int
    title: str
    slug: str
    day: date
    commune: int
    topic: int
    second_topic: int | None
    summary: str
    lead: str
    points: tuple[str, ...]
    rows: tuple[tuple[int, int, float], ...]
    paragraphs: tuple[str, ...]
    links: tuple[int, int]

    @property
    def third(self) -> int:
        """How many paragraphs stand under each of the three headings."""
        return max(1, len(self.paragraphs) // 3)


class Seeds:
    """Sentences of the project's plans, and the lower-case syllables found in them."""

    def __init__(self, plans: Path) -> None:
        self.sentences = sorted({s for path in plans.glob("*.md") for s in _sentences(path)})
        words = (w for sentence in self.sentences for w in sentence.split())
        self.syllables = [w for w in words if w.isalpha() and w.islower() and w not in _ADDRESSES]
        if len(self.sentences) < 50:
            raise SystemExit(f"{plans}: {len(self.sentences)} sentences are too few to write articles from")


def write_articles(count: int, seeds: Seeds, topics: int, seed: int = 7) -> list[Article]:
    """Write `count` articles about `topics` topics."""
    return [_article(number, count, seeds, (topics, seed)) for number in range(count)]


def slug_of(text: str) -> str:
    """Lower-case ASCII with hyphens, as the project names its files."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in bare if not unicodedata.combining(c))).strip("-")


def markdown_body(article: Article, link: Callable[[int], str], more: str = "") -> str:
    """Headings, a list, a table and two links; `more` is put after the lead (the stock excerpt mark)."""
    third, parts = article.third, article.paragraphs
    first, second = (link(number) for number in article.links)
    rows = [f"| {year} | {households} | {share} |" for year, households, share in article.rows]
    table = "\n".join(["| Năm | Số hộ nghèo | Tỷ lệ (%) |", "| --- | ---: | ---: |", *rows])
    blocks = [article.lead, more, "## Mục đích, yêu cầu", *parts[:third], "## Nội dung thực hiện"]
    blocks += ["\n".join(f"- {point}" for point in article.points), f"Xem thêm: {first}."]
    blocks += [*parts[third : 2 * third], "### Số liệu hộ nghèo", table, "## Tổ chức thực hiện"]
    closing = f"Bài liên quan: {second}. **{COMMUNES[article.commune]}** là địa bàn *trọng điểm*."
    blocks += [*parts[2 * third :], closing]
    return "\n\n".join(block for block in blocks if block) + "\n"


def official_body(article: Article) -> str:
    """Write the article as the text of an official plan: numbered paragraphs, no Markdown, no links."""
    third, parts = article.third, article.paragraphs
    blocks = ["KẾ HOẠCH", article.title, article.lead, "I. MỤC ĐÍCH, YÊU CẦU"]
    blocks += [f"{n}. {text}" for n, text in enumerate(parts[:third], 1)]
    blocks += ["II. NỘI DUNG THỰC HIỆN", *(f"- {point}" for point in article.points)]
    blocks += [f"{n}. {text}" for n, text in enumerate(parts[third : 2 * third], 1)]
    blocks += ["III. TỔ CHỨC THỰC HIỆN", *(f"{n}. {text}" for n, text in enumerate(parts[2 * third :], 1))]
    return "\n\n".join(blocks) + "\n"


def _sentences(path: Path) -> Iterator[str]:
    body = unicodedata.normalize("NFC", path.read_text("utf-8")).split("\n---\n", 1)[-1]
    for line in body.split("\n"):
        for part in re.split(r"(?<=[.;])\s+", line.strip(" -+\t")):
            sentence = _NUMBERING.sub("", re.sub(r"\s+", " ", part)).strip(" -+")
            if 8 <= len(sentence.split()) <= 70 and not _MARKUP.search(sentence):
                yield sentence


def _article(number: int, count: int, seeds: Seeds, variant: tuple[int, int]) -> Article:
    topics, seed = variant
    chance = random.Random(f"{seed}:{number}")
    commune, topic = chance.randrange(len(COMMUNES)), chance.randrange(topics)
    title = f"Xã {COMMUNES[commune]} {chance.choice(VERBS)} {chance.choice(SUBJECTS)} – bản tin {number + 1}"
    text = _perturbed(seeds, chance)
    lead, points = next(text), tuple(next(text) for _ in range(4))
    return Article(
        number=number,
        title=title,
        slug=slug_of(title),
        day=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        commune=commune,
        topic=topic,
        second_topic=None if chance.random() < 0.7 else chance.randrange(topics),
        summary=" ".join(lead.split()[:32])[:SUMMARY_LENGTH].strip(" ,.;:"),
        lead=lead,
        points=points,
        rows=tuple((y, chance.randint(50, 900), round(chance.uniform(1, 20), 2)) for y in range(2022, 2026)),
        paragraphs=tuple(_paragraphs(text, chance.randint(*TOKENS) - _tokens(lead, *points))),
        links=(_other(number, count, chance), _other(number, count, chance)),
    )


def _perturbed(seeds: Seeds, chance: random.Random) -> Iterator[str]:
    """Sentences in random order for ever, each with some syllables swapped."""
    for sentence in cycle(chance.sample(seeds.sentences, len(seeds.sentences))):
        words = ["", *sentence.split(), ""]
        near = zip(words, words[1:], words[2:], strict=False)
        text = " ".join(_syllable(three[1], seeds, chance) if _is_free(three) else three[1] for three in near)
        yield text[:1].upper() + text[1:] + ("" if text[-1] in ".;" else ".")


def _is_free(three: tuple[str, str, str]) -> bool:
    """Tell whether the middle word may be swapped: a new word before a capital could make that a name."""
    return all(word.isalpha() and word.islower() for word in three)


def _syllable(word: str, seeds: Seeds, chance: random.Random) -> str:
    drawn = chance.random()
    if drawn >= SWAPPED + INVENTED:
        return word
    return chance.choice(seeds.syllables) if drawn < SWAPPED else _invented(chance)


def _invented(chance: random.Random) -> str:
    """Make up a well-formed syllable: a stand-in for rare words."""
    onset, rhyme, tone = chance.choice(_ONSETS), chance.choice(_RHYMES), chance.choice(_TONES)
    syllable = unicodedata.normalize("NFC", onset + rhyme[0] + tone + rhyme[1:])
    return "xã" if syllable in _ADDRESSES else syllable


def _paragraphs(text: Iterator[str], tokens: int) -> Iterator[str]:
    while tokens > 0:
        paragraph = f"{next(text)} {next(text)}"
        tokens -= _tokens(paragraph)
        yield paragraph


def _tokens(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)


def _other(number: int, count: int, chance: random.Random) -> int:
    """Draw an article that is not this one; a site of one article links to itself."""
    drawn = chance.randrange(count)
    return (drawn + 1) % count if drawn == number else drawn
