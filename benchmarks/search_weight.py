"""Says what a first search costs a reader: bytes after gzip -6, files, and milliseconds of the engine in Chromium.

python benchmarks/search_weight.py SITE     SITE: a built site, for instance of content made by generate.py
"""

from __future__ import annotations

import argparse
import gzip
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, sync_playwright

QUERIES = (
    "hộ nghèo",
    "ho ngheo",
    "bảo hiểm y tế",
    "bảo hiểm y tế cho hộ cận nghèo",
    "vay vốn cho hộ mới thoát nghèo",
    "52/KH-UBND",
    "truyền thông",
)
KINDS = {"w": "words", "p": "pairs", "h": "heads", "x": "texts"}


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    """Measure each query in a browser without a cache."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("site", type=Path)
    site: Path = parser.parse_args().site
    for kind, name in KINDS.items():
        sizes = [path.stat().st_size for path in site.glob(f"search/*/{kind}*.json")]
        print(f"{len(sizes):,} files of {name}, {sum(sizes):,} B")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        for query in QUERIES:
            _measure(browser, f"http://127.0.0.1:{server.server_port}/tim-kiem/?q={quote(query)}", site)
        browser.close()
    server.shutdown()


def _measure(browser: Browser, address: str, site: Path) -> None:
    page = browser.new_page()
    paths: list[str] = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    page.goto(address)
    page.locator("#p_ket-qua li").first.wait_for()
    weights = {"js": 0, "meta": 0, **dict.fromkeys(KINDS, 0)}
    for path in paths:
        kind = "js" if path.endswith(".js") else Path(path).stem if path.endswith("meta.json") else Path(path).name[0]
        if kind == "js" or path.startswith("/search/"):
            weights[kind] += len(gzip.compress((site / path[1:]).read_bytes(), 6, mtime=0))
    print(f"{sum(weights.values()):7,} B  {weights}  {page.locator('#p_so-ket-qua').inner_text()}")
    page.close()


if __name__ == "__main__":
    main()
