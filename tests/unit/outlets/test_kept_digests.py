"""What tells that a feed is still right is kept for the next build, and for no other content."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import Project, a_policy, a_story
from giamngheo.outlets.feeds.kept_digests import KeptDigests
from giamngheo.portal import Portal
from giamngheo.rendering.outputs import LateFile


def keys(portal: Portal) -> dict[str, str]:
    """Asked one after the other, as by the build: the last file made, what was asked for is kept."""
    (feeds,) = (work for work in portal.late if work.name == "feeds")
    return {file.address: file.key() for file in feeds.make() if isinstance(file, LateFile)}


def test_a_kept_digest_is_not_made_again_and_one_of_other_content_is(tmp_path: Path) -> None:
    file = tmp_path / "kho/entries"
    first = KeptDigests(file, "một")
    assert (first.of("a", lambda: "1"), first.of("a", lambda: "2")) == ("1", "1")
    first.write()
    assert KeptDigests(file, "một").of("a", lambda: "2") == "1"
    assert KeptDigests(file, "một").of("b", lambda: "2") == "2"
    assert KeptDigests(file, "hai").of("a", lambda: "2") == "2"


@pytest.mark.parametrize("damage", [b"", b"\xff", b"[]", b'{"common": "mot"}', b'{"common": "mot", "digests": 3}'])
def test_a_damaged_file_counts_as_absent(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "entries"
    file.write_bytes(damage)
    assert KeptDigests(file, "mot").of("a", lambda: "2") == "2"


def test_keys_of_feeds_from_what_was_kept_are_those_of_a_build_from_nothing(project: Project, tmp_path: Path) -> None:
    project.add(a_policy("a"), a_story("b", support=[{"what": "Vốn", "policy": "a"}]))
    first = keys(project.portal(cache=tmp_path / "kho"))
    assert keys(project.portal()) == first == keys(project.portal(cache=tmp_path / "kho"))
    assert (tmp_path / "kho/entries").stat().st_size > 500
    for edited in (a_policy("a", body="Lời khác.\n"), a_policy("a", title="Tên khác")):
        project.add(edited)
        assert keys(project.portal(cache=tmp_path / "kho")) == keys(project.portal())
    assert keys(project.portal()) != first
