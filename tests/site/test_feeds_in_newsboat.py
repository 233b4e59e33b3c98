"""The feeds in newsboat, a reader program of the distribution: it says the same as we wrote, in RSS and Atom."""

from __future__ import annotations

import calendar
import shutil
import sqlite3
import subprocess
from contextlib import closing
from io import BytesIO
from pathlib import Path

import feedparser
import pytest
from html_site import HOST, Site
from lxml import etree
from PIL import Image
from portal_project import a_policy, a_story, small_project

_MISSING = (
    "Không có newsboat / newsboat is not installed. Cách sửa / to mend: make test, hoặc / or "
    "apt-get install --no-install-recommends newsboat"
)
_LONGEST = 600  # seconds until a program that does not end is given up
_TEXTS = ("{http://purl.org/rss/1.0/modules/content/}encoded", "{http://www.w3.org/2005/Atom}content")


def _picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), "green").save(out, "PNG")
    return out.getvalue()


def read_by_newsboat(feed: Path, folder: Path) -> dict[str, tuple[object, ...]]:
    """What newsboat kept of one feed, by identity; several in one cache would share entries of one identity."""
    program = shutil.which("newsboat")
    if program is None:
        pytest.fail(_MISSING, pytrace=False)
    (folder / "urls").write_text(f"file://{feed}\n", "utf-8")
    (folder / "config").write_text("", "utf-8")
    command = [program, "-u", "urls", "-c", "cache.db", "-C", "config", "-x", "reload"]
    environment = {"HOME": str(folder), "LANG": "C.UTF-8"}
    subprocess.run(command, cwd=folder, env=environment, timeout=_LONGEST, check=True)
    with closing(sqlite3.connect(folder / "cache.db")) as database:
        rows = database.execute("select guid, title, url, pubDate, author, content, enclosure_url from rss_item")
        return {guid: tuple(rest) for guid, *rest in rows}


@pytest.mark.parametrize("name", ["home.rss", "home.atom", "bao-chi.rss", "ke-hoach.atom", "dia-ban-tinh-bac-ninh.rss"])
def test_newsboat_reads_the_same_titles_addresses_dates_texts_and_enclosures(
    site: Site, tmp_path: Path, name: str
) -> None:
    feed = site.folder / "rss" / name
    texts = [element.text.strip() for element in etree.fromstring(feed.read_bytes()).iter(*_TEXTS)]
    entries = feedparser.parse(feed.read_bytes()).entries
    expected = {
        entry.id: (entry.title, entry.link, calendar.timegm(entry.published_parsed), entry.author, text, "")
        for entry, text in zip(entries, texts, strict=True)
    }
    assert len(expected) > 0
    read = read_by_newsboat(feed, tmp_path)
    assert {guid: (*row[:4], str(row[4]).strip(), row[5]) for guid, row in read.items()} == expected


def test_newsboat_reads_pictures_corrections_and_withdrawals(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    project.write("content/images/ong.png", _picture())
    image = {"file": "images/ong.png", "alt": "Tổ ong", "credit": "Ban biên tập"}
    changes = [{"date": "2026-11-01", "kind": "correction", "note": "Mức là 5"}]
    project.write("content/stories/nuoi-ong.md", a_story(id="gd-nuoi-ong", image=image, changes=changes))
    gone = {"date": "2026-11-02", "reason": "Nguồn sai"}
    project.write("content/policies/the.md", a_policy(id="cs-the", withdrawn=gone))
    assert project.build().code == 0
    for form in ("rss", "atom"):
        folder = tmp_path / form
        folder.mkdir()
        read = read_by_newsboat(project.site / f"rss/bao-chi.{form}", folder)
        story = read[f"{HOST}id/gd-nuoi-ong/"]
        assert "Cả xóm cùng làm." in str(story[4]), "the text, not the caption of the picture"
        assert "Mức là 5" in str(read[f"{HOST}id/gd-nuoi-ong/dinh-chinh-2026-11-01/"][4])
        assert read[f"{HOST}id/cs-the/thu-hoi-2026-11-02/"][0] == "[THU HỒI] Bài mang mã cs-the"
        assert f"{HOST}id/cs-the/" not in read
