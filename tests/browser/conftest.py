"""Shared by browser tests: the real site with a few samples, served under the policy of deploy/, in real Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from html_site import Site
from made_once import made_once
from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright
from portal_project import Project, a_material, a_policy, a_question, a_story, an_activity, copy_of_repository
from real_portal import real_portal
from searching import Small
from shown_pages import (
    KINDS,
    ON_THE_DAY_OF_THE_BUILD,
    PHONE,
    Handler,
    Opened,
    OpenPage,
    OpenWindow,
    Served,
    Server,
    addresses_of,
)

import factories

NO_CHROMIUM = (
    "Không có Chromium / Chromium is not installed. Cách sửa / to mend: make test, hoặc / or "
    "apt-get install --no-install-recommends chromium-headless-shell"
)
_PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
"""The first is the same Chromium without windows around its pages: a page opens in a quarter of the time."""
NO_AXE = (
    "Thiếu axe-core / axe-core is missing. Cách sửa / to mend: make test, hoặc / or pip install axe-playwright-python"
)
_PATIENCE = 60_000  # milliseconds until something that does not come is given up; what is there is not waited for
_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real content with samples, built; it belongs to all workers, so nobody writes into it."""
    real, _ = real_portal(tmp_path_factory)
    make = partial(_portal_with_samples, cache=real.folder / ".cache")
    return Project(made_once(tmp_path_factory, "samples", make))


def _portal_with_samples(folder: Path, cache: Path) -> None:
    """The real content, with samples of what it may lack today, built; `cache` has renderings of that content."""
    made = copy_of_repository(folder)
    shutil.copytree(cache, folder / ".cache")
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


@pytest.fixture(scope="session")
def site(project: Project) -> Site:
    """The files of that site."""
    return Site(project.site)


@pytest.fixture(scope="session")
def served(project: Project) -> Iterator[Served]:
    """The site on a free port of loopback."""
    server = Server(("127.0.0.1", 0), partial(Handler, directory=str(project.site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(f"http://127.0.0.1:{server.server_port}", addresses_of(project.site))
    server.shutdown()
    server.server_close()
    thread.join()


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
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        pytest.fail(NO_CHROMIUM, pytrace=False)
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=[*_OPTIONS])
        yield started
        started.close()


@pytest.fixture(scope="session", params=KINDS)
def _opened(request: pytest.FixtureRequest, browser: Browser, served: Served) -> Iterator[Opened]:
    context = browser.new_context(viewport=PHONE, locale="vi-VN", color_scheme="light")
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
    _opened.page.set_viewport_size(PHONE)
    _opened.page.emulate_media(color_scheme="light")
    _opened.page.evaluate("document.documentElement.style.fontSize = ''")
    return _opened


@pytest.fixture(scope="session")
def without_scripts(browser: Browser) -> Iterator[Page]:
    """A window in which no script runs."""
    context = browser.new_context(viewport=PHONE, locale="vi-VN", java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def open_window(browser: Browser) -> Iterator[OpenWindow]:
    """Open an empty window of one's own, whose clock stands still on the day of the build."""
    contexts = []

    def open_one(width: int = 360, height: int = 740, **options: Any) -> Page:  # noqa: ANN401 - Playwright's
        context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN", **options)
        contexts.append(context)
        context.add_init_script(ON_THE_DAY_OF_THE_BUILD)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(open_window: OpenWindow, served: Served) -> OpenPage:
    """Open the page of a kind, in such a window."""

    def open_one(kind: str, *size: int, **options: Any) -> Page:  # noqa: ANN401 - Playwright's
        page = open_window(*size, **options)
        page.goto(served.url(kind))
        return page

    return open_one


@pytest.fixture
def small(browser: Browser, tmp_path: Path) -> Iterator[Small]:
    """The search on a portal of a few items."""
    context = browser.new_context()
    yield Small(context, factories.Project(tmp_path))
    context.close()
