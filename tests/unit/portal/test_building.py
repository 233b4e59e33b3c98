"""The whole flow: what leaves no trace, what an error holds back, what the cache may do, two builds alike."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import astuple

from factories import (
    CONSENT,
    NOW,
    ItemFile,
    Project,
    a_material,
    a_plan,
    a_policy,
    a_question,
    a_story,
    an_activity,
    an_image,
    codes,
    files_of,
    item_addresses,
    late_files,
    page,
)
from giamngheo.ground.cache import Cache, digest
from giamngheo.portal import Portal, warming
from giamngheo.portal import bodies as portal_bodies
from giamngheo.rendering.outputs import Faulty, Later

TOKEN = "zqxtoken"  # noqa: S105 - a word that stands nowhere else


def strings(value: object) -> Iterator[str]:
    """Every text that a value holds, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield value.decode("latin-1")
    else:
        for part in _parts(value):
            yield from strings(part)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Later):
        return [value.make()]
    if isinstance(value, Struct):
        return astuple(value)
    if isinstance(value, dict):
        return [part for pair in value.items() for part in pair]
    return value if isinstance(value, (list, tuple, set, frozenset)) else ()


def leaks(portal: Portal, token: str = TOKEN) -> list[str]:
    """Texts with the token in what leaves the house; the catalog stays inside."""
    late = [(address, content.decode(errors="replace")) for address, content in late_files(portal).items()]
    return [text for text in strings([portal.pages, late, portal.files]) if token in text]


def test_what_names_a_hidden_item_never_tells_its_id(tmp_path: Path) -> None:
    project = Project(tmp_path).add(
        a_policy("an", id=TOKEN, draft="true"),
        a_plan("an", id=f"{TOKEN}-ke-hoach", publish_at="2027-01-01"),
        a_policy(replaced_by=TOKEN),
        a_story(support=[{"what": "Vốn vay", "policy": TOKEN}]),
        an_activity(plan=f"{TOKEN}-ke-hoach", policies=[TOKEN, "bao-hiem-y-te"]),
        a_question(policies=[TOKEN]),
        a_material(policies=[TOKEN]),
    )
    project.add_series("ca-nuoc,2023,2.93", slug="an", id=f"{TOKEN}-so-lieu", title="Ẩn", counts="Ẩn", draft="true")
    project.add_series("ca-nuoc,2023,2.93", unlike=[{"series": f"{TOKEN}-so-lieu", "why": "Khác."}])
    portal = project.portal()
    assert leaks(portal) == []
    assert b'"policies":["bao-hiem-y-te"]' in late_files(portal)["/du-lieu/v1/hoat-dong.json"]


def full(slug: str, **front: object) -> tuple[ItemFile, ...]:
    """A policy with the token in every field, and another item that points at it from everywhere."""
    image = {"file": f"images/{TOKEN}.jpg", "alt": TOKEN, "credit": TOKEN}
    attachment = {"file": f"attachments/{TOKEN}.pdf", "title": TOKEN}
    keys: dict[str, object] = {
        "id": f"{slug}-{TOKEN}",
        **dict.fromkeys(("title", "summary", "benefit", "author", "contact"), TOKEN),
        "image": image,
        "attachments": [attachment],
        "aliases": [f"/cu-{TOKEN}/"],
        "steps": [{"do": TOKEN}],
        "season": {"from": "01-01", "to": "12-31", "what": TOKEN, "source": "75-2023-nd-cp"},
        "valid_to": "2026-12-31",
    }
    hidden = a_policy(slug, f"{TOKEN}\n", **{**keys, **front})
    pointing = a_policy("tro", body=f"Xem [bài kia]({slug}.md).\n", replaced_by=f"{slug}-{TOKEN}")
    story = a_story("ong", support=[{"what": "Vốn", "policy": f"{slug}-{TOKEN}"}])
    return hidden, pointing, story


@pytest.fixture
def files(project: Project) -> Project:
    project.write(f"content/images/{TOKEN}.jpg", an_image())
    project.write(f"content/attachments/{TOKEN}.pdf", b"%PDF-1.4 " + TOKEN.encode())
    return project


