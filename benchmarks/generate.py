"""Writes large synthetic content, in this project's layout and in those of stock generators.

    python benchmarks/generate.py portal --items 1000 --out FOLDER   this project: content/, docs/, mkdocs.yml
    python benchmarks/generate.py blog   --items 1000 --out FOLDER   mkdocs-material's blog plugin
    python benchmarks/generate.py plain  --items 1000 --out FOLDER   Markdown pages under docs/, no plugin

The same item has the same body in every layout. Of ten items of the portal three are policies, six stories
and one a plan; every second plan is an official text. The same command always writes the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from articles import COMMUNES, Article, Seeds, markdown_body, official_body, slug_of, write_articles

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 21)
"""Day on which the synthetic site is built; `compare.py` passes it on as SOURCE_DATE_EPOCH."""
FRAME = ("mkdocs.yml", "docs", "content/registers", "content/portal.yml", "content/images")
"""What a portal needs beside its items; copied from this project."""
PROVINCES = ("tinh-bac-ninh", "tinh-lao-cai", "tinh-ninh-binh", "tp-ha-noi")
PREFIXES = {"policies": "cs", "stories": "gd", "plans": "kh"}
"""First letters of ids, by kind."""
SOURCE = "nguon-thu-nghiem"


class Registers(Struct, frozen=True):
    """Ids that items refer to, read from the project's registers."""

    topics: tuple[tuple[str, str], ...]
    documents: tuple[str, ...]
    agencies: tuple[str, ...]


