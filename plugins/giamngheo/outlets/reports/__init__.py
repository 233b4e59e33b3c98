"""Outlet: the annual communication report. Counted from the content itself, each number with its evidence.

It is written by `giamngheo report` into a folder of its own and is no part of the site: until an office has signed it,
it is a draft of that office.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.outlets.reports.official import write_official_report
from giamngheo.outlets.reports.page import report_page
from giamngheo.outlets.reports.period import Period
from giamngheo.outlets.reports.report import AnnualReport, make_report
from giamngheo.outlets.reports.scope import Scope
from giamngheo.outlets.reports.tables_csv import demands_csv, evidence_csv, numbers_csv

__all__ = ["AnnualReport", "Period", "Scope", "make_report", "report_files"]


def report_files(report: AnnualReport, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file of a report."""
    yield "bao-cao.html", report_page(report, site_url)
    yield "so-lieu.csv", numbers_csv(report)
    yield "bang-chung.csv", evidence_csv(report, site_url)
    yield "thoi-han.csv", demands_csv(report, site_url)
    yield "bao-cao.docx", write_official_report(report, site_url)
