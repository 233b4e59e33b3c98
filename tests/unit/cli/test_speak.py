"""The command `speak`, and what becomes of the sounds it makes."""

from __future__ import annotations

import sys
import wave
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factories import Project, a_policy, page
from giamngheo.cli import main

ENGINE = f"{sys.executable} -c \"import sys; sys.stdout.buffer.write(b'ID3' + sys.stdin.buffer.read())\""
"""An engine that takes text and gives a file, as any other."""


@pytest.fixture(autouse=True)
def fixed_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795237200")
    monkeypatch.delenv("GIAMNGHEO_ENGINE", raising=False)


def speak(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["speak", *arguments, "--content", str(project.root)])


def test_the_plain_default_makes_a_sound_of_about_the_reckoned_length(project: Project) -> None:
    result = speak(project.add(a_policy("a")), "a", "--seconds", "30")
    assert result.exit_code == 0, result.stderr
    assert "[1/1] Đang đọc a" in result.stderr
    portal = project.portal()
    sound = next(f for f in portal.files if f.address == "/phat-thanh/a.wav")
    with wave.open(str(project.root / "sounds" / "a.wav")) as kept:
        assert 5 < kept.getnframes() / kept.getframerate() < 45
    assert sound.content == (project.root / "sounds" / "a.wav").read_bytes()
    assert "nghe" in page(portal, "/phat-thanh/").view.newest[0][1][-1].label


def test_any_command_that_takes_text_and_gives_a_file_will_do(project: Project) -> None:
    assert speak(project.add(a_policy("a")), "a", "--engine", ENGINE).exit_code == 0
    sound = next(f for f in project.portal().files if f.address == "/phat-thanh/a.mp3")
    assert "Thẻ bảo hiểm y tế" in sound.content.decode()


def test_a_sound_of_an_old_text_is_kept_back_and_told(project: Project) -> None:
    speak(project.add(a_policy("a")), "a", "--engine", ENGINE)
    project.add(a_policy("a", benefit="Được cấp thẻ, trả một nửa tiền."))
    portal, problems = project.build()
    assert portal is not None
    assert "/phat-thanh/a.mp3" not in [f.address for f in portal.files]
    assert [str(p).partition(":")[0] for p in problems if "đọc lời cũ" in str(p)] == ["content/sounds/a.mp3"]


def test_a_sound_of_an_ended_or_withdrawn_item_is_not_served(project: Project) -> None:
    speak(project.add(a_policy("a")), "a", "--engine", ENGINE)
    project.add(a_policy("a", valid_to="2025-12-31"))
    assert "/phat-thanh/a.mp3" not in [f.address for f in project.portal().files]


def test_a_text_file_is_read_beside_itself(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "thong-bao.txt"
    file.write_text("Họp lúc 7h30 ngày 2/9.", "utf-8")
    assert speak(project, str(file), "--engine", ENGINE).exit_code == 0
    said = (tmp_path / "thong-bao.mp3").read_text("utf-8")
    assert said == "ID3Họp lúc bảy giờ ba mươi phút ngày mùng hai tháng chín."
    assert file.read_text("utf-8") == "Họp lúc 7h30 ngày 2/9."


@pytest.mark.parametrize(
    ("target", "engine", "told"),
    [
        ("khong-co", ENGINE, "không có bài nào mã “khong-co”"),
        ("../../a", ENGINE, "không có bài nào mã"),
        ("a", "khong-co-lenh-nay", "không thấy chương trình “khong-co-lenh-nay”"),
        ("a", "false", "chương trình đọc dừng với mã 1"),
        ("a", "cat", "không cho ra tệp WAV, MP3, OGG hay M4A"),
    ],
)
def test_what_cannot_be_done_is_1_with_a_way_to_mend_it(project: Project, target: str, engine: str, told: str) -> None:
    result = speak(project.add(a_policy("a")), target, "--engine", engine)
    assert result.exit_code == 1
    assert told in result.stderr
    assert "Cách sửa: " in result.stderr
    assert not (project.root / "sounds").exists()


def test_content_with_errors_is_not_read_out(project: Project) -> None:
    result = speak(project.add(a_policy("a", date="2025-13-40")), "a", "--engine", ENGINE)
    assert result.exit_code == 1
    assert "giamngheo check" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["a", "--seconds", "45"], ["a", "--engine", "'"], ["a", "--engine", " "]])
def test_a_wrong_command_is_2(project: Project, arguments: list[str]) -> None:
    assert speak(project.add(a_policy("a")), *arguments).exit_code == 2
