"""A file of many pieces comes back as it was left, or counts as absent: nothing in between."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.ground.chunks import read_chunks, write_chunks

_PIECES = [b"", b"hai", b"\x00\n" * 40]


def leave(file: Path, pieces: list[bytes], key: str = "ma") -> None:
    with write_chunks(file, key) as chunks:
        for piece in pieces:
            chunks.add(piece)
        chunks.finish({"so": len(pieces)})


def found(file: Path | None, key: str = "ma") -> list[bytes] | None:
    with read_chunks(file, key) as chunks:
        return [chunks[number] for number in range(len(chunks))] if chunks else None


@given(st.lists(st.binary(max_size=50)))
def test_pieces_come_back_in_any_order(tmp_path_factory: pytest.TempPathFactory, pieces: list[bytes]) -> None:
    file = tmp_path_factory.getbasetemp() / "moi/tep"
    leave(file, pieces)
    with read_chunks(file, "ma") as chunks:
        assert chunks is not None
        assert [chunks[number] for number in reversed(range(len(chunks)))] == pieces[::-1]
        assert chunks.notes == {"so": len(pieces)}


def test_no_wrong_byte_is_ever_read(tmp_path: Path) -> None:
    file = tmp_path / "tep"
    leave(file, _PIECES)
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert found(file) is None
        file.write_bytes(whole[:at])
        assert found(file) is None
    file.write_bytes(whole + b" ")
    assert found(file) is None
    file.write_bytes(whole)
    assert found(file) == _PIECES


def test_what_was_made_by_other_code_counts_as_absent(tmp_path: Path) -> None:
    leave(tmp_path / "tep", _PIECES, "ma cũ")
    assert found(tmp_path / "tep") is None
    assert found(tmp_path / "tep", "ma cũ") == _PIECES
    assert found(tmp_path / "không có") is None
    assert found(tmp_path) is None
    assert found(None) is None


def test_a_file_that_does_not_become_whole_leaves_the_one_before(tmp_path: Path) -> None:
    leave(tmp_path / "tep", _PIECES)
    with write_chunks(tmp_path / "tep", "ma") as chunks:
        chunks.add(b"do dang")
    with pytest.raises(ZeroDivisionError), write_chunks(tmp_path / "tep", "ma") as chunks:
        chunks.add(b"%d" % (1 // 0))
    assert found(tmp_path / "tep") == _PIECES
    assert [path.name for path in tmp_path.iterdir()] == ["tep"]


def test_a_disk_that_takes_nothing_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "tep").mkdir()
    leave(tmp_path / "tep", _PIECES)
    (tmp_path / "chặn").write_text("", "utf-8")
    leave(tmp_path / "chặn/tep", _PIECES)
    leave(Path("/dev/full/tep"), _PIECES)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chặn", "tep"]
