"""What a story says: before, support, results, what was hard, what others can learn."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Figure, Story, Support
from giamngheo.rendering.kinds.passages import figure_list, listing, paragraph
from giamngheo.rendering.kinds.spoken_figures import figure_aloud, figures_aloud
from giamngheo.rendering.kinds.words import MUST, ArticleWords, GroupWords, Telling, Words
from giamngheo.rendering.sharing import one_line


def _before(catalog: Catalog, story: Story) -> Iterator[str]:
    if story.situation_before:
        yield paragraph("Trước đây", story.situation_before)
    yield listing("Được hỗ trợ", (escape(s.what) for s in story.support))
    yield figure_list(catalog, story, "Kết quả", story.results)


def _after(_catalog: Catalog, story: Story) -> Iterator[str]:
    yield paragraph("Khó khăn", story.difficulties)
    yield paragraph("Bài học", story.lessons)


def _aloud(catalog: Catalog, story: Story) -> Iterator[Telling]:
    yield Telling(MUST, story.summary)
    if story.situation_before:
        yield Telling(2, f"Trước đây: {story.situation_before}")
    if story.support:
        yield Telling(3, " ".join(["Về hỗ trợ đã nhận.", *(_support(catalog, story, s) for s in story.support)]))
    yield from figures_aloud(catalog, story, story.results, 2)
    for label, count in _counts(story):
        if isinstance(count, Figure):
            yield from figures_aloud(catalog, story, (count,), 3)
        elif count:
            yield Telling(4, f"{label}: chưa có số liệu.")
    yield Telling(4, f"Khó khăn: {story.difficulties}")
    yield Telling(1, f"Bài học: {story.lessons}")


def _support(catalog: Catalog, story: Story, support: Support) -> str:
    amount = figure_aloud(catalog, story, support.amount) if support.amount else ""
    parts = (support.what, amount, support.programme or "")
    return " ".join(f"{part[:1].upper()}{part[1:].rstrip('.')}." for part in parts if part)


def _counts(story: Story) -> tuple[tuple[str, Figure | str | None], ...]:
    return (
        ("Số thành viên", story.members),
        ("Số thành viên là hộ nghèo", story.members_poor),
        ("Số hộ đã thoát nghèo", story.left_poverty),
    )


def _in_group(_catalog: Catalog, story: Story) -> Iterator[Telling]:
    yield Telling(4, f"Bài học: {one_line(story.lessons)}", is_whole=False)


WORDS: Words[Story] = Words(
    article=ArticleWords(before=_before, after=_after), aloud=_aloud, group=GroupWords(own=_in_group)
)
