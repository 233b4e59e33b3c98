"""The gate's rules by name, and its behaviour on text meant to break it."""

import unicodedata
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.content.privacy import Allowed, Finding, children, find_private_data

NOTHING = Allowed(frozenset(), frozenset(), frozenset())


def kinds(text: str, allowed: Allowed = NOTHING) -> list[str]:
    return [finding.kind for finding in find_private_data(text, allowed)]


def texts(text: str, allowed: Allowed = NOTHING) -> list[str]:
    return [finding.text for finding in find_private_data(text, allowed)]


def allowing(*, names: str = "", phones: str = "", proper_names: str = "") -> Allowed:
    return Allowed(*(frozenset(part.split("; ")) - {""} for part in (names, phones, proper_names)))


# -- spelling ---------------------------------------------------------------------------------------


def test_decomposed_letters_are_read_and_offsets_lead_to_the_given_text() -> None:
    text = unicodedata.normalize("NFD", "Hôm qua bà Nguyễn Thị Lụa đến.")
    (finding,) = find_private_data(text, NOTHING)
    assert text[finding.start : finding.end] == finding.text
    assert unicodedata.normalize("NFC", finding.text) == "Nguyễn Thị Lụa"


@pytest.mark.parametrize(
    "text",
    [
        "Gọi 0912\u00a0345\u00a0678 nhé",
        "Gọi 091\u200b234\u200b5678 nhé",
        "Gọi ０９１２３４５６７８ nhé",
        "Gọi 0912‑345‑678 nhé",
        "Gọi **0912345678** nhé",
    ],
)
def test_disguised_phone_is_found(text: str) -> None:
    assert kinds(text) == ["so-dien-thoai"]


def test_name_is_found_through_emphasis_and_invisible_characters() -> None:
    assert kinds("Chị **Nguyễn\u00a0Thị\u200b Lụa** vay vốn") == ["ten-nguoi"]
    assert kinds("chị _Lụa_ vay vốn") == ["ten-nguoi"]


def test_name_broken_over_two_lines_is_one_name() -> None:
    assert texts("theo Nguyễn Thị\nLụa thì") == ["Nguyễn Thị\nLụa"]


def test_tone_may_stand_on_either_letter_of_an_allowed_name() -> None:
    assert kinds("Bà Nguyễn Thị Hoà kể", allowing(names="Nguyễn Thị Hòa")) == []


def test_offsets_hold_behind_many_replaced_pieces() -> None:
    decomposed = unicodedata.normalize("NFD", "Bảy")
    text = f"**Chú ý:** chị _Lụa_ gọi 091\u200b2345678, cụ **{decomposed}** gọi 0987654321."
    assert texts(text) == ["Lụa", "091\u200b2345678", decomposed, "0987654321"]


# -- numbers ----------------------------------------------------------------------------------------


def test_twelve_digits_are_an_identity_number_whatever_their_prefix() -> None:
    assert kinds("mã 999185001234 trong danh sách") == ["so-giay-to"]


def test_nine_digits_are_an_identity_number_only_in_context() -> None:
    assert kinds("CMND số 121456789") == ["so-giay-to"]
    assert kinds("tổng cộng 121456789 lượt") == []


def test_groups_of_three_are_an_identity_number_where_a_paper_is_named() -> None:
    assert texts("CMND 121 456 789 do Công an cấp") == ["121 456 789"]
    assert texts("chứng minh thư 121.456.789") == ["121.456.789"]
    assert kinds("lệ phí cấp thẻ căn cước thu được 125.678.000 đồng") == []
    assert kinds("đã cấp 1.125.678.000 thẻ căn cước; thẻ căn cước: 1.125.678.000") == []


@pytest.mark.parametrize("before", ["zalo.me/", "https://zalo.me/", "http://www.zalo.me/", "wa.me/", "t.me/"])
def test_phone_is_found_in_a_link_that_dials_it(before: str) -> None:
    assert texts(f"nhắn {before}0961234567 nhé") == ["0961234567"]


def test_words_decide_between_account_and_identity_number() -> None:
    assert kinds("Số tài khoản 034185012345") == ["tai-khoan"]
    assert kinds("Căn cước 034185012345") == ["so-giay-to"]


