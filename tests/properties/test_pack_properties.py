"""Whatever is typed into an item: texts keep their limits, their last line and whole words; covers are drawn."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from factories import NOW, SITE_URL, a_policy, a_story
from giamngheo.catalog import Catalog, Entry
from giamngheo.content.frontmatter import Sources
from giamngheo.content.loader import LoadedItem
from giamngheo.content.schema import Item
from giamngheo.content.settings import Settings
from giamngheo.outlets.packs import pack_texts
from giamngheo.outlets.packs.sentences import MORE, shortened, statements
from giamngheo.rendering.cover_drawing import draw_cover
from giamngheo.rendering.covers import Cover
from giamngheo.rendering.sharing import one_line

_PIECES = (
    *("Hộ nghèo được vay.", "Trừ hộ đã vay.", "2.200.000 đồng.", "TP.", "v.v.", "1.", "“Được.”", "30 kWh", "x" * 80),
    *("Ẫ", "Ộ", "😀", "שלום", "\u202e", "\u200b", "\u0301", "\x00", "\x1b", "\ud800", "\n", "\xa0"),
    *("]]>", "<b>", "&amp;", "…", "!", "?"),
)
_WORDS = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=8)), max_size=60).map(" ".join)
_ANY_ITEM = (a_policy("a").item, a_policy("b", valid_to="2025-12-31").item, a_story("c").item)


def catalog(item: Item, settings: Settings) -> Catalog:
    loaded = LoadedItem(item, "a", "content/a.md", Sources(lambda _: None), "", "")
    return Catalog(NOW, settings, (Entry(loaded, "/a/"),), (), {})


@given(title=_WORDS, summary=_WORDS, more=_WORDS, item=st.sampled_from(_ANY_ITEM), demo=st.booleans())
@settings(max_examples=100)
def test_texts_keep_limits_and_what_must_be_said(
    *, title: str, summary: str, more: str, item: Item, demo: bool
) -> None:
    keys = {"title": title, "summary": summary, "contact": more, "benefit": more, "lessons": more}
    changed = item.model_copy(update={key: text for key, text in keys.items() if hasattr(item, key)})
    texts = pack_texts(catalog(changed, Settings().model_copy(update={"is_demonstration": demo})), changed, SITE_URL)
    assert len(texts.title) <= 150
    assert len(texts.description) <= 300
    assert len(texts.group) <= 500
    assert texts.group.splitlines()[-1].endswith(f": {SITE_URL}id/{item.id}/")
    for text in (texts.title, texts.description, texts.group.replace("\n", " ")):
        assert text == unicodedata.normalize("NFC", text)
        assert all(char.isprintable() for char in text)
    if item.id == "b":
        assert all(t.startswith("Đã hết hiệu lực") for t in (texts.title, texts.description, texts.group))
    checked = f"Kiểm tra lần cuối: {item.last_checked:%d/%m/%Y}." if item.last_checked else ""
    assert checked in texts.description
    assert checked in texts.group


@given(text=_WORDS.map(one_line), limit=st.integers(0, 400))
def test_what_is_left_of_a_text_are_its_first_statements(text: str, limit: int) -> None:
    left = shortened(text, limit)
    assert len(left) <= max(limit, 0)
    whole = statements(text)
    firsts = {" ".join(whole[:count]) for count in range(len(whole) + 1)}
    assert left == text or left.removesuffix(f" {MORE}") in firsts


@given(text=_WORDS.map(one_line))
def test_statements_are_the_text_in_pieces(text: str) -> None:
    assert " ".join(statements(text)) == text


@given(title=_WORDS, place=_WORDS, portal=_WORDS)
@settings(max_examples=40)
def test_any_words_make_a_cover_below_sixty_kilobytes(title: str, place: str, portal: str) -> None:
    content = draw_cover(Cover("y-te", place[:60], title[:300], place, portal[:200]))
    assert len(content) <= 60_000
    assert Image.open(BytesIO(content)).size == (1200, 630)