def test_what_is_public_shows_up_everywhere(files: Project) -> None:
    portal = files.add(*full("bai")).portal()
    assert len(leaks(portal)) > 20


@pytest.mark.parametrize(
    "front",
    [
        {"draft": True},
        {"publish_at": "2026-11-21 12:01"},
        {"date": "2026-11-22"},
        {"people": [{"name": "Lý Thị A", "consent": {**CONSENT, "withdrawn": "2026-11-21"}}]},
        {"draft": True, "withdrawn": {"date": "2026-11-01", "reason": TOKEN}},
        {"publish_at": "2027-01-01", "withdrawn": {"date": "2026-11-01", "reason": TOKEN}},
    ],
    ids=["draft", "embargo", "day ahead", "consent withdrawn", "withdrawn draft", "withdrawn before its hour"],
)
def test_what_is_not_public_leaves_no_trace(files: Project, front: dict[str, object]) -> None:
    portal = files.add(*full("bai", **front)).portal()
    assert leaks(portal) == []
    assert leaks(portal, "bai.md") == []
    assert item_addresses(portal) != []


def test_a_withdrawn_item_leaves_its_addresses_and_nothing_of_its_text(files: Project) -> None:
    portal = files.add(*full("bai", withdrawn={"date": "2026-11-01", "reason": "Sai số liệu"})).portal()
    own = f"bai-{TOKEN}"  # the id alone: newsrooms must be told which item is gone
    assert {leak.replace(own, "") for leak in leaks(portal) if TOKEN in leak.replace(own, "")} == {f"/cu-{TOKEN}/"}


def test_an_item_held_back_for_its_error_leaves_no_trace(files: Project) -> None:
    portal = (
        files.add(*full("bai", amounts=[]))
        .add(a_policy("khac", body=f"{TOKEN} [x](khong-co.md)\n"))
        .portal(on_error="hold")
    )
    assert "/chinh-sach/khac/" not in item_addresses(portal)
    files.write("content/policies/bai.md", (files.root / "policies/bai.md").read_text("utf-8") + "\n<script>\n")
    portal = files.portal(on_error="hold")
    assert leaks(portal) == []
    assert portal.held == ("content/policies/bai.md", "content/policies/khac.md")


def test_the_text_a_revision_replaced_leaves_no_trace(files: Project) -> None:
    replaced, _, _ = full("bai", id="bai", aliases=None)
    files.add(replaced, a_policy("moi", revises="bai", publish_at="2026-11-01"))
    assert leaks(files.portal()) == []


def test_a_revision_ahead_leaves_no_trace(files: Project) -> None:
    hidden, _, _ = full("moi", revises="bai", publish_at="2027-01-01")
    files.add(a_policy("bai"), hidden)
    assert leaks(files.portal()) == []


# --- errors ---------------------------------------------------------------------------------------------------


def test_an_error_anywhere_publishes_nothing_by_default(project: Project) -> None:
    portal, problems = project.add(a_policy("a"), a_policy("b", date="2025-13-40")).build()
    assert portal is None
    assert codes(problems) == ["ngay-sai"]


@pytest.mark.parametrize("mode", ["hold", "show"])
def test_an_item_in_error_is_held_back_and_the_rest_goes_out(project: Project, mode: str) -> None:
    project.add(a_policy("a", body="[b](b.md)\n"), a_policy("b", date="2025-13-40"))
    portal, problems = project.build(on_error=mode)  # type: ignore[arg-type]
    assert portal is not None
    assert codes(problems) == ["ngay-sai"]
    assert item_addresses(portal) == ["/chinh-sach/a/"]
    assert portal.held == ("content/policies/b.md",)
    assert page(portal, "/chinh-sach/a/").view.item.html == "<p>b</p>"  # type: ignore[union-attr]