def test_allowed_phone_is_compared_by_its_digits() -> None:
    allowed = allowing(phones="(0204) 3858-777; +84 912 345 678")
    assert kinds("Gọi 02043858777 hoặc 0912.345.678", allowed) == []
    assert kinds("Gọi 0912.345.679", allowed) == ["so-dien-thoai"]


def test_phone_in_groups_of_three_is_no_sum() -> None:
    assert kinds("Gọi 84 912 345 678 hoặc 84.912.345.678") == ["so-dien-thoai", "so-dien-thoai"]


def test_two_phones_side_by_side_are_two_findings() -> None:
    assert kinds("0912 345 678 - 0987 654 321") == ["so-dien-thoai", "so-dien-thoai"]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 52/KH-UBND",
        "1.500.000 đồng và 125.678.000.000 đồng",
        "ngày 15/11/2023, 15.11.2023, 15-11-2023",
        "giai đoạn 2021-2025, 2022 - 2025",
        "Ngân hàng Chính sách xã hội, ngày 01-01-2022, cho vay 50.000.000 đồng",
        "Tài khoản ngân hàng có 100.000.000 đồng",
        "tổng đài 1900 1234, 1800 1234, 111",
        "https://baoyenbai.com.vn/0912345678/001185012345.aspx",
        "số 0123456789/QĐ-UBND",
        "48.000.000.000.000 đồng, 132 450 000 000 000 đồng và (1.090.123.456.789)",
        "Số tài khoản mở từ 2026-11-21, giai đoạn (2021-2025)",
        "fb.me/0961234567 và https://a.vn/zalo.me/0961234567",
    ],
)
def test_public_numbers_are_silent(text: str) -> None:
    assert kinds(text) == []


def test_free_mail_is_personal_and_an_agency_is_not() -> None:
    assert kinds("hoa@gmail.com, vanthu@bacninh.gov.vn, lienhe@htxluclam.vn") == ["email"]


# -- names ------------------------------------------------------------------------------------------


def test_allowed_person_may_be_called_by_the_last_name() -> None:
    allowed = allowing(names="Lý Thị Ninh")
    assert kinds("Bà Lý Thị Ninh và chị Ninh", allowed) == []
    assert texts("Bà Lý Thị Hoa và chị Mai", allowed) == ["Lý Thị Hoa", "Mai"]


def test_register_name_is_a_place_unless_an_honorific_calls_it() -> None:
    allowed = allowing(proper_names="huyện Đinh Sơn")
    assert kinds("Đinh Sơn có chợ mới", allowed) == []
    assert kinds("Ông Đinh Sơn có chợ mới", allowed) == ["ten-nguoi"]


def test_place_word_makes_a_place_and_its_list_goes_on() -> None:
    assert kinds("các xã Phùng Lâm, Trần Sơn và Bùi Hạ") == []
    assert kinds("Phùng Lâm và Bùi Hạ đi chợ") == ["ten-nguoi", "ten-nguoi"]


def test_head_of_a_village_is_a_person_and_the_village_is_not() -> None:
    assert texts("trưởng thôn Lò Văn Hặc ở trưởng thôn Nước Giời") == ["Lò Văn Hặc"]


def test_placeholder_and_initials_name_nobody() -> None:
    assert kinds("Nguyễn Văn A, chị H., anh B kể") == []


def test_capital_name_is_found_and_capital_heading_is_not() -> None:
    assert texts("Người vay: TRẦN THỊ LỤA") == ["TRẦN THỊ LỤA"]
    assert kinds("HỘI NÔNG DÂN HUYỆN TRẦN VĂN THỜI TỔNG KẾT") == []


def test_history_is_silent_and_a_neighbour_of_the_same_name_is_not() -> None:
    assert kinds("Bác Hồ, Chủ tịch Hồ Chí Minh, cụ Phan Bội Châu") == []
    assert texts("Bác Hồ Văn Lụa") == ["Hồ Văn Lụa"]


# -- addresses and children ---------------------------------------------------------------------------


