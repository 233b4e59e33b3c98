"""Plans side by side: what counts as the same, what as changed, and in which part a point lies."""

import pytest

from giamngheo.legal import PlanPart, Relation, compare_points, parse_outline
from giamngheo.legal.comparison import find_changes, find_points, is_same_text

RESTORED = "Thực hiện mục tiêu giảm nghèo đa chiều, bền vững ở huyện, hạn chế tái nghèo và phát sinh nghèo mới."


def points_of(text: str) -> tuple[tuple[PlanPart, str], ...]:
    return tuple((point.part, point.text) for point in find_points(parse_outline(text)))


@pytest.mark.parametrize(
    "other",
    [
        "Thuc hien muc tieu giam ngheo da chieu, ben vung o huyen, han che tai ngheo va phat sinh ngheo moi.",
        "THỰC HIỆN mục tiêu giảm nghèo đa chiều - bền vững ở huyện; hạn chế tái nghèo và phát sinh nghèo mới",
        "Thwc hién muc tiéu giam ngh&o da chiéu, bén viing & huyén, han ch€ tai nghéo va phat sinh nghéo mdi.",
    ],
)
def test_lost_marks_case_punctuation_and_scan_damage_are_no_difference(other: str) -> None:
    assert is_same_text(RESTORED, other)


@pytest.mark.parametrize(
    ("word", "other"), [("huyện", "tỉnh"), ("đa chiều", "một chiều"), ("tái nghèo", "thoát nghèo"), ("mới", "mới 2")]
)
def test_another_syllable_is_a_difference(word: str, other: str) -> None:
    assert not is_same_text(RESTORED, RESTORED.replace(word, other))


def test_another_number_is_a_difference_however_alike() -> None:
    assert not is_same_text("Giảm 1,5% hộ nghèo năm 2023", "Giảm 1,5% hộ nghèo năm 2025")
    assert not is_same_text("Hỗ trợ 12 hộ", "Hỗ trợ l2 hộ")


def test_points_belong_to_the_part_whose_title_stands_above_them() -> None:
    text = """I. MỤC ĐÍCH, YÊU CẦU\n\n- Một.\n\nIII. NỘI DUNG, HÌNH THỨC, GIẢI PHÁP\n\n1. Nội dung\n\n- Hai.\n
2. Hình thức\n\n- Ba.\n\n3. Giải pháp\n\n- Bốn.\n\nIV. KINH PHÍ THỰC HIỆN\n\n- Năm.\n\nV. TỔ CHỨC THỰC HIỆN\n
1. Sở Tài chính\n\n- Bố trí kinh phí.\n\nTrên đây là Kế hoạch.\n"""
    assert points_of(text) == (
        (PlanPart.OBJECTIVES, "Một."),
        (PlanPart.CONTENT, "Hai."),
        (PlanPart.FORMS, "Ba."),
        (PlanPart.SOLUTIONS, "Bốn."),
        (PlanPart.FUNDING, "Năm."),
        (PlanPart.ORGANISATION, "Bố trí kinh phí."),
        (PlanPart.OTHER, "Trên đây là Kế hoạch."),
    )


def test_what_was_taken_over_changed_added_and_left_out_is_told() -> None:
    upper = "- Phát tờ rơi tới từng hộ nghèo.\n\n- Mở chuyên mục trên đài tỉnh cho người nghèo.\n\n- Thi viết.\n"
    lower = "- Phat to roi toi tung ho ngheo.\n\n- Mở chuyên mục trên đài huyện cho người nghèo.\n\n- Đối thoại.\n"
    pairs = compare_points(find_points(parse_outline(lower)), find_points(parse_outline(upper)))
    assert [pair.relation for pair in pairs] == [
        Relation.SAME,
        Relation.CHANGED,
        Relation.ADDED,
        Relation.LEFT_OUT,
    ]
    assert [(c.sign, c.text) for c in pairs[1].changes] == [
        ("", "Mở chuyên mục trên đài"),
        ("-", "tỉnh"),
        ("+", "huyện"),
        ("", "cho người nghèo."),
    ]


def test_changes_keep_the_words_of_both_texts() -> None:
    changes = find_changes("Giảm 2% hộ nghèo, năm 2025.", "giảm 1% hộ nghèo năm 2023.")
    assert " ".join(c.text for c in changes if c.sign != "-") == "Giảm 2% hộ nghèo, năm 2025."
    assert [c.text for c in changes if c.sign == "-"] == ["1%", "2023."]
