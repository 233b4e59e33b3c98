"""Materials on the website: slogans, files with their size, sound and film with a transcript; no trace of none."""

from __future__ import annotations

import re

import pytest

from factories import SOURCE, Project, a_material, a_plan, a_policy, a_story, codes, late_files, page
from giamngheo.catalog.verbatim import check_slogans
from giamngheo.content.languages import LANGUAGE_NAMES, Language
from giamngheo.content.loader import load_content
from giamngheo.outlets.materials.pages import LeafletsView
from giamngheo.outlets.pages.kinds.material import MaterialView
from giamngheo.outlets.pages.kinds.policy import PolicyView
from giamngheo.rendering.media import endings, is_media, media_type
from giamngheo.rendering.printed import duration_words, file_note

SOUND = b"ID3" + b"\x00" * 2_497
RECORDING = {"file": "attachments/nghe.mp3", "length": "3:20"}


def a_recording(slug: str = "nghe", **front: object) -> object:
    keys = {"kind": "am-thanh", "slogans": None, "recording": RECORDING, "language": "hmn", **front}
    return a_material(slug, body="Lời nói trong bài.\n", **keys)


def test_a_slogan_stands_word_for_word_with_its_source_and_its_banner(project: Project) -> None:
    portal = project.add(
        a_material(slogans=[{"text": "Vì người nghèo - Không để ai", "source": "75-2023-nd-cp"}])
    ).portal()
    view = page(portal, "/tai-lieu/khau-hieu/").view
    assert isinstance(view, MaterialView)
    (slogan,) = view.slogans
    assert slogan.text == "Vì người nghèo - Không để ai"
    assert slogan.source.address == "/van-ban/75-2023-nd-cp/"
    files = late_files(portal)
    assert files[slogan.picture].startswith(b"<svg")
    assert files[slogan.print_file].startswith(b"%PDF")


def test_a_slogan_may_differ_from_its_plan_in_line_ends_only(project: Project) -> None:
    record = {"number": "10/KH-UBND", "type": "ke-hoach", "issuer": "ubnd-tinh-cu", "issued": "2021-01-01"}
    project.registers["documents"].append({"id": "kh", **record, "status": "con-hieu-luc", "title": "Kế hoạch"})
    project.write_registers()
    project.add(a_plan(number="10/KH-UBND", body="I. MỤC ĐÍCH\n\nPhong trào “Vì người\nnghèo”.\n"))
    project.add(a_material(slogans=[{"text": text, "source": "kh"} for text in ("Vì người nghèo", "vì người nghèo")]))
    (problem,) = check_slogans(load_content(project.root))
    assert problem.code == "khau-hieu-khac-nguon"
    assert problem.values["text"] == "vì người nghèo"


def test_a_recording_tells_kind_size_length_and_language_before_it_is_loaded(project: Project) -> None:
    project.write("content/attachments/nghe.mp3", SOUND)
    portal = project.add(a_recording()).portal()  # type: ignore[arg-type]
    view = page(portal, "/tai-lieu/nghe/").view
    assert isinstance(view, MaterialView)
    assert view.recording
    assert (view.recording.note, view.recording.type) == ("MP3, 2 KB, 3 phút 20 giây", "audio/mpeg")
    assert view.language == "hmn"
    assert ("Ngôn ngữ", "Tiếng Mông") in [(label, link.label) for label, link in view.facts]
    assert late_files(portal)["/attachments/nghe.mp3"] == SOUND


def test_newsrooms_receive_a_recording_as_enclosure(project: Project) -> None:
    project.write("content/attachments/nghe.mp3", SOUND)
    feeds = late_files(project.add(a_recording()).portal())  # type: ignore[arg-type]
    enclosure = re.search(r"<enclosure[^>]*>", feeds["/rss/phat-thanh.rss"].decode())
    assert enclosure
    assert 'length="2500"' in enclosure[0]
    assert "/attachments/nghe.mp3" in enclosure[0]


def test_a_recording_of_an_item_kept_back_is_not_served(project: Project) -> None:
    project.write("content/attachments/nghe.mp3", SOUND)
    project.add(a_recording(draft=True), a_policy())  # type: ignore[arg-type]
    assert "/attachments/nghe.mp3" not in late_files(project.portal())


