"""The promise of stable fields: the version of the form, what was changed in it, and where everything lies.

Within version 1 (`/du-lieu/v1/`) fields are added, never renamed, taken away or given another type or meaning. A field
that is there is always there. Lists of values (states, classes of households) may grow. What breaks this is a new
folder `v2`, beside which `v1` stays for at least a year. `tests/schemas/open-data.json` holds the fields: a test
compares.
"""

from __future__ import annotations

from datetime import date

VERSION = "1.1"
"""The second number grows with each field or dataset added."""

ROOT = "/du-lieu/"
FOLDER = f"{ROOT}v1/"
CATALOG = f"{ROOT}catalog.jsonld"
CATALOG_TURTLE = f"{ROOT}catalog.ttl"

CHANGES: tuple[tuple[str, date, str], ...] = (
    ("1.1", date(2026, 11, 22), "Thêm hoạt động và hỏi đáp."),
    ("1.0", date(2026, 11, 22), "Bản đầu tiên."),
)
"""Version, day, what is new; newest first."""


def json_address(name: str) -> str:
    """The whole dataset."""
    return f"{FOLDER}{name}.json"


def csv_address(name: str) -> str:
    """Its flat fields as a table."""
    return f"{FOLDER}{name}.csv"


def schema_address(name: str) -> str:
    """JSON Schema of the whole dataset."""
    return f"{FOLDER}{name}.schema.json"


def record_schema_address(name: str) -> str:
    """JSON Schema of one record, as it lies beside its page."""
    return f"{FOLDER}{name}.ban-ghi.schema.json"


def copy_address(page: str) -> str:
    """The machine copy of a page."""
    return f"{page}index.json"


def about_address(name: str) -> str:
    """The page that explains a dataset."""
    return f"{ROOT}{name}/"
