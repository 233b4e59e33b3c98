"""Plans as files: the official text word for word, in forms that others check against published schemas."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from exported_plans import FULL, ROOT, SourceOf, exported, full_plan, paragraphs, sources_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

from factories import NOW, Project, files_of, page
from giamngheo.content.frontmatter import SourceFile, split_front_matter
from giamngheo.ground.characters import drop_illegal
from giamngheo.legal import BlockKind, parse_outline
from giamngheo.legal.lines import INVISIBLE
from giamngheo.outlets.exports import read_schema
from giamngheo.outlets.exports.akoma_ntoso import write_akoma_ntoso
from giamngheo.outlets.exports.identification import NAMESPACE
from giamngheo.outlets.exports.official_copy import write_official_copy
from giamngheo.portal import Portal

SCHEMA = etree.XMLSchema(file=str(ROOT / "tests/schemas/akoma-ntoso/akomantoso30.xsd"))
AKN = {"a": NAMESPACE}

PIECES = (
    *(
        "I. ",
        "II. ",
        "A. ",
        "1. ",
        "2.",
        "1.1. ",
        "1) ",
        "a) ",
        "đ)",
        "- ",
        "+ ",
        "Điều 1. ",
        "Chương I",
        "Mục 2. ",
        "## ",
    ),
    *("PHỤ LỤC", "Phụ lục I\n", "-----", "|", "Nơi nhận: ", "- Sở;", "TM. ỦY BAN", "CHỦ TỊCH", "Mai Sơn", "(Đã ký)"),
    *("KẾ HOẠCH", "QUYẾT ĐỊNH", "ỦY BAN NHÂN DÂN", "Số: 1/KH-UBND", "Hà Nội, ngày 1 tháng 3", "Căn cứ Luật", "V/v "),
    *(
        "Nghị định số 75/2023/NĐ-CP",
        "hộ nghèo",
        "HỘ NGHÈO",
        ".",
        ";",
        "<b>",
        "&amp;",
        "]]>",
        '"',
        "e\u0301",
        "漢",
        "😀",
    ),
    *("\n", "\n", "\n\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\u2028", "\x0b", "\x1f", "\x00", "\ufffe", "\u200b"),
)
official_texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=40)


def addresses(portal: Portal) -> list[str]:
    return [
        f.address for f in files_of(portal, "texts") if f.address.startswith("/ke-hoach/") and f.address.count("/") > 2
    ]


def words(content: bytes) -> list[str]:
    """Words of the XML without what is said about it."""
    root = etree.fromstring(content)
    etree.strip_elements(root, f"{{{NAMESPACE}}}meta", with_tail=False)
    return "".join(root.itertext()).split()


def find(content: bytes, path: str) -> list[str]:
    return [" ".join("".join(found.itertext()).split()) for found in etree.fromstring(content).iterfind(path, AKN)]


@pytest.fixture
def portal(project: Project) -> Portal:
    return project.add(full_plan()).portal()


@pytest.fixture
def source_of(project: Project) -> SourceOf:
    return sources_of(project)


def _visible(text: str) -> str:
    """What XML can hold of a text, without white space."""
    return "".join(c for c in drop_illegal(text) if c not in INVISIBLE)


def real_plans() -> list[Path]:
    return sorted((ROOT / "content/plans").glob("*.md"))


def test_an_official_plan_has_four_files_beside_its_page_and_links_to_them(portal: Portal) -> None:
    expected = [f"/ke-hoach/ke-hoach-52/ke-hoach-52.{ending}" for ending in ("docx", "json", "txt", "xml")]
    assert sorted(addresses(portal)) == expected
    assert sorted(link.address for link in page(portal, "/ke-hoach/ke-hoach-52/").view.downloads) == expected


def test_a_news_summary_is_not_the_plan_and_has_no_files(project: Project) -> None:
    portal = project.add(full_plan(text_quality="news-summary")).portal()
    assert addresses(portal) == []
    assert page(portal, "/ke-hoach/ke-hoach-52/").view.downloads == ()


@pytest.mark.parametrize(
    "hidden",
    [
        {"draft": "true"},
        {"withdrawn": {"date": "2026-11-02", "reason": "Sai"}},
        {"date": "2026-12-01"},
    ],
)
def test_a_plan_that_is_not_public_has_no_files(project: Project, hidden: dict[str, object]) -> None:
    assert addresses(project.add(full_plan(**hidden)).portal()) == []


def test_plain_text_is_the_official_text_character_for_character(portal: Portal) -> None:
    assert exported(portal, "txt").decode() == FULL


@pytest.mark.parametrize("file", real_plans(), ids=lambda file: file.stem)
def test_real_plans_are_valid_akoma_ntoso_word_for_word(source_of: SourceOf, file: Path) -> None:
    raw, _ = split_front_matter(SourceFile(file.name, file.read_text("utf-8")))
    assert raw is not None
    content = write_akoma_ntoso(source_of(raw.body))
    SCHEMA.assertValid(etree.fromstring(content))
    assert words(content) == raw.body.split()


def test_each_component_of_the_text_has_its_element(portal: Portal) -> None:
    content = exported(portal, "xml")
    assert find(content, ".//a:preface/a:p/a:docNumber") == ["Số: 52/KH-UBND"]
    assert find(content, ".//a:docDate[@date='2023-03-10']") == ["Bắc Giang, ngày 10 tháng 3 năm 2023"]
    assert find(content, "a:doc/a:preface/a:p/a:docTitle") == ["Truyền thông về giảm nghèo"]
    assert len(find(content, ".//a:preamble/a:citations/a:citation")) == 1
    assert find(content, ".//a:part/a:heading") == ["MỤC ĐÍCH", "TỔ CHỨC THỰC HIỆN"]
    assert find(content, ".//a:part/a:section/a:point/a:num") == ["a)"]
    assert find(content, ".//a:point/a:intro/a:p") == ["Người dân biết chính sách của Nhà nước."]
    assert find(content, ".//a:point/a:indent/a:content/a:p") == ["Ưu tiên xã khó khăn."]
    assert find(content, "a:doc/a:conclusions/a:p/a:signature") == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Mai Sơn"]
    assert find(content, ".//a:attachment/a:doc/a:mainBody/a:section") == ["1. Ngân sách tỉnh."]


def test_every_block_is_found_by_the_anchor_of_the_page(portal: Portal) -> None:
    ids = {e.get("eId") for e in etree.fromstring(exported(portal, "xml")).iter() if e.get("eId")}
    assert {block["anchor"] for block in json.loads(exported(portal, "json"))["outline"]} <= ids


def test_a_citation_of_the_register_is_a_reference_by_its_iri(portal: Portal) -> None:
    root = etree.fromstring(exported(portal, "xml"))
    (reference,) = root.iterfind(".//a:ref", AKN)
    assert reference.text == "Nghị định số 75/2023/NĐ-CP"
    assert reference.get("href") == "/akn/vn/act/nghi-dinh/chinh-phu/2023-10-19/75-2023-nd-cp"


def test_the_iri_of_a_plan_says_type_issuer_day_and_number(portal: Portal) -> None:
    work = etree.fromstring(exported(portal, "xml")).find(".//a:FRBRWork/a:FRBRuri", AKN)
    assert work is not None
    assert work.get("value") == "/akn/vn/doc/ke-hoach/ubnd-tinh-cu/2023-03-10/52-kh-ubnd"


def test_a_plan_without_number_and_day_invents_neither(project: Project) -> None:
    portal = project.add(full_plan(number=None, issued=None, signer=None)).portal()
    content = exported(portal, "xml")
    root = etree.fromstring(content)
    SCHEMA.assertValid(root)
    work = root.find(".//a:FRBRWork", AKN)
    assert work is not None
    assert work.find("a:FRBRnumber", AKN) is None
    assert [e.get("name") for e in work.iterfind("a:FRBRdate", AKN)] == ["published-by-portal"]
    assert root.find(".//a:docDate", AKN) is None
    assert json.loads(exported(portal, "json"))["number"] is None


def test_a_decision_with_a_plan_behind_its_signature_is_a_text_with_an_attachment(
    source_of: SourceOf,
) -> None:
    decision = "QUYẾT ĐỊNH\n\nĐiều 1. Ban hành.\n\nNơi nhận:\n\n- Sở;\n\nCHỦ TỊCH\n\nA\n\n"
    body = f"{decision}KẾ HOẠCH\n\nNăm 2023\n\nI. MỤC ĐÍCH\n"
    content = write_akoma_ntoso(source_of(body))
    SCHEMA.assertValid(etree.fromstring(content))
    assert find(content, "a:doc/a:preface/a:p/a:docType") == ["QUYẾT ĐỊNH"]
    assert find(content, "a:doc/a:attachments/a:attachment/a:doc/a:preface/a:p/a:docType") == ["KẾ HOẠCH"]
    assert words(content) == body.split()


@given(official_texts)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_valid_akoma_ntoso_without_loss_and_hostile_characters_are_dropped(
    source_of: SourceOf, text: str
) -> None:
    content = write_akoma_ntoso(source_of(text))
    SCHEMA.assertValid(etree.fromstring(content))
    assert _visible("".join(words(content))) == _visible(text)


@given(official_texts)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_docx_that_can_be_opened_with_every_letter_of_it(source_of: SourceOf, text: str) -> None:
    found = "".join(p.text for p in paragraphs(write_official_copy(source_of(text))))
    rules = {BlockKind.SEPARATOR}
    outline = parse_outline(text)
    expected = "".join(outline.source_of(b) for b in outline.blocks if b.kind not in rules)
    assert not Counter(_visible(expected)) - Counter(_visible(found))


def test_the_record_fits_its_schema_and_its_spans_are_those_of_the_plain_text(portal: Portal) -> None:
    record, text = json.loads(exported(portal, "json")), exported(portal, "txt").decode()
    Draft202012Validator(json.loads(read_schema())).validate(record)
    spans = [*record["outline"], *record["citations"], *record["duties"], *record["deadlines"]]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in spans)
    assert [c["document"]["address"] for c in record["citations"]] == ["/van-ban/75-2023-nd-cp/"]
    assert [d["last"] for d in record["deadlines"]] == ["2023-11-15"]
    assert [a["agency"] for duty in record["duties"] for a in duty["addressees"]] == ["ubnd-tinh-cu"]


def test_the_schema_lies_where_the_record_says(portal: Portal) -> None:
    published = next(f.content for f in files_of(portal, "texts") if f.address == "/ke-hoach/van-ban.schema.json")
    Draft202012Validator.check_schema(json.loads(published))
    assert json.loads(exported(portal, "json"))["$schema"] == "../van-ban.schema.json"


def test_files_are_the_same_on_another_day_and_from_the_cache(project: Project, tmp_path: Path) -> None:
    first = project.add(full_plan()).portal(cache=tmp_path / "kho")
    kept = project.portal(cache=tmp_path / "kho")
    later = project.portal(NOW.replace(month=12))
    for ending in ("docx", "txt", "xml", "json"):
        assert exported(first, ending) == exported(kept, ending) == exported(later, ending)


def test_files_follow_the_register_although_they_are_kept(project: Project, tmp_path: Path) -> None:
    old = project.add(full_plan()).portal(cache=tmp_path / "kho")
    project.registers["documents"][0]["number"] = "76/2023/NĐ-CP"
    project.write_registers()
    new = project.portal(cache=tmp_path / "kho")
    assert json.loads(exported(old, "json"))["citations"][0]["document"] is not None
    assert json.loads(exported(new, "json"))["citations"][0]["document"] is None
