"""Woven motifs: deterministic, small, well formed, harmless whatever stands in them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from lxml import etree

from giamngheo.rendering.motif_table import MOTIFS, PLAIN
from giamngheo.rendering.motifs import WEAVES, border_sheet, border_styles, cover, cover_svg, motif_of, sign

_ALL = [PLAIN, *MOTIFS.values()]


def test_every_motif_is_seven_by_seven_of_known_stitches() -> None:
    assert {len(m.rows) for m in _ALL} == {7}
    assert {len(row) for m in _ALL for row in m.rows} == {7}
    assert {stitch for m in _ALL for row in m.rows for stitch in row} == {".", "g", "w"}


def test_no_two_topics_share_a_motif() -> None:
    assert [rows for rows, count in Counter(m.rows for m in MOTIFS.values()).items() if count > 1] == []
    assert [c for c, count in Counter(m.colour for m in MOTIFS.values()).items() if count > 1] == []


def test_gold_and_white_threads_are_seen_on_every_cloth() -> None:
    for motif in _ALL:
        for thread in ("#f2b705", "#fffdf8"):
            assert _contrast(thread, motif.colour) >= 3, motif.colour


def test_a_topic_of_an_editor_gets_the_plain_motif() -> None:
    assert motif_of("khong-co") is PLAIN
    assert cover("khong-co").address != cover("y-te").address


def test_the_sheet_holds_one_tile_for_each_motif_and_styles_name_it() -> None:
    root = etree.fromstring(border_sheet().content)
    assert len(root.findall("{*}g/{*}g")) == len(_ALL)
    assert root.get("height") == str(16 * len(_ALL))
    styles = border_styles()
    assert border_sheet().address.removeprefix("/assets/") in styles
    offsets = [line.split("--y:-")[1] for line in styles.splitlines() if "--y:-" in line]
    steps = [int(after.removesuffix("px}")) - int(before.removesuffix("px}")) for before, after in pairwise(offsets)]
    assert set(steps) == {16}


def test_borders_and_covers_are_small() -> None:
    assert len(border_sheet().content) < 6000
    assert all(len(cover(topic, weave).content) < 2000 for topic in MOTIFS for weave in range(len(WEAVES)))


def test_every_cloth_of_a_topic_is_another_picture() -> None:
    for topic in (*MOTIFS, "khong-co"):
        assert len({cover(topic, weave).address for weave in range(len(WEAVES))}) == len(WEAVES) == 3


@pytest.mark.parametrize("words", ["Xã Tuấn Đạo", "<script>alert(1)</script>", "\"&'", "</text></svg>"])
def test_words_on_a_cover_stay_words(words: str) -> None:
    root = etree.fromstring(cover_svg("y-te", words, width=1200, height=630))
    assert root.xpath("string(//*[local-name()='text'])") == words
    assert root.xpath("//*[local-name()='script']") == []
    assert (root.get("width"), root.get("height")) == ("1200", "630")


def test_signs_are_decoration_for_a_screen_reader() -> None:
    assert all('aria-hidden="true"' in sign(topic) for topic in MOTIFS)


def _contrast(one: str, other: str) -> float:
    first, second = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
