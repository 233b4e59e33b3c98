"""Splits the CSV below the head into named cells, each with its line; separators `,`, `;` and Tab."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from difflib import get_close_matches
from io import StringIO

from msgspec import Struct

from giamngheo.content.frontmatter import RawItem
from giamngheo.ground.problems import Location, Problem

COLUMNS = {
    "place": "địa bàn, mã trong registers/places.yml",
    "period": "kỳ: 2024, 2024-Q3, 2024-H1, 2024-09 hoặc 2024-09-30",
    "value": "giá trị, hoặc chua-co-so",
    "kind": "thuc-te hoặc ke-hoach",
    "source": "mã nguồn trong sources hoặc mã văn bản",
    "qualifier": "khoang, hon, gan, duoi …",
    "status": "chinh-thuc, so-bo hoặc uoc-tinh",
    "standard": "mã chuẩn trong standards",
    "on": "ngày công bố số này",
    "note": "ghi chú ngắn cho người đọc",
}
"""Columns of a series, with what an editor writes there."""

REQUIRED = ("place", "period", "value", "kind", "source")
MAX_ROWS = 1000
"""Rows of one series: more would not be read on a phone; a longer one is cut by place."""

_SEPARATORS = (",", ";", "\t")


class Row(Struct, frozen=True):
    """Cells of one line by column; a column that the file does not have is not here."""

    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """Text of a cell, "" where there is none."""
        return self.cells.get(column, "")


def split_table(raw: RawItem) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a series; without rows there is at least one problem."""
    problems: list[Problem] = []
    records = _records(raw, problems)
    line, header = next(records, (raw.body_line, []))
    columns = [cell.lower() for cell in header]
    problems += _check_columns(columns, Location(raw.path, line))
    if problems:
        return [], problems
    rows: list[Row] = []
    for line, cells in records:
        if len(rows) == MAX_ROWS:
            values = {"limit": str(MAX_ROWS)}
            return [], [*problems, Problem("chuoi-qua-nhieu-dong", Location(raw.path, line), values)]
        if fault := _width_fault(columns, cells):
            problems.append(Problem("chuoi-dong-lech", Location(raw.path, line), fault))
        else:
            rows.append(Row(line, dict(zip(columns, cells, strict=False))))
    if not rows and not problems:
        problems.append(Problem("chuoi-trong", Location(raw.path, line)))
    return rows, problems


def _records(raw: RawItem, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield each line that is not blank, its cells without spaces around; stops at broken syntax."""
    separator = _separator(raw.body)
    reader = csv.reader(StringIO(raw.body), delimiter=separator, strict=True)
    line = raw.body_line
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            problems.append(Problem("chuoi-csv-sai", Location(raw.path, line)))
            return
        if any(cell.strip() for cell in cells):
            yield line, [" ".join(cell.split()) for cell in cells]
        line = raw.body_line + reader.line_num


def _separator(body: str) -> str:
    header = next((line for line in body.split("\n") if line.strip()), "")
    return max(_SEPARATORS, key=header.count)


def _check_columns(columns: list[str], location: Location) -> Iterator[Problem]:
    while columns and not columns[-1]:
        columns.pop()  # a spreadsheet leaves empty columns at the end
    if not columns:
        yield Problem("chuoi-trong", location)
    elif not COLUMNS.keys() & set(columns):
        yield Problem("chuoi-thieu-ten-cot", location, {"near": columns[0], "columns": ",".join(REQUIRED)})
    else:
        yield from _check_names(columns, location)


def _check_names(columns: list[str], location: Location) -> Iterator[Problem]:
    for index, column in enumerate(columns):
        if column not in COLUMNS:
            yield Problem("chuoi-cot-la", location, {"column": column, "hint": _hint(column)})
        elif column in columns[:index]:
            yield Problem("chuoi-cot-lap", location, {"column": column})
    for column in REQUIRED:
        if column not in columns:
            values = {"column": column, "meaning": COLUMNS[column], "columns": ",".join(REQUIRED)}
            yield Problem("chuoi-thieu-cot", location, values)


def _hint(column: str) -> str:
    if close := get_close_matches(column, list(COLUMNS), n=1, cutoff=0.6):
        return f"có phải ý là “{close[0]}”?"
    return f"mỗi tệp một chuỗi; các cột dùng được: {', '.join(COLUMNS)}"


def _width_fault(columns: list[str], cells: list[str]) -> dict[str, str] | None:
    """Say why a row does not fit, most often a decimal comma that was taken for a separator."""
    is_longer = len(cells) > len(columns)
    pair = cells[(at := columns.index("value")) : at + 2]
    is_split = is_longer and columns[at + 1 : at + 2] != ["period"] and all(part.isdecimal() for part in pair)
    if not is_split and len(cells) >= len(columns) and not any(cells[len(columns) :]):
        return None  # a spreadsheet leaves empty cells at the end
    hint = "mỗi cột một ô, ô không có gì vẫn giữ dấu ngăn; lời có dấu ngăn thì đặt trong dấu nháy"
    if is_split:
        hint = f'dấu phẩy thập phân làm lệch ô: viết {".".join(pair)} hoặc "{",".join(pair)}" (trong dấu nháy)'
    return {"count": str(len(cells)), "expected": str(len(columns)), "hint": hint}
