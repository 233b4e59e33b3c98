"""Outlet: all that the portal tells, as data: datasets with schemas, a copy beside each page, a catalogue (DCAT)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from giamngheo.outlets.opendata.datasets import all_datasets
from giamngheo.outlets.opendata.files import data_files
from giamngheo.outlets.opendata.pages import data_pages
from giamngheo.outlets.opendata.promise import copy_address, json_address
from giamngheo.outlets.opendata.record import Dataset, Filled, Material
from giamngheo.rendering.outputs import OutputFile, Page, StreamedFile

__all__ = ["Material", "OpenData", "open_data"]


class OpenData(Struct, frozen=True):
    """The data of one portal; sets without records are not there."""

    material: Material
    filled: tuple[Filled, ...]

    def pages(self) -> Iterator[Page]:
        """Yield the pages that explain the data."""
        return data_pages(self.material, self.filled)

    def copies(self) -> dict[str, str]:
        """Address of the machine copy by that of its page: a record, or for the page of a section the whole set."""
        pages = self.material.pages
        of_rows = {row.page: copy_address(row.page) for one in self.filled for row in one.rows if row.page in pages}
        of_sections = {one.dataset.section: json_address(one.dataset.name) for one in self.filled}
        return of_rows | {page: address for page, address in of_sections.items() if page in pages}

    def files(self) -> Iterator[OutputFile | StreamedFile]:
        """Yield every file; made late, as no page waits for them."""
        return data_files(self.material, self.filled)


def open_data(material: Material) -> OpenData:
    """Find what there is; records are made when files are."""
    filled = (_fill(dataset, material) for dataset in all_datasets())
    return OpenData(material, tuple(one for one in filled if one.rows))


def _fill(dataset: Dataset, material: Material) -> Filled:
    removed = tuple(dataset.removed(material)) if dataset.removed else ()
    return Filled(dataset, tuple(dataset.rows(material)), removed)
