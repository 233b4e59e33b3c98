"""From a file to a draft, and from ticked lines of its review into the draft: nothing guessed, nothing overwritten."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from office_files import write_docx

from factories import Project, a_plan
from giamngheo.cli import main
from giamngheo.importing.review import Entry, confirm, read_review, write_review

PLAN = """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG

Số: 52/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Bắc Giang, ngày 10 tháng 3 năm 2023

KẾ HOẠCH

Truyền thông về giảm nghèo năm 2023

Căn cứ Quyết định số 90/QĐ-TTg ngày 18/01/2022;

I. MỤC ĐÍCH

Người dân biết "chính sách" giảm nghèo \\ bền vững.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Mai Sơn
"""
DAMAGED = PLAN.replace("Người dân biết", "Nguoi dfn biêt").replace("giảm nghèo \\", "gidm ngheo \\")


@pytest.fixture(autouse=True)
def fixed_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795237200")  # 2026-11-21T12:00 +07:00


@pytest.fixture
def known(project: Project) -> Project:
    """A portal whose plan holds the same sentences, so that damaged ones can be proposed."""
    return project.add(a_plan("ke-hoach-cu", body=PLAN.replace("52/KH", "51/KH")))


def run(project: Project, *arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, arguments), "--content", str(project.root)])


def file_with(tmp_path: Path, text: str, name: str = "van-ban.txt") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def body_of(text: str) -> str:
    return text.split("\n---\n\n", 1)[1]


# Drafts


def test_certain_fields_are_filled_and_the_text_is_unaltered(known: Project, tmp_path: Path) -> None:
    result = run(known, file_with(tmp_path, PLAN))
    assert result.exit_code == 0
    text = (known.root / "plans/ke-hoach-52-kh-ubnd.md").read_text("utf-8")
    for line in (
        'title: "Kế hoạch 52/KH-UBND: truyền thông về giảm nghèo năm 2023"',
        'number: "52/KH-UBND"',
        "doc_type: ke-hoach",
        "issuer: ubnd-tinh-cu",
        "issued: 2023-03-10",
        'signer: "Mai Sơn"',
        'signer_role: "Phó Chủ tịch"',
        "period: {from: 2023, to: 2023}",
        "text_quality: original",
    ):
        assert f"\n{line}\n" in text
    assert "\ndraft: true" in text
    assert body_of(text) == PLAN


def test_what_is_not_certain_is_a_comment_with_its_line_and_stays_to_be_filled_in(
    known: Project, tmp_path: Path
) -> None:
    text = PLAN.replace("TỈNH BẮC GIANG", "XÃ KHE LẠNH").replace("Mai Sơn", "Mai Sơn\nLê Văn Tám")
    result = run(known, file_with(tmp_path, text))
    draft = (known.root / "plans/ke-hoach-52-kh-ubnd.md").read_text("utf-8")
    why = "đọc được “ỦY BAN NHÂN DÂN XÃ KHE LẠNH” ở dòng 1, chưa có trong registers/agencies.yml"
    assert f"\n# issuer: {why}\nissuer: ĐIỀN\n" in draft
    assert "\n# signer: " in draft
    assert "\nsigner: " not in draft
    assert f"- Chưa chắc issuer: {why}." in result.stdout


def test_check_tells_of_every_place_to_fill_in_and_of_nothing_else(known: Project, tmp_path: Path) -> None:
    run(known, file_with(tmp_path, "Một văn bản không có phần đầu.\n"))
    checked = CliRunner().invoke(main, ["check", "--content", str(known.root), str(known.root / "plans/van-ban.md")])
    assert checked.exit_code == 1
    told = checked.stdout.splitlines()
    assert told
    assert all("[chua-dien]" in line for line in told)


def test_draft_filled_in_passes_the_check(known: Project, tmp_path: Path) -> None:
    run(known, file_with(tmp_path, PLAN))
    path = known.root / "plans/ke-hoach-52-kh-ubnd.md"
    text = (
        path.read_text("utf-8")
        .replace("topics: [ĐIỀN]", "topics: [y-te]")
        .replace("places: [ĐIỀN]", "places: [tinh-cu]")
    )
    path.write_text(text, "utf-8")
    checked = CliRunner().invoke(main, ["check", "--content", str(known.root), str(path)])
    assert (checked.exit_code, checked.stdout) == (0, "")


def test_nothing_is_overwritten(known: Project, tmp_path: Path) -> None:
    path = file_with(tmp_path, PLAN)
    run(known, path)
    draft = known.root / "plans/ke-hoach-52-kh-ubnd.md"
    draft.write_text("của tôi", "utf-8")
    result = run(known, path)
    assert result.exit_code == 1
    assert "không bị ghi đè" in result.stderr
    assert draft.read_text("utf-8") == "của tôi"
    assert run(known, path, "--slug", "ban-moi").exit_code == 0


def test_plan_with_a_number_that_is_known_is_told(project: Project, tmp_path: Path) -> None:
    project.add(a_plan("cu", number="52/KH-UBND"))
    assert "Đã có văn bản số 52/KH-UBND: content/plans/cu.md." in run(project, file_with(tmp_path, PLAN)).stdout


def test_policy_is_begun_with_the_text_as_its_body(known: Project, tmp_path: Path) -> None:
    result = run(known, file_with(tmp_path, "Hộ nghèo được vay vốn.\n", "vay-von.txt"), "--kind", "policy")
    assert result.exit_code == 0
    text = (known.root / "policies/vay-von.md").read_text("utf-8")
    assert body_of(text) == "Hộ nghèo được vay vốn.\n"
    assert "\nbenefit: " in text


def test_word_document_becomes_a_draft(known: Project, tmp_path: Path) -> None:
    document = docx.Document()
    for line in PLAN.split("\n"):
        document.add_paragraph(line)
    result = run(known, write_docx(tmp_path / "kh.docx", document))
    assert result.exit_code == 0
    assert (known.root / "plans/ke-hoach-52-kh-ubnd.md").exists()


def test_letter_without_a_type_name_is_a_cong_van(known: Project, tmp_path: Path) -> None:
    text = "UBND XÃ KHE LẠNH\nSố: 8/UBND-VX\nV/v rà soát năm 2025\n\nKính gửi: Các thôn.\n"
    run(known, file_with(tmp_path, text))
    assert "\ndoc_type: cong-van\n" in (known.root / "plans/cong-van-8-ubnd-vx.md").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments", [["khong-co.txt"], ["."], ["x.odt"], ["khong-co.txt", "--confirm"], ["\x1b[31m.txt"]], ids=str
)
def test_a_failure_is_one_line_and_code_1(project: Project, arguments: list[str]) -> None:
    result = run(project, *arguments)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert re.fullmatch(r"[^\n]+: lỗi: [^\n]+\. Cách sửa: [^\n]+\.\n", result.stderr)
    assert result.stderr[:-1].isprintable()


# Reviews


def test_damaged_lines_go_into_a_review_file_and_stay_as_read_in_the_draft(known: Project, tmp_path: Path) -> None:
    result = run(known, file_with(tmp_path, DAMAGED))
    draft, review = known.root / "plans/ke-hoach-52-kh-ubnd.md", known.root.parent / "nhap/ke-hoach-52-kh-ubnd.txt"
    assert "nhap/ke-hoach-52-kh-ubnd.txt" in result.stdout
    assert body_of(draft.read_text("utf-8")) == DAMAGED
    assert "\ntext_quality: ĐIỀN" in draft.read_text("utf-8")
    name, entries = read_review(review.read_text("utf-8"))
    assert name == "content/plans/ke-hoach-52-kh-ubnd.md"
    assert [entry.read for entry in entries] == ['Nguoi dfn biêt "chính sách" gidm ngheo \\ bền vững.']
    assert not any(entry.is_accepted for entry in entries)


def test_only_ticked_lines_are_put_into_the_draft(known: Project, tmp_path: Path) -> None:
    run(known, file_with(tmp_path, DAMAGED))
    draft, review = known.root / "plans/ke-hoach-52-kh-ubnd.md", known.root.parent / "nhap/ke-hoach-52-kh-ubnd.txt"
    before = draft.read_text("utf-8")
    assert run(known, review, "--confirm").exit_code == 0
    assert draft.read_text("utf-8") == before
    ticked = review.read_text("utf-8").replace("[ ]", "[x]")
    mended = next(line for line in PLAN.split("\n") if line.startswith("Người dân"))
    review.write_text(re.sub("nên: .*", lambda _: f"nên: {mended}", ticked), "utf-8")
    result = run(known, review, "--confirm")
    assert "Đã đưa 1 dòng" in result.stdout
    assert body_of(draft.read_text("utf-8")) == PLAN
    assert not review.exists()


def test_review_of_a_file_outside_of_the_project_is_refused(known: Project) -> None:
    for target in ("../../etc/passwd.md", "/etc/passwd", "content/portal.yml"):
        review = known.root.parent / "nhap/a.txt"
        review.parent.mkdir(exist_ok=True)
        review.write_text(write_review(target, "nhap/a.txt", [Entry(1, "a", "b", is_accepted=True)]), "utf-8")
        assert run(known, review, "--confirm").exit_code == 1


def test_accepted_line_is_found_again_when_lines_came_above_it() -> None:
    entries = [Entry(2, "sai", "đúng", is_accepted=True), Entry(3, "mất", "còn", is_accepted=True)]
    done = confirm("mới\nmới\nsai\nhay\nsai", entries)
    assert done.body == "mới\nmới\nđúng\nhay\nsai"
    assert [entry.line for entry in done.lost] == [3]


def test_review_read_back_is_what_was_written() -> None:
    entries = [Entry(1, "a [x] b", "c", is_accepted=False), Entry(7, "nên: x", "", is_accepted=False)]
    assert read_review(write_review("content/plans/a.md", "nhap/a.txt", entries)) == ("content/plans/a.md", entries)


@pytest.mark.parametrize("tick", "xXvV✓")
def test_a_tick_may_be_written_in_many_ways(tick: str) -> None:
    text = write_review("a.md", "b.txt", [Entry(1, "a", "b", is_accepted=False)])
    for box in (f"[{tick}]", f"[ {tick} ]", f"[{tick} ]"):
        assert read_review(text.replace("[ ]", box))[1] == [Entry(1, "a", "b", is_accepted=True)]
