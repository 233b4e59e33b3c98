"""Whatever is written into any field, feeds stay well-formed and valid in every form, and say it back."""

from __future__ import annotations

import json
from datetime import date

import feedparser
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import NOW, SITE_URL, a_policy
from giamngheo.catalog import Catalog, Entry
from giamngheo.content.loader import LoadedItem
from giamngheo.content.register_schema import Topic
from giamngheo.content.schema import Item
from giamngheo.content.settings import Contact, Settings
from giamngheo.outlets.feeds import Picture, build_feeds
from giamngheo.outlets.feeds.check import check_feed
from giamngheo.rendering import Rendered
from giamngheo.rendering.outputs import Sound, SpokenText

SOUNDS = {"a": Sound("/phat-thanh/a.mp3", 720, "audio/mpeg", 44)}
PIECES = [
    "&",
    "<",
    ">",
    "]]>",
    '"',
    "'",
    "\x0b",
    "\ud800",
    "\ufffe",
    "😀",
    "\u202e",
    "مرحبا",
    "ệ",
    "&#0;",
    "%",
    "\\",
    "\x1asite:",
    "</item>",
    "\r",
]
TEXTS = st.one_of(
    st.text(st.one_of(st.characters(), st.sampled_from("&<>'\"\x00\x0b\x1a\ud800\uffff")), max_size=40),
    st.lists(st.sampled_from([*PIECES, "chữ "]), max_size=12).map("".join),
    st.sampled_from(["ế" * 300, "", " "]),
)
DAYS = st.dates(date(1900, 1, 1), date(2026, 11, 21))
BODIES = st.sampled_from(["", "<p>Lời bài.</p>", "<p>a &amp; ]]&gt; b</p>", "<p>😀 \x0b \ud800</p>"])
MAIL = st.one_of(TEXTS, st.just("x@y.example"))


def an_item(text: str, day: date) -> Item:
    """An item that holds a text in every field; no schema stands between, because feeds must not rely on it."""
    base = a_policy("a", changes=[{"date": "2026-11-20", "kind": "correction", "note": "Sửa"}]).item
    change = base.changes[0].model_copy(update={"note": text})
    return base.model_copy(
        update={"title": text, "summary": text, "author": text, "date": day, "benefit": text, "changes": (change,)}
    )


def a_catalog(item: Item, text: str, mail: str) -> Catalog:
    loaded = LoadedItem(item, "a", "content/policies/a.md", {}, "", "")
    contact = Contact.model_construct(office=text, address=text, email=mail, form=None, hotlines=())
    portal = Settings.model_construct(
        name=text or "x", description=text or "x", rights=text, publisher=text, contact=contact,
        websub_hub="https://tram.example/?a=1&b=2", feed_size=50,
    )  # fmt: skip
    topic = Topic(id="y-te", name="x", need="x", order="1").model_copy(update={"name": text})
    gone = item.model_copy(
        update={"id": "go", "withdrawn": a_policy(withdrawn={"date": "2026-11-21", "reason": "x"}).item.withdrawn}
    )
    withdrawn = gone.model_copy(
        update={"withdrawn": gone.withdrawn.model_copy(update={"reason": text}) if gone.withdrawn else None}
    )
    return Catalog(
        now=NOW, settings=portal, entries=(Entry(loaded, "/chinh-sach/a/"),),
        withdrawn=(LoadedItem(withdrawn, "go", "content/policies/go.md", {}, "", ""),),
        registers={"topics": {"y-te": topic}},
    )  # fmt: skip


@settings(max_examples=40)
@given(text=TEXTS, body=BODIES, day=DAYS, mail=MAIL)
def test_any_text_in_any_field_gives_valid_feeds_in_every_form(text: str, body: str, day: date, mail: str) -> None:
    catalog = a_catalog(an_item(text, day), text, mail)
    bodies = {"content/policies/a.md": Rendered.of(body, ())}
    pictures = {"a": Picture("/images/a.jpg", text, text, 4, 3, 99, "image/jpeg")}
    said = SpokenText(lambda: [text], "", 0, 7)
    built = build_feeds(catalog, bodies, SITE_URL, pictures=pictures, spoken={"a": said}, sounds=SOUNDS)
    for file in built.files():
        content = file.content
        assert content == file.content
        if file.address.endswith((".rss", ".atom")) or (
            file.address.startswith("/rss/") and file.address.endswith(".json")
        ):
            assert list(check_feed(content, file.address, SITE_URL)) == []
        elif file.address.endswith(".json"):
            assert json.loads(content)["standard"]["name"] == "ninjs"


PLAIN = st.text("ếbc &<>\"'😀]0", min_size=1, max_size=60).map(lambda s: f"x {s} y")


@settings(max_examples=20)
@given(text=PLAIN)
def test_titles_come_back_the_same_from_every_form(text: str) -> None:
    title = " ".join(text.split())
    catalog = a_catalog(an_item(title, date(2026, 11, 1)), "x", "")
    built = build_feeds(
        catalog, {"content/policies/a.md": Rendered.of("", ())}, SITE_URL, pictures={}, spoken={}, sounds={}
    )
    files = {file.address: file for file in built.files()}
    told = json.loads(files["/rss/home.json"].content)
    assert {i["id"]: i["title"] for i in told["items"]}[f"{SITE_URL}id/a/"] == title
    atom = feedparser.parse(files["/rss/home.atom"].content)
    assert not atom.bozo
    assert {e.id: e.title for e in atom.entries}[f"{SITE_URL}id/a/"] == title
