"""When an item was published, when it last changed in a way that matters, and on which days it was corrected."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from giamngheo.content.results.series import Series
from giamngheo.content.schema import Item

_UTC7 = timezone(timedelta(hours=7))
"""Time of Viet Nam. The zone itself was 7 h 6 min 30 s in 1910, which neither RFC 822 nor RFC 3339 can write."""


def published_at(item: Item | Series) -> datetime:
    """Moment of publication: the embargo's end, or the first minute of the day, in Viet Nam.

    A revision that has taken over keeps the day that its editor wrote: its embargo is the moment of a change.
    """
    day = midnight(item.date)
    is_revision = isinstance(item, Item) and item.revises
    return day if is_revision else max(day, _written(item.publish_at) if item.publish_at else day)


def updated_at(item: Item, today: date) -> datetime:
    """Moment of the last change up to today that is not minor; small corrections of spelling wake no newsroom."""
    moments = [midnight(c.date) for c in item.changes if c.kind != "minor" and c.date <= today]
    if item.revises and item.publish_at:
        moments.append(_written(item.publish_at))
    return max([published_at(item), *moments])


def corrections(item: Item | Series, today: date) -> dict[date, list[str]]:
    """What was corrected after publication, by day up to today, oldest first."""
    found: dict[date, list[str]] = {}
    for change in sorted(item.changes, key=lambda c: c.date):
        if change.kind == "correction" and published_at(item).date() <= change.date <= today:
            found.setdefault(change.date, []).append(change.note)
    return found


def midnight(day: date) -> datetime:
    """First minute of a day in Viet Nam."""
    return datetime.combine(day, time(), _UTC7)


def _written(moment: datetime) -> datetime:
    """The same day and hour with the offset that feeds write."""
    return moment.replace(tzinfo=_UTC7)
