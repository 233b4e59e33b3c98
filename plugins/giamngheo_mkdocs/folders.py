"""The folders of a build: the site that is served, and beside it one that holds only what the build makes.

What comes out as it was stays where it is. When everything is made and checked, the new files take the place of the
old ones, one rename each and pages last, then what is gone is removed; a build that is killed while it does so is
finished by the next. A whole new folder for each build cost up to ten seconds of filling and emptying folders.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from giamngheo.ground.processes import ahead

State = tuple[int, int]
"""Size of a file in bytes, and when it was written in nanoseconds, as `stat` tells."""

Listing = dict[str, State]
"""Files below a folder, by their paths with slashes."""

_NEW, _READY = ".new", ".ready"
"""Endings of the folder that a build goes into, and of the same once it is good: only such folders are ever removed."""

_GONE = ".gone"
"""File in the latter that names what the site has no more."""


def walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield every file below `folder`, with its path in slashes."""
    pending = [""]
    while pending:
        inner = pending.pop()
        with os.scandir(f"{folder}/{inner}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{inner}{entry.name}/")
                else:
                    yield f"{inner}{entry.name}", entry


def list_files(folder: Path) -> Listing:
    """List the files below `folder`."""
    return {name: state_of(entry.stat(follow_symlinks=False)) for name, entry in walk(folder)}


def state_of(status: os.stat_result) -> State:
    """What tells that a file is still the one that was written."""
    return status.st_size, status.st_mtime_ns


class BuildFolders:
    """`site` is what is served, `new` lies beside it, on the same disk."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.new = site.with_name(f"{site.name}{_NEW}")
        self._ready = site.with_name(f"{site.name}{_READY}")
        self._listed: Callable[[], Listing] = dict
        self.last_files: Listing = {}
        """Files of the last site, as they were when the build began."""

    @property
    def is_half_in_place(self) -> bool:
        """True where a build was stopped while it put its files in place."""
        return self._ready.exists()

    def may_be_replaced(self) -> bool:
        """True where the site is new, empty or a site: whatever else stands there would be lost."""
        site = self.site
        return not site.exists() or (site.is_dir() and (not any(site.iterdir()) or (site / "404.html").is_file()))

    def recover(self) -> None:
        """Finish what a killed build had begun to put in place, and clear away what another one left."""
        if self.is_half_in_place:
            self._settle()
        shutil.rmtree(self.new, ignore_errors=True)

    def begin(self) -> None:
        """Begin to look at the last site, while the content is read."""
        if self.site.exists():
            self._listed = ahead(lambda: list_files(self.site), Listing)

    def prepare(self) -> None:
        """Have the last site looked at, and the new folder there, before anybody writes."""
        self.last_files = self._listed()
        self.new.mkdir(parents=True, exist_ok=True)

    def find(self, name: str) -> Path:
        """A file of the new site: made by this build, or in its place already."""
        made = self.new / name
        return made if made.exists() else self.site / name

    def compare(self, taken: Collection[str]) -> tuple[set[str], set[str]]:
        """Return the files of the new site, made or `taken` over, and those of the last one that are gone."""
        files = {name for name, _ in walk(self.new)}.union(taken)
        return files, self.last_files.keys() - files

    def put_in_place(self, gone: Iterable[str]) -> None:
        """Let the new files be the site, without those that are gone; deploy/publish.sh does so in a single step."""
        with suppress(OSError):
            self.site.rmdir()  # an empty one
        if not self.site.exists():
            self.new.rename(self.site)
            return
        (self.new / _GONE).write_bytes(msgspec.json.encode(sorted(gone)))
        self.new.rename(self._ready)
        self._settle()

    def give_up(self) -> None:
        """Leave nothing behind of a build that failed, however early that was."""
        shutil.rmtree(self.new, ignore_errors=True)

    def _settle(self) -> None:
        """Move what is ready, pages after what they load, and remove what is gone; may be done again at any point."""
        names = {name for name, _ in walk(self._ready)} - {_GONE}
        for name in sorted(names, key=lambda name: name.endswith(".html")):
            self._move(name)
        with suppress(FileNotFoundError):
            for name in msgspec.json.decode((self._ready / _GONE).read_bytes(), type=list[str]):
                self._remove(name)
        shutil.rmtree(self._ready)

    def _move(self, name: str) -> None:
        source, target = f"{self._ready}/{name}", f"{self.site}/{name}"
        try:
            os.replace(source, target)  # noqa: PTH105 - thousands: a `Path` for each costs as much again
        except OSError:  # the first of its folder
            self._make_room(Path(target))
            os.replace(source, target)  # noqa: PTH105

    def _make_room(self, file: Path) -> None:
        """Have the folder of a file; what stands in its way, a file for a folder or the reverse, goes."""
        for folder in reversed(file.relative_to(self.site).parents[:-1]):
            if (self.site / folder).is_file():
                (self.site / folder).unlink()
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_dir():
            shutil.rmtree(file)

    def _remove(self, name: str) -> None:
        file = f"{self.site}/{name}"
        with suppress(OSError):  # removed already, or its folders hold something still
            os.unlink(file)  # noqa: PTH108 - as above, where the index of the search moved
            os.removedirs(os.path.dirname(file))  # noqa: PTH120
