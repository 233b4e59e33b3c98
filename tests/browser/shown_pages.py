"""The pages that browser tests look at: one of each kind, and the server that gives them out."""

from __future__ import annotations

from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Page, ViewportSize
from portal_project import NOON
from web_server import security_policy

PHONE: ViewportSize = {"width": 360, "height": 740}

OpenWindow = Callable[..., Page]
"""Opens an empty window: width and height in pixels, options of `Browser.new_context`."""
OpenPage = Callable[..., Page]
"""Opens the page of a kind: its name, then as for a window."""

ON_THE_DAY_OF_THE_BUILD = f"""(() => {{
  const Real = Date, now = {NOON * 1000};
  window.Date = class extends Real {{
    constructor(...given) {{ super(...(given.length ? given : [now])); }}
    static now() {{ return now; }}
  }};
}})()"""
"""What is in force depends on the day: pages that ask for it are told the day of the build, whenever tests run."""

BRIEF: dict[str, object] = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
"""For axe: only findings in full, and no style sheet loaded anew: for an experimental rule, which no test asks for."""
SECOND_LOOK: dict[str, object] = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"],
    },
    **BRIEF,
}
"""For axe, after a first look with every rule: those whose answer may differ in other colours and sizes of letters."""


class Served(Struct, frozen=True):
    """A site on loopback: where it is, and the address of one page of each kind."""

    origin: str
    addresses: dict[str, str]

    def url(self, kind: str) -> str:
        """Address of the page that stands for its kind."""
        return self.origin + self.addresses[kind]


class Opened(Struct, frozen=True):
    """A page opened once for all rules that only look at it."""

    kind: str
    page: Page
    headers: dict[str, str]
    said: list[str]
    """Errors and warnings in the console."""
    asked: list[str]
    """Addresses of all requests."""


def until(page: Page, condition: str) -> None:
    """Until an expression is true in the page; not by wait_for_function, which the security policy forbids."""
    page.evaluate(f"""async () => {{
      for (let i = 0; i < 3000; i++) {{ if ({condition}) return; await new Promise(r => setTimeout(r, 20)); }}
      throw new Error("never came");
    }}""")


class Server(ThreadingHTTPServer):
    """A page that is closed while it loads is no fault of the site."""

    def handle_error(self, *_: object) -> None:
        pass


class Handler(SimpleHTTPRequestHandler):
    """Plain files under the policy that nginx sets in production."""

    policy = security_policy()
    protocol_version = "HTTP/1.1"  # connections stay open, as with nginx
    disable_nagle_algorithm = True  # head and body are two pieces: the second one need not wait for an answer

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


def _longest(folder: str) -> Callable[[Path], str]:
    return lambda site: f"/{folder}/{_by_length(site, folder)[-1]}/"


def _shortest(folder: str) -> Callable[[Path], str]:
    """For pages that are one pattern over and over: a long one costs seconds and shows nothing else."""
    return lambda site: f"/{folder}/{_by_length(site, folder)[0]}/"


def _by_length(site: Path, folder: str) -> list[str]:
    pages = [p for p in (site / folder).glob("*/index.html") if not p.parent.name.startswith("trang-")]
    return [p.parent.name for p in sorted(pages, key=lambda p: (p.stat().st_size, p))]


_PAGES: dict[str, str | Callable[[Path], str]] = {
    "home": "/",
    "section": "/chinh-sach/",
    "second page of a section": "/chinh-sach/trang-2/",
    "policy": _longest("chinh-sach"),
    "policy that ended": "/chinh-sach/mau-da-het/",
    "story": _longest("guong-dien-hinh"),
    "story with a photograph": "/guong-dien-hinh/mau-co-anh/",
    "plan": _longest("ke-hoach"),
    "activity": "/hoat-dong/mau-sap-toi/",
    "activity called off": "/hoat-dong/mau-da-huy/",
    "activities": "/hoat-dong/",
    "agenda": "/lich/hoat-dong/",
    "question": _longest("hoi-dap"),
    "question that ended": "/hoi-dap/mau-da-cu/",
    "questions": "/hoi-dap/",
    "material": _longest("tai-lieu"),
    "recording": "/tai-lieu/mau-nghe/",
    "leaflets": "/to-roi/",
    "topic": _longest("chu-de"),
    "topics": "/chu-de/",
    "place": _longest("dia-ban"),
    "places": "/dia-ban/",
    "document": _longest("van-ban"),
    "documents": "/van-ban/",
    "feeds": "/rss/",
    "feed": "/rss/bao-chi/",
    "pack": _longest("chia-se"),
    "loudspeaker": "/phat-thanh/",
    "loudspeaker of a place": _longest("phat-thanh/dia-ban"),
    "finder": "/tra-cuu/",
    "finder of a class": "/tra-cuu/ho-ngheo/",
    "self-check": "/tu-kiem-tra/",
    "search": "/tim-kiem/",
    "list from A to Z": "/tim-kiem/a-z/",
    "duties": "/nhiem-vu/",
    "duties of a plan": _longest("nhiem-vu/ke-hoach"),
    "duties of an agency": _longest("nhiem-vu"),
    "schedule": "/lich/",
    "comparisons": "/doi-chieu/",
    "comparison": _shortest("doi-chieu"),
    "glossary": "/tu-dien/",
    "open data": "/du-lieu/",
    "open dataset": "/du-lieu/chinh-sach/",
    "results": "/ket-qua/",
    "series": _longest("ket-qua"),
    "page by hand": "/lien-he/",
    "notice": "/guong-dien-hinh/mau-da-go/",
    "not found": "/khong/co/trang-nay/",
}
"""A page of each kind: its address, or how it is found in a built site; of many the longest, the hardest to lay out."""

KINDS = tuple(_PAGES)


def addresses_of(site: Path) -> dict[str, str]:
    """One address for each kind."""
    return {kind: page if isinstance(page, str) else page(site) for kind, page in _PAGES.items()}
