"""One ninjs file beside each item (IPTC ninjs 2.1): the only form of ours in which agencies read "canceled".

Schema: https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from giamngheo.catalog import Catalog
from giamngheo.catalog.moments import corrections, published_at
from giamngheo.content.schema import Item
from giamngheo.ground.characters import drop_illegal
from giamngheo.ground.json_text import compact
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.feeds.posts import Post, identity_of

_SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json"
_URGENCIES = {"khan-cap": 1, "uu-tien": 3, "thong-thuong": 5}
"""IPTC urgency 1 (flash) to 9 for the priority classes of TT 39/2020/TT-BTTTT."""


def ninjs_address(item: Item) -> str:
    """Path of the file of an item."""
    return f"{identity_of(item)}item.ninjs.json"


def usable(catalog: Catalog, post: Post, item: Item, article: str, site_url: str) -> bytes:
    """The file of a public item: whole text, rights, picture, and what was corrected."""
    return _file({key: value for key, value in _fields(catalog, post, item, site_url) if value} | _bodies(article))


def canceled(notice: Post, item: Item, site_url: str) -> bytes:
    """The file of an item taken back: its identity, the moment and the reason, nothing of its content."""
    fields = {
        **_head(identity_of(item), published_at(item), notice.updated, site_url),
        "pubstatus": "canceled",
        "ednote": notice.summary,
    }
    return _file(fields)


def _head(identity: str, published: datetime, updated: datetime, site_url: str) -> dict[str, object]:
    return {
        "uri": site_url + identity[1:],
        "standard": {"name": "ninjs", "version": "2.1", "schema": _SCHEMA},
        "firstcreated": published.isoformat(),
        "versioncreated": updated.isoformat(),
        "type": "text",
        "language": "vi",
    }


def _fields(catalog: Catalog, post: Post, item: Item, site_url: str) -> Iterator[tuple[str, object]]:
    settings = catalog.settings
    yield from _head(post.identity, post.published, post.updated, site_url).items()
    yield "representationtype", "full"
    yield "version", str(1 + sum(c.kind != "minor" and c.date <= catalog.today for c in item.changes))
    yield "pubstatus", "usable"
    yield "urgency", _URGENCIES[item.broadcast_priority]
    yield "title", post.title
    yield "headlines", [{"role": "main", "value": post.title}]
    yield "descriptions", [{"role": "summary", "contenttype": "text/plain", "value": post.summary}]
    yield "by", post.author
    yield "copyrightholder", drop_illegal(settings.publisher or "")
    yield "usageterms", drop_illegal(settings.rights)
    yield "ednote", drop_illegal(" ".join(_corrected(catalog, item)))
    yield "expires", f"{item.expires.isoformat()}T23:59:59+07:00" if item.expires else ""
    yield "subjects", [{"name": drop_illegal(t.name)} for t in catalog.topics if t.id in item.topics]
    names = [catalog.places[p].full_name for p in item.places if p in catalog.places]
    yield "places", [{"name": drop_illegal(name)} for name in names]
    yield "altids", [{"role": "web", "value": site_url + post.link[1:]}]
    yield "associations", list(_pictures(post, site_url))


def _corrected(catalog: Catalog, item: Item) -> Iterator[str]:
    for day, notes in corrections(item, catalog.today).items():
        yield f"Đính chính ngày {format_day(day)}: {' '.join(notes)}"


def _pictures(post: Post, site_url: str) -> Iterator[dict[str, object]]:
    picture = post.picture
    if picture is None:
        return
    href = site_url + picture.address[1:]
    yield {
        "name": "main",
        "uri": href,
        "type": "picture",
        "by": drop_illegal(picture.credit),
        "descriptions": [{"role": "alt", "value": drop_illegal(picture.alt)}],
        "renditions": [
            {
                "name": "web",
                "href": href,
                "contenttype": picture.kind,
                "width": picture.width,
                "height": picture.height,
                "sizeinbytes": picture.length,
            }
        ],
    }


def _bodies(article: str) -> dict[str, object]:
    return {"bodies": [{"role": "main", "contenttype": "text/html", "value": article}]}


def _file(fields: dict[str, object]) -> bytes:
    return compact(fields) + b"\n"
