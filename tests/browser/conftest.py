"""Shared by browser tests: the real site with a few samples, served under the policy of deploy/, in real Chromium."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

sys.path.append(str(Path(__file__).parents[1] / "site"))

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from portal_project import Project, a_material, a_policy, a_question, a_story, an_activity, copy_of_repository
from web_server import security_policy

NO_CHROMIUM = (
    "Không có Chromium / Chromium is not installed. Cách sửa / to mend: make test, hoặc / or "
    "apt-get install --no-install-recommends chromium"
)
NO_AXE = (
    "Thiếu axe-core / axe-core is missing. Cách sửa / to mend: make test, hoặc / or pip install axe-playwright-python"
)
_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class _Server(ThreadingHTTPServer):
    """A page that is closed while it loads is no fault of the site."""

    def handle_error(self, *_: object) -> None:
        pass


@dataclass(frozen=True)
class Served:
    """A site on loopback: where it is, and the address of one page of each kind."""

    origin: str
    addresses: dict[str, str]

    def url(self, kind: str) -> str:
        """Address of the page that stands for its kind."""
        return self.origin + self.addresses[kind]


KINDS = (
    "home",
    "section",
    "second page of a section",
    "policy",
    "policy that ended",
    "story",
    "story with a photograph",
    "plan",
    "activity",
    "activity called off",
    "activities",
    "agenda",
    "question",
    "question that ended",
    "questions",
    "material",
    "recording",
    "leaflets",
    "topic",
    "topics",
    "place",
    "places",
    "document",
    "documents",
    "feeds",
    "feed",
    "loudspeaker",
    "loudspeaker of a place",
    "finder",
    "finder of a class",
    "self-check",
    "search",
    "list from A to Z",
    "duties",
    "duties of a plan",
    "duties of an agency",
    "schedule",
    "comparisons",
    "comparison",
    "glossary",
    "open data",
    "open dataset",
    "results",
    "series",
    "page by hand",
    "notice",
    "not found",
)

_PHONE: ViewportSize = {"width": 360, "height": 740}


class _Handler(SimpleHTTPRequestHandler):
    """Plain files under the policy that nginx sets in production."""

    policy = security_policy()

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


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real content, with samples of what it may lack today, built."""
    made = copy_of_repository(tmp_path_factory.mktemp("browser"))
    common: dict[str, object] = {"topics": ["y-te"], "places": ["ca-nuoc"]}
    ended = {"valid_to": "2025-12-31", "legal_basis": ["07-2021-nd-cp"], "title": "Mẫu: chính sách đã hết hạn"}
    made.write("content/policies/mau-da-het.md", a_policy(id="cs-mau-da-het", **common, **ended))
    image = {"file": "images/mau.jpg", "alt": "Đồi chè xanh", "credit": "Ảnh: Ban biên tập"}
    made.write("content/stories/mau-co-anh.md", a_story(id="gd-mau-co-anh", image=image, **common))
    contest = {"rules": "Không quá 1.500 chữ.", "entries_until": "2026-12-20 17:00", "jury": "Hội Nhà báo tỉnh"}
    joining = {"how": "Gửi bài tới xã", "until": "2026-12-10", "fee": "Không mất tiền"}
    ahead = {"kind": "cuoc-thi", "contest": contest, "joining": joining, "venue": "Nhà văn hóa xã", **common}
    made.write("content/activities/mau-sap-toi.md", an_activity(id="hd-mau-sap-toi", **ahead))
    off = {"status": "huy", "changes": [{"date": "2026-11-20", "kind": "correction", "note": "Hủy vì mưa lũ."}]}
    made.write("content/activities/mau-da-huy.md", an_activity(id="hd-mau-da-huy", **off, **common))
    basis = ["81-2021-nd-cp", "238-2025-nd-cp"]
    made.write("content/questions/mau-da-cu.md", a_question(id="hoi-mau-da-cu", legal_basis=basis, **common))
    withdrawal = {"date": "2026-11-01", "reason": "Người trong bài đề nghị gỡ."}
    made.write("content/stories/mau-da-go.md", a_story(id="gd-mau-da-go", withdrawn=withdrawal, **common))
    recording = {"kind": "am-thanh", "recording": {"file": "attachments/mau.mp3", "length": "3:20"}, "language": "hmn"}
    made.write("content/materials/mau-nghe.md", a_material(id="tl-mau-nghe", **recording, **common))
    made.write("content/attachments/mau.mp3", b"ID3" + bytes(2000))
    (made.folder / "content/images").mkdir(exist_ok=True)
    Image.new("RGB", (1200, 800), "seagreen").save(made.folder / "content/images/mau.jpg")
    with (made.folder / "content/portal.yml").open("a", encoding="utf-8") as settings:
        settings.write("\npage_size: 5\n")
    outcome = made.build()
    assert outcome.code == 0, outcome.stderr + outcome.stdout
    return made


