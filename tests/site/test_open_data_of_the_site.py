"""The open data of the real site, as its users take it: downloaded, validated, read with RDF, compared with pages."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from html_site import HOST, Site
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, XSD

from giamngheo.ground.vietnamese import format_partial
from graphs import read_graph

Json = dict[str, Any]
V1 = "du-lieu/v1/"
_NO_SETS = (".schema.json",)


@pytest.fixture(scope="module")
def sets(site: Site) -> dict[str, Json]:
    """All datasets by name."""
    names = [n for n in site.names if n.startswith(V1) and n.endswith(".json") and not n.endswith(_NO_SETS)]
    return {n.removeprefix(V1).removesuffix(".json"): _read(site, n) for n in sorted(names)}


@pytest.fixture(scope="module")
def graph(site: Site) -> Graph:
    """The catalogue."""
    return read_graph((site.folder / "du-lieu/catalog.jsonld").read_bytes(), "json-ld")


def test_all_that_the_portal_has_is_there(site: Site, sets: dict[str, Json]) -> None:
    expected = {"chinh-sach", "guong-dien-hinh", "ke-hoach", "nhiem-vu", "thoi-han", "van-ban", "vien-dan", "dia-ban"}
    assert expected | {"co-quan", "chu-de", "chuan-ngheo", "chi-so-thieu-hut", "tu-dien"} <= sets.keys()
    for name, one in sets.items():
        assert one["count"] == len(one["items"]) > 0, name
    for name in ("chinh-sach", "guong-dien-hinh", "ke-hoach", "van-ban"):
        pages = {n for n in site.pages if n.count("/") == 2 and n.startswith(f"{name}/") and "/trang-" not in n}
        pages -= {n for n in pages if n.startswith("van-ban/theo-")}
        assert {_file(site, r["address"]) for r in sets[name]["items"]} == pages


def test_every_file_is_valid_by_the_schema_that_it_names(site: Site, sets: dict[str, Json]) -> None:
    copies = [_read(site, name) for name in sorted(site.names) if name.endswith("/index.json")]
    assert len(copies) > 200
    by_schema: dict[str, list[Json]] = {}
    for value in [*sets.values(), *copies]:
        by_schema.setdefault(value["$schema"], []).append(value)
    for address, values in by_schema.items():
        schema = _read(site, _file(site, address))
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == address
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        for value in values:
            assert [error.message for error in validator.iter_errors(value)] == [], value.get("address")


def test_every_address_of_this_portal_in_the_data_leads_to_a_file_and_an_anchor(
    site: Site, sets: dict[str, Json]
) -> None:
    broken = set()
    for address in {a for one in sets.values() for a in _addresses(one)}:
        parts, name = urlsplit(address), site.file_at(address)
        anchors = site.pages[name].anchors if name in site.pages else []
        if name is None or (parts.fragment and parts.fragment not in anchors):
            broken.add(address)
    assert broken == set()


def test_ids_are_unique_and_what_records_name_is_there(sets: dict[str, Json]) -> None:
    ids = {name: [r["id"] for r in one["items"]] for name, one in sets.items() if "id" in one["items"][0]}
    for name, found in ids.items():
        assert len(found) == len(set(found)), name
    known = {name: set(found) for name, found in ids.items()}
    for record in sets["chinh-sach"]["items"]:
        assert {d["id"] for d in record["legal_basis"]} <= known["van-ban"]
        assert {t["id"] for t in record["topics"]} <= known["chu-de"]
        assert {p["id"] for p in record["places"]} <= known["dia-ban"]
    for record in sets["dia-ban"]["items"]:
        assert {*record["now"], *record["successors"]} <= known["dia-ban"]
        assert record["parent"] is None or record["parent"] in known["dia-ban"]
    for record in sets["vien-dan"]["items"]:
        assert record["document"]["id"] in known["van-ban"]
        assert record["citing_id"] in known[record["citing_dataset"]]
    for record in sets["nhiem-vu"]["items"]:
        assert record["plan"]["id"] in known["ke-hoach"]
        assert {a["agency"]["id"] for a in record["addressees"] if a["agency"]} <= known["co-quan"]


def _state_as_told(record: Json) -> str:
    """Pages tell a state by the calendar, where the record has its day, and by its name elsewhere."""
    state, first, last = record["state"], record["valid_from"], record["valid_to"]
    if state["code"] == "chua-hieu-luc":
        return f"hiệu lực từ {format_partial(first)}"
    told: str = state["label"]
    return told if state["is_over"] or not last else f"hiệu lực đến hết {format_partial(last)}"


def test_the_data_says_what_the_pages_say(site: Site, sets: dict[str, Json]) -> None:
    for record in sets["chinh-sach"]["items"]:
        shown = _words(site, record["address"])
        texts = [record["title"], record["benefit"], _state_as_told(record)]
        texts += [amount["text"] for amount in record["amounts"]] + [step["do"] for step in record["steps"]]
        texts += [document["number"] for document in record["legal_basis"]]
        assert [text for text in texts if " ".join(text.split()) not in shown] == []
    for name in ("guong-dien-hinh", "ke-hoach", "van-ban"):
        for record in sets[name]["items"]:
            assert " ".join(record["title"].split()) in _words(site, record["address"])


def _bare(node: Json) -> Json:
    """A rule as the finder fetches it first: its words come later."""
    parts = {key: value for key, value in node.items() if key != "words"}
    return {k: [_bare(one) for one in v] if k in {"all", "any"} else v for k, v in parts.items()}


def test_rules_are_those_that_the_finder_evaluates(site: Site, sets: dict[str, Json]) -> None:
    (name,) = (n for n in site.names if n.startswith("assets/chinh-sach.") and n.endswith(".json"))
    ours = {urlsplit(r["address"]).path: r["conditions"] for r in sets["chinh-sach"]["items"]}
    data = _read(site, name)
    words = [iter(_read(site, address[1:])) for address in data["texts"]]
    assert data["policies"]
    for policy in data["policies"]:
        rule, own = policy["rule"], _bare(ours[next(words[policy["text"]])["address"]])
        assert rule == own or (rule["all"][0]["fact"], rule["all"][1:]) == ("place", [own])


def test_duties_and_deadlines_are_words_of_the_text_at_their_offsets(site: Site, sets: dict[str, Json]) -> None:
    texts = {r["id"]: _text(site, r["files"]) for r in sets["ke-hoach"]["items"] if r["files"]}
    for record in [*sets["nhiem-vu"]["items"], *sets["thoi-han"]["items"]]:
        assert texts[record["plan"]["id"]][record["start"] : record["end"]] == record["text"]


def test_every_page_with_a_copy_names_it_and_it_is_that_page(site: Site) -> None:
    found = 0
    for page in site.full_pages:
        for link in page.tree.xpath("//link[@rel='alternate'][@type='application/json']/@href"):
            target = urljoin(page.address, str(link))
            value = _read(site, _file(site, target))
            if target.endswith("/index.json"):
                found += 1
                assert value["address"] == page.address
    assert found == len([n for n in site.names if n.endswith("/index.json")]) > 200


def test_tables_hold_as_many_records_and_no_formula(site: Site, sets: dict[str, Json]) -> None:
    for name, one in sets.items():
        text = (site.folder / f"{V1}{name}.csv").read_bytes().decode("utf-8-sig")
        head, *rows = list(csv.reader(StringIO(text)))
        assert len(rows) == one["count"]
        assert {len(row) for row in rows} == {len(head)}
        assert not [c for row in rows for c in row if c.startswith(("=", "+", "-", "@"))], name


def test_the_catalogue_has_what_dcat_ap_requires(graph: Graph) -> None:
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    _has(graph, catalogue, DCTERMS.title, DCTERMS.description, DCTERMS.publisher, FOAF.homepage, DCAT.dataset)
    datasets = set(graph.objects(catalogue, DCAT.dataset))
    assert datasets == set(graph.subjects(RDF.type, DCAT.Dataset))
    for dataset in datasets:
        _has(graph, dataset, DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.language, DCAT.theme)
        _has(graph, dataset, DCAT.landingPage, DCAT.distribution, DCTERMS.issued, DCTERMS.spatial, DCTERMS.rights)
        assert all(t.language == "vi" for t in graph.objects(dataset, DCTERMS.title) if isinstance(t, Literal))
    for publisher in set(graph.objects(None, DCTERMS.publisher)):
        _has(graph, publisher, FOAF.name)


def test_every_distribution_can_be_downloaded_and_is_as_large_as_told(
    site: Site, sets: dict[str, Json], graph: Graph
) -> None:
    distributions = list(graph.subjects(RDF.type, DCAT.Distribution))
    assert len(distributions) >= 2 * len(sets)
    for one in distributions:
        name = _file(site, str(graph.value(one, DCAT.downloadURL)))
        size = graph.value(one, DCAT.byteSize)
        assert size == Literal(str((site.folder / name).stat().st_size), datatype=XSD.nonNegativeInteger)
        kind = "text/csv" if name.endswith(".csv") else "application/json"
        assert graph.value(one, DCAT.mediaType) == URIRef(f"https://www.iana.org/assignments/media-types/{kind}")
        schema = graph.value(one, DCTERMS.conformsTo)
        assert (schema is None) == name.endswith(".csv")
        assert schema is None or site.file_at(str(schema))
        assert graph.value(one, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")


def test_pages_of_the_data_tell_search_engines_of_it(site: Site, sets: dict[str, Json]) -> None:
    (catalogue,) = (n for n in _structured(site, "du-lieu/index.html") if n["@type"] == "DataCatalog")
    assert len(catalogue["dataset"]) == len(sets)
    for name in sets:
        (described,) = (n for n in _structured(site, f"du-lieu/{name}/index.html") if n["@type"] == "Dataset")
        for download in described["distribution"]:
            assert site.file_at(download["contentUrl"])


def _read(site: Site, name: str) -> Json:
    found: Json = json.loads((site.folder / name).read_bytes())
    return found


def _file(site: Site, address: str) -> str:
    name = site.file_at(address)
    assert name, address
    return name


def _addresses(value: object) -> Iterator[str]:
    """Every full address of this portal within a value."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner)
    elif isinstance(value, str) and value.startswith(HOST):
        yield value


def _words(site: Site, address: str) -> str:
    tree: html.HtmlElement = site.pages[_file(site, address)].tree
    return " ".join(tree.text_content().split())


def _text(site: Site, files: list[dict[str, str]]) -> str:
    (address,) = (f["address"] for f in files if f["format"] == "txt")
    return (site.folder / _file(site, address)).read_bytes().decode()


def _structured(site: Site, name: str) -> list[Json]:
    (script,) = site.pages[name].tree.xpath("//script[@type='application/ld+json']/text()")
    found: list[Json] = json.loads(script)["@graph"]
    return found


def _has(graph: Graph, subject: object, *names: URIRef) -> None:
    for name in names:
        assert list(graph.objects(subject, name)), (subject, name)  # type: ignore[arg-type]
