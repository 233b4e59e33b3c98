"""The command `giamngheo report`: where it writes, what it refuses, its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import report_year as year
from factories import Project, a_policy, a_story
from giamngheo.cli import main

NAMES = {"bao-cao.html", "bao-cao.docx", "so-lieu.csv", "bang-chung.csv", "thoi-han.csv"}


@pytest.fixture(autouse=True)
def fixed_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795237200")  # 2026-11-21T12:00 +07:00


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["report", *arguments, "--content", str(project.root)])


def test_a_report_lies_beside_the_content_and_says_what_it_found(tmp_path: Path) -> None:
    project = year.year_project(tmp_path)
    result = run(project, "--year", "2026", "--agency", "ubnd-xa")
    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "bao-cao/2026-ubnd-xa").iterdir()} == NAMES
    assert (
        "9 bài đăng; thiếu chuyên mục: 2026-02, 2026-04, 2026-05, 2026-07, 2026-08; 2 mục cần xem lại." in result.stdout
    )


def test_addresses_are_those_of_the_site(project: Project, tmp_path: Path) -> None:
    project.write("mkdocs.yml", "site_name: A\nsite_url: 'https://cong.example/ngheo' # chính thức\nx: !ENV [A, b]\n")
    assert run(project.add(a_policy("a")), "--out", str(tmp_path / "ra")).exit_code == 0
    assert "https://cong.example/ngheo/id/a/" in (tmp_path / "ra/bang-chung.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--place", "xa-mo"), "Không có địa bàn mã “xa-mo”. Cách sửa: có phải ý là “xa-moi”?"),
        (("--agency", "chinhphu"), "Không có cơ quan mã “chinhphu”. Cách sửa: có phải ý là “chinh-phu”?"),
        (("--year", "2027"), "chưa tới"),
        (("--year", "20266"), "20266"),
        (("--from", "2026-02-30"), "ngày “2026-02-30” không hợp lệ"),
        (("--from", "2026-05-01", "--until", "2026-04-01"), "bắt đầu 01/05/2026 sau khi kết thúc 01/04/2026"),
    ],
)
def test_what_cannot_be_meant_is_2_and_nothing_is_written(
    project: Project, arguments: tuple[str, ...], told: str
) -> None:
    result = run(project.add(a_policy("a")), *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not (project.folder / "bao-cao").exists()


def test_items_in_error_are_not_counted_and_end_with_3(project: Project) -> None:
    result = run(project.add(a_policy("a"), a_story("b", kind="la")))
    assert result.exit_code == 3
    assert "1 bài đăng" in result.stdout
    assert "Không tính 1 tệp còn lỗi: content/stories/b.md" in result.stderr
    assert "Có 1 tệp còn lỗi" in (project.folder / "bao-cao/2026/bao-cao.html").read_text("utf-8")


@pytest.mark.parametrize("settings", ["report: [", "report:\n  outside_column: [plan]\n"])
def test_settings_in_error_are_1_with_the_line_to_mend(project: Project, settings: str) -> None:
    project.write("content/portal.yml", settings)
    result = run(project.add(a_policy("a")))
    assert result.exit_code == 1
    assert "content/portal.yml:" in result.stderr
    assert not (project.folder / "bao-cao").exists()


def test_an_unknown_kind_in_the_settings_tells_those_that_there_are(project: Project) -> None:
    project.write("content/portal.yml", "report:\n  outside_column: [plan]\n")
    assert "content/portal.yml:2: lỗi: giá trị “plan” của “outside_column”" in run(project.add(a_policy("a"))).stderr


def test_a_folder_that_cannot_be_written_is_1(project: Project, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("x")
    result = run(project.add(a_policy("a")), "--out", str(tmp_path / "ra/trong"))
    assert result.exit_code == 1
    assert "không ghi được" in result.stderr


def test_days_instead_of_a_year_name_the_folder(project: Project) -> None:
    result = run(project.add(a_policy("a")), "--from", "2025-11-11", "--until", "2026-11-10")
    assert result.exit_code == 0
    assert (project.folder / "bao-cao/2025-11-11-2026-11-10/bao-cao.html").is_file()
