"""The command `giamngheo speak`: an item or a text file read aloud by whatever program the newsroom has."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

import click
from msgspec import Struct

from giamngheo.catalog import Catalog, build_catalog
from giamngheo.content.loader import load_content
from giamngheo.ground.cache import Cache
from giamngheo.ground.clock import moment_of_build
from giamngheo.ground.vietnamese.spoken.sentences import sentences
from giamngheo.outlets.broadcast import item_scripts
from giamngheo.portal.sounds import ENDINGS, FOLDER
from giamngheo.project import Refusal, content_option, write_files
from giamngheo.rendering.aloud import LENGTHS, reading_of
from giamngheo.rendering.media import sound_type

_SPEED = 160
"""For espeak-ng; its Vietnamese voice then says 200 syllables a minute, as the portal reckons (measured)."""

_VOICES = {"bac": "vi", "nam": "vi-vn-x-south"}
_PLACE = "{file}"
_PATIENCE = 600
"""Seconds after which an engine is taken to hang: 3 minutes of speech take the slowest engines about as long."""

_TEXTS = {".txt", ".md"}


@click.command(short_help="Đọc bài thành tệp âm thanh.", epilog="Mã thoát: 0 xong, 1 không làm được, 2 gõ lệnh sai.")
@click.argument("targets", nargs=-1, required=True, metavar="BÀI|TỆP …")
@click.option(
    "--engine",
    envvar="GIAMNGHEO_ENGINE",
    help="Lệnh đọc: nhận chữ ở đầu vào, ghi âm thanh vào {file} hoặc ra đầu ra. Mặc định: espeak-ng.",
)
@click.option(
    "--seconds",
    type=click.Choice([str(n) for n in LENGTHS]),
    default="60",
    help="Bản dài bao nhiêu giây (mặc định 60).",
)
@content_option
def speak(targets: tuple[str, ...], engine: str | None, seconds: str, root: Path) -> None:
    """Đọc từng BÀI (mã của bài) vào content/sounds, hoặc từng TỆP chữ (.txt, .md) ra tệp cùng tên."""
    catalog = _catalog(root)
    command = engine or f"espeak-ng -v {_VOICES[catalog.settings.broadcast.region]} -s {_SPEED} --stdin -w {_PLACE}"
    for number, target in enumerate(targets, 1):
        task = _task(catalog, root, target, int(seconds))
        click.echo(f"[{number}/{len(targets)}] Đang đọc {target}: {len(task.text.split())} tiếng …", err=True)
        sound = _run(command, task.text)
        path = _write(task, sound)
        click.echo(f"Đã ghi {path} ({len(sound) // 1024} KB).")


def _catalog(root: Path) -> Catalog:
    content = load_content(root.resolve())
    if any(problem.is_error for problem in content.problems):
        raise Refusal(f"nội dung trong {root} còn lỗi. Cách sửa: chạy giamngheo check, sửa các lỗi rồi đọc lại.")
    return build_catalog(content, moment_of_build(os.environ))


class _Task(Struct, frozen=True):
    """Where a sound goes (without ending), the words to say, and whether they are those of an item."""

    stem: Path
    text: str
    is_item: bool


def _task(catalog: Catalog, root: Path, target: str, seconds: int) -> _Task:
    path = Path(target)
    if path.suffix in _TEXTS and path.is_file():
        try:
            written = path.read_text("utf-8")
        except (OSError, ValueError) as error:
            raise Refusal(f"không đọc được {path}. Cách sửa: lưu tệp với mã UTF-8.") from error
        return _Task(path.with_suffix(""), "\n".join(sentences(written, reading_of(catalog))), is_item=False)
    script = item_scripts(catalog, Cache(None), {target}).get(target)
    if script is None:
        raise Refusal(
            f"không có bài nào mã “{target}” đang được đọc trên loa, cũng không có tệp chữ ấy. "
            "Cách sửa: ghi đúng id của bài còn hiệu lực, hoặc đường dẫn tới tệp .txt."
        )
    return _Task(root / FOLDER / target, script.texts[seconds].text, is_item=True)


def _run(command: str, text: str) -> bytes:
    """Sound that the engine makes of a text; refuses with what is wrong and how to mend it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sound"
        words = [word.replace(_PLACE, str(file)) for word in _words(command)]
        done = _call(words, text)
        sound = file.read_bytes() if _PLACE in command and file.is_file() else done.stdout
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Refusal(
            f"chương trình đọc dừng với mã {done.returncode}: {said[-1] if said else 'không nói gì'}. "
            "Cách sửa: chạy thử lệnh ấy bằng tay."
        )
    if not sound_type(sound)[0]:
        raise Refusal("chương trình đọc không cho ra tệp WAV, MP3, OGG hay M4A. Cách sửa: xem lại lệnh ở --engine.")
    return sound


def _words(command: str) -> list[str]:
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise click.UsageError(f"Lệnh --engine thiếu dấu đóng: {command}") from error
    if not words:
        raise click.UsageError("Lệnh --engine trống. Cách sửa: bỏ --engine, hoặc ghi lệnh đọc.")
    return words


def _call(words: list[str], text: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(words, input=text.encode(), capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603 - the newsroom names its own program
    except FileNotFoundError as error:
        raise Refusal(
            f"không thấy chương trình “{words[0]}”. Cách sửa: cài chương trình ấy (bản phân phối có sẵn espeak-ng), "
            "hoặc ghi lệnh khác ở --engine."
        ) from error
    except PermissionError as error:
        raise Refusal(f"không được phép chạy “{words[0]}”. Cách sửa: kiểm tra quyền chạy của tệp ấy.") from error
    except subprocess.TimeoutExpired as error:
        raise Refusal(f"chương trình đọc chạy quá {_PATIENCE // 60} phút. Cách sửa: thử bản ngắn hơn.") from error


def _write(task: _Task, sound: bytes) -> Path:
    """Keep the sound and, for an item, the text it says; an older sound of the item in another format goes."""
    name, ending = task.stem.name, sound_type(sound)[1]
    written = {f"{name}{ending}": sound}
    if task.is_item:
        written[f"{name}.txt"] = f"{task.text}\n".encode()
    write_files(task.stem.parent, written)
    for other in ENDINGS if task.is_item else ():
        if other != ending:
            task.stem.with_name(name + other).unlink(missing_ok=True)
    return task.stem.with_name(name + ending)
