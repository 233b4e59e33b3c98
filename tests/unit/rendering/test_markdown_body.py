"""Markdown bodies: what editors may use, what becomes of links, what the reader of plain text gets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from giamngheo.content.frontmatter import SourceFile, split_front_matter
from giamngheo.rendering import SITE, find_internal_links, plain_texts, render_markdown, resolve_links
from giamngheo.rendering.body import convert_markdown, plain_text
from giamngheo.rendering.links import find_images, target_file
from giamngheo.rendering.official import render_official
from giamngheo.rendering.source_checks import find_tangle, is_unsafe
from giamngheo.rendering.source_lines import lines_of

PLANS = sorted((Path(__file__).parents[3] / "content" / "plans").glob("*.md"))


def html(body: str, **abbreviations: str) -> str:
    return render_markdown(body, abbreviations).html


def test_a_table_keeps_its_alignment_without_a_style() -> None:
    made = html("| Mức | Tiền |\n| :-- | --: |\n| A | 1 |\n")
    assert '<th align="right">Tiền</th>' in made
    assert "style" not in made


def test_a_footnote_leads_there_and_back() -> None:
    made = html("Chữ[^1].\n\n[^1]: Nguồn.\n")
    assert 'href="#fn:1"' in made
    assert 'id="fn:1"' in made
    assert 'href="#fnref:1"' in made
    assert 'title="Trở lại chỗ đánh dấu 1"' in made


def test_a_definition_list() -> None:
    assert html("Hộ nghèo\n:   Theo chuẩn\n") == "<dl>\n<dt>Hộ nghèo</dt>\n<dd>Theo chuẩn</dd>\n</dl>"


@pytest.mark.parametrize("kind", ["note", "warning", "tip", "danger"])
def test_an_admonition_keeps_its_kind(kind: str) -> None:
    assert f'<div class="admonition {kind}">' in html(f'!!! {kind} "Lưu ý"\n    Chữ.\n')


def test_an_admonition_of_another_kind_has_no_class_to_abuse() -> None:
    assert "fixed" not in html('!!! fixed "Lưu ý"\n    Chữ.\n')


def test_an_abbreviation_is_explained_once() -> None:
    made = html("UBND xã và UBND tỉnh. UBND huyện.\n", UBND="Ủy ban nhân dân")
    assert made == '<p><abbr title="Ủy ban nhân dân">UBND</abbr> xã và UBND tỉnh. UBND huyện.</p>'


def test_abbreviations_of_one_portal_do_not_reach_another() -> None:
    html("UBND", UBND="Ủy ban nhân dân")
    assert html("UBND") == "<p>UBND</p>"


def test_an_image_alone_becomes_a_figure_with_its_caption() -> None:
    made = html('![Ong](../images/ong.jpg "Đàn ong. Ảnh: tòa soạn")\n')
    assert made.startswith('<figure><img alt="Ong" src="../images/ong.jpg"><figcaption>Đàn ong.')


def test_an_image_within_words_stays_within_them() -> None:
    assert "<figure>" not in html("Đây là ![Ong](../images/ong.jpg) nhé.\n")


def test_headings_get_anchors_without_diacritics_and_none_twice() -> None:
    rendered = render_markdown("## Được gì?\n\n## Được gì?\n\n### Đ\n\n## !!\n", {})
    assert [(h.level, h.anchor) for h in rendered.headings] == [(2, "duoc-gi"), (2, "duoc-gi_1"), (3, "d"), (2, "muc")]
    assert all(f'id="{h.anchor}"' in rendered.html for h in rendered.headings)


def test_a_heading_of_the_first_level_becomes_one_of_the_second() -> None:
    assert html("# Tên\n") == '<h2 id="ten">Tên</h2>'


def test_a_body_renders_the_same_after_any_other() -> None:
    body = "Chữ[^1] UBND [a][r].\n\n[^1]: Nguồn.\n\n[r]: b.md\n"
    alone = html(body, UBND="Ủy ban")
    html("[^1]: Khác\n\n[r]: khac.md\n\n*[UBND]: Khác\n\n# x\n", UBND="Ủy ban")
    assert html(body, UBND="Ủy ban") == alone


def test_a_body_nested_too_deep_does_not_spoil_the_next_one() -> None:
    with pytest.raises(RecursionError):
        convert_markdown("a\n:   b\n" * 2000, {})
    assert html("[a](b.md)\n") == '<p><a href="b.md">a</a></p>'


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("[" * 501, 0),
        ("a\n\n" + "[" * 501, 2),
        ("[" * 500, None),
        ("`" * 2001, 0),
        (" " * 81 + "a", 0),
        ("a\n:  b\n" * 201, 0),
        ("[a](b) " * 100 + "\n\n", None),
    ],
)
def test_a_tangle_is_found_at_the_block_where_it_begins(body: str, line: int | None) -> None:
    assert find_tangle(body) == line


def test_control_characters_written_as_entities_are_dropped() -> None:
    assert html("a&#7;b&#x1a;c&#xFFFE;\n") == "<p>abc</p>"


def test_a_word_that_looks_like_our_mark_stays_a_word() -> None:
    assert SITE not in html("Website: https://a.vn site:/b &#26;site:/c\n")


def test_plain_text_has_one_line_a_block_and_no_marks() -> None:
    rendered = render_markdown(
        "## Mục\n\nChữ[^1] **đậm**.\n\n- một\n- hai\n\n| a | b |\n|-|-|\n| 1 | 2 |\n\n[^1]: Nguồn\n", {}
    )
    assert rendered.text.split("\n") == ["Mục", "Chữ đậm.", "một", "hai", "a", "b", "1", "2", "Nguồn"]


def test_plain_text_is_not_misled_by_a_title_with_angles() -> None:
    assert plain_text('<p><a href="b" title="1 > 0 < 2">chữ</a></p>') == "chữ"


def address_of(file: str) -> str | None:
    return {"content/policies/the.md": "/chinh-sach/the/", "docs/lien-he.md": "/lien-he/"}.get(file)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a](the.md)", f'<a href="{SITE}/chinh-sach/the/">a</a>'),
        ("[a](../policies/the.md#muc)", f'<a href="{SITE}/chinh-sach/the/#muc">a</a>'),
        ("[a](./../policies/./the.md)", f'<a href="{SITE}/chinh-sach/the/">a</a>'),
        ("[a](../../docs/lien-he.md)", f'<a href="{SITE}/lien-he/">a</a>'),
        ("[a](the%2Emd)", f'<a href="{SITE}/chinh-sach/the/">a</a>'),
        ("[a](https://b.vn/c)", '<a href="https://b.vn/c">a</a>'),
        ("[a](tel:111)", '<a href="tel:111">a</a>'),
        ("[a](#muc)", '<a href="#muc">a</a>'),
        ("[a **b**](nhap.md)", "a <strong>b</strong>"),
        ('[a](nhap.md "x > <b> y")', "a"),
        ("[a](//b.vn)", "a"),
        ("[a](/etc/passwd)", "a"),
    ],
)
def test_links_are_resolved_file_to_file_and_hidden_ones_become_words(body: str, expected: str) -> None:
    made = resolve_links(html(body + "\n"), "content/policies/x.md", address_of)
    assert made == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("path", "told"),
    [("content/stories/ong.md", " (đã hết hiệu lực)"), ("content/policies/the.md", "")],
)
def test_a_link_to_what_is_over_says_so_but_not_on_its_own_page(path: str, told: str) -> None:
    over = {"content/policies/the.md": "đã hết hiệu lực"}
    made = resolve_links(html("[a](../policies/the.md#muc), [b](../../docs/lien-he.md).\n"), path, address_of, over)
    links = f'<a href="{SITE}/chinh-sach/the/#muc">a</a>{told}, <a href="{SITE}/lien-he/">b</a>.'
    assert made == f"<p>{links}</p>"


def test_images_get_addresses_of_the_site() -> None:
    made = resolve_links(html("![a](../images/b.jpg)\n"), "content/policies/x.md", address_of)
    assert f'src="{SITE}/images/b.jpg"' in made


def test_internal_links_and_images_are_found_as_they_were_written() -> None:
    made = html("[a](b%20c.md) [d](https://e.vn) [f](#g) ![h](../images/i.png)\n")
    assert list(find_internal_links(made)) == ["b c.md", "#g"]
    assert list(find_images(made)) == ["../images/i.png"]


def test_a_mark_alone_is_one_of_the_same_file() -> None:
    assert target_file("content/policies/x.md", "#muc") == ("content/policies/x.md", "muc")


@pytest.mark.parametrize(
    "target", ["https://a.vn", "http://a.vn/b", "mailto:a@b.vn", "tel:111", "../a.md", "a.md#b:c", "#b"]
)
def test_safe_targets(target: str) -> None:
    assert not is_unsafe(target)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:a",
        "JAVASCRIPT:a",
        " javascript:a",
        "java\nscript:a",
        "java\u200bscript:a",
        "\x01javascript:a",
        "vbscript:a",
        "data:a",
        "file:///a",
        "//a.vn",
        "\\\\a.vn",
        "/\\a.vn",
        "https:a",
        "http:/a",
        "blob:a",
        "ftp://a",
    ],
)
def test_unsafe_targets_however_disguised(target: str) -> None:
    assert is_unsafe(target)


@pytest.mark.parametrize(
    ("body", "target", "expected"),
    [
        ("a\n[b](c.md)", "c.md", [1]),
        ("[b](ac.md)\n[b](c.md)", "c.md", [1]),
        ("[b](c.md)\n\n[b](c.md)", "c.md", [0, 2]),
        ("x\n[b](a&amp;b.md)", "a&b.md", [1]),
        ("x\n[b][r]\n[r]:\n  c.md", "c.md", [3]),
        ("x", "c.md", [0]),
    ],
)
def test_a_target_is_found_on_the_lines_where_it_is_written(body: str, target: str, expected: list[int]) -> None:
    assert lines_of(body, target) == expected


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_page_of_an_official_text_has_exactly_the_words_of_its_source(path: Path) -> None:
    raw, _ = split_front_matter(SourceFile(path.name, path.read_text("utf-8")))
    assert raw is not None
    rendered = render_official(raw.body)
    assert rendered.text.split() == raw.body.split()
    assert plain_text(rendered.html).split() == raw.body.split()


def test_an_official_text_may_hold_what_looks_like_html() -> None:
    rendered = render_official('I. MỤC ĐÍCH\n\nThu <b>5</b> & 6 "x" <script>a</script>\n')
    assert "<b>" not in rendered.html
    assert "<script>" not in rendered.html
    assert plain_text(rendered.html).split("\n")[1] == 'Thu <b>5</b> & 6 "x" <script>a</script>'


def test_every_heading_of_an_official_text_has_its_anchor_once() -> None:
    rendered = render_official("I. MỘT\n\n1. Mục\n\nChữ.\n\nII. HAI\n\n1. Mục\n")
    ids = re.findall(r' id="([^"]+)"', rendered.html)
    assert len(ids) == len(set(ids))
    assert {h.anchor for h in rendered.headings} <= set(ids)


@pytest.mark.parametrize(
    "text",
    [
        "chữ thường",
        "**đậm** và *nghiêng*",
        "`mã` rồi chữ",
        "a\\*b và a & b và &lt;",
        "dòng một  \ndòng hai",
        "[bài](a.md), <https://a.vn/>, ![ảnh](../images/a.png)",
        "chú[^1] thích\n\n[^1]: ở đây",
        "UBND xã, `UBND` và **UBND**",
        "- mục *một*\n- mục hai\n\n| a | `b` |\n|---|---|\n| UBND | d |",
    ],
)
def test_skipping_inline_parsing_of_plain_texts_changes_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    abbreviations = {"UBND": "Ủy ban nhân dân"}
    skipped = render_markdown(text, abbreviations)
    monkeypatch.setattr(plain_texts, "_SIGN", re.compile(""))  # every text goes through inline parsing
    assert render_markdown(text, abbreviations) == skipped