def test_every_file_to_load_tells_its_kind_and_size(project: Project) -> None:
    project.write("content/attachments/a.pdf", b"%PDF-1.4".ljust(240_400))
    project.add(a_policy(attachments=[{"file": "attachments/a.pdf", "title": "Toàn văn"}]))
    view = page(project.portal(), "/chinh-sach/bao-hiem-y-te/").view
    assert isinstance(view, PolicyView)
    assert [(link.label, note) for link, note in view.item.attachments] == [("Toàn văn", "PDF, 240 KB")]


def test_a_policy_names_its_leaflet_and_the_materials_about_it(project: Project) -> None:
    project.add(a_policy(), a_material(policies=["bao-hiem-y-te"]))
    view = page(project.portal(), "/chinh-sach/bao-hiem-y-te/").view
    assert isinstance(view, PolicyView)
    assert view.leaflet
    assert view.leaflet.address == "/chinh-sach/bao-hiem-y-te/to-roi.pdf"
    assert [link.address for link in view.materials] == ["/tai-lieu/khau-hieu/"]


def test_the_list_of_leaflets_names_every_policy_one_can_rely_on_once(project: Project) -> None:
    project.add(a_policy(topics=["tin-dung", "y-te"]), a_policy("cu", valid_from="2020-01-01", valid_to="2021-01-01"))
    view = page(project.portal(), "/to-roi/").view
    assert isinstance(view, LeafletsView)
    assert [(name, [file.address for _, file in lines]) for name, lines in view.groups] == [
        ("tín dụng", ["/chinh-sach/bao-hiem-y-te/to-roi.pdf"])
    ]


def test_without_policies_and_materials_nothing_is_left_of_them(project: Project) -> None:
    project.add(a_story())
    portal, empty = project.portal(), [p.address for p in project.portal().pages]
    assert not [address for address in empty if address.startswith(("/tai-lieu", "/to-roi"))]
    assert not [address for address in late_files(portal) if address.endswith((".pdf", ".svg"))]
    assert len(project.add(a_policy()).portal().late) == len(portal.late) + 1


@pytest.mark.parametrize("address", ["/to-roi/", "/to-roi/cu/", "/tai-lieu/"])
def test_no_old_address_takes_the_place_of_the_lists(project: Project, address: str) -> None:
    assert "dia-chi-trung" in codes(project.add(a_policy(aliases=[address])).check())


def test_a_material_is_found_searched_told_and_fed_like_any_item(project: Project) -> None:
    portal = project.add(a_material(sources=[SOURCE])).portal()
    addresses = {p.address for p in portal.pages}
    assert {"/tai-lieu/", "/id/khau-hieu/", "/chia-se/khau-hieu/", "/chu-de/y-te/"} <= addresses
    files = late_files(portal)
    assert "Vì người nghèo - Không để ai bị bỏ lại phía sau" in files["/rss/tai-lieu.rss"].decode()
    assert "Vì người nghèo" in files["/chia-se/khau-hieu.txt"].decode()


@pytest.mark.parametrize(
    ("file", "size", "note"),
    [
        ("a.PDF", 1, "PDF, 1 KB"),
        ("a.mp4", 12_540_000, "MP4, 12,5 MB"),
        ("a.zip", 3_000_000, "ZIP, 3 MB"),
        ("a.doc", None, "DOC"),
    ],
)
def test_sizes_are_written_as_people_read_them(file: str, size: int | None, note: str) -> None:
    assert file_note(file, size) == note


def test_durations_are_written_as_people_say_them() -> None:
    assert [duration_words(s) for s in (200, 60, 45)] == ["3 phút 20 giây", "1 phút", "45 giây"]


def test_the_ending_of_a_file_must_be_true() -> None:
    assert is_media("a.mp3", SOUND[:12])
    assert not is_media("a.mp3", b"<html>")
    assert not is_media("a.html", SOUND[:12])
    assert media_type("A.MP4") == "video/mp4"
    assert not set(endings("audio")) & set(endings("video"))


def test_every_language_has_a_name_of_its_own() -> None:
    assert set(LANGUAGE_NAMES) == set(Language.__args__)  # type: ignore[attr-defined]
    assert len(set(LANGUAGE_NAMES.values())) == len(LANGUAGE_NAMES)
