"""Says what the finder costs when a portal has many policies: bytes, milliseconds, questions a household has to answer.

    python benchmarks/finder_weight.py --policies 200 --out FOLDER     writes content, builds the site there, measures
    python benchmarks/finder_weight.py --questions                     the questions alone, of the real policies

Policies are those of `content/policies` again and again, with other limits of age, classes, places and further
conditions: their words and sums mean nothing, their number and shape do. Repeated words pack better than real ones.
"""

from __future__ import annotations

import argparse
import gzip
import random
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import Any
from urllib.parse import urlsplit

import yaml
from msgspec import Struct, field
from playwright.sync_api import Page, sync_playwright

from generate import ROOT, TODAY, copy_frame
from giamngheo.catalog import Catalog
from giamngheo.outlets.eligibility.candidates import Candidate, candidates, questions
from giamngheo.outlets.eligibility.engine import Answers, open_facts, verdict
from giamngheo.outlets.eligibility.packing import pack_candidates
from giamngheo.outlets.eligibility.questions import FACTS, UNKNOWN, Question
from giamngheo.portal.build import BuildOptions, survey_portal
from giamngheo.rendering.eligibility_conditions import AGE

AGES = (3, 6, 16, 18, 22, 30, 35, 55, 60, 70, 75, 80)
"""Ages at which laws draw lines."""
PLACES = ("xa-luc-nam", "xa-bao-dai", "xa-tram-tau", "xa-phinh-ho", "xa-vu-ban", "tinh-bac-ninh", "tinh-lao-cai")
LOCAL, FURTHER = 0.3, 0.4
"""Shares of policies that hold in one place only, and that ask for something more than the one they are copied from."""
HOUSEHOLDS = 100
"""Households walked through the questions for each need."""


def main() -> None:
    """Write, build, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--policies", type=int, default=200)
    parser.add_argument("--out", type=Path, help="folder to write to; must not exist")
    parser.add_argument("--questions", action="store_true")
    arguments = parser.parse_args()
    if arguments.questions or not arguments.out:
        report_rules(_catalog(ROOT))
        return
    write_content(arguments.out, arguments.policies)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=arguments.out, check=True)
    report_site(arguments.out / "site")
    report_rules(_catalog(arguments.out))


# --- content ------------------------------------------------------------------------------------------------


def write_content(out: Path, count: int, seed: int = 7) -> None:
    """Copy this project's frame, and write `count` policies made of its own that are in force."""
    copy_frame(out)
    (out / "content/policies").mkdir()
    seeds = [parts for path in sorted((ROOT / "content/policies").glob("*.md")) if (parts := _seed(path))]
    for number in range(count):
        front, body = seeds[number % len(seeds)]
        changed = _changed(front, number, random.Random(f"{seed}:{number}"))
        text = yaml.safe_dump(changed, allow_unicode=True, width=10**6)
        (out / f"content/policies/thu-nghiem-{number + 1}.md").write_text(f"---\n{text}---\n\n{body}\n", "utf-8")


def _seed(path: Path) -> tuple[dict[str, Any], str] | None:
    """Front matter (all scalars as text) and first paragraph, without links to policies that are not copied."""
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    values: dict[str, Any] = yaml.load(front, yaml.BaseLoader)  # noqa: S506 - knows no objects, only text
    if "valid_to" in values or "replaced_by" in values:
        return None
    return values, next(block for block in body.split("\n\n") if block.strip() and "](" not in block)


def _changed(front: dict[str, Any], number: int, chance: random.Random) -> dict[str, Any]:
    rule = _varied(front["eligibility"], chance)
    if chance.random() < FURTHER:
        rule = {"all": [rule, _further(chance)]}
    places = [chance.choice(PLACES)] if chance.random() < LOCAL else ["ca-nuoc"]
    changes = {"id": f"cs-thu-nghiem-{number + 1}", "title": f"{front['title']}, thử nghiệm {number + 1}"[:100]}
    kept = {key: value for key, value in front.items() if key not in ("successor", "history", "replaces")}
    return {**kept, **changes, "eligibility": rule, "places": places}


def _varied(rule: Any, chance: random.Random) -> Any:  # noqa: ANN401 - front matter of any shape
    if isinstance(rule, list):
        return [_varied(part, chance) for part in rule]
    if not isinstance(rule, dict):
        return rule
    if "age" in rule:
        return {"age": _ages(chance)}
    return {key: _varied(value, chance) if key in ("all", "any", "not") else value for key, value in rule.items()}


def _ages(chance: random.Random) -> dict[str, str]:
    low, high = sorted(chance.sample(AGES, 2))
    return chance.choice(({"from": str(low)}, {"from": str(low), "to": str(high - 1)}))


def _further(chance: random.Random) -> dict[str, Any]:
    return chance.choice(
        (
            {"household": chance.sample(("ho-ngheo", "ho-can-ngheo", "ho-moi-thoat-ngheo"), 2)},
            {"area": ["nong-thon"]},
            {"commune_class": ["dac-biet-kho-khan"]},
            {"age": _ages(chance)},
            {"disability": ["dac-biet-nang", "nang"]},
            {"ethnic_minority": "true"},
            {"worker": "true"},
            {"learner": ["thpt", "hoc-nghe"]},
        )
    )


# --- rules and questions ------------------------------------------------------------------------------------


