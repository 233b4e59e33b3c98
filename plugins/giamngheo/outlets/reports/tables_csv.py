"""The report as tables (RFC 4180) that a spreadsheet opens: every number, and behind it every item it counts."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from giamngheo.outlets.reports.report import AnnualReport

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make spreadsheets take a text for a formula (owasp.org, CSV Injection)."""


def numbers_csv(report: AnnualReport) -> bytes:
    """One line for each count, zeros too."""
    rows = [(count.key, count.label, str(count.number)) for count in report.counts]
    return _csv(("Khóa", "Nội dung", "Số"), rows)


def evidence_csv(report: AnnualReport, site_url: str) -> bytes:
    """One line for each thing that was counted: as many lines of a key as its number says."""
    rows = [
        (c.key, c.label, e.id, e.title, e.day.isoformat(), e.section, e.note, _whole(site_url, e.address))
        for c in report.counts
        for e in c.evidence
    ]
    return _csv(("Khóa", "Nội dung", "Mã bài", "Tên bài", "Ngày", "Mục", "Ghi chú", "Địa chỉ"), rows)


def demands_csv(report: AnnualReport, site_url: str) -> bytes:
    """Deadlines and duties, verbatim."""
    due = [
        (
            "thời hạn",
            d.day.isoformat() if d.day else "",
            d.words,
            d.sentence,
            "; ".join(d.to),
            d.plan,
            _whole(site_url, d.address),
        )
        for d in report.demands
    ]
    tasks = [
        ("nhiệm vụ", "", "", e.title, f"{count.label} ({e.note})", e.section, _whole(site_url, e.address))
        for count in report.duties
        for e in count.evidence
    ]
    head = ("Loại", "Ngày", "Lời ghi hạn", "Nguyên văn", "Giao cho, vai trò", "Kế hoạch", "Địa chỉ")
    return _csv(head, [*due, *tasks])


def _whole(site_url: str, address: str) -> str:
    return site_url.rstrip("/") + address


def _csv(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    """Bytes with the mark by which Excel knows UTF-8."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
