"""The files of the data: datasets as JSON and CSV, schemas, and the copy of each record beside its page.

Each record is made once and let go: what goes into the large files waits in temporary files on the disk, so memory
does not grow with the portal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from tempfile import SpooledTemporaryFile

import msgspec

from giamngheo.ground.json_text import compact, readable
from giamngheo.outlets.opendata.dcat import Sizes, catalog_files
from giamngheo.outlets.opendata.envelope import envelope
from giamngheo.outlets.opendata.promise import (
    copy_address,
    csv_address,
    json_address,
    record_schema_address,
    schema_address,
)
from giamngheo.outlets.opendata.record import Dataset, Filled, Material, Row
from giamngheo.outlets.opendata.schemas import dataset_schema, record_schema
from giamngheo.outlets.opendata.tables import head_line, row_line
from giamngheo.rendering.outputs import OutputFile, StreamedFile

_IN_MEMORY = 1 << 20
"""Bytes of a file that wait in memory before they go to the disk."""

_PIECE = 1 << 16


def data_files(material: Material, filled: Sequence[Filled]) -> Iterator[OutputFile | StreamedFile]:
    """Yield every file of the data, the catalogue last: it tells how large the others are."""
    sizes: Sizes = {}
    for one in filled:
        yield from _schemas(material, one)
        yield from _dataset(material, one, sizes)
    yield from catalog_files(material, filled, sizes)


def _schemas(material: Material, one: Filled) -> Iterator[OutputFile]:
    name = one.dataset.name
    yield OutputFile(schema_address(name), _readable(dataset_schema(one.dataset, material.site)))
    if one.has_copies(material):
        yield OutputFile(record_schema_address(name), _readable(record_schema(one.dataset, material.site)))


def _dataset(material: Material, one: Filled, sizes: Sizes) -> Iterator[OutputFile | StreamedFile]:
    """Yield the copies of the records as they are made, then the two files that hold them all."""
    dataset = one.dataset
    with _waiting() as whole, _waiting() as table:
        whole.write(head_of(material, one))
        table.write(head_line(dataset.record).encode())
        for number, row in enumerate(one.rows):
            record = row.make()
            line = record.model_dump_json(by_alias=True).encode()
            whole.write((b",\n" if number else b"\n") + line)
            table.write(row_line(dataset.record, msgspec.json.decode(line)).encode())
            if row.page in material.pages:
                yield _copy(material, dataset, row, line)
        whole.write(b"\n]}\n")
        for address, file in ((json_address(dataset.name), whole), (csv_address(dataset.name), table)):
            sizes[address] = file.tell()
            yield StreamedFile(address, _pieces(file))


def head_of(material: Material, one: Filled) -> bytes:
    """The file of a dataset as far as its first record."""
    head = envelope(material.catalog, material.site, one)
    return readable(head)[: -len(b"\n}")] + b',\n "items": ['


def _copy(material: Material, dataset: Dataset, row: Row, line: bytes) -> OutputFile:
    """One record, naming its schema."""
    schema = compact(material.site + record_schema_address(dataset.name))
    return OutputFile(copy_address(row.page), b'{"$schema":' + schema + b"," + line[1:] + b"\n")


def _readable(value: object) -> bytes:
    return readable(value) + b"\n"


def _waiting() -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(max_size=_IN_MEMORY)


def _pieces(file: SpooledTemporaryFile[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece
