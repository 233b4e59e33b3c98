"""The report as one page for those who work with it."""

from __future__ import annotations

from giamngheo.outlets.reports.report import AnnualReport
from giamngheo.rendering.local_pages import render_local_page


def report_page(report: AnnualReport, site_url: str) -> bytes:
    """Return the page; every count opens to its items."""
    markup = render_local_page("report.html", title=report.title, report=report, site=site_url.rstrip("/"))
    return markup.encode()