@pytest.mark.parametrize("mode", ["stop", "hold", "show"])
@pytest.mark.parametrize(
    "file", ["content/registers/places.yml", "content/portal.yml", "content/registers/abbreviations.yml"]
)
def test_an_error_in_registers_or_settings_always_stops(project: Project, mode: str, file: str) -> None:
    project.add(a_policy("a")).write(file, "- id: [\n")
    portal, problems = project.build(on_error=mode)  # type: ignore[arg-type]
    assert portal is None
    assert codes(problems) == ["yaml-sai"]


def test_a_warning_stops_nothing(project: Project) -> None:
    portal, problems = project.add(a_policy("a", last_checked="2025-01-01")).build()
    assert portal is not None
    assert codes(problems) == ["kiem-tra-qua-han"]


def test_a_feed_that_fails_its_check_stops_the_build(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from giamngheo.outlets.feeds import press  # noqa: PLC0415 - patched here

    monkeypatch.setattr(press, "check_feed", lambda *_: ["hỏng"])
    with pytest.raises(Faulty, match="hỏng"):
        late_files(project.add(a_policy("a")).portal())


# --- pages, files -----------------------------------------------------------------------------------------------


def test_every_address_is_taken_once_and_every_link_of_a_page_leads_to_one(files: Project) -> None:
    files.add(*full("bai"), a_plan("kh", number="1/KH-UBND"))
    portal = files.portal()
    addresses = [p.address for p in portal.pages] + [*late_files(portal)] + [a.address for a in portal.files]
    assert len(addresses) == len(set(addresses))
    named = {t for t in strings([p.view for p in portal.pages]) if t.startswith("/") and len(t) > 1}
    assert named <= set(addresses)


def test_an_image_loses_what_the_camera_wrote_and_its_width(project: Project) -> None:
    from PIL import Image  # noqa: PLC0415 - only here

    exif = Image.Exif()
    exif[0x010E] = TOKEN
    project.write("content/images/a.jpg", an_image(2000, 100, exif=exif))
    project.add(a_policy("a", image={"file": "images/a.jpg", "alt": "Ong", "credit": "Tòa soạn"}))
    portal = project.portal()
    assert leaks(portal) == []
    image = page(portal, "/chinh-sach/a/").view.item.image  # type: ignore[union-attr]
    assert (image.width, image.height) == (1200, 60)


def test_a_very_flat_image_keeps_at_least_one_line(project: Project) -> None:
    project.write("content/images/a.png", an_image(5000, 1, "PNG"))
    project.add(a_policy("a", body="![Ong](../images/a.png)\n"))
    assert {"/images/a.png", "/assets/480/images/a.png"} <= {a.address for a in project.portal().files}


def test_two_builds_are_equal(files: Project) -> None:
    files.add(*full("bai"), a_plan("kh"))
    first, second = files.portal(), files.portal()
    assert (first.pages, files_of(first, "feeds"), first.files) == (
        second.pages,
        files_of(second, "feeds"),
        second.files,
    )


def test_the_order_in_which_files_were_written_does_not_matter(tmp_path: Path) -> None:
    items = [a_policy("a"), a_policy("b"), a_story("c"), a_plan("d")]
    one = Project(tmp_path / "mot").add(*items).portal()
    two = Project(tmp_path / "hai").add(*reversed(items)).portal()
    assert (one.pages, files_of(one, "feeds")) == (two.pages, files_of(two, "feeds"))


def test_many_items_read_in_parallel_equal_those_read_one_by_one(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.add(*(a_policy(f"a{n}", body=f"Lời {n} UBND[^1]\n\n[^1]: {n}\n") for n in range(60)))
    alone = project.portal()
    monkeypatch.setattr(warming, "processors", lambda: 2)
    warming.warm_cache(project.root, Cache(tmp_path / "kho"), NOW)
    kept_files = list((tmp_path / "kho").rglob("*.json"))
    assert len(kept_files) == 2 * 60 + 1 + 1 + 1  # HTML, facts; what all say, its list; that it was done
    assert sorted(p.name for p in (tmp_path / "kho").glob("items*")) == ["items-0", "items-1"]
    together = project.portal(cache=tmp_path / "kho")
    assert (together.pages, files_of(together, "feeds")) == (alone.pages, files_of(alone, "feeds"))


# --- cache --------------------------------------------------------------------------------------------------------


def test_a_build_from_the_cache_equals_one_without(project: Project, tmp_path: Path) -> None:
    project.add(a_policy("a", body="Lời [b](b.md)\n"), a_policy("b"), a_plan("c"))
    cold = project.portal()
    assert project.portal(cache=tmp_path / "kho").pages == cold.pages
    warm = project.portal(cache=tmp_path / "kho")
    assert (warm.pages, files_of(warm, "feeds")) == (cold.pages, files_of(cold, "feeds"))


def test_problems_come_out_of_the_cache_as_they_went_in(project: Project, tmp_path: Path) -> None:
    project.add(a_policy("a", body="<b>x</b> [c](javascript:x)\n"))
    _, first = project.build(cache=tmp_path / "kho")
    _, second = project.build(cache=tmp_path / "kho")
    assert [str(p) for p in first] == [str(p) for p in second] != []


_FACTS = b'{"digest": "", "headings": [], "citations": [], "links": [], "images": [], "problems": [%s]}'


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"5",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"digest": 5, "headings": [], "citations": [], "links": [], "images": [], "problems": []}',
        b'{"digest": "", "headings": [[2]], "citations": [], "links": [], "images": [], "problems": []}',
        _FACTS % b'["ma-cu", "a", 1, {}]',
        _FACTS % b'["ma-sai", "a", "x", {}]',
        _FACTS % b'["ma-sai", "a", 1, {"value": 5}]',
    ],
)
def test_a_damaged_file_of_the_cache_counts_as_absent(project: Project, tmp_path: Path, damage: bytes) -> None:
    cold = project.add(a_policy("a")).portal()
    project.portal(cache=tmp_path / "kho")
    for file in (tmp_path / "kho").rglob("*.json"):
        file.write_bytes(damage)
    assert project.portal(cache=tmp_path / "kho").pages == cold.pages


