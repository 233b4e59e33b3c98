"""Pages of duties: by plan, by agency then and now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from giamngheo.catalog import Catalog
from giamngheo.catalog.addressees import agencies_now, is_gone
from giamngheo.catalog.plan_work import Assigned, AssignedDuty, PlanWork, agencies_of
from giamngheo.content.register_schema import Agency
from giamngheo.ground.vietnamese import collation_key, format_partial
from giamngheo.legal import Role
from giamngheo.outlets.duties.views import DutiesIndexView, DutiesView, DutyGroup, DutyLine
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page, Searched
from giamngheo.rendering.place_words import place_words
from giamngheo.rendering.plan_links import agency_duties_address, has_events, plan_duties_address

_HOME = Link("Trang chủ", "/")
_ROOT = Link("Phân công nhiệm vụ", "/nhiem-vu/")
_ROLES = {Role.LEAD: "chủ trì", Role.ASSIGNED: "", Role.COOPERATING: "phối hợp"}
_INTRO = "Việc mà các kế hoạch giao cho từng cơ quan, trích nguyên văn, kèm đường dẫn tới đúng điểm trong kế hoạch."


def duties_pages(catalog: Catalog, works: Sequence[PlanWork]) -> Iterator[Page]:
    """Yield the index, one page for each plan with duties and one for each agency that can be told."""
    busy = [work for work in works if work.duties]
    if not busy:
        return
    by_agency = _group_by_agency(busy)
    yield _index(catalog, busy, by_agency)
    for work in busy:
        yield _plan_page(catalog, work)
    for agency, tasks in by_agency:
        yield _agency_page(catalog, agency, tasks)


_Tasks = dict[str, tuple[PlanWork, list[tuple[AssignedDuty, Assigned]]]]


def _group_by_agency(works: Iterable[PlanWork]) -> list[tuple[Agency, _Tasks]]:
    found: dict[str, tuple[Agency, _Tasks]] = {}
    for agency, work, duty, assigned in agencies_of(works):
        tasks = found.setdefault(agency.id, (agency, {}))[1]
        tasks.setdefault(work.slug, (work, []))[1].append((duty, assigned))
    return sorted(found.values(), key=lambda pair: (collation_key(pair[0].name), pair[0].id))


def _index(catalog: Catalog, works: list[PlanWork], by_agency: list[tuple[Agency, _Tasks]]) -> Page:
    plans = tuple(
        (Link(work.plan.title, plan_duties_address(work)), f"{len(work.duties)} nhiệm vụ · {_state(catalog, work)}")
        for work in works
    )
    agencies = tuple(
        (
            Link(agency.name, agency_duties_address(agency)),
            " · ".join(filter(None, (f"{sum(len(t) for _, t in tasks.values())} nhiệm vụ", _now(catalog, agency)))),
        )
        for agency, tasks in by_agency
    )
    return Page(
        "/nhiem-vu/",
        "duties_index.html",
        "Phân công nhiệm vụ",
        _INTRO,
        DutiesIndexView(plans, agencies),
        "nhiem-vu",
        (_HOME,),
        searched=Searched(),
    )


def _state(catalog: Catalog, work: PlanWork) -> str:
    state = catalog.state_of(work.plan)
    return state.label if state else ""


def _now(catalog: Catalog, agency: Agency) -> str:
    now = agencies_now(catalog, agency)
    if now:
        return f"nay là {', '.join(a.name for a in now)}"
    if agency.until and is_gone(catalog, agency):
        return f"hoạt động đến {format_partial(agency.until)}"
    return _place_now(catalog, agency)


def _place_now(catalog: Catalog, agency: Agency) -> str:
    """What became of the place of an agency of which nothing is known: the agency can hardly be there as it was."""
    place = catalog.places.get(agency.place or "")
    is_place_gone = place is not None and place.until is not None and place.until < catalog.today
    return place_words(catalog, place) if place and is_place_gone else ""


def _plan_page(catalog: Catalog, work: PlanWork) -> Page:
    groups: dict[tuple[str, ...], list[AssignedDuty]] = {}
    titles: dict[tuple[str, ...], tuple[Link, ...]] = {}
    for duty in work.duties:
        main = [a for a in duty.to if a.addressee.role is not Role.COOPERATING] or list(duty.to)
        key = tuple(" ".join(a.addressee.name.split()) for a in main)
        groups.setdefault(key, []).append(duty)
        titles.setdefault(key, tuple(_link(a) for a in main))
    return Page(
        plan_duties_address(work),
        "duties.html",
        f"Phân công nhiệm vụ: {work.plan.title}",
        f"Việc mà kế hoạch giao cho từng cơ quan, nguyên văn. {work.plan.summary}",
        DutiesView(
            (("Kế hoạch", Link(work.plan.title, work.entry.address)), ("Tình trạng", Link(_state(catalog, work)))),
            tuple(
                DutyGroup(titles[key], None, tuple(_line(work, d) for d in duties)) for key, duties in groups.items()
            ),
            (Link("Lịch hạn của các kế hoạch", "/lich/"),) if work.deadlines else (),
        ),
        "nhiem-vu",
        (_HOME, _ROOT),
    )


def _agency_page(catalog: Catalog, agency: Agency, tasks: _Tasks) -> Page:
    groups = tuple(
        DutyGroup(
            (Link(work.plan.title, work.entry.address),),
            catalog.state_of(work.plan),
            tuple(_line(work, duty, assigned) for duty, assigned in duties),
        )
        for work, duties in tasks.values()
    )
    has_calendar = any(has_events(work, agency) for work, _ in tasks.values())
    calendar = (Link("Lịch hạn của cơ quan (.ics)", f"/lich/co-quan-{agency.id}.ics"),) if has_calendar else ()
    return Page(
        agency_duties_address(agency),
        "duties.html",
        f"Nhiệm vụ của {agency.name}",
        f"Việc mà các kế hoạch giao cho {agency.name}, trích nguyên văn.",
        DutiesView(_facts(catalog, agency), groups, calendar),
        "nhiem-vu",
        (_HOME, _ROOT),
    )


def _facts(catalog: Catalog, agency: Agency) -> tuple[tuple[str, Link], ...]:
    facts = [
        ("Hoạt động đến", format_partial(agency.until) if agency.until else ""),
        ("Nay là", ", ".join(a.name for a in agencies_now(catalog, agency))),
        ("Địa bàn", _place_now(catalog, agency)),
        ("Ghi chú", agency.note or ""),
    ]
    return tuple((label, Link(text)) for label, text in facts if text)


def _line(work: PlanWork, duty: AssignedDuty, of: Assigned | None = None) -> DutyLine:
    """A duty as it stands in lists; for one agency with its own role in it, and without it among the partners."""
    partners = [a for a in duty.to if a.addressee.role is Role.COOPERATING]
    roles = [of] if of else duty.to[:1]
    role = _ROLES[roles[0].addressee.role] if roles else ""
    if of and of.addressee.role is Role.COOPERATING:
        partners = [a for a in duty.to if a is not of]
    where = Link("Xem trong kế hoạch", f"{work.entry.address}#{duty.duty.anchor}")
    return DutyLine(duty.duty.text.strip(), where, role, tuple(_link(a) for a in partners))


def _link(assigned: Assigned) -> Link:
    name = " ".join(assigned.addressee.name.split())
    return Link(name, agency_duties_address(assigned.agency) if assigned.agency else "")
