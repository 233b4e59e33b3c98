"""ProperDocs, the maintained successor of MkDocs 1.x, builds the same site from the same project."""

from __future__ import annotations

import sys

import pytest
from html_site import Site
from portal_project import Outcome, Project, a_policy, copy_of_repository, files

_PROPERDOCS = [sys.executable, "-m", "properdocs", "build", "-f", "mkdocs.yml"]


def test_properdocs_builds_the_same_bytes_from_nothing_in_another_folder(
    real_build: tuple[Project, Outcome], site: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Two rules in one build of the real content: neither the generator nor the place leaves a trace."""
    project, _ = real_build
    other = copy_of_repository(tmp_path_factory.mktemp("elsewhere") / "deeper")
    outcome = other.run([*_PROPERDOCS, "--strict"])
    assert outcome.code == 0, outcome.stderr
    assert len(site.names) > 100
    assert "sitemap.xml.gz" in site.names
    assert files(other.site) == files(project.site)


def test_properdocs_stops_at_a_fault_as_mkdocs_does(published: Project) -> None:
    before = files(published.site)
    published.write("content/policies/hong.md", a_policy(id="cs-hong", date="2025-13-40"))
    outcome = published.run(_PROPERDOCS)
    assert outcome.code == 1
    assert "Traceback" not in outcome.stderr
    assert [line.partition(":")[0] for line in outcome.problems] == ["content/policies/hong.md"]
    assert files(published.site) == before


def test_properdocs_tells_held_items_by_the_same_exit_code(published: Project) -> None:
    published.write("content/policies/hong.md", a_policy(id="cs-hong", date="2025-13-40"))
    assert published.run(_PROPERDOCS, GIAMNGHEO_ON_ERROR="hold").code == 3
