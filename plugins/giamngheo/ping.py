"""The command `giamngheo ping`: tells the WebSub hub which feeds changed since the last time. Dry unless asked to send.

WebSub (w3.org/TR/websub, section 5) leaves the call to the hub open; hubs take `hub.mode=publish` and `hub.url`.
"""

import json
import sys
from collections.abc import Iterator
from hashlib import blake2b
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import click
import msgspec
from lxml import etree
from msgspec import Struct

from giamngheo.ground.json_text import readable
from giamngheo.project import write_files

CODES = "Mã thoát: 0 đã báo hết hoặc chỉ xem thử, 1 có bản tin chưa báo được, 2 gõ lệnh sai."
_LINK = "{http://www.w3.org/2005/Atom}link"
_PATIENCE = 20
"""Seconds until a hub must have answered."""


class Told(Struct):
    """What the hub has been told: digest of each feed by its address."""

    feeds: dict[str, str] = {}


class Topic(Struct, frozen=True):
    """One feed that names a hub."""

    address: str
    hub: str
    digest: str


class _NoRedirects(HTTPRedirectHandler):
    """A hub that moved must be written into the settings anew."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


@click.command(epilog=CODES, short_help="Báo trạm WebSub có tin mới.")
@click.option(
    "--site",
    default="site",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Thư mục trang đã dựng, đã đưa lên máy chủ.",
)
@click.option(
    "--state",
    default=".cache/giamngheo/websub.json",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp ghi nhớ đã báo gì.",
)
@click.option("--send", is_flag=True, help="Báo thật; không ghi thì chỉ in ra sẽ báo gì.")
def ping(site: Path, state: Path, *, send: bool) -> None:
    """Báo trạm WebSub (websub_hub trong content/portal.yml) những bản tin đã đổi từ lần báo trước."""
    told = read_state(state)
    topics = list(find_topics(site))
    changed = [topic for topic in topics if told.feeds.get(topic.address) != topic.digest]
    failed = 0
    for topic in changed:
        fault = tell(topic) if send else ""
        failed += bool(fault)
        click.echo(f"{topic.address}: {fault or ('đã báo' if send else 'sẽ báo')}", err=bool(fault))
        if send and not fault:
            told.feeds[topic.address] = topic.digest
    if send:
        _write_state(state, told)
    ending = "" if send or not changed else " Chưa gửi gì; thêm --send để gửi."
    click.echo(f"{len(topics)} bản tin có trạm, {len(changed)} đã đổi.{ending}", err=True)
    sys.exit(1 if failed else 0)


def find_topics(site: Path) -> Iterator[Topic]:
    """Every feed of a built site that names a hub; archives do not, because nobody subscribes to them."""
    for path in sorted((site / "rss").glob("*.*")):
        content = path.read_bytes() if path.suffix in {".rss", ".atom", ".json"} else b""
        try:
            address, hub = _links_of(content, path.suffix)
        except (ValueError, etree.XMLSyntaxError):  # not one of our feeds
            continue
        if address and hub:
            yield Topic(address, hub, blake2b(content, digest_size=16).hexdigest())


def _links_of(content: bytes, suffix: str) -> tuple[str, str]:
    """Own address and hub of a feed, "" where it has none."""
    if not content:
        return "", ""
    if suffix == ".json":
        feed = json.loads(content)
        return feed.get("feed_url", ""), next((hub["url"] for hub in feed.get("hubs", [])), "")
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    parent = root.find("channel") if suffix == ".rss" else root
    links = {link.get("rel"): link.get("href") for link in (parent.iterfind(_LINK) if parent is not None else ())}
    return links.get("self") or "", links.get("hub") or ""


def tell(topic: Topic) -> str:
    """Tell the hub of one feed; return in Vietnamese why that failed, or an empty text."""
    body = urlencode({"hub.mode": "publish", "hub.url": topic.address}).encode()
    try:
        request = Request(topic.hub, body, {"User-Agent": "giamngheo"})  # noqa: S310 - the settings take http only
        with build_opener(_NoRedirects).open(request, timeout=_PATIENCE) as answer:
            return "" if answer.status < HTTPStatus.MULTIPLE_CHOICES else f"trạm trả mã {answer.status}"
    except HTTPError as error:
        return f"trạm trả mã {error.code}. Cách sửa: xem websub_hub trong content/portal.yml"
    except (OSError, HTTPException, ValueError):
        return "không tới được trạm. Cách sửa: xem mạng và websub_hub, rồi chạy lại"


def read_state(path: Path) -> Told:
    """What was told before; a missing or damaged file means nothing was."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Told)
    except (OSError, ValueError):
        return Told()


def _write_state(path: Path, told: Told) -> None:
    write_files(path.parent, {path.name: readable(Told(dict(sorted(told.feeds.items()))))})