class _Dumper(yaml.CSafeDumper):
    """Writes every value out: the portal takes no YAML anchors."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - signature of the base class
        return True


def main() -> None:
    """Read the command line and write one site."""
    arguments = _arguments()
    registers = _read_registers(ROOT / "content/registers")
    seeds = Seeds(ROOT / "content/plans")
    articles = write_articles(arguments.items, seeds, len(registers.topics), arguments.seed)
    out: Path = arguments.out
    if arguments.layout == "portal":
        _write_portal(articles, registers, out)
    else:
        _write_stock(articles, registers, out, is_blog=arguments.layout == "blog")


def kind_of(number: int) -> str:
    """Folder of `content/` in which an item lies."""
    return "plans" if number % 10 == 9 else "policies" if number % 10 < 3 else "stories"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("layout", choices=("portal", "blog", "plain"))
    parser.add_argument("--items", type=int, required=True, help="how many items")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to; must not exist")
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


def _read_registers(folder: Path) -> Registers:
    topics, documents, agencies = (_records(folder / f"{n}.yml") for n in ("topics", "documents", "agencies"))
    verified = (d for d in documents if d.get("status") == "con-hieu-luc" and not d.get("replaced_by"))
    return Registers(
        topics=tuple((t["id"], t["name"]) for t in topics),
        documents=tuple(d["id"] for d in verified if "period_to" not in d and "valid_to" not in d),
        agencies=tuple(a["id"] for a in agencies if "until" not in a),
    )


def _records(path: Path) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return records


# --- this project -------------------------------------------------------------------------------------------


def _write_portal(articles: list[Article], registers: Registers, out: Path) -> None:
    copy_frame(out)
    _add_communes(out / "content/registers/places.yml")
    for article in articles:
        folder = out / "content" / kind_of(article.number)
        folder.mkdir(parents=True, exist_ok=True)
        front = _front(_portal_front(article, registers))
        (folder / f"{article.slug}.md").write_text(f"{front}\n{_portal_body(article, articles)}", "utf-8")


def copy_frame(out: Path) -> None:
    """Copy `FRAME` into a new folder."""
    out.mkdir(parents=True)
    for name in FRAME:
        source, target = ROOT / name, out / name
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)


def _add_communes(register: Path) -> None:
    parents = (PROVINCES[n % len(PROVINCES)] for n in range(len(COMMUNES)))
    places = [
        {"id": place_of(n), "name": name, "unit": "xã", "level": "xa", "parent": parent}
        for n, (name, parent) in enumerate(zip(COMMUNES, parents, strict=True))
    ]
    register.write_text(f"{register.read_text('utf-8').rstrip()}\n\n{_yaml(places)}", "utf-8")


def place_of(commune: int) -> str:
    """Id of a synthetic commune, apart from those of real places."""
    return f"xa-{slug_of(COMMUNES[commune])}-thu-nghiem"


def _portal_body(article: Article, articles: list[Article]) -> str:
    if _is_official(article):
        return official_body(article)
    return markdown_body(article, lambda n: f"[{articles[n].title}](../{kind_of(n)}/{articles[n].slug}.md)")


def _is_official(article: Article) -> bool:
    return kind_of(article.number) == "plans" and article.number % 20 == 19


def _portal_front(article: Article, registers: Registers) -> dict[str, object]:
    kind = kind_of(article.number)
    special = {"policies": _policy, "stories": _story, "plans": _plan}[kind](article, registers)
    numbers = [n for n in dict.fromkeys((article.topic, article.second_topic)) if n is not None]
    return {
        "id": f"{PREFIXES[kind]}-thu-nghiem-{article.number + 1}",
        "title": article.title,
        "summary": article.summary,
        "date": article.day,
        "last_checked": date(2026, 11, 1),
        "topics": [registers.topics[n][0] for n in numbers],
        "places": [place_of(article.commune)],
        "author": "Ban biên tập",
        "sources": [_source(article)],
        **special,
    }


def _source(article: Article) -> dict[str, object]:
    title = f"Số liệu thử nghiệm {article.number + 1}, không có thật"
    return {"id": SOURCE, "title": title, "publisher": "Bộ sinh nội dung thử nghiệm", "date": article.day}


def _figures(article: Article) -> list[dict[str, object]]:
    return [
        {"label": f"Số hộ nghèo năm {year}", "value": households, "unit": "hộ", "on": year, "source": SOURCE}
        for year, households, _ in article.rows
    ]


def _policy(article: Article, registers: Registers) -> dict[str, object]:
    near_poor = {"all": [{"household": ["ho-can-ngheo"]}, {"area": ["nong-thon"]}]}
    return {
        "benefit": article.summary,
        "eligibility": {"any": [{"household": ["ho-ngheo"]}, near_poor]},
        "amounts": _figures(article),
        "steps": [{"do": article.points[0], "where": "Ủy ban nhân dân xã", "papers": ["Đơn đề nghị"]}],
        "legal_basis": [registers.documents[article.number % len(registers.documents)]],
        "valid_from": article.day,
        "contact": "Ủy ban nhân dân xã, phường nơi bạn ở",
    }


def _story(article: Article, registers: Registers) -> dict[str, object]:
    del registers
    return {
        "kind": ("mo-hinh", "ho-gia-dinh", "tap-the", "sang-kien")[article.number % 4],
        "period": {"from": 2022, "to": 2025},
        "situation_before": article.points[0],
        "support": [{"what": article.points[1], "policy": _policy_near(article.number), "source": SOURCE}],
        "results": _figures(article),
        "members": "chua-co-so",
        "members_poor": "chua-co-so",
        "left_poverty": _figures(article)[-1],
        "difficulties": article.points[2],
        "lessons": article.points[3],
        "people": [],
    }


def _policy_near(number: int) -> str:
    """Id of one of the three policies among the same ten items."""
    policy = number - number % 10 + number % 3
    return f"cs-thu-nghiem-{policy + 1}"


def _plan(article: Article, registers: Registers) -> dict[str, object]:
    return {
        "number": f"{article.number + 1}/KH-UBND",
        "doc_type": "ke-hoach",
        "issuer": registers.agencies[article.number % len(registers.agencies)],
        "issued": article.day,
        "period": {"from": article.day.year, "to": article.day.year + 4},
        "text_quality": "original" if _is_official(article) else "news-summary",
    }


# --- stock generators ---------------------------------------------------------------------------------------


def _write_stock(articles: list[Article], registers: Registers, out: Path, *, is_blog: bool) -> None:
    folder = out / ("docs/blog/posts" if is_blog else "docs/tin")
    folder.mkdir(parents=True)
    for path, text in _stock_frame(is_blog=is_blog):
        (out / path).write_text(text, "utf-8")
    for article in articles:
        body = _stock_body(article, articles, "<!-- more -->" if is_blog else "")
        front = _front(_stock_front(article, registers))
        (folder / f"{article.slug}.md").write_text(f"{front}\n# {article.title}\n\n{body}", "utf-8")


def _stock_frame(*, is_blog: bool) -> Iterator[tuple[str, str]]:
    yield "docs/index.md", "# Cổng thông tin giảm nghèo\n\nTrang chủ cổng thông tin giảm nghèo bền vững.\n"
    if is_blog:
        yield "docs/blog/index.md", "# Tin tức\n"


def _stock_body(article: Article, articles: list[Article], more: str) -> str:
    if _is_official(article):
        return official_body(article).replace("\n\nI. ", f"\n\n{more}\n\nI. ", 1)
    return markdown_body(article, lambda n: f"[{articles[n].title}]({articles[n].slug}.md)", more)


def _stock_front(article: Article, registers: Registers) -> dict[str, object]:
    numbers = [n for n in dict.fromkeys((article.topic, article.second_topic)) if n is not None]
    return {
        "title": article.title,
        "date": article.day,
        "description": article.summary,
        "categories": [registers.topics[n][1] for n in numbers],
        "place": COMMUNES[article.commune],
        "slug": article.slug,
    }


def _front(values: dict[str, object]) -> str:
    return f"---\n{_yaml(values)}---\n"


def _yaml(values: object) -> str:
    text: str = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return text


if __name__ == "__main__":
    main()
