"""What a command does not need is not loaded with it: loading was a third of a build after one edit."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

import giamngheo.portal  # noqa: F401 - declares the models
from giamngheo import legal

WRITERS = ("PIL", "docx", "feedgen", "fontTools", "icalendar", "lxml", "matplotlib", "pikepdf", "pypdfium2", "segno")
READERS = ("giamngheo.importing", "giamngheo.legal.citations.finding", "giamngheo.legal.reader", "rapidfuzz")
OTHERS = ("giamngheo.outlets.desk", "giamngheo.outlets.reports")


@pytest.mark.parametrize("module", ["giamngheo.cli", "giamngheo_mkdocs.content, giamngheo_mkdocs.files"])
def test_what_only_some_work_needs_is_not_loaded_before_it(module: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    loaded = set(ran.stdout.split())
    assert "giamngheo.portal" in loaded
    assert loaded.isdisjoint((*WRITERS, *READERS, *OTHERS))


def test_every_name_of_legal_is_there_when_asked_for() -> None:
    assert [name for name in legal.__all__ if not hasattr(legal, name)] == []
    assert legal.find_citations.__module__ == "giamngheo.legal.citations.finding"


def test_a_name_that_legal_does_not_have_is_refused_as_by_any_module() -> None:
    with pytest.raises(AttributeError, match="find_citation'"):
        legal.find_citation  # type: ignore[attr-defined]  # noqa: B018 - asked for, not used


def test_models_say_their_types_as_types_not_as_texts() -> None:
    """Pydantic evaluates texts one by one: a model then takes four times as long to declare."""
    names = (cls.__module__ for cls in _below(BaseModel))
    ours = {name for name in names if name.startswith("giamngheo")}
    assert "giamngheo.content.parts" in ours
    assert [name for name in sorted(ours) if hasattr(sys.modules[name], "annotations")] == []


def _below(cls: type) -> Iterator[type]:
    for below in cls.__subclasses__():
        yield below
        yield from _below(below)
