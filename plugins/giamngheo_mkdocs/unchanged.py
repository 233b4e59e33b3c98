"""Files of the last good site that are still right: a build after one edit makes only what the edit changed.

The last good site is itself the store. Beside it, in the cache folder, a record says for each file what it was made
from, by a digest, and the size and time that the file had. What another hand touched since is made anew.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from importlib import metadata
from operator import attrgetter
from pathlib import Path

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from msgspec import Struct, field

from giamngheo.ground.cache import code_digest, digest, digest_of, keep_file
from giamngheo.portal import Portal
from giamngheo.rendering.outputs import Later, Page
from giamngheo_mkdocs.content import ContentPlugin
from giamngheo_mkdocs.folders import BuildFolders, State, state_of


class _Kept(Struct, frozen=True, array_like=True):
    """One file of the last build: what it was made from, and what it was."""

    key: str
    quick: str
    state: State


class _Record(Struct, frozen=True):
    """What a build leaves for the next one."""

    site: str
    common: str
    quick: str
    files: dict[str, _Kept]


class Unchanged(Struct):
    """Finds and takes over files of the last site. `common` is a digest of what all its files are made from.

    A file has two digests: `key`, of what it is made from to the last value, and `quick`, of more than that, which
    costs little: whoever has the same `quick` need not work out the other. "" where there is none.
    """

    folders: BuildFolders
    record: Path
    common: str
    names: set[str] = field(default_factory=set)
    """Files that were found, as paths below the site."""

    _keys: dict[str, tuple[str, str]] = field(default_factory=dict)
    _kept: dict[str, _Kept] = field(default_factory=dict)
    _quick: str = ""
    _quick_before: str = ""
    """The quick digest of all files together."""

    def read(self) -> None:
        """Read what the last build kept; anything that does not fit counts as absent."""
        with suppress(OSError, ValueError):
            record = msgspec.json.decode(self.record.read_bytes(), type=_Record)
            if (record.site, record.common) == (str(self.folders.site), self.common):
                self._kept, self._quick_before = record.files, record.quick

    def knows(self, name: str) -> bool:
        """True where the last build made a file of this name: worth to work out a key."""
        return name in self._kept

    def take_quick(self, name: str, quick: str) -> bool:
        """Take over the file where its quick digest is that of the last build; "" is never."""
        kept = self._kept.get(name)
        return kept is not None and quick != "" and kept.quick == quick and self.take(name, kept.key, quick)

    def take(self, name: str, key: str, quick: str = "") -> bool:
        """Take over the file where the last site has it as it would become; note what it is made from."""
        kept = self._kept.get(name)
        self.note(name, key, quick)
        if kept is None or kept.key != key or self.folders.last_files.get(name) != kept.state:
            return False
        self.names.add(name)
        return True

    def note(self, name: str, key: str, quick: str = "") -> None:
        """Remember what a file of this build is made from."""
        self._keys[name] = (key, quick)

    def take_all(self, quick: str) -> bool:
        """Take over every file of the record, where all are made from what `quick` stands for."""
        self._quick = quick
        last = self.folders.last_files
        is_same = quick and self._quick_before == quick
        if not is_same or any(last.get(name) != kept.state for name, kept in self._kept.items()):
            return False
        self.names.update(self._kept)
        return True

    def tell(self) -> None:
        """Leave the names of what was found in the new site, for the process that waits for this one."""
        self._told.write_bytes(msgspec.json.encode(sorted(self.names)))

    def hear(self) -> list[str]:
        """Names that another process told, each heard once; none where it had nothing to tell."""
        if not self._told.exists():
            return []
        names = msgspec.json.decode(self._told.read_bytes(), type=list[str])
        self._told.unlink()
        return names

    @property
    def _told(self) -> Path:
        return self.folders.new / f".{self.record.stem}"

    def write(self, site: Path) -> None:
        """Keep what the files of `site` were made from."""
        files = {
            name: _Kept(*keys, state)
            for name, keys in self._keys.items()
            if (state := self._kept[name].state if name in self.names else _written(f"{site}/{name}"))
        }
        record = _Record(str(self.folders.site), self.common, self._quick, files)
        keep_file(self.record, msgspec.json.encode(record))


def last_build(config: MkDocsConfig, content: ContentPlugin, name: str, *more: str) -> Unchanged | None:
    """Files of the last build by the record `name`; None where nothing was read that could be the same.

    A preview has records of its own. `more` are digests of what these files are made from besides what all files are.
    """
    if content.portal is None or content.folders is None:
        return None
    content.common = content.common or _common(config, content.portal)
    folder = Path(config.config_file_path).parent / content.config.cache_dir
    record = f"{'preview-' if content.is_preview else ''}{name}.json"
    return Unchanged(content.folders, folder / record, digest(content.common, *more))


def _common(config: MkDocsConfig, portal: Portal) -> str:
    """Digest of what every file is made from besides its own; theme folders of others count by their version."""
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
    return digest_of(page.shown())


def quick_key_of(page: Page) -> str:
    """The same of a page whose view has a key of its own, without making the view; "" for others."""
    key = page.view.key() if isinstance(page.view, Later) else ""
    return digest_of((key, _beside_view(page))) if key else ""


_beside_view = attrgetter(*(name for name in Page.__struct_fields__ if name != "view"))


def _written(file: str) -> State | None:
    with suppress(FileNotFoundError):
        return state_of(Path(file).stat())
    return None