def test_address_reaches_to_its_last_part() -> None:
    text = "Người vay thường trú tại thôn Bèo, xã Long Sơn, huyện Sơn Động từ lâu."
    assert texts(text) == ["thường trú tại thôn Bèo, xã Long Sơn, huyện Sơn Động"]


def test_commune_alone_is_no_home_address() -> None:
    assert kinds("Chủ hộ thường trú tại xã Long Sơn") == []


def test_allowed_person_still_has_a_home() -> None:
    assert kinds("Bà Lý Thị Ninh ở thôn Bèo", allowing(names="Lý Thị Ninh")) == ["dia-chi-nha"]


def test_child_wins_over_the_name_it_bears() -> None:
    assert texts("Cháu Giàng Thị Sua, 9 tuổi, bỏ học") == ["Cháu Giàng Thị Sua"]
    assert kinds("Cháu Giàng Thị Sua, 9 tuổi, bỏ học") == ["tre-em"]


def test_allowed_child_is_reported_with_a_hardship_only() -> None:
    allowed = allowing(names="Giàng Thị Sua")
    assert kinds("Cháu Giàng Thị Sua được khen.", allowed) == []
    assert kinds("Cháu Giàng Thị Sua mồ côi cha mẹ.", allowed) == ["tre-em"]


def test_grown_up_son_is_no_child() -> None:
    assert kinds("Con trai 25 tuổi mắc bệnh") == []


# -- hostile text -------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *(
            "Nguyễn ",
            "Thị ",
            "Lụa",
            "A ",
            "bà ",
            "cháu ",
            "9 tuổi",
            "0912",
            "345 678",
            "034185012345",
            "số nhà 1",
        ),
        *(
            "/2, ",
            "thôn ",
            "thường trú tại ",
            "STK ",
            "@gmail.com",
            "\u0301",
            "\u200b",
            "**",
            "_",
            "\n",
            "\n\n",
        ),
        *(". ", "xã ", "TRẦN THỊ BA", "İ", "ß", "đ", "\ud800", "９", "+84", "(", ")", "-", "H'", "Y "),
        "https://a.vn/0912345678",
    ]
)
HOSTILE = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_spans_lie_inside_the_text_sorted_and_apart(text: str) -> None:
    findings = find_private_data(text, NOTHING)
    ends = [0, *(finding.end for finding in findings)]
    for finding, previous_end in zip(findings, ends, strict=False):
        assert previous_end <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text


@settings(max_examples=200, deadline=None)
@given(HOSTILE)
def test_result_is_stable_and_allowed_numbers_stay_silent(text: str) -> None:
    findings = find_private_data(text, NOTHING)
    assert find_private_data(text, NOTHING) == findings
    allowed = Allowed(frozenset(), frozenset(f.text for f in findings if f.kind == "so-dien-thoai"), frozenset())
    assert "so-dien-thoai" not in kinds(text, allowed)


@settings(max_examples=200, deadline=None)
@given(HOSTILE)
def test_names_once_allowed_stay_silent(text: str) -> None:
    found = {finding.text for finding in find_private_data(text, NOTHING) if finding.kind == "ten-nguoi"}
    again = find_private_data(text, Allowed(frozenset(found), frozenset(), frozenset()))
    assert not found & {finding.text for finding in again if finding.kind == "ten-nguoi"}


TIRING = [
    "1 ",
    "0 ",
    "0912 ",
    "a.",
    "a@",
    "*",
    "_",
    "(",
    "\n ",
    "Nguyễn ",
    "X ",
    "ông A ",
    "trú tại thôn ",
    "cháu ",
    "e\u0301",
]


@pytest.mark.parametrize("piece", TIRING)
def test_repetition_is_read_to_the_end(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    assert all(f.text == text[f.start : f.end] for f in find_private_data(text, NOTHING))


def test_a_long_sentence_about_children_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Mock(wraps=children._read_context)  # noqa: SLF001
    monkeypatch.setattr(children, "_read_context", read)
    assert kinds("cháu " * 10_000) == []
    assert read.call_count < 250


def test_finding_is_plain_data() -> None:
    assert Finding("email", 0, 5, "a@b.c") == Finding("email", 0, 5, "a@b.c")