def _catalog(root: Path) -> Catalog:
    now = datetime.combine(TODAY, datetime.min.time(), UTC)
    survey = survey_portal(root / "content", BuildOptions("https://example.vn/", now))
    for problem in (p for p in survey.problems if p.is_error):
        raise SystemExit(str(problem))
    return survey.catalog


def report_rules(catalog: Catalog) -> None:
    """Print sizes of rules and words, the time of an evaluation, and how many questions are asked."""
    found = candidates(catalog)
    rules, *texts = pack_candidates(found)
    print(f"{len(found)} policies: rules {_packed(rules.content):,} B gz; "
          f"words {sum(_packed(t.content) for t in texts):,} B gz in {len(texts)} files")  # fmt: skip
    before = time.process_time()
    for _ in range(20):
        [verdict(c.rule, {"household": "ho-ngheo", AGE: "40"}) for c in found]
    print(f"evaluating all rules in Python: {(time.process_time() - before) * 50:.2f} ms")
    asked = questions(catalog, found)
    for need in ("", *dict.fromkeys(topic for c in found for topic in c.topics)):
        chosen = [c for c in found if not need or need in c.topics]
        walk = Walk(chosen, asked, is_one_need=bool(need))
        counts = sorted(walk.count(random.Random(f"{need}:{n}"), may_not_know=False) for n in range(HOUSEHOLDS))
        doubts = sorted(walk.count(random.Random(f"{need}?{n}"), may_not_know=True) for n in range(HOUSEHOLDS))
        print(f"{need or 'all needs':24} {len(chosen):3} policies  questions: mean {sum(counts) / HOUSEHOLDS:4.1f}, "
              f"median {counts[HOUSEHOLDS // 2]}, most {max(counts[-1], doubts[-1])}")  # fmt: skip


class Walk(Struct):
    """Asks one household after the other, as `finder.js` does: for one need what decides most; for all, by groups."""

    found: Sequence[Candidate]
    questions: Sequence[Question]
    is_one_need: bool
    _next: dict[tuple[tuple[str, str], ...], str] = field(default_factory=dict)

    def count(self, chance: random.Random, *, may_not_know: bool) -> int:
        """How many questions a random household answers, the class of household among them, the need not."""
        options = {q.fact: [o.value for o in q.options] + [UNKNOWN] * may_not_know for q in self.questions}
        given = {"household": chance.choice(options["household"])}
        while fact := self._asked(given):
            given[fact] = chance.choice(options[fact])
        return len(given)

    def _asked(self, given: dict[str, str]) -> str:
        state = tuple(sorted(given.items()))
        if state not in self._next:
            self._next[state] = self._best(given)
        return self._next[state]

    def _best(self, given: dict[str, str]) -> str:
        answers, unknown = _split(given)
        open_ = {c.address: open_facts(c.rule, answers, unknown) for c in self.found}
        about = {q.fact: q for q in self.questions}
        left = sorted({fact for facts in open_.values() for fact in facts}, key=FACTS.index)
        ranks = {fact: 2 if fact == AGE else 3 if about[fact].about == "person" else 1 for fact in left}
        lowest = min(ranks.values(), default=0)
        first = left if self.is_one_need else [fact for fact in left if ranks[fact] == lowest]
        return max(first, key=lambda fact: self._decides(about[fact], given, open_), default="")

    def _decides(self, question: Question, given: dict[str, str], open_: dict[str, frozenset[str]]) -> float:
        own = [c for c in self.found if question.fact in open_[c.address]]
        values = [option.value for option in question.options][:20]
        tried = [_split({**given, question.fact: value}) for value in values]
        return sum(not open_facts(c.rule, *one) for c in own for one in tried) / (len(values) or 1)


def _split(given: dict[str, str]) -> tuple[Answers, frozenset[str]]:
    known = {fact: value for fact, value in given.items() if value != UNKNOWN}
    return known, frozenset(given) - frozenset(known)


# --- the built page -----------------------------------------------------------------------------------------


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def report_site(site: Path) -> None:
    """Print what the page of the finder weighs at a first visit, with all results, and how long the browser thinks."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/tra-cuu/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        for label, fragment in _VISITS:
            page = browser.new_context(service_workers="block").new_page()
            paths: list[str] = []
            page.on("request", lambda request, paths=paths: paths.append(urlsplit(request.url).path))
            page.goto(address + fragment)
            page.wait_for_load_state("networkidle")
            weight = sum(_packed(_file(site, path).read_bytes()) for path in paths)
            print(f"{label}: {weight:,} B gz, {len(paths)} files; {_thinking(page)}")
        browser.close()
    server.shutdown()


_VISITS = (
    ("first visit", ""),
    ("first question", "#household=ho-ngheo"),
    ("a question after the need", "#household=ho-ngheo&need=hoc-tap"),
    ("result for one need", "#household=ho-ngheo&need=hoc-tap&ket-qua=1"),
    ("result for all needs", "#household=ho-ngheo&need=%3F&ket-qua=1"),
)


def _thinking(page: Page) -> str:
    """Milliseconds until the page has drawn an address anew."""
    ms = page.evaluate("""async () => {
      const before = performance.now();
      window.dispatchEvent(new HashChangeEvent("hashchange"));
      await new Promise(done => setTimeout(done));
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - before;
    }""")
    return f"{ms:.0f} ms to draw anew"


def _file(site: Path, path: str) -> Path:
    return site / path[1:] / "index.html" if path.endswith("/") else site / path[1:]


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


if __name__ == "__main__":
    main()
