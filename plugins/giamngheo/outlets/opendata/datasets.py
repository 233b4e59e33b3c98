"""All datasets in the order in which people see them. A new one is a module with its `Dataset`, named here."""

from __future__ import annotations

from giamngheo.content.schema import KINDS
from giamngheo.outlets.opendata.documents import CITATIONS, DOCUMENTS
from giamngheo.outlets.opendata.duties import DEADLINES, DUTIES
from giamngheo.outlets.opendata.items import dataset_of_kind
from giamngheo.outlets.opendata.plans import PLANS
from giamngheo.outlets.opendata.policies import POLICIES
from giamngheo.outlets.opendata.record import Dataset
from giamngheo.outlets.opendata.registers import AGENCIES, INDICATORS, PLACES, STANDARDS, TERMS, TOPICS
from giamngheo.outlets.opendata.results import RESULTS
from giamngheo.outlets.opendata.stories import STORIES

_OF_KINDS = (POLICIES, STORIES, PLANS)
_OTHERS = (
    *(RESULTS, DUTIES, DEADLINES, DOCUMENTS, CITATIONS),
    *(PLACES, AGENCIES, TOPICS, STANDARDS, INDICATORS, TERMS),
)


def all_datasets() -> tuple[Dataset, ...]:
    """Every dataset that a portal may have; kinds of items without a module of their own get the common fields."""
    known = {dataset.name: dataset for dataset in _OF_KINDS}
    kinds = (known.get(kind.SECTION) or dataset_of_kind(kind) for kind in KINDS)
    return (*kinds, *_OTHERS)
