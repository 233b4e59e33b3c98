"""What the schema reads, and what the loader does with disk errors; broken input is in tests/golden."""

from __future__ import annotations

import os
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from factories import Project, _an_item, a_figure, a_plan, a_policy, a_story, codes, lines
from giamngheo.cli import with_reference
from giamngheo.content.frontmatter import SourceFile, split_front_matter
from giamngheo.content.loader import load_content
from giamngheo.content.reference import json_schema, reference_table
from giamngheo.content.references import find_references
from giamngheo.content.scaffold import PLACEHOLDER, missing_id, new_id, scaffold
from giamngheo.content.schema import KINDS, Item, Policy, Story
from giamngheo.ground.clock import VIETNAM

TODAY = date(2026, 11, 21)


def test_scalars_get_the_types_of_the_schema() -> None:
    item = a_policy(id="010", draft="true", publish_at="2025-01-31 08:30", amounts=[a_figure(value="6.50")]).item
    assert isinstance(item, Policy)
    assert item.id == "010"
    assert item.draft
    assert item.publish_at == datetime(2025, 1, 31, 8, 30, tzinfo=VIETNAM)
    assert item.amounts[0].value == Decimal("6.50")


def test_a_moment_without_an_hour_is_the_first_minute_in_viet_nam() -> None:
    assert a_policy(publish_at="2025-01-31").item.publish_at == datetime(2025, 1, 31, tzinfo=VIETNAM)


def test_a_title_over_several_lines_becomes_one_line() -> None:
    assert a_policy(title=" Thẻ\n  bảo hiểm ").item.title == "Thẻ bảo hiểm"


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "\u00ad", " \u2003 ", "\u2061\u2064"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_item_whose_words_nobody_sees_is_reported_and_never_just_left_out(
    kind: type[Item], blank: str, project: Project
) -> None:
    item = _an_item(kind, "x", "Lời bài.\n", {"title": blank})
    assert codes(project.add(item).check()) == ["de-trong"]


def test_of_many_faults_of_one_kind_in_a_file_the_first_are_told_and_the_rest_counted(project: Project) -> None:
    project.add(a_policy(body="<b>\n\n" * 30, title=" "), a_policy("khac", "<b>\n"))
    problems = project.check()
    assert codes(problems).count("html-tho") == 1  # the first file gave no item, so its body was not read
    project.add(a_policy(body="<b>\n\n" * 30))
    problems = project.check()
    assert codes(problems) == ["html-tho"] * 20 + ["con-nua"] + ["html-tho"]
    assert problems[20].values["count"] == "10"
    assert not problems[20].is_error


def test_a_figure_may_be_unknown_by_name() -> None:
    story = a_story(members="chua-co-so").item
    assert isinstance(story, Story)
    assert story.members == "chua-co-so"


def test_an_item_cannot_be_changed_after_reading() -> None:
    with pytest.raises(ValueError, match="frozen"):
        a_policy().item.title = "khác"


def test_references_are_found_wherever_the_schema_marks_them() -> None:
    story = a_story(support=[{"what": "Vốn", "policy": "vay"}]).item
    assert {(r.path, r.target, r.value) for r in find_references(story)} == {
        (("topics", 0), "topics", "y-te"),
        (("places", 0), "places", "ca-nuoc"),
        (("support", 0, "policy"), "policies", "vay"),
    }


def test_a_doubled_key_keeps_its_first_value_and_tells_its_second_line() -> None:
    raw, _ = split_front_matter(SourceFile("a.md", "---\nid: a\ntitle: b\nid: c\n---\n"))
    assert raw is not None
    front, problems = raw.front()
    assert front is not None
    assert front.plain() == {"id": "a", "title": "b"}
    assert [(p.code, p.location.line) for p in problems] == [("khoa-lap", 4)]


def test_the_body_keeps_the_line_where_it_begins() -> None:
    raw, _ = split_front_matter(SourceFile("a.md", "---\nid: a\n---\n\nLời"))
    assert raw is not None
    assert (raw.body, raw.body_line) == ("\nLời", 4)


