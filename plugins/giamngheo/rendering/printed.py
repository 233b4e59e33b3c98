"""What is ready to be printed, and where it stands: shared by the pages that offer it and the outlet that makes it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import PurePosixPath

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import Policy
from giamngheo.ground.vietnamese import format_number

LEAFLETS = "/to-roi/"
"""Page that lists the leaflets of all policies."""

LEAFLET_KB = 100
"""No leaflet is heavier, in thousands of bytes: pages say so before a reader loads one."""

LEAFLET_NOTE = f"PDF, 2 trang A4, dưới {LEAFLET_KB} KB"

BANNER = (5000, 700)
"""A street banner (băng rôn ngang) as it hangs, in millimetres."""


def has_leaflet(catalog: Catalog, entry: Entry) -> bool:
    """True for a policy that one can rely on today or soon: a leaflet outlives the page it was printed from."""
    return isinstance(entry.item, Policy) and not catalog.is_over(entry.item)


def leaflet_address(entry: Entry) -> str:
    """Address of the leaflet of a policy."""
    return f"{entry.address}to-roi.pdf"


def banner_address(entry: Entry, number: int, ending: str) -> str:
    """Address of the banner of a slogan, "pdf" for the printer or "svg"; slogans are counted from 1."""
    return f"{entry.address}khau-hieu-{number}.{ending}"


def file_note(file: str, size: int | None) -> str:
    """Kind and size of a file as readers need them before they load it: "PDF, 240 KB", "MP4, 12,5 MB"."""
    kind = PurePosixPath(file).suffix[1:].upper()
    if size is None:
        return kind
    weight = f"{max(1, round(size / 1000))} KB" if size < 1_000_000 else f"{_tenths(size)} MB"  # noqa: PLR2004
    return f"{kind}, {weight}"


def _tenths(size: int) -> str:
    return format_number(Decimal(f"{size / 1_000_000:.1f}".removesuffix(".0")))


def duration_words(seconds: int) -> str:
    """A duration as it is said: "3 phút 20 giây"."""
    minutes, rest = divmod(seconds, 60)
    return " ".join(text for count, text in ((minutes, f"{minutes} phút"), (rest, f"{rest} giây")) if count)
