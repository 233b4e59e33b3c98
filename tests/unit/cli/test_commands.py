"""The command: exit codes, formats, `new`, `check --fix`, `schema`."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factories import Project, a_policy
from giamngheo.cli import main

KINDS = [
    ("policy", "policies"),
    ("story", "stories"),
    ("plan", "plans"),
    ("activity", "activities"),
    ("question", "questions"),
    ("material", "materials"),
]


@pytest.fixture(autouse=True)
def fixed_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795237200")  # 2026-11-21T12:00 +07:00


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--content", str(project.root)])


def test_no_error_is_0_even_with_warnings(project: Project) -> None:
    result = run(project.add(a_policy("a", last_checked="2025-01-01")), "check")
    assert result.exit_code == 0
    assert "[kiem-tra-qua-han]" in result.stdout
    assert "0 lỗi, 1 cảnh báo." in result.stderr


def test_an_error_is_1(project: Project) -> None:
    result = run(project.add(a_policy("a", date="2025-13-40")), "check")
    assert result.exit_code == 1
    assert result.stdout.startswith("content/policies/a.md:5: lỗi: ngày “2025-13-40” không có thật.")
    assert "1 lỗi, 0 cảnh báo." in result.stderr


def test_a_missing_folder_is_1(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--content", str(tmp_path / "khong")])
    assert result.exit_code == 1
    assert "[thieu-muc]" in result.stdout


@pytest.mark.parametrize("arguments", [["la"], ["check", "--format", "xml"], ["new", "poem", "a"], ["new", "policy"]])
def test_a_wrong_command_is_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_only_the_named_file_is_shown_and_counts(project: Project) -> None:
    project.add(a_policy("a", date="2025-13-40"), a_policy("b"))
    good, bad = str(project.root / "policies/b.md"), str(project.root / "policies/a.md")
    assert run(project, "check", good).exit_code == 0
    assert run(project, "check", bad).exit_code == 1
    assert run(project, "check", str(project.root / "policies")).exit_code == 1


def test_json_is_read_back_by_machines(project: Project) -> None:
    result = run(project.add(a_policy("a", title="😀" * 80 + "“" * 80)), "check", "--format", "json")
    (problem,) = json.loads(result.stdout)
    assert problem["code"] == "qua-dai"
    assert (problem["severity"], problem["file"], problem["line"]) == ("error", "content/policies/a.md", 3)
    assert {"what", "mend"} <= set(problem)


def test_json_without_problems_is_an_empty_list(project: Project) -> None:
    assert json.loads(run(project.add(a_policy("a")), "check", "--format", "json").stdout) == []


def test_annotations_escape_what_would_end_them(project: Project) -> None:
    result = run(project.add(a_policy("a", topics=["100%\n::error::x"])), "check", "--format", "github")
    (line,) = result.stdout.splitlines()
    assert line.startswith("::error file=content/policies/a.md,line=6::")
    assert "100%25" in line


@pytest.mark.parametrize(("kind", "folder"), KINDS)
def test_new_begins_a_draft_that_passes_once_its_codes_are_filled(project: Project, kind: str, folder: str) -> None:
    made = run(project.add(a_policy("a")), "new", kind, 'Tên "mới": thử, Đường 1')
    assert made.exit_code == 0
    file = project.root / folder / "ten-moi-thu-duong-1.md"
    text = (
        file.read_text("utf-8").replace("topics: [ĐIỀN]", "topics: [y-te]").replace("issuer: ĐIỀN", "issuer: chinh-phu")
    )
    text = text.replace("starts: ĐIỀN", "starts: 2026-12-25").replace("[ĐIỀN]", "[]")
    file.write_text(
        text.replace("ĐIỀN", "Nội dung").replace("legal_basis: []", "legal_basis: [75-2023-nd-cp]"), "utf-8"
    )
    checked = run(project, "check")
    assert checked.stdout == ""
    assert checked.exit_code == 0


def test_new_never_overwrites(project: Project) -> None:
    project.add(a_policy("ten"))
    before = (project.root / "policies/ten.md").read_bytes()
    result = run(project, "new", "policy", "Tên")
    assert result.exit_code == 2
    assert "Đã có" in result.stderr
    assert (project.root / "policies/ten.md").read_bytes() == before


def test_new_needs_a_title_that_makes_an_address(project: Project) -> None:
    assert run(project, "new", "policy", "!!!").exit_code == 2


@pytest.mark.parametrize("title", ["../../x", "/etc/passwd", "..\\x", "a" * 500])
def test_new_stays_in_its_folder_whatever_the_title(project: Project, title: str) -> None:
    assert run(project, "new", "policy", title).exit_code == 0
    (file,) = (project.root / "policies").iterdir()
    assert len(file.stem) <= 60
    assert not [p for p in project.folder.iterdir() if p.name != "content"]


def test_fix_adds_missing_ids_once(project: Project) -> None:
    project.add(a_policy("a", id=None), a_policy("b"))
    assert run(project, "check").exit_code == 1
    assert run(project, "check", "--fix").exit_code == 0
    fixed = (project.root / "policies/a.md").read_text("utf-8")
    assert run(project, "check", "--fix").exit_code == 0
    assert (project.root / "policies/a.md").read_text("utf-8") == fixed


def test_a_new_series_is_a_draft_without_errors_and_gets_its_id_back(project: Project) -> None:
    assert run(project, "new", "result", "Số hộ nghèo", "--slug", "so-ho").exit_code == 0
    file = project.root / "results/so-ho.csv"
    assert run(project, "check").exit_code == 0
    file.write_text(
        "".join(line for line in file.read_text("utf-8").splitlines(keepends=True) if not line.startswith("id:"))
    )
    assert run(project, "check").exit_code == 1
    assert run(project, "check", "--fix").exit_code == 0


def test_fix_leaves_broken_and_foreign_files_alone(project: Project, tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.md"
    outside.write_text(a_policy("a", id=None).text, "utf-8")
    broken = project.write("content/policies/hong.md", "---\ntitle: [\n---\n")
    (project.root / "policies/lien-ket.md").symlink_to(outside)
    run(project, "check", "--fix")
    assert outside.read_text("utf-8") == a_policy("a", id=None).text
    assert broken.read_text("utf-8") == "---\ntitle: [\n---\n"


def test_schema_writes_one_file_for_each_kind(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["schema", str(tmp_path / "moi")])
    assert result.exit_code == 0
    assert {p.name for p in (tmp_path / "moi").iterdir()} == {
        *(f"{folder}.schema.json" for _, folder in KINDS),
        "results.schema.json",
    }
    assert all(json.loads(p.read_bytes())["$schema"] for p in (tmp_path / "moi").iterdir())


def test_handbook_changes_only_what_stands_between_its_marks(tmp_path: Path) -> None:
    handbook = tmp_path / "README.md"
    handbook.write_text("Trước\n<!-- bảng khóa: bắt đầu -->\ncũ\n<!-- bảng khóa: kết thúc -->\nSau\n", "utf-8")
    assert CliRunner().invoke(main, ["handbook", str(handbook)]).exit_code == 0
    text = handbook.read_text("utf-8")
    assert text.startswith("Trước\n")
    assert text.endswith("-->\nSau\n")
    assert "`legal_basis`" in text
    assert "cũ" not in text.split("\n")


def test_a_named_file_that_is_not_there_is_2_and_said(project: Project) -> None:
    result = run(project, "check", str(project.root / "policies/khong.md"))
    assert result.exit_code == 2
    assert "khong.md. Cách sửa: kiểm tra lại đường dẫn." in result.stderr


@pytest.mark.parametrize("value", ["hôm nay", "9" * 40])
def test_a_moment_that_is_no_number_is_2_and_said(
    project: Project, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    result = run(project, "check")
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH không phải số giây. Cách sửa: bỏ biến này." in result.stderr


def test_new_says_why_it_could_not_write(project: Project) -> None:
    project.write("content/policies", "một tệp, không phải thư mục")
    result = run(project, "new", "policy", "Bài mới")
    assert result.exit_code == 1
    assert "content/policies (đã có ở đó)" in result.stderr
    assert "Cách sửa: kiểm tra quyền ghi và chỗ trống." in result.stderr


def test_a_full_disk_leaves_the_text_of_the_editor_as_it_was(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project.write("content/policies/a.md", a_policy("a", id=None).text)
    before = path.read_bytes()

    def fill_up(self: Path, _content: bytes) -> int:
        self.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    result = run(project, "check", "--fix")
    assert result.exit_code == 1
    assert "(ổ đĩa hết chỗ)" in result.stderr
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    "arguments", [["new", "policy", "Bài"], ["citations"], ["report"], ["desk"], ["speak", "a"], ["import", "a.docx"]]
)
def test_in_a_wrong_folder_nothing_is_written(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Không thấy thư mục nội dung content. Cách sửa: chạy lệnh trong thư mục dự án" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_takes_nothing_is_told_in_one_line(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("giamngheo.cli._print", refuse)
    result = run(project, "check")
    assert result.exit_code == 1
    assert result.stderr.startswith("lỗi: không đọc hoặc không ghi được nơi in kết quả ra (ổ đĩa hết chỗ). Cách sửa:")


def test_citations_prints_entries_for_what_the_register_lacks(project: Project) -> None:
    project.add(a_policy("a", body="Theo Nghị định số 1/2020/NĐ-CP và Nghị định số 75/2023/NĐ-CP.\n"))
    result = run(project, "citations")
    assert result.exit_code == 0
    assert result.stdout.count("- id:") == 1
    assert 'number: "1/2020/NĐ-CP"' in result.stdout
    assert "1 văn bản chưa có trong sổ, 0 chưa chắc." in result.stderr


def test_citations_reads_any_text_file(project: Project) -> None:
    file = project.write("van-ban.txt", "Công văn số 5/SYT-NV ngày 1/2/2024")
    assert "- id: 5-syt-nv-2024\n" in run(project, "citations", str(file)).stdout
    file = project.write("van-ban.bin", b"\xff\xfe\x00")
    assert run(project, "citations", str(file)).exit_code == 2
