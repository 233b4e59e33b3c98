"""Feeds of a project, read as newsrooms read them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import feedparser
from lxml import etree

from factories import NOW, Project, files_of
from giamngheo.rendering.outputs import LateFile


def parse(feed: LateFile) -> Any:  # noqa: ANN401 - feedparser has no types
    parsed = feedparser.parse(feed.content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def feed(project: Project, name: str = "home.rss", now: datetime = NOW) -> LateFile:
    found = [file for file in files_of(project.portal(now), "feeds") if file.address == f"/rss/{name}"]
    assert len(found) == 1, name
    return found[0]


def home(project: Project, now: datetime = NOW) -> LateFile:
    return feed(project, now=now)


def feeds(project: Project, now: datetime = NOW) -> list[LateFile]:
    return [file for file in files_of(project.portal(now), "feeds") if file.address.endswith((".rss", ".atom"))]


def names(project: Project, now: datetime = NOW) -> list[str]:
    return [f.address[5:-4] for f in files_of(project.portal(now), "feeds") if f.address.endswith(".rss")]


CORRECTED = [
    {"date": "2026-11-05", "kind": "minor", "note": "Dấu phẩy"},
    {"date": "2026-11-10", "kind": "correction", "note": "Mức là 5, không phải 6"},
    {"date": "2027-01-01", "kind": "correction", "note": "Chưa tới ngày"},
]
WITHDRAWN = {"date": "2026-11-15", "reason": "Nguồn sai."}


def channel(feed: LateFile) -> Any:  # noqa: ANN401 - lxml's own element
    return etree.fromstring(feed.content).find("channel")
