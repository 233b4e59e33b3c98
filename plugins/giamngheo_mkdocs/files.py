"""MkDocs plugin `giamngheo-files`: writes, beside the pages of MkDocs, every other file of the portal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import blake2b
from itertools import chain
from multiprocessing.context import ForkProcess
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from giamngheo.ground.problems import Location, Problem
from giamngheo.ground.processes import processors, start
from giamngheo.portal.publishing import Portal
from giamngheo.rendering.outputs import Faulty, LateFile, LateWork, OutputFile, StreamedFile
from giamngheo_mkdocs.content import ContentPlugin, NoOptions, content_of, summary
from giamngheo_mkdocs.offline import service_worker
from giamngheo_mkdocs.redirects import redirect_files
from giamngheo_mkdocs.unchanged import Unchanged, last_build

Work = Callable[[], None]


class FilesPlugin(BasePlugin[NoOptions]):
    """Writes images, attachments, downloads, redirects, feeds, packs and the index of the search."""

    def __init__(self) -> None:
        self._works: tuple[Work, ...] = ()
        self._records: tuple[Unchanged | None, ...] = ()
        self._writers: tuple[ForkProcess, ...] = ()

    @event_priority(50)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Begin to write, in processes beside that of the pages; in a preview show the editors' desk too."""
        content, site = content_of(config), Path(config.site_dir)
        works: tuple[LateWork, ...] = ()
        if content.portal:
            works = (LateWork("finished", partial(_finished, content.portal, config)), *content.portal.late)
            self._records = _records(config, content, content.portal, works)
        if content.is_preview:
            works, self._records = (*works, LateWork("desk", partial(_desk, content, config))), (*self._records, None)
        self._works = tuple(
            partial(_write, work, site, record) for work, record in zip(works, self._records, strict=True)
        )
        self._writers = tuple(start(work) for work in self._works) if processors() > 1 else ()
        return files

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Wait for the files, then write the service worker, whose version depends on the finished pages."""
        content = content_of(config)
        for work in self._unfinished():
            try:
                work()
            except Faulty as faulty:
                problems = [Problem("bo-cong-khai-loi", Location("rss"), {"reason": r}) for r in faulty.reasons]
                for problem in problems:
                    click.echo(str(problem), err=True)
                raise Abort(summary(problems)) from None
        if content.portal is None:
            return
        content.unchanged |= {name for record in self._records if record for name in record.hear()}
        site = Path(config.site_dir)
        find = content.folders.find if content.folders else site.joinpath
        (site / "sw.js").write_text(service_worker(find, content.portal), "utf-8")

    def _unfinished(self) -> tuple[Work, ...]:
        """Work that no process has done: all of it where there was none, and what failed, to fail here and be told."""
        if not self._writers:
            return self._works
        for writer in self._writers:
            writer.join()
        return tuple(work for work, writer in zip(self._works, self._writers, strict=True) if writer.exitcode)

    def on_build_error(self, **_: object) -> None:
        """Let nobody write into a folder that is about to be given up."""
        for writer in self._writers:
            writer.terminate()
            writer.join()


def _finished(portal: Portal, config: MkDocsConfig) -> Iterator[OutputFile]:
    """What is served as it is, and the redirects."""
    redirects = redirect_files(portal.pages, config.site_url or "", config.theme["language"])
    return chain(portal.files, redirects)


def _desk(content: ContentPlugin, config: MkDocsConfig) -> Iterator[OutputFile]:
    """The desk of the editors, read anew: a build keeps less of the content than it shows."""
    from giamngheo.portal.desk import ADDRESS, preview_desk  # noqa: PLC0415 - loads the desk, which no site has

    root = Path(config.config_file_path).parent / content.config.content_dir
    yield OutputFile(f"{ADDRESS}index.html", preview_desk(root, content.options(config)))


def _records(
    config: MkDocsConfig, content: ContentPlugin, portal: Portal, works: Iterable[LateWork]
) -> tuple[Unchanged | None, ...]:
    """What each writer knows of the last site; names and titles of registers stand in many files."""
    registers = portal.catalog.registers_digest
    return tuple(last_build(config, content, f"files-{work.name}", registers) for work in works)


def _write(work: LateWork, site: Path, record: Unchanged | None) -> None:
    """Write what `work` makes and the last site does not have already; raises `Faulty` after all was looked at."""
    if record:
        record.read()
        if record.take_all(work.key()):
            record.tell()
            return
    reasons: list[str] = []
    folders: set[str] = set()
    for output in work.make():
        try:
            _write_one(output, f"{site}{output.address}", record, folders)
        except Faulty as faulty:
            reasons += faulty.reasons
    if reasons:
        raise Faulty(tuple(reasons))
    if record:
        record.write(site)
        record.tell()


def _write_one(
    output: OutputFile | LateFile | StreamedFile, file: str, record: Unchanged | None, folders: set[str]
) -> None:
    """Write one file; `folders` are those that are known to be there."""
    name = output.address[1:]
    if isinstance(output, StreamedFile):
        _write_pieces(output, file)
        if record:
            record.note(name, "")
        return
    quick = output.key() if record and isinstance(output, LateFile) else ""
    if record and record.take_quick(name, quick):
        return
    content = output.checked() if isinstance(output, LateFile) else output.content
    if record and record.take(name, blake2b(content, digest_size=16).hexdigest(), quick):
        return
    folder = file.rpartition("/")[0]
    if folder not in folders:
        Path(folder).mkdir(parents=True, exist_ok=True)
        folders.add(folder)
    with open(file, "wb") as out:  # noqa: PTH123 - thousands of files: a `Path` for each costs as much as writing it
        out.write(content)


def _write_pieces(output: StreamedFile, file: str) -> None:
    """Write a file that is never whole in memory."""
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        out.writelines(output.pieces)
