"""Whatever is typed: parsers and renderers never raise, and nothing live comes out."""

from __future__ import annotations

import sys
from pathlib import Path

import lxml.html
from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.content.frontmatter import SourceFile, split_front_matter
from giamngheo.content.nodes import parse_nodes
from giamngheo.content.schema import KINDS
from giamngheo.content.validation import validate_node
from giamngheo.rendering import render_markdown
from giamngheo.rendering.official import render_official
from giamngheo.rendering.source_checks import check_markdown, find_tangle

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "rendering"))
from test_hostile_markup import VECTORS, live_parts

_PIECES = st.sampled_from(
    [
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        '"',
        "'",
        "&",
        "#",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "> ",
        "|",
        "`",
        "```",
        "*",
        "_",
        "!",
        "\\",
        ":",
        "^",
        "javascript:",
        "data:",
        "script",
        "<img src=x onerror=",
        "onclick=",
        "&#106;",
        "&colon;",
        "[^1]",
        "[^1]: ",
        "!!! note\n",
        "UBND",
        "hộ nghèo",
        "Đ",
        "\x02",
        "\x03",
        "\u202e",
        "\ud800",
        "😀",
        *VECTORS[:12],
    ]
)
MARKDOWN = st.lists(_PIECES | st.text(max_size=8), max_size=30).map("".join)
YAML = st.lists(
    st.sampled_from(
        [
            "id: ",
            "title: ",
            "date: ",
            "a",
            "010",
            "no",
            "~",
            "2025-13-40",
            "\n",
            "\n  ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            '"',
            "'",
            "|",
            ">",
            "&a",
            "*a",
            "!!str ",
            "<<: ",
            "? ",
            ":",
            "%",
            "@",
            "\t",
            "#",
            "---",
            "...",
            "\\u0000",
            "\x00",
            "\x85",
            "\u2028",
            "\ufeff",
        ]
    )
    | st.text(max_size=5),
    max_size=25,
).map("".join)


@given(MARKDOWN)
@settings(max_examples=250)
def test_rendering_never_raises_and_nothing_live_comes_out(body: str) -> None:
    rendered = render_markdown(body, {"UBND": 'Ủy "ban" <nhân> dân'})
    assert live_parts(rendered.html) == [] or all(
        part.startswith(("a href=//", "img src=//")) for part in live_parts(rendered.html)
    )
    lxml.html.fragments_fromstring(rendered.html or "<p></p>")
    assert "<script" not in rendered.html.lower()


@given(MARKDOWN)
@settings(max_examples=100)
def test_checks_of_a_body_never_raise_and_stay_within_it(body: str) -> None:
    assert (find_tangle(body) or 0) <= body.count("\n")
    markup = render_markdown(body, {}).html
    for problem in check_markdown(body, "a.md", 5, markup):
        assert 5 <= problem.location.line <= 5 + body.count("\n")
        assert str(problem).isprintable()


@given(st.text(max_size=300))
@settings(max_examples=100)
def test_an_official_text_keeps_all_its_words_whatever_they_are(body: str) -> None:
    rendered = render_official(body)
    visible = body.translate(dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")))
    assert "".join(
        rendered.text.translate(dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))).split()
    ) == "".join(visible.split())


@given(YAML)
@settings(max_examples=250)
def test_yaml_gives_a_tree_or_problems_within_its_lines(text: str) -> None:
    node, problems = parse_nodes(text, "a.yml")
    assert node is None or not any(p.code == "yaml-sai" for p in problems)
    for problem in problems:
        assert 1 <= problem.location.line <= text.count("\n") + 1
        assert str(problem).isprintable()


@given(YAML, st.sampled_from(KINDS))
@settings(max_examples=250)
def test_any_front_matter_gives_an_item_or_problems(text: str, kind: type) -> None:
    raw, problems = split_front_matter(SourceFile("a.md", f"---\n{text}\n---\nLời"))
    front, more = raw.front() if raw else (None, [])
    problems += more
    if front is None:
        assert problems
        return
    item, found = validate_node(kind, front, "a.md")
    assert (item is None) == bool(found)
    for problem in (*problems, *found):
        assert str(problem).isprintable()
        assert 1 <= problem.location.line <= text.count("\n") + 4
