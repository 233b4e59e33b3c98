"""The documents that an item stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giamngheo.content.loader import LoadedItem
from giamngheo.content.schema import Policy, Question
from giamngheo.ground.problems import Problem

if TYPE_CHECKING:
    from giamngheo.catalog.catalog import Catalog


def check_basis(catalog: Catalog, item: Policy | Question, loaded: LoadedItem) -> Iterator[Problem]:
    """Yield documents of its basis that no longer hold today."""
    for index, name in enumerate(item.legal_basis):
        document = catalog.documents.get(name)
        if document and catalog.state_of_document(document).is_over:
            yield Problem("chua-duyet-van-ban", loaded.locate("legal_basis", index), {"document": document.number})
