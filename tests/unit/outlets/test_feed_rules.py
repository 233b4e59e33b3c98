"""Each rule of RSS 2.0, Atom, their modules and JSON Feed: a good document broken in one place is told by that rule."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from factories import SITE_URL, Project, a_policy, an_image, files_of
from giamngheo.outlets.feeds import check_atom, check_json, check_rss
from giamngheo.outlets.feeds.check import check_feed

Breaking = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One feed in every form, with a picture, a correction, a withdrawal, a hub and archives."""
    project = Project(tmp_path_factory.mktemp("good"))
    project.write("content/images/ong.jpg", an_image())
    project.write(
        "content/portal.yml",
        "feed_size: 3\nwebsub_hub: https://tram.example/bao\ncontact:\n  email: x@y.example\n",
    )
    image = {"file": "images/ong.jpg", "alt": "Tổ ong", "credit": "Ban biên tập"}
    corrected = [{"date": "2026-11-10", "kind": "correction", "note": "Sửa"}]
    withdrawn = {"date": "2026-11-12", "reason": "Sai"}
    project.add(a_policy("moi", date="2026-11-09", image=image, changes=corrected), a_policy("go", withdrawn=withdrawn))
    project.add(*(a_policy(f"cu{n}", date=f"2026-10-0{n}") for n in range(1, 8)))
    return {
        file.address: file.content for file in files_of(project.portal(), "feeds") if file.address.startswith("/rss/")
    }


def swap(old: str, new: str) -> Breaking:
    def breaking(content: bytes) -> bytes:
        assert old.encode() in content, old
        return content.replace(old.encode(), new.encode(), 1)

    return breaking


def twice(tag: str) -> Breaking:
    return swap(f"<{tag}>", f"<{tag}>x</{tag}><{tag}>")


def change(path: tuple[str | int, ...], value: object) -> Breaking:
    def breaking(content: bytes) -> bytes:
        feed = json.loads(content)
        node: Any = feed
        for key in path[:-1]:
            node = node[key]
        if value is None:
            del node[path[-1]]
        else:
            node[path[-1]] = value
        return json.dumps(feed).encode()

    return breaking


def emptied(tag: str, after: str = "") -> Breaking:
    """The first element of this name, behind a text, without its own text."""

    def breaking(content: bytes) -> bytes:
        start = content.index(f"<{tag}>".encode(), content.index(after.encode())) + len(tag) + 2
        return content[:start] + content[content.index(b"</", start) :]

    return breaking


def without_author(content: bytes) -> bytes:
    return content.replace(b"<author>", b"<contributor>").replace(b"</author>", b"</contributor>")


def same_identity(content: bytes) -> bytes:
    return content.replace(b"/id/moi/dinh-chinh-2026-11-10/<", b"/id/moi/<")


def stone_for_a_living_entry(content: bytes) -> bytes:
    return content.replace(b'ref="https://giamngheo.example/id/go/"', b'ref="https://giamngheo.example/id/moi/"')


def text_after_picture(content: bytes) -> bytes:
    start = content.index(b"<content:encoded>", content.index(b"media:content") - 4000)
    end = content.index(b"</content:encoded>", start) + len(b"</content:encoded>")
    close = content.index(b"</media:content>", end) + len(b"</media:content>")
    return content[:start] + content[end:close] + content[start:end] + content[close:]


def _append(content: bytes, close: str, new: str) -> bytes:
    return content.replace(close.encode(), (new + close).encode(), 1)


def into_item(new: str) -> Breaking:
    return lambda content: _append(content, "</item>", new)


