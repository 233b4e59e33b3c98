"""Says what a first search costs a reader: bytes after gzip -6, files, and milliseconds of the engine in Chromium.

python benchmarks/search_weight.py SITE                    SITE: a built site
python benchmarks/search_weight.py CONTENT --keep FOLDER   CONTENT: of generate.py; only its index is made, and timed

Counted is what the page of the search box loads for its first screen of results: scripts, index, records.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from shutil import which
from typing import Any

from playwright.sync_api import Page, sync_playwright

from generate import TODAY
from giamngheo.ground.cache import Cache
from giamngheo.outlets.search import index_files, plan_index
from giamngheo.portal.build import BuildOptions, survey_portal

QUERIES = {
    1: ("nghèo", "vay", "bhyt", "triệu"),
    3: ("ho ngheo vay", "bảo hiểm y tế", "truyền thông xã", "52/KH-UBND"),
    8: (
        "bảo hiểm y tế cho hộ cận nghèo",
        "rà soát hộ nghèo hộ cận nghèo cuối năm",
        "vay vốn cho hộ mới thoát nghèo bao nhiêu",
        "to chuc thuc hien ke hoach truyen thong giam ngheo",
    ),
    12: ("tổ chức thực hiện kế hoạch truyền thông về giảm nghèo bền vững",),
}
"""Queries by their number of words, about; of the longest, all words are frequent."""
KINDS = {"w": "words", "p": "pairs", "h": "heads", "x": "texts"}
SCRIPTS = Path(__file__).resolve().parent.parent / "plugins/giamngheo_mkdocs/theme/scripts"
SHOWN = 6
"""Results on the first screen, as in `search.js`."""
_ASK = """async ([query, shown]) => {
  const names = [];
  window.files ??= {};
  const load = async name => { names.push(name); return window.files[name] ??= await readFile(name); };
  const engine = portalSearch.open("", load);
  const before = performance.now();
  const { hits, query: parsed } = await engine.find(query);
  const found = performance.now();
  await Promise.all(hits.slice(0, shown).map(unit => engine.record(unit, parsed)));
  return { names, hits: hits.length, milliseconds: found - before };
}"""


def main() -> None:
    """Measure each query with an engine that has loaded nothing yet."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("source", type=Path, help="a built site, or content that generate.py wrote")
    parser.add_argument("--keep", type=Path, help="folder for an index that is made here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        if (arguments.source / "content").is_dir():
            index = write_index(arguments.source, arguments.keep or Path(temporary))
        else:
            index = next((arguments.source / "search").iterdir())
        measure(index)


def write_index(root: Path, folder: Path) -> Path:
    """Make the index alone, write it into `folder`, print what that costs."""
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.combine(TODAY, datetime.min.time(), UTC)
    survey = survey_portal(root / "content", BuildOptions("https://example.vn/", now, cache=root / ".cache"))
    bodies = {path: item.rendered for path, item in survey.rendered.items()}
    before = time.process_time()
    for file in index_files(plan_index(survey.catalog, bodies, ()), Cache(None)):
        (folder / Path(file.address).name).write_bytes(file.content)
    print(f"index of {len(bodies):,} items: {time.process_time() - before:.1f} s of CPU")
    return folder


def measure(index: Path) -> None:
    """Print sizes of the index, then of each query."""
    for kind, name in KINDS.items():
        sizes = [path.stat().st_size for path in index.glob(f"{kind}[0-9]*.json")]
        print(f"{len(sizes):,} files of {name}, {sum(sizes):,} B")
    packed = {path.stem: _packed(path) for path in index.glob("*.json")}
    scripts = sum(_packed(SCRIPTS / f"{name}.js") for name in ("search-engine", "search"))
    print(f"scripts {scripts:,} B gz, meta {packed['meta']:,} B gz")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.add_script_tag(content=(SCRIPTS / "search-engine.js").read_text("utf-8"))
        page.expose_function("readFile", lambda name: json.loads((index / name).read_text("utf-8")))
        for words, queries in QUERIES.items():
            for query in queries:
                _print(words, query, _answer(page, query), packed, scripts)
        browser.close()


def _answer(page: Page, query: str) -> dict[str, Any]:
    """Ask twice: once to read the files, once with all of them at hand, for the time alone."""
    page.evaluate(_ASK, [query, SHOWN])
    return dict(page.evaluate(_ASK, [query, SHOWN]))


def _print(words: int, query: str, answer: dict[str, Any], packed: dict[str, int], scripts: int) -> None:
    names = [name.removesuffix(".json") for name in answer["names"]]
    weights = {kind: sum(packed[name] for name in names if name[0] == kind and name != "meta") for kind in KINDS}
    total = scripts + sum(packed[name] for name in names)
    figures = "  ".join(f"{KINDS[kind]} {weight:6,}" for kind, weight in weights.items())
    ms = answer["milliseconds"]
    print(f"{words:2}  {total:7,} B  {len(names):3} files  {figures}  {answer['hits']:6,} hits  {ms:5.0f} ms  {query}")


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


if __name__ == "__main__":
    main()
