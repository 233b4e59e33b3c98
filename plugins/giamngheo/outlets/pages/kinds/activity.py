"""The page of an activity: whether it takes place, when, where, for whom, how to take part, what came of it."""

from __future__ import annotations

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Activity
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.pages.kinds.page import KindPage, PageContext
from giamngheo.outlets.pages.schema_org import Node
from giamngheo.outlets.pages.views import ItemView
from giamngheo.rendering.activity_words import (
    CALENDAR,
    KINDS,
    activity_facts,
    award_lines,
    calendar_address,
    contest_facts,
    has_calendar,
    joining_facts,
    notice_words,
    organiser_words,
    shown_outcome,
)
from giamngheo.rendering.figures import FigureView, Link, figure_view


class OutcomeView(Struct, frozen=True):
    """What came of an activity, and up to which day that is known."""

    on: str
    text: str
    figures: tuple[FigureView, ...]
    awards: tuple[str, ...]


class EventData(Struct, frozen=True):
    """What machines read of an activity; days and moments in ISO 8601."""

    starts: str
    ends: str
    status: str
    moved_from: str
    venue: str
    organiser: str
    link: str


class ActivityView(Struct, frozen=True):
    """An activity in the order in which people ask."""

    item: ItemView
    kind: str
    notice: str
    is_off: bool
    is_over: bool
    facts: tuple[tuple[str, Link], ...]
    joining: tuple[tuple[str, str], ...]
    calendar: str
    """Address of its calendar file, "" where there is nothing to put down any more."""
    months: str
    contest: tuple[tuple[str, str], ...]
    entries: FigureView | None
    outcome: OutcomeView | None
    plan: Link | None
    policies: tuple[Link, ...]
    people: tuple[tuple[str, str], ...]
    event: EventData

    @property
    def structured(self) -> Node:
        """schema.org description of the page; what is not known is left out."""
        event = self.event
        data = {
            "startDate": event.starts,
            "endDate": event.ends,
            "eventStatus": f"https://schema.org/{event.status}",
            "previousStartDate": event.moved_from,
            "location": {"@type": "Place", "name": event.venue, "address": event.venue} if event.venue else "",
            "organizer": {"@type": "Organization", "name": event.organiser},
        }
        return {"@type": "Event", **{key: value for key, value in data.items() if value}}


def activity_view(context: PageContext, activity: Activity) -> ActivityView:
    """The page of one activity."""
    catalog = context.catalog
    plan, contest = catalog.by_id.get(activity.plan or ""), activity.contest
    policies = (catalog.by_id[name] for name in activity.policies if name in catalog.by_id)
    return ActivityView(
        item=context.common,
        kind=KINDS[activity.kind],
        notice=notice_words(catalog, activity),
        is_off=activity.is_off,
        is_over=catalog.is_over(activity),
        facts=activity_facts(catalog, activity),
        joining=joining_facts(activity),
        calendar=calendar_address(activity) if has_calendar(catalog, activity) and not activity.is_off else "",
        months=CALENDAR,
        contest=contest_facts(contest) if contest else (),
        entries=figure_view(catalog, activity, contest.entries) if contest and contest.entries else None,
        outcome=_outcome(catalog, activity),
        plan=Link(plan.item.title, plan.address) if plan else None,
        policies=tuple(Link(e.item.title, e.address) for e in policies),
        people=tuple((p.name, p.position or "") for p in activity.people),
        event=_event(catalog, activity),
    )


def _outcome(catalog: Catalog, activity: Activity) -> OutcomeView | None:
    outcome = shown_outcome(catalog, activity)
    if outcome is None:
        return None
    figures = tuple(figure_view(catalog, activity, figure) for figure in outcome.figures)
    return OutcomeView(format_day(outcome.on), outcome.text, figures, tuple(award_lines(outcome)))


_EVENT_STATUS = {"hoan": "EventPostponed", "huy": "EventCancelled"}


def _event(catalog: Catalog, activity: Activity) -> EventData:
    moved = activity.moved_from
    places = (catalog.places[name].full_name for name in activity.places if name in catalog.places)
    return EventData(
        starts=activity.starts.isoformat(),
        ends=activity.ends.isoformat() if activity.ends else "",
        status=_EVENT_STATUS.get(activity.status, "EventRescheduled" if moved else "EventScheduled"),
        moved_from=moved.isoformat() if moved else "",
        venue=activity.venue or ", ".join(places),
        organiser=organiser_words(catalog, activity),
        link=activity.link or "",
    )


PAGE: KindPage[Activity] = KindPage("activities.html", activity_view)
