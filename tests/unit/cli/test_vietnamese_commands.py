"""The commands speak Vietnamese, also where the command-line library speaks for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner

import giamngheo
from giamngheo.cli import main

LOCALE = Path(giamngheo.__file__).parent / "locale/vi/LC_MESSAGES"
ENGLISH = re.compile(r"\b(Usage|Error|Missing|Invalid|No such|does not|Try|Show this|must be|Got unexpected)\b")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("-h", "Cách dùng:"),
        ("citations khong-co.txt", "không thấy 'khong-co.txt'. Cách sửa"),
        ("chek", "Không có lệnh 'chek'. Có phải ý là"),
        ("check --forma json", "Không có tùy chọn '--forma'. Có phải ý là '--format'?"),
        ("check --format giay", "'giay' không có trong 'terminal', 'json', 'github'"),
        ("new policy", "Thiếu 'TITLE'"),
        ("new policy nuôi ong", "Ghi thừa: ong"),
        ("report --year nay", "'nay' không phải là số"),
    ],
)
def test_wrong_commands_are_answered_in_vietnamese(arguments: str, told: str) -> None:
    done = CliRunner().invoke(main, arguments.split(), prog_name="giamngheo")
    assert told in done.output
    assert not ENGLISH.search(done.output)
    assert done.exit_code == (0 if arguments == "-h" else 2)


def test_the_compiled_words_are_those_of_the_source() -> None:
    with (LOCALE / "messages.po").open("rb") as source, (LOCALE / "messages.mo").open("rb") as compiled:
        told = [
            {repr(_plain(m.id)): _plain(m.string) for m in catalog if m.id}
            for catalog in (read_po(source), read_mo(compiled))
        ]
    assert told[0] == told[1]


def _plain(words: str | list[str] | tuple[str, ...]) -> str | tuple[str, ...]:
    """The source gives forms of a plural as tuples, the compiled file as lists."""
    return words if isinstance(words, str) else tuple(words)