ARCHIVE = "/rss/home/2026-1"
SECOND_PAGE = '<link rel="alternate" type="text/html" href="https://a.example/"/><link rel="self"'
ENTRY_PAGE = f'<link rel="alternate" type="text/html" href="{SITE_URL}chinh'
FILE = {"url": "https://a.example/a"}
UNMEASURED_FILE = {**FILE, "mime_type": "a/b", "size_in_bytes": "1"}
BROKEN: list[tuple[str, str, Breaking]] = [
    # rule, document, what is broken
    ("xml", "/rss/home.rss", swap("</rss>", "")),
    ("xml", "/rss/home.atom", lambda content: content[:-20]),
    ("xml", "/rss/home.rss", swap("<title>T", "<title>\x0bT")),
    ("xml-namespaces", "/rss/home.rss", swap('version="2.0"', 'version="2.0" xmlns:x="http://x.example/"')),
    ("xml-namespaces", "/rss/home.atom", swap("<feed ", '<feed xmlns:x="http://x.example/" ')),
    ("rss-root", "/rss/home.rss", swap('version="2.0"', 'version="0.91"')),
    ("rss-channel-complete", "/rss/home.rss", swap("<language>vi</language>", "")),
    ("rss-channel-known", "/rss/home.rss", swap("<language>", "<mood>vui</mood><language>")),
    ("rss-channel-once", "/rss/home.rss", twice("language")),
    ("rss-channel-link", "/rss/home.rss", swap(f"<link>{SITE_URL}<", "<link>https://khac.example/<")),
    ("rss-self", "/rss/home.rss", swap('rel="self"', 'rel="via"')),
    ("rss-language", "/rss/home.rss", swap("<language>vi", "<language>tiếng Việt")),
    ("rss-channel-dates", "/rss/home.rss", swap("<lastBuildDate>", "<lastBuildDate>hôm nay ")),
    ("rss-editor", "/rss/home.rss", swap("<managingEditor>x@y.example", "<managingEditor>tòa soạn")),
    ("rss-guid-unique", "/rss/home.rss", same_identity),
    ("rss-not-newer", "/rss/home.rss", swap("12 Nov 2026 00:00:00 +0700</lastB", "12 Nov 2020 00:00:00 +0700</lastB")),
    ("rss-syndication", "/rss/home.rss", swap("<sy:updateFrequency>1", "<sy:updateFrequency>None")),
    ("archive", f"{ARCHIVE}.rss", swap("<fh:archive/>", "<fh:complete/>")),
    ("archive", f"{ARCHIVE}.rss", swap('rel="current"', 'rel="via"')),
    ("archive", f"{ARCHIVE}.atom", swap("<fh:archive/>", "<fh:complete/>")),
    ("archive", "/rss/home.atom", swap("/rss/home/2026-3.atom", "/rss/home.atom")),
    ("rss-item-complete", "/rss/home.rss", emptied("pubDate")),
    ("rss-item-known", "/rss/home.rss", into_item("<mood>vui</mood>")),
    ("rss-item-once", "/rss/home.rss", into_item("<title>Hai</title>")),
    ("rss-guid", "/rss/home.rss", swap('isPermaLink="false"', 'isPermaLink="true"')),
    ("rss-guid", "/rss/home.rss", swap(f'="false">{SITE_URL}', '="false">')),
    ("rss-item-dates", "/rss/home.rss", swap("2026 00:00:00 +0700</pubDate>", "26 00:00:00 +0700</pubDate>")),
    ("rss-item-dates", "/rss/home.rss", swap("2026 00:00:00 +0700</pubDate>", "2026 00:00:00</pubDate>")),
    ("rss-enclosure", "/rss/home.rss", swap('length="', 'length="-')),
    ("rss-enclosure", "/rss/home.rss", swap('<enclosure url="https:/', '<enclosure url="')),
    ("rss-enclosure", "/rss/home.rss", into_item('<enclosure url="https://a.example/a" length="1"/>')),
    ("rss-author", "/rss/home.rss", into_item("<author>Ban biên tập</author>")),
    ("rss-text-first", "/rss/home.rss", text_after_picture),
    ("rss-media", "/rss/home.rss", into_item('<media:group><media:content url="https://a.example/"/></media:group>')),
    ("rss-media", "/rss/home.rss", swap('<media:content url="https:/', '<media:content url="')),
    ("rss-one-date", "/rss/home.rss", into_item("<dc:date>2026-11-01</dc:date>")),
    ("rss-markup", "/rss/home.rss", swap("&lt;p&gt;", "&lt;script&gt;")),
    ("rss-markup", "/rss/home.rss", swap("&lt;p&gt;", '&lt;p onclick="x"&gt;')),
    ("rss-markup", "/rss/home.rss", swap("&lt;p&gt;", '&lt;a href="/x/"&gt;')),
    ("rss-markup", "/rss/home.rss", swap("&lt;p&gt;", '&lt;img src="site:/x"&gt;')),
    ("atom-root", "/rss/home.atom", lambda content: b"<rss/>" if content else b""),
    ("atom-complete", "/rss/home.atom", emptied("updated")),
    ("atom-once", "/rss/home.atom", swap("<title>", "<title>x</title><title>")),
    ("atom-id", "/rss/home.atom", swap(f"<id>{SITE_URL}", "<id>")),
    ("atom-dates", "/rss/home.atom", swap("T00:00:00+07:00</updated>", "</updated>")),
    ("atom-author", "/rss/home.atom", without_author),
    ("atom-person", "/rss/home.atom", swap("<author><name>", "<author><name/><uri>x</uri><name>")),
    ("atom-self", "/rss/home.atom", swap('rel="self"', 'rel="via"')),
    ("atom-links", "/rss/home.atom", swap('<link rel="self"', SECOND_PAGE)),
    ("atom-unique", "/rss/home.atom", same_identity),
    ("atom-tombstones", "/rss/home.atom", stone_for_a_living_entry),
    ("atom-tombstones", "/rss/home.atom", swap(' when="', ' at="')),
    ("atom-entry-complete", "/rss/home.atom", lambda content: content.replace(b"</feed>", b"<entry/></feed>")),
    ("atom-entry-once", "/rss/home.atom", swap("</summary>", "</summary><summary>x</summary>")),
    ("atom-entry-id", "/rss/home.atom", swap(f"<entry><id>{SITE_URL}", "<entry><id>")),
    ("atom-entry-dates", "/rss/home.atom", swap("<published>2026-11-", "<published>2026-13-")),
    ("atom-entry-person", "/rss/home.atom", emptied("author><name", "<entry>")),
    ("atom-entry-links", "/rss/home.atom", swap('type="image/jpeg" href="https:/', 'href="')),
    ("atom-content", "/rss/home.atom", swap('<content type="html">', '<content type="CDATA">')),
    ("atom-content", f"{ARCHIVE}.atom", swap(ENTRY_PAGE, ENTRY_PAGE.replace("alternate", "via"))),
    ("atom-content", f"{ARCHIVE}.atom", emptied("summary")),
    ("atom-category", "/rss/home.atom", swap('<category term="', '<category name="')),
    ("json", "/rss/home.json", lambda content: content[:-3]),
    ("json-root", "/rss/home.json", change(("version",), "1")),
    ("json-title", "/rss/home.json", change(("title",), None)),
    ("json-keys", "/rss/home.json", change(("mood",), "vui")),
    ("json-texts", "/rss/home.json", change(("description",), 1)),
    ("json-addresses", "/rss/home.json", change(("home_page_url",), "/")),
    ("json-itself", "/rss/home.json", change(("feed_url",), f"{SITE_URL}rss/khac.json")),
    ("json-itself", "/rss/home.json", change(("next_url",), f"{SITE_URL}rss/home.json")),
    ("json-authors", "/rss/home.json", change(("authors",), [{}])),
    ("json-hubs", "/rss/home.json", change(("hubs",), [{"type": "WebSub"}])),
    ("json-unique", "/rss/home.json", change(("items", 0, "id"), f"{SITE_URL}id/moi/")),
    ("json-item-id", "/rss/home.json", change(("items", 0, "id"), 7)),
    ("json-item-keys", "/rss/home.json", change(("items", 0, "mood"), "vui")),
    ("json-item-texts", "/rss/home.json", change(("items", 0, "title"), ["x"])),
    ("json-item-addresses", "/rss/home.json", change(("items", 0, "url"), "/x/")),
    ("json-content", "/rss/home.json", change(("items", 0, "content_html"), None)),
    ("json-content", "/rss/home.json", change(("items", 0, "content_html"), '<a href="/x/">x</a>')),
    ("json-dates", "/rss/home.json", change(("items", 0, "date_published"), "2026-11-01")),
    ("json-item-authors", "/rss/home.json", change(("items", 0, "authors"), [{"name": ""}])),
    ("json-tags", "/rss/home.json", change(("items", 0, "tags"), "y tế")),
    ("json-attachments", "/rss/home.json", change(("items", 0, "attachments"), [FILE])),
    ("json-attachments", "/rss/home.json", change(("items", 0, "attachments"), [UNMEASURED_FILE])),
]


def test_whole_documents_keep_every_rule(good: dict[str, bytes]) -> None:
    checked = [address for address in good if not address.endswith(".opml")]
    assert f"{ARCHIVE}.json" in checked
    assert [fault for address in checked for fault in check_feed(good[address], address, SITE_URL)] == []


@pytest.mark.parametrize(("rule", "address", "breaking"), BROKEN)
def test_a_breach_is_told_by_its_rule(good: dict[str, bytes], rule: str, address: str, breaking: Breaking) -> None:
    broken = breaking(good[address])
    assert broken != good[address]
    assert f"[{rule}]" in " ".join(check_feed(broken, address, SITE_URL))


def test_every_rule_has_a_source_and_a_breach_that_shows_it() -> None:
    rules = [*check_rss.CHANNEL_RULES, *check_rss.ITEM_RULES, *check_atom.FEED_RULES, *check_atom.ENTRY_RULES]
    rules += [*check_json.FEED_RULES, *check_json.ITEM_RULES]  # type: ignore[list-item]
    assert all(rule.source for rule in rules)
    assert {rule.name for rule in rules} <= {name for name, _, _ in BROKEN}