def test_a_body_gone_from_the_cache_after_it_was_found_is_rendered_again(project: Project, tmp_path: Path) -> None:
    cold = project.add(a_policy("a", body="Lời bài.\n")).portal()
    project.portal(cache=tmp_path / "kho")
    warm = project.portal(cache=tmp_path / "kho")
    shutil.rmtree(tmp_path / "kho")
    assert warm.pages == cold.pages


def test_a_cache_that_cannot_be_written_costs_only_time(project: Project, tmp_path: Path) -> None:
    (tmp_path / "kho").write_text("a file", "utf-8")
    assert project.add(a_policy("a")).portal(cache=tmp_path / "kho")


def kept(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*.json")}


@pytest.mark.parametrize("change", ["abbreviation", "place", "hotline", "body", "code"])
def test_what_a_rendering_depends_on_changes_its_key(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    project.add(a_policy("a")).portal(cache=tmp_path / "kho")
    before = kept(tmp_path / "kho")
    if change == "abbreviation":
        project.write("content/registers/abbreviations.yml", "- {id: ubnd, short: UBND, long: Ủy ban nhân dân}\n")
    elif change == "place":
        project.registers["places"].append({"id": "moi", "name": "Mới", "unit": "xã", "level": "xa"})
        project.write_registers()
    elif change == "hotline":
        project.write("content/portal.yml", "contact: {hotlines: [{number: '111', label: Trẻ em}]}\n")
    elif change == "body":
        project.add(a_policy("a", body="Khác.\n"))
    else:
        monkeypatch.setattr(portal_bodies, "code_digest", lambda: "another")
    project.portal(cache=tmp_path / "kho")
    new = 3 if change in {"abbreviation", "hotline"} else 2  # facts and HTML; what is read aloud depends on it too
    assert len(kept(tmp_path / "kho")) == len(before) + new


def test_keys_tell_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("\ud800") != digest("?")


def test_a_cache_without_a_folder_keeps_nothing() -> None:
    cache = Cache(None)
    cache.put("ab", 1)
    assert cache.get("ab", int) is None
