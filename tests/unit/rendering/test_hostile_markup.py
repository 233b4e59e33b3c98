"""Nothing an editor types, or is talked into pasting, becomes live code in a page or a feed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from factories import Project, a_policy, files_of, page
from giamngheo.outlets.pages.kinds.policy import PolicyView
from giamngheo.rendering import render_markdown

VECTORS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.vn/a.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<script\n>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<IMG SRC=javascript:alert(1)>",
    '<img """><script>alert(1)</script>">',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<svg><a xlink:href=javascript:alert(1)>x</a></svg>",
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
    "<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<isindex action=javascript:alert(1)>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//x.vn/a.css>",
    "<style>@import '//x.vn/a.css'</style>",
    "<base href=//x.vn/>",
    "<marquee onstart=alert(1)>",
    "<template><script>alert(1)</script></template>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<xmp><p title="</xmp><script>alert(1)</script>">',
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php alert(1) ?>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](  javascript:alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](<java\nscript:alert(1)>)",
    "[a](&#106;avascript:alert(1))",
    "[a](&#x6A;avascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](javascript&#58;alert(1))",
    "[a](\x01javascript:alert(1))",
    "[a](vbscript:msgbox(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](livescript:x)",
    "[a](feed:javascript:alert(1))",
    "[a](view-source:javascript:x)",
    "[a][r]\n\n[r]: javascript:alert(1)",
    "[a]\n\n[a]: javascript:alert(1)",
    "[a][r]\n\n[r]:\n  javascript:alert(1)",
    "[a][r]\n\n[r]: <javascript:alert(1)> 'x'",
    "<javascript:alert(1)>",
    "<JAVASCRIPT:alert(1)>",
    "![a](javascript:alert(1))",
    "![a](data:image/svg+xml;base64,PHN2Zy8+)",
    '![a](x.png "onerror=alert(1)")',
    '![a"onerror="alert(1)](x.png)',
    '![a](x.png"onerror="alert(1))',
    "![<script>alert(1)</script>](x.png)",
    "[![a](javascript:x)](javascript:y)",
    '[a](b.md "><script>alert(1)</script>")',
    "[a](b.md '\" onmouseover=\"alert(1)')",
    '[a](https://x.vn"onmouseover="alert(1))',
    "[a](https://x.vn/'onmouseover='alert(1))",
    '[a](b.md "&quot; onclick=&quot;alert(1)")',
    "[<script>alert(1)</script>](b.md)",
    '!!! note "<script>alert(1)</script>"\n    a',
    '!!! "note\\" onclick=\\"alert(1)"\n    a',
    "a[^<script>]\n\n[^<script>]: b",
    "*[UB]: <script>alert(1)</script>\n\nUB",
    '*[UB]: " onclick="alert(1)\n\nUB',
    "# <img src=x onerror=alert(1)>",
    "## a {onclick=alert(1)}",
    "| <script> | b |\n|-|-|\n| <img src=x onerror=alert(1)> | c |",
    "a\n:   <script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "```html\n<script>alert(1)</script>\n```",
    "> <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\<script>alert(1)\\</script>",
    "\u0002amp\u0003<script>\u0002",
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    "<//script><script>alert(1)</script>",
]
_SAFE_TAGS = {
    "p",
    "br",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "code",
    "em",
    "strong",
    "del",
    "sub",
    "sup",
    "a",
    "img",
    "figure",
    "figcaption",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "abbr",
    "div",
}


def _runs(address: str) -> bool:
    """Whether a browser would run it: the URL standard drops tabs and line ends anywhere, controls at the start."""
    plain = re.sub("[\t\n\r]", "", address).lstrip("".join(map(chr, range(0x21))))
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
    return bool(scheme) and scheme[1].lower() not in {"http", "https", "mailto", "tel"}


class _Strict(HTMLParser):
    """Reads markup as a browser would see it and remembers what could run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.live: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SAFE_TAGS:
            self.live.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"style", "srcdoc", "formaction", "srcset"}:
                self.live.append(f"{tag} {name}")
            if name in {"href", "src"} and _runs(value or ""):
                self.live.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.live.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.live.append(f"declaration {decl}")


def live_parts(markup: str) -> list[str]:
    reader = _Strict()
    reader.feed(markup)
    reader.close()
    return reader.live


def test_the_corpus_is_large() -> None:
    assert len(set(VECTORS)) >= 60


@pytest.mark.parametrize("vector", VECTORS)
def test_no_vector_survives_rendering(vector: str) -> None:
    for body in (vector, f"Chữ {vector} chữ.\n", f"- {vector}\n\n    {vector}\n", f"> {vector}\n"):
        rendered = render_markdown(body, {"UB": "Ủy ban"})
        assert live_parts(rendered.html) == []


@pytest.mark.parametrize("kind", ["title", "summary", "benefit", "author", "contact"])
def test_markup_in_front_matter_stays_text_in_the_feed(project: Project, kind: str) -> None:
    portal = project.add(a_policy(**{kind: "<script>alert(1)</script><img src=x onerror=alert(1)>"})).portal()
    article = feed_article(files_of(portal, "feeds")[0].content)
    assert live_parts(article) == []


def feed_article(content: bytes) -> str:
    import feedparser  # noqa: PLC0415 - only here

    feedparser.SANITIZE_HTML = 0
    try:
        entry = feedparser.parse(content).entries[0]
    finally:
        feedparser.SANITIZE_HTML = 1
    return str(entry.content[0].value)


def test_a_link_to_a_hidden_item_cannot_smuggle_its_title_in(project: Project) -> None:
    body = '[a](nhap.md "&gt;&lt;img src=x onerror=alert(1)&gt;")\n'
    portal = project.add(a_policy("x", body=body), a_policy("nhap", draft=True)).portal()
    view = page(portal, "/chinh-sach/x/").view
    assert isinstance(view, PolicyView)
    assert view.item.html == "<p>a</p>"
