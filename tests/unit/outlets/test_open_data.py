"""Open data: what editors wrote, whole and unchanged, in forms that others check against published rules."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from rdflib.compare import isomorphic

from factories import CONSENT, NOW, SOURCE, Project, a_figure, a_plan, a_policy, a_story, an_image, files_of, page
from giamngheo.content.schema import Story
from giamngheo.outlets.opendata import OpenData
from giamngheo.outlets.opendata.datasets import all_datasets
from giamngheo.outlets.opendata.items import dataset_of_kind, plain
from giamngheo.outlets.opendata.promise import FOLDER
from giamngheo.outlets.opendata.rdf import Iri, Node, Text, Typed, write_json_ld, write_triples
from giamngheo.outlets.opendata.record import Material, Record
from giamngheo.outlets.opendata.schemas import dataset_schema
from giamngheo.outlets.opendata.tables import as_text, columns, head_line, row_line
from giamngheo.portal import Portal
from giamngheo.rendering.eligibility_conditions import compile_rule, pack_node
from graphs import read_graph

Json = dict[str, Any]

RULE = {
    "any": [
        {"household": ["ho-ngheo", "ho-can-ngheo"]},
        {"all": [{"age": {"from": "75"}}, {"not": {"has_pension": "true"}}, {"other": "Sống một mình"}]},
    ]
}


def _files(project: Project) -> dict[str, bytes]:
    return _data(project.portal())


def _data(portal: Portal) -> dict[str, bytes]:
    """Files of this outlet alone, by address."""
    (work,) = (work for work in portal.late if isinstance(getattr(work.make, "__self__", None), OpenData))
    return {file.address: file.content for file in work.make()}


def _set(files: dict[str, bytes], name: str) -> Json:
    found: Json = json.loads(files[f"{FOLDER}{name}.json"])
    return found


def _only(project: Project, name: str) -> Json:
    (record,) = _set(_files(project), name)["items"]
    found: Json = record
    return found


# Records


def test_a_policy_carries_its_rule_as_written_and_as_the_finder_reads_it(project: Project) -> None:
    project.add(a_policy(eligibility=RULE))
    record = _only(project, "chinh-sach")
    assert record["rule"] == {
        "any": [
            {"household": ["ho-ngheo", "ho-can-ngheo"]},
            {"all": [{"age": {"from": 75}}, {"not": {"has_pension": True}}, {"other": "Sống một mình"}]},
        ]
    }
    item: Any = a_policy(eligibility=RULE).item
    assert record["conditions"] == json.loads(json.dumps(pack_node(compile_rule(item.eligibility))))
    assert record["who"] == [
        "Hộ nghèo hoặc hộ cận nghèo",
        "Từ đủ 75 tuổi trở lên, trừ người có lương hưu, sống một mình",
    ]


@pytest.mark.parametrize(
    ("typed", "number"), [("1500000", 1500000), ("6.24", 6.24), ("999999999999999999", 999999999999999999), ("0", 0)]
)
def test_a_figure_keeps_its_number_unit_day_and_source(project: Project, typed: str, number: float) -> None:
    project.add(a_policy(amounts=[a_figure(value=typed, unit="đồng/tháng")]))
    (amount,) = _only(project, "chinh-sach")["amounts"]
    assert amount["value"] == number
    assert type(amount["value"]) is type(number)
    assert (amount["unit"], amount["on"]) == ("đồng/tháng", "2025")
    assert amount["source"]["address"] == "https://giamngheo.example/van-ban/75-2023-nd-cp/"


def test_a_policy_names_its_successor_only_when_that_is_public(project: Project) -> None:
    project.add(a_policy(replaced_by="moi", valid_to="2026-12-31"), a_policy("moi", draft="true"))
    assert _only(project, "chinh-sach")["replaced_by"] is None
    assert b'"moi"' not in b"".join(_files(project).values())


def test_identity_stays_when_the_address_changes(project: Project) -> None:
    project.add(a_policy("ten-cu", id="ma-bai"))
    first = _only(project, "chinh-sach")
    (project.root / "policies/ten-cu.md").rename(project.root / "policies/ten-moi.md")
    second = _only(project, "chinh-sach")
    assert first["id"] == second["id"] == "ma-bai"
    assert first["iri"] == second["iri"] == "https://giamngheo.example/id/ma-bai/"
    assert second["address"] == "https://giamngheo.example/chinh-sach/ten-moi/"


def test_nobody_is_named_in_any_field(project: Project) -> None:
    people = [
        {"name": "Giàng Thị Mẫu", "position": "Chủ nhiệm", "consent": CONSENT},
        {"name": "Lò Văn Mẫu", "role": "public", "source": "nguon-1"},
    ]
    project.add(
        a_story(people=people, sources=[SOURCE], approved_by="Phòng duyệt bài", owner="Tổ xem lại"),
        a_plan(number="1/KH-UBND", signer="Hoàng Văn Ký", signer_role="Chủ tịch"),
    )
    data = b"".join(_files(project).values())
    for name in ("Giàng", "Lò Văn", "Hoàng Văn Ký", "Giấy đồng ý", "Phòng duyệt", "Tổ xem lại"):
        assert name.encode() not in data, name
    assert "Chủ tịch".encode() in data


def test_values_of_an_unknown_kind_are_told_without_persons_and_consents() -> None:
    item: Any = a_story(people=[{"name": "A Mẫu", "consent": CONSENT}], image=None).item
    assert plain(item.people) == []
    assert plain(item.people[0]) is None
    assert plain(item.period) == {"from": "2021", "to": "2024"}
    assert plain((item.date, 2)) == ["2026-11-01", 2]


def test_a_kind_that_nothing_is_known_of_has_the_common_fields_and_its_own(project: Project) -> None:
    project.add(a_story(people=[{"name": "Giàng Thị Mẫu", "consent": CONSENT}], members="chua-co-so"))
    material = Material(project.catalog(), "https://x.example", {}, (), frozenset())
    dataset = dataset_of_kind(Story)
    (row,) = dataset.rows(material)
    record = json.loads(row.make().model_dump_json(by_alias=True))
    assert (record["id"], record["fields"]["lessons"], record["fields"]["members"]) == (
        "nuoi-ong",
        "Làm chung.",
        "chua-co-so",
    )
    assert "Giàng" not in json.dumps(record, ensure_ascii=False)
    schema = dataset_schema(dataset, "https://x.example")
    Draft202012Validator({**schema, "$ref": "#/$defs/OtherRecord", "required": []}).validate(record)


def test_a_plan_names_its_files_and_a_summary_has_none(project: Project) -> None:
    project.add(a_plan("that"), a_plan("tom-tat", text_quality="news-summary", body="Tóm tắt.\n"))
    portal = project.portal()
    records = {r["id"]: r for r in _set(_data(portal), "ke-hoach")["items"]}
    addresses = {file.address for file in files_of(portal, "texts")}
    assert records["tom-tat"]["files"] == []
    assert [f["format"] for f in records["that"]["files"]] == ["docx", "txt", "xml", "json"]
    assert {f["address"].removeprefix("https://giamngheo.example") for f in records["that"]["files"]} <= addresses


PLAN_TEXT = """V. TỔ CHỨC THỰC HIỆN

