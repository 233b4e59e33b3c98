"""The desk of the editors, made from the content as it is: for the command and for the preview, never for the site."""

from __future__ import annotations

from pathlib import Path

import msgspec

from giamngheo.catalog.plan_work import works_of
from giamngheo.ground.problems import Location
from giamngheo.outlets.desk import Bench, LinkVerdict, desk_page, find_outward_links, make_desk
from giamngheo.portal.build import BuildOptions, Survey, survey_portal

ADDRESS = "/ban-bien-tap/"
"""Where the preview shows it."""

_FILE = "lien-ket-ngoai.json"


def survey_links(survey: Survey) -> dict[str, tuple[Location, ...]]:
    """Outward addresses of the content with their places."""
    markup = {path: item.rendered.html for path, item in survey.rendered.items()}
    return find_outward_links(survey.content, survey.catalog, markup)


def build_desk(survey: Survey, options: BuildOptions, site: str) -> bytes:
    """Return the page; see `desk_page` for `site`."""
    readings = {path: item.reading for path, item in survey.rendered.items() if item.reading}
    bench = Bench(
        content=survey.content,
        catalog=survey.catalog,
        problems=tuple(survey.problems),
        held=survey.held,
        works=works_of(survey.catalog, readings),
        links=survey_links(survey),
        verdicts=read_verdicts(options.cache),
    )
    return desk_page(make_desk(bench), site)


def preview_desk(root: Path, options: BuildOptions) -> bytes:
    """The desk as the preview serves it, one folder below the root of the site."""
    return build_desk(survey_portal(root, options), options, "..")


def read_verdicts(cache: Path | None) -> dict[str, LinkVerdict]:
    """What was found before; a missing or damaged file means nothing was."""
    try:
        return msgspec.json.decode((cache / _FILE).read_bytes(), type=dict[str, LinkVerdict]) if cache else {}
    except (OSError, ValueError):
        return {}


def write_verdicts(cache: Path, verdicts: dict[str, LinkVerdict]) -> None:
    """Keep what was found; raises OSError."""
    cache.mkdir(parents=True, exist_ok=True)
    part = cache / f"{_FILE}.new"
    part.write_bytes(msgspec.json.format(msgspec.json.encode(dict(sorted(verdicts.items()))), indent=1))
    part.replace(cache / _FILE)
