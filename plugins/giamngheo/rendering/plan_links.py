"""Addresses of what is made from plans, and whether a deadline has days that a calendar can show."""

from __future__ import annotations

from giamngheo.catalog.plan_work import PlannedDeadline, PlanWork
from giamngheo.catalog.related_plans import PlanPair
from giamngheo.content.register_schema import Agency


def plan_duties_address(work: PlanWork) -> str:
    """Address of the duties of a plan."""
    return f"/nhiem-vu/ke-hoach/{work.slug}/"


def agency_duties_address(agency: Agency) -> str:
    """Address of the duties of an agency."""
    return f"/nhiem-vu/{agency.id}/"


def comparison_address(pair: PlanPair) -> str:
    """Address of the comparison of a plan with another one."""
    return f"/doi-chieu/{pair.work.slug}/"


def is_dated(planned: PlannedDeadline) -> bool:
    """Whether the text gives days: rhythms ("hằng tháng") and days without a year cannot stand in a calendar."""
    deadline = planned.due.deadline
    return bool(deadline.recurrence.days) if deadline.recurrence else deadline.last is not None


def has_events(work: PlanWork, agency: Agency) -> bool:
    """Whether a plan gives the agency a deadline that stands in a calendar."""
    return any(is_dated(d) and any(a.agency is agency for a in d.to) for d in work.deadlines)