1. Sở Y tế, Sở Tài chính

- Báo cáo kết quả theo Nghị định số 75/2023/NĐ-CP trước ngày 10/11 hằng năm.
"""


def test_duties_are_verbatim_and_lie_where_they_say(project: Project) -> None:
    project.add(a_plan(body=PLAN_TEXT))
    files = _files(project)
    (duty,) = _set(files, "nhiem-vu")["items"]
    assert duty["text"] == PLAN_TEXT[duty["start"] : duty["end"]]
    assert [one["name"] for one in duty["addressees"]] == ["Sở Y tế", "Sở Tài chính"]
    assert duty["deadlines"] == ["trước ngày 10/11 hằng năm"]
    (deadline,) = _set(files, "thoi-han")["items"]
    assert (deadline["kind"], deadline["days"], deadline["last"]) == ("yearly", [{"month": 11, "day": 10}], None)
    (citation,) = _set(files, "vien-dan")["items"]
    assert (citation["relation"], citation["document"]["id"]) == ("vien-dan", "75-2023-nd-cp")
    assert citation["citing_address"].startswith("https://giamngheo.example/ke-hoach/ke-hoach-2021/#")


def test_a_place_tells_what_it_is_today_and_has_an_address_only_with_a_page(project: Project) -> None:
    project.add(a_policy(places=["huyen-cu"]))
    places = {p["id"]: p for p in _set(_files(project), "dia-ban")["items"]}
    assert (places["huyen-cu"]["now"], places["huyen-cu"]["exists_to"]) == (["xa-moi"], "2025-06-30")
    assert places["huyen-cu"]["address"] == "https://giamngheo.example/dia-ban/huyen-cu/"
    project.registers["places"].append({"id": "xa-vang", "name": "Vắng", "unit": "xã", "level": "xa", "code": "00123"})
    project.write_registers()
    places = {p["id"]: p for p in _set(_files(project), "dia-ban")["items"]}
    assert (places["xa-vang"]["address"], places["xa-vang"]["code"]) == (None, "00123")


# Files


def test_the_copy_beside_a_page_is_the_record_of_the_dataset_and_the_page_names_it(project: Project) -> None:
    project.add(a_policy(), a_story(), a_plan())
    portal = project.portal()
    files = _data(portal)
    for dataset in ("chinh-sach", "guong-dien-hinh", "ke-hoach", "van-ban", "chu-de"):
        for record in _set(files, dataset)["items"]:
            if record["address"]:
                address = record["address"].removeprefix("https://giamngheo.example")
                copy = json.loads(files[f"{address}index.json"])
                assert copy.pop("$schema") == f"https://giamngheo.example{FOLDER}{dataset}.ban-ghi.schema.json"
                assert copy == record
                assert page(portal, address).data == f"{address}index.json"
    assert page(portal, "/chinh-sach/").data == f"{FOLDER}chinh-sach.json"
    assert page(portal, "/").data == ""


def test_every_file_is_valid_by_its_own_schema(project: Project) -> None:
    project.add(a_policy(eligibility=RULE, amounts=[a_figure()]), a_story(), a_plan(body=PLAN_TEXT))
    files = _files(project)
    data = {address: json.loads(content) for address, content in files.items() if address.endswith(".json")}
    schemas = {s["$id"]: s for a, s in data.items() if a.endswith(".schema.json")}
    assert len(schemas) > 10
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    checked = 0
    for address, value in data.items():
        if address.endswith(".schema.json"):
            continue
        Draft202012Validator(schemas[value["$schema"]]).validate(value)
        checked += 1
    assert checked > 15


def test_nothing_changes_on_another_day_while_nothing_changes(project: Project) -> None:
    project.add(a_policy(), a_plan(body=PLAN_TEXT))
    before, after = _files(project), _data(project.portal(NOW.replace(day=28)))
    assert before.keys() == after.keys()
    assert {address for address in before if before[address] != after[address]} == set()


def test_the_day_of_change_is_that_of_the_newest_change_that_matters(project: Project) -> None:
    changes = [
        {"date": "2026-11-10", "kind": "revision", "note": "a"},
        {"date": "2026-11-15", "kind": "minor", "note": "b"},
    ]
    project.add(a_policy(changes=changes), a_policy("khac", date="2026-11-02"))
    assert _set(_files(project), "chinh-sach")["modified"] == "2026-11-10"
    assert _set(_files(project), "dia-ban")["modified"] is None


def test_a_set_without_records_leaves_no_file_no_page_and_no_word(project: Project) -> None:
    project.add(a_policy())
    portal = project.portal()
    files = _data(portal)
    assert not [a for a in files if "guong-dien-hinh" in a or "nhiem-vu" in a]
    assert b"guong-dien-hinh" not in b"".join(c for a, c in files.items() if a.startswith("/du-lieu/"))
    assert not [p.address for p in portal.pages if p.address.startswith("/du-lieu/guong")]


def test_what_was_taken_back_is_named_by_its_identity_alone_and_moves_the_day(project: Project) -> None:
    withdrawn = {"date": "2026-11-18", "reason": "Lý do kín"}
    project.add(a_policy(), a_policy("bi-go", id="ma-go", title="Bài bị gỡ", withdrawn=withdrawn))
    files = _files(project)
    whole = _set(files, "chinh-sach")
    assert whole["removed"] == [{"id": "ma-go", "iri": "https://giamngheo.example/id/ma-go/", "date": "2026-11-18"}]
    assert (whole["modified"], whole["count"]) == ("2026-11-18", 1)
    assert "Bài bị gỡ".encode() not in b"".join(files.values())
    assert not [address for address in files if "bi-go" in address]


def test_pictures_and_attachments_are_files_of_the_site(project: Project) -> None:
    image = {"file": "images/ong.jpg", "alt": "Thùng ong", "credit": "Ảnh: Ban biên tập"}
    project.write("content/images/ong.jpg", an_image())
    project.write("content/attachments/mau.pdf", b"%PDF-1.4")
    project.add(a_story(image=image, attachments=[{"file": "attachments/mau.pdf", "title": "Mẫu đơn"}]))
    portal = project.portal()
    (record,) = _set(_data(portal), "guong-dien-hinh")["items"]
    served = {f"https://giamngheo.example{file.address}" for file in portal.files}
    assert {record["image"]["address"], record["attachments"][0]["address"]} <= served
    assert record["image"]["credit"] == "Ảnh: Ban biên tập"


def test_the_licence_is_that_of_the_settings_and_none_is_made_up(project: Project) -> None:
    project.add(a_policy())
    assert _set(_files(project), "chinh-sach")["licence"] is None
    assert b"license" not in _files(project)["/du-lieu/catalog.jsonld"]
    project.write("content/portal.yml", "licence: https://giay-phep.example/mo/\n")
    assert _set(_files(project), "chinh-sach")["licence"] == "https://giay-phep.example/mo/"
    assert b"https://giay-phep.example/mo/" in _files(project)["/du-lieu/catalog.jsonld"]


# Tables


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "  =1", "\r\n=1", "＝1", '=HYPERLINK("https://x.example")', "\x00=1"],
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert as_text(text).startswith("'")


@pytest.mark.parametrize("text", ["Hộ nghèo", "75/2023/NĐ-CP", "a=b", "", "'đã có"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert as_text(text) == text


def test_a_table_reads_back_what_the_json_says(project: Project) -> None:
    title = 'Thẻ "bảo hiểm"; y tế,\nhai dòng'
    project.add(a_policy(title=title, summary="=cmd|' /C calc'!A0"), a_story())
    files = _files(project)
    text = files[f"{FOLDER}chinh-sach.csv"].decode()
    assert text.startswith("\ufeffid,iri,address,")
    (row,) = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    (record,) = _set(files, "chinh-sach")["items"]
    assert row["title"] == record["title"]
    assert row["summary"] == "'" + record["summary"]
    assert (row["state.code"], row["topics"], row["valid_to"]) == ("con-hieu-luc", "y tế", "")
    assert row["legal_basis"] == "75/2023/NĐ-CP"
    assert not {"steps", "rule", "conditions", "amounts"} & row.keys()


def test_every_dataset_has_columns_of_its_own_fields() -> None:
    for dataset in all_datasets():
        names = columns(dataset.record)
        assert len(names) == len(set(names)) > 2
        assert {name.split(".")[0] for name in names} <= dataset.record.model_fields.keys()


def test_a_number_that_is_negative_stays_a_number() -> None:
    class Cold(Record):
        degrees: int | None
        name: str

    assert row_line(Cold, {"degrees": -5, "name": "-5"}) == "-5,'-5\r\n"
    assert head_line(Cold) == "\ufeffdegrees,name\r\n"


# The catalogue


HOSTILE = 'Dòng "một"\n\\ hai\t<script>\u2028 ế 𝒳 \r'


def test_both_forms_of_a_graph_say_the_same_whatever_is_written_in_it() -> None:
    inner = Node("", ("foaf:Agent",), (("foaf:name", Text(HOSTILE)),))
    facts = (
        ("dct:title", Text(HOSTILE)),
        ("dct:publisher", inner),
        ("dcat:theme", Iri('https://x.example/a b<c>"{d}|\\^`é')),
        ("dct:issued", Typed("2026-11-22", "xsd:date")),
        ("dct:identifier", Typed(HOSTILE)),
    )
    graph = [Node("https://x.example/#a", ("dcat:Dataset",), facts)]
    ld, turtle = read_graph(write_json_ld(graph), "json-ld"), read_graph(write_triples(graph), "turtle")
    assert len(ld) == 8
    assert isomorphic(ld, turtle)


def test_the_catalogue_names_every_set_and_both_forms_agree(project: Project) -> None:
    project.add(a_policy(), a_story())
    files = _files(project)
    ld = read_graph(files["/du-lieu/catalog.jsonld"], "json-ld")
    assert isomorphic(ld, read_graph(files["/du-lieu/catalog.ttl"], "turtle"))
    rows: Any = ld.query(
        "PREFIX dcat: <http://www.w3.org/ns/dcat#> SELECT ?url ?size WHERE "
        "{ ?c a dcat:Catalog; dcat:dataset/dcat:distribution ?d . ?d dcat:downloadURL ?url; dcat:byteSize ?size }"
    )
    found = {str(url).removeprefix("https://giamngheo.example"): int(size) for url, size in rows}
    sets = {a: len(c) for a, c in files.items() if a.startswith(FOLDER) and not a.endswith(".schema.json")}
    assert found == sets
