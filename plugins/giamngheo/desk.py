"""The command `giamngheo desk`: what is due, stale, held back, broken outside, not covered, in one local page."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import click

from giamngheo.outlets.desk import LinkVerdict
from giamngheo.outward import Answer, Manners, ask_all
from giamngheo.portal.build import BuildOptions, Survey, survey_portal
from giamngheo.portal.desk import build_desk, read_verdicts, survey_links, write_verdicts
from giamngheo.project import content_option, options_of, write_files

CODES = (
    "Mã thoát: 0 xong, 1 không ghi được, 2 gõ lệnh sai. Lỗi nội dung và liên kết hỏng chỉ được kể, không đổi mã thoát."
)
_FRESH = timedelta(days=7)
"""A page that was there within this time is not asked for again."""

_TOLD_EVERY = 2.0
"""Seconds between two lines about how far it has come."""


@click.command(epilog=CODES, short_help="Bàn biên tập: việc đến hạn, bài cũ, bài bị giữ, liên kết hỏng.")
@click.option("--links", is_flag=True, help="Kiểm tra các liên kết ra ngoài (cần mạng, mất vài phút).")
@click.option("--patience", default=15.0, type=click.FloatRange(0.1, 120), help="Chờ mỗi trang bao nhiêu giây.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="Tệp ghi; mặc định: bao-cao/ban-bien-tap.html."
)
@content_option
def desk(*, links: bool, patience: float, out: Path | None, root: Path) -> None:
    """Ghi trang bàn biên tập ra một tệp trên máy. Trang có bài chưa công khai: không đưa tệp này lên mạng."""
    root = root.resolve()
    options = _with_cache(options_of(root), root) if links else options_of(root)
    click.echo("Đang đọc nội dung …", err=True)
    survey = survey_portal(root, options)
    file = (out or root.parent / "bao-cao/ban-bien-tap.html").absolute()
    if links and options.cache:
        _check_links(survey, options.cache, Manners(patience))
    write_files(file.parent, {file.name: build_desk(survey, options, options.site_url.rstrip("/"))})
    errors = sum(problem.is_error for problem in survey.problems)
    click.echo(f"Đã ghi {file}")
    click.echo(f"{errors} lỗi, {len(survey.problems) - errors} cảnh báo trong nội dung.", err=True)


def _with_cache(options: BuildOptions, root: Path) -> BuildOptions:
    """Verdicts are kept even where nothing was built yet."""
    return BuildOptions(options.site_url, options.now, cache=root.parent / ".cache/giamngheo", docs=options.docs)


def _check_links(survey: Survey, cache: Path, manners: Manners) -> None:
    """Ask what was not asked within a week or was broken then; what is known is kept even when somebody interrupts."""
    today = survey.catalog.today
    wanted = survey_links(survey)
    known = {address: verdict for address, verdict in read_verdicts(cache).items() if address in wanted}
    asked = [a for a in wanted if a not in known or known[a].fault or today - known[a].day > _FRESH]
    click.echo(f"Kiểm tra {len(asked)} địa chỉ, bỏ qua {len(wanted) - len(asked)} địa chỉ vừa kiểm tra …", err=True)
    progress = _Progress(len(asked))
    answers: dict[str, Answer] = {}

    def note(address: str, answer: Answer) -> None:
        answers[address] = answer
        progress.tell()

    try:
        ask_all(asked, manners, note)
    finally:
        _keep(cache, known, answers, today)


def _keep(cache: Path, known: dict[str, LinkVerdict], answers: dict[str, Answer], today: date) -> None:
    """Keep what was found, unless it looks as if this machine had no network: then every page would seem gone."""
    if answers and not any(answer.is_reached for answer in answers.values()):
        click.echo("Không tới được địa chỉ nào, có lẽ máy này không có mạng. Kết quả lần này không được ghi.", err=True)
        return
    known |= {address: LinkVerdict(a.fault, today, a.is_sure) for address, a in answers.items()}
    write_verdicts(cache, known)
    broken = sum(bool(verdict.fault) for verdict in known.values())
    click.echo(f"{len(known)} địa chỉ đã kiểm tra, {broken} có vấn đề. Kết quả không chặn việc đăng bài.", err=True)


class _Progress:
    """Tells now and then how far it has come."""

    def __init__(self, whole: int) -> None:
        self._whole, self._done, self._last = whole, 0, time.monotonic()

    def tell(self) -> None:
        self._done += 1
        if time.monotonic() - self._last >= _TOLD_EVERY:
            self._last = time.monotonic()
            click.echo(f"[{self._done}/{self._whole}]", err=True)
