"""Floor 3: find, relate and sort what was read; what is public and in force on a day; places then and now."""

from giamngheo.catalog.build import build_catalog
from giamngheo.catalog.catalog import Catalog, Entry
from giamngheo.catalog.states import State

__all__ = ["Catalog", "Entry", "State", "build_catalog"]