@pytest.fixture(scope="session")
def served(project: Project) -> Iterator[Served]:
    """The site on a free port of loopback."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(project.site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(f"http://127.0.0.1:{server.server_port}", _addresses(project.site))
    server.shutdown()
    server.server_close()
    thread.join()


def _addresses(site: Path) -> dict[str, str]:
    """One address for each kind; of many pages the longest, which is the hardest to lay out."""
    return {
        "home": "/",
        "section": "/chinh-sach/",
        "second page of a section": "/chinh-sach/trang-2/",
        "policy": _longest(site, "chinh-sach"),
        "policy that ended": "/chinh-sach/mau-da-het/",
        "story": _longest(site, "guong-dien-hinh"),
        "story with a photograph": "/guong-dien-hinh/mau-co-anh/",
        "plan": _longest(site, "ke-hoach"),
        "activity": "/hoat-dong/mau-sap-toi/",
        "activity called off": "/hoat-dong/mau-da-huy/",
        "activities": "/hoat-dong/",
        "agenda": "/lich/hoat-dong/",
        "question": _longest(site, "hoi-dap"),
        "question that ended": "/hoi-dap/mau-da-cu/",
        "questions": "/hoi-dap/",
        "material": _longest(site, "tai-lieu"),
        "recording": "/tai-lieu/mau-nghe/",
        "leaflets": "/to-roi/",
        "topic": _longest(site, "chu-de"),
        "topics": "/chu-de/",
        "place": _longest(site, "dia-ban"),
        "places": "/dia-ban/",
        "document": _longest(site, "van-ban"),
        "documents": "/van-ban/",
        "feeds": "/rss/",
        "feed": "/rss/bao-chi/",
        "loudspeaker": "/phat-thanh/",
        "loudspeaker of a place": _longest(site, "phat-thanh/dia-ban"),
        "finder": "/tra-cuu/",
        "finder of a class": "/tra-cuu/ho-ngheo/",
        "self-check": "/tu-kiem-tra/",
        "search": "/tim-kiem/",
        "list from A to Z": "/tim-kiem/a-z/",
        "duties": "/nhiem-vu/",
        "duties of a plan": _longest(site, "nhiem-vu/ke-hoach"),
        "duties of an agency": _longest(site, "nhiem-vu"),
        "schedule": "/lich/",
        "comparisons": "/doi-chieu/",
        "comparison": _shortest(site, "doi-chieu"),
        "glossary": "/tu-dien/",
        "open data": "/du-lieu/",
        "open dataset": "/du-lieu/chinh-sach/",
        "results": "/ket-qua/",
        "series": _longest(site, "ket-qua"),
        "page by hand": "/lien-he/",
        "notice": "/guong-dien-hinh/mau-da-go/",
        "not found": "/khong/co/trang-nay/",
    }


def _longest(site: Path, folder: str) -> str:
    return f"/{folder}/{_by_length(site, folder)[-1]}/"


def _shortest(site: Path, folder: str) -> str:
    """For pages that are one pattern over and over: a long one costs seconds and shows nothing else."""
    return f"/{folder}/{_by_length(site, folder)[0]}/"


def _by_length(site: Path, folder: str) -> list[str]:
    pages = [p for p in (site / folder).glob("*/index.html") if not p.parent.name.startswith("trang-")]
    return [p.parent.name for p in sorted(pages, key=lambda p: (p.stat().st_size, p))]


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The script of axe-core."""
    try:
        return (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    except ModuleNotFoundError:
        pytest.fail(NO_AXE, pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Real Chromium, that of the machine."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
    if program is None:
        pytest.fail(NO_CHROMIUM, pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=[*_OPTIONS])
        yield started
        started.close()


OpenPage = Callable[..., Page]


@dataclass(frozen=True)
class Opened:
    """A page opened once for all rules that only look at it."""

    kind: str
    page: Page
    headers: dict[str, str]
    said: list[str]
    """Errors and warnings in the console."""
    asked: list[str]
    """Addresses of all requests."""


@pytest.fixture(scope="session", params=KINDS)
def _opened(request: pytest.FixtureRequest, browser: Browser, served: Served) -> Iterator[Opened]:
    context = browser.new_context(viewport=_PHONE, locale="vi-VN", color_scheme="light")
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(served.url(request.param))
    assert answer is not None
    yield Opened(request.param, page, answer.headers, said, asked)
    context.close()


@pytest.fixture
def opened(_opened: Opened) -> Opened:
    """A page of each kind in turn, as a phone in light colours shows it; other tests look at the same page."""
    _opened.page.set_viewport_size(_PHONE)
    _opened.page.emulate_media(color_scheme="light")
    _opened.page.evaluate("document.documentElement.style.fontSize = ''")
    return _opened


@pytest.fixture(scope="session")
def without_scripts(browser: Browser) -> Iterator[Page]:
    """A window in which no script runs."""
    context = browser.new_context(viewport=_PHONE, locale="vi-VN", java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def open_page(browser: Browser, served: Served) -> Iterator[OpenPage]:
    """Open the page of a kind, in a window of one's own; options are those of `Browser.new_context`."""
    contexts = []

    def open_one(kind: str, width: int = 360, height: int = 740, **options: Any) -> Page:  # noqa: ANN401 - Playwright's
        context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(served.url(kind))
        return page

    yield open_one
    for context in contexts:
        context.close()
