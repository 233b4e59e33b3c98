"""Pages of the last build that are still right: a build after one edit lays out only what the edit changed.

The last good site is itself the store. Beside it (`pages.json` in the cache folder) stands, for each page, a digest of
everything it was made from, and size and time of the file it became. What was touched since is laid out anew.
"""

from __future__ import annotations

import json
import pickle
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib import metadata
from io import BytesIO
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from giamngheo.ground.cache import code_digest, digest
from giamngheo.portal import Portal
from giamngheo.rendering.outputs import Page
from giamngheo_mkdocs.content import ContentPlugin


@dataclass(frozen=True, slots=True)
class _Kept:
    """One page of the last build: what it was made from, and the file it became."""

    key: str
    size: int
    written: int  # nanoseconds, as `stat` tells


@dataclass(slots=True)
class Unchanged:
    """`common` is a digest of what all pages are made from: templates, menu, settings, the day."""

    site: Path
    record: Path
    common: str
    names: set[str] = field(default_factory=set)
    """Files of the pages that were found, as paths below the site."""

    _keys: dict[str, str] = field(default_factory=dict)
    _kept: dict[str, _Kept] = field(default_factory=dict)

    def read(self) -> None:
        """Read what the last build kept; anything that does not fit counts as absent."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            record = json.loads(self.record.read_bytes())
            if record["site"] == str(self.site) and record["common"] == self.common:
                self._kept = {name: _Kept(*values) for name, values in record["pages"].items()}

    def find(self, page: Page) -> Path | None:
        """Return the file that `page` became in the last build, where it would become the same today."""
        name = file_name(page)
        kept = self._kept.get(name)
        if kept is None:
            return None
        file = self.site / name
        self._keys[name] = key_of(page)
        if kept.key != self._keys[name] or _state(file) != (kept.size, kept.written):
            return None
        self.names.add(name)
        return file

    def note(self, page: Page) -> None:
        """Remember what a page is made from that is laid out now."""
        self._keys.setdefault(file_name(page), key_of(page))

    def write(self) -> None:
        """Keep what the finished site was made from; a full or read-only disk only costs the next build its time."""
        pages = {name: (key, *state) for name, key in self._keys.items() if (state := _state(self.site / name))}
        with suppress(OSError):
            self.record.parent.mkdir(parents=True, exist_ok=True)
            part = self.record.with_suffix(".part")
            part.write_text(json.dumps({"site": str(self.site), "common": self.common, "pages": pages}), "utf-8")
            part.replace(self.record)


def last_build(config: MkDocsConfig, content: ContentPlugin, site: Path | None) -> Unchanged | None:
    """Pages of the last build in `site`; None in a preview, whose pages show problems, and without a site."""
    if site is None or content.portal is None or content.config.on_error == "show":
        return None
    folder = Path(config.config_file_path).parent / content.config.cache_dir
    unchanged = Unchanged(site, folder / "pages.json", _common(config, content.portal))
    unchanged.read()
    return unchanged


def _common(config: MkDocsConfig, portal: Portal) -> str:
    """Digest of what every page is made from besides its own view; theme folders of others count by their version."""
    folders = [Path(__file__).parent, Path(config.docs_dir)]
    folders += [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    files = [
        path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix != ".pyc" and path.is_file()
    ]
    parts = [
        f"{path}:{blake2b(path.read_bytes(), digest_size=16).hexdigest()}"
        for path in (Path(config.config_file_path), *files)
    ]
    parts += [f"{name} {metadata.version(name)}" for name in ("mkdocs", "mkdocs-material", "Jinja2", "Markdown")]
    sections = sorted(page.address for page in portal.pages if page.address.count("/") == 2)  # noqa: PLR2004 - "/one/"
    parts += [str(config.site_name), str(config.site_url), repr(portal.catalog.settings), repr(sections)]
    return digest(code_digest(), str(portal.catalog.today), *parts)


def file_name(page: Page) -> str:
    """File of a page, as a path below the site."""
    return f"{page.address[1:]}index.html"


def key_of(page: Page) -> str:
    """Digest of everything a page is made from, by value."""
    out = BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = True  # without references to what came before, equal values give equal bytes
    pickler.dump(page.shown())
    return blake2b(out.getbuffer(), digest_size=16).hexdigest()


def _state(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
