"""Two builds of the same content on the same day give the same bytes, whenever and however often they run.

That they do so wherever they run is held by `test_properdocs.py`, whose build of the real content lies elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from portal_project import NOON, Project, files

_MORNING = NOON - 6 * 3600
_EVENING = NOON + 11 * 3600
"""06:00 and 23:00 of one day in Viet Nam: two days in Greenwich."""


def test_same_day_gives_the_same_bytes_at_any_hour(unbuilt: Callable[[str], Project]) -> None:
    morning, evening = unbuilt("morning"), unbuilt("evening")
    assert morning.build(SOURCE_DATE_EPOCH=str(_MORNING)).code == 0
    assert evening.build(SOURCE_DATE_EPOCH=str(_EVENING)).code == 0
    assert files(morning.site) == files(evening.site)


def test_rendering_kept_from_an_earlier_build_changes_no_byte(published: Project) -> None:
    before = files(published.site)
    assert (published.folder / ".cache").is_dir()
    assert published.build().code == 0
    assert files(published.site) == before


def test_another_day_may_change_pages_but_no_feed_entry(published: Project) -> None:
    before = files(published.site)
    assert published.build(SOURCE_DATE_EPOCH=str(NOON + 86400)).code == 0
    after = files(published.site)
    assert before.keys() == after.keys()
    feeds = {n for n in before if n.endswith((".rss", ".atom", ".json", ".opml"))}
    assert {n: before[n] for n in feeds} == {n: after[n] for n in feeds}
