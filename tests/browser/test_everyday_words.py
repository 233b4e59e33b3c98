"""Everyday words in the search: they lead to the words of documents, with the marks that were typed, and never back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from searching import Small

from factories import Project, a_policy, a_story

_EVERYDAY: list[dict[str, object]] = [
    {"id": "so", "said": ["sổ hộ nghèo", "sổ nghèo"], "written": ["giấy chứng nhận"]},
    {"id": "heo", "said": ["heo", "má"], "written": ["lợn"]},
    {"id": "tranh", "said": ["nhà tranh"], "written": ["bức tranh"]},
    {"id": "nha", "said": ["nhà tranh vách nứa"], "written": ["nhà tạm, nhà dột"]},
    {"id": "sua", "said": ["sửa xe"], "written": ["học nghề"]},
    {"id": "odd", "said": ["__proto__", "?!", "<b>kỳ cục</b>"], "written": ["constructor", "…", '"']},
]
_ITEMS = (
    a_policy("xac-nhan", title="Cấp giấy chứng nhận"),
    a_policy("tho", title="Học nghề ngắn hạn"),
    a_policy("nha", title="Xóa nhà tạm, nhà dột"),
    a_story("lon", title="Nuôi lợn"),
    a_story("heo", title="Nuôi heo"),
    a_story("ong", title="Đàn ong lớn"),
    a_story("tranh", title="Bức tranh"),
)


@pytest.fixture(scope="module")
def portal(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Small]:
    """A portal that knows a few everyday words."""
    context = browser.new_context()
    yield _portal(Small(context, Project(tmp_path_factory.mktemp("everyday"))))
    context.close()


def _portal(small: Small) -> Small:
    small.project.registers["everyday"] = _EVERYDAY
    small.project.write_registers()
    small.add(*_ITEMS)
    return small


def test_everyday_words_find_what_documents_write_however_they_are_typed(portal: Small) -> None:
    for query in ("sổ hộ nghèo", "so ho ngheo", "SO HO NGHEO", "sỗ hộ ngheo", "làm sao có sổ nghèo"):
        assert portal.ask(query)[0] == "/chinh-sach/xac-nhan/", query
    for query in ("sửa xe", "sữa xe", "sưa xe"):
        assert portal.ask(query)[0] == "/chinh-sach/tho/", query


def test_other_marks_make_other_words(portal: Small) -> None:
    for query in ("số hộ nghèo", "sơ hộ nghèo", "sổ hồ nghèo", "hộ nghèo sổ", "sứa xe", "sổ hộ"):
        assert portal.meant(query) == set(), query
    assert portal.meant("sổ hộ nghèo") == portal.meant("so ho ngheo") == {"giay chung nhan"}


def test_lone_word_needs_its_marks_and_finds_those_of_documents_alone(portal: Small) -> None:
    assert set(portal.ask("heo", section="guong-dien-hinh")) == {"/guong-dien-hinh/heo/", "/guong-dien-hinh/lon/"}
    assert "/guong-dien-hinh/lon/" in portal.ask("má")
    assert "/guong-dien-hinh/lon/" not in portal.ask("ma")


def test_words_of_documents_lead_to_no_everyday_words(portal: Small) -> None:
    assert "/guong-dien-hinh/heo/" not in portal.ask("lợn")
    assert portal.ask("heo")[0] == "/guong-dien-hinh/heo/"


def test_longest_everyday_words_are_taken(portal: Small) -> None:
    assert portal.ask("nhà tranh vách nứa sắp đổ")[0] == "/chinh-sach/nha/"
    assert portal.ask("nhà tranh")[0] == "/guong-dien-hinh/tranh/"


def test_what_was_typed_comes_before_what_is_meant(small: Small) -> None:
    small.project.add(a_policy("so", title="Sổ hộ nghèo"))
    assert _portal(small).ask("sổ hộ nghèo")[:2] == ["/chinh-sach/so/", "/chinh-sach/xac-nhan/"]


def test_odd_words_of_the_register_harm_nothing(portal: Small) -> None:
    for query in ("__proto__", "proto", "constructor", "?!", "a b"):
        assert portal.ask(query) == [], query