@pytest.mark.parametrize("error", [PermissionError(13, "no"), OSError(5, "io")])
def test_an_unreadable_file_is_a_problem_of_that_file(
    project: Project, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    project.add(a_policy("doc-duoc"), a_policy("kin"))
    real = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "kin.md":
            raise error
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    content = load_content(project.root)
    assert codes(content.problems) == ["tep-khong-doc-duoc"]
    assert content.problems[0].location.file == "content/policies/kin.md"
    assert [i.slug for i in content.items] == ["doc-duoc"]


def test_an_unreadable_folder_is_told_and_not_passed_over(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.add(a_policy())
    real = os.scandir

    def scan(path: str) -> object:
        if str(path).endswith("policies"):
            raise PermissionError(13, "no", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scan)
    assert "content/policies: lỗi: không đọc được tệp (không có quyền)" in "\n".join(
        lines(load_content(project.root).problems)
    )


def test_the_same_file_always_has_the_same_digest_and_another_text_another(project: Project) -> None:
    def digest() -> str:
        return load_content(project.root).items[0].digest

    project.add(a_policy())
    first, again = digest(), digest()
    project.add(a_policy(body="Khác.\n"))
    assert first == again != digest()


@pytest.mark.parametrize("kind", KINDS)
def test_a_scaffold_is_a_valid_draft_once_its_gaps_are_filled(kind: type[Item], project: Project) -> None:
    project.add(a_policy("san-co"))
    text = scaffold(kind, 'Tên "mới" \\ bài', TODAY)
    filled = text.replace(f"topics: [{PLACEHOLDER}]", "topics: [y-te]").replace(
        f"issuer: {PLACEHOLDER}", "issuer: chinh-phu"
    )
    filled = filled.replace(f"starts: {PLACEHOLDER}", "starts: 2026-12-25").replace(f"[{PLACEHOLDER}]", "[]")
    filled = filled.replace(PLACEHOLDER, "Nội dung").replace("legal_basis: []", "legal_basis: [75-2023-nd-cp]")
    project.write(f"content/{kind.KIND}/moi.md", filled)
    assert lines(project.check()) == []
    assert 'Tên "mới" \\ bài' in {i.item.title for i in load_content(project.root).items}
    assert "/moi/" not in str([p.address for p in project.portal().pages])


@pytest.mark.parametrize("kind", KINDS)
def test_a_scaffold_that_is_published_unfilled_is_an_error(kind: type[Item], project: Project) -> None:
    text = "".join(
        line for line in scaffold(kind, "Tên", TODAY).splitlines(keepends=True) if not line.startswith("draft")
    )
    text = text.replace(f"topics: [{PLACEHOLDER}]", "topics: [y-te]").replace(
        f"issuer: {PLACEHOLDER}", "issuer: chinh-phu"
    )
    project.write(f"content/{kind.KIND}/moi.md", text)
    assert set(codes(project.check())) == {"chua-dien"}


def test_new_ids_differ_and_name_their_kind() -> None:
    ids = {new_id(Policy) for _ in range(200)}
    assert len(ids) == 200
    assert all(name.startswith("cs-") for name in ids)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_missing_id_is_added_as_the_first_key_and_nothing_else_changes(tmp_path: Path, newline: str) -> None:
    file = tmp_path / "a.md"
    text = a_policy().text.replace('id: "bao-hiem-y-te"\n', "").replace("\n", newline)
    file.write_bytes(text.encode())
    fixed = missing_id(Policy, file)
    assert fixed is not None
    first, added, rest = fixed.split(newline, 2)
    assert first + newline + rest == text
    assert added.startswith("id: cs-")


def test_an_id_is_never_written_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.md"
    outside.write_text(a_policy(id=None).text, "utf-8")
    link = tmp_path / "trong.md"
    link.symlink_to(outside)
    assert missing_id(Policy, link) is None


def test_json_schema_names_what_is_required_and_allows_nothing_else() -> None:
    schema = json_schema(Policy)
    assert {"id", "title", "benefit", "eligibility", "legal_basis", "last_checked"} <= set(schema["required"])  # type: ignore[call-overload]
    assert schema["additionalProperties"] is False


def test_the_handbook_table_is_in_step_with_the_code() -> None:
    handbook = (Path(__file__).parents[3] / "content" / "README.md").read_text("utf-8")
    assert reference_table() in handbook
    assert with_reference(handbook) == handbook


def test_a_plan_with_a_summary_is_not_an_official_text() -> None:
    assert a_plan().item.is_official_text  # type: ignore[attr-defined]
    assert not a_plan(text_quality="news-summary").item.is_official_text  # type: ignore[attr-defined]
