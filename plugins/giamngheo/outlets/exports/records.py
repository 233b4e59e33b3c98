"""The plan as data: outline, citations, duties and deadlines in JSON, as `van-ban.schema.json` describes them.

Offsets count characters (Unicode code points) of the plain text from 0; the end is the first one past the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giamngheo.catalog.plan_work import Assigned
from giamngheo.ground.json_text import readable
from giamngheo.ground.vietnamese import PartialDate
from giamngheo.legal import Block, Citation, Deadline, YearDay, find_citations
from giamngheo.outlets.exports.identification import iri_of_plan
from giamngheo.outlets.exports.segments import WITHOUT_CITATIONS
from giamngheo.outlets.exports.sources import PlanSource
from giamngheo.rendering.exported import export_address

Json = dict[str, object]


def write_record(source: PlanSource) -> bytes:
    """Return the JSON of a plan; keys without a value are null or empty, never left out."""
    plan = source.plan
    record: Json = {
        "$schema": "../van-ban.schema.json",
        "id": plan.id,
        "iri": iri_of_plan(plan),
        "address": source.address,
        "note": source.note,
        "title": plan.title,
        "doc_type": plan.doc_type,
        "number": plan.number,
        "issuer": {"id": plan.issuer, "name": source.issuer},
        "issued": plan.issued.isoformat() if plan.issued else None,
        "signer": plan.signer,
        "signer_role": plan.signer_role,
        "text_quality": plan.text_quality,
        "text": {"address": export_address(source.entry, "txt"), "characters": len(source.outline.source)},
        "outline": [_block(source, block) for block in source.outline.blocks],
        "citations": list(_citations(source)),
        "duties": [_duty(source, i) for i in range(len(source.work.duties))],
        "deadlines": [_deadline(source, i) for i in range(len(source.work.deadlines))],
    }
    return readable(record) + b"\n"


def _block(source: PlanSource, block: Block) -> Json:
    return {
        "anchor": block.anchor,
        "kind": block.kind.value,
        "depth": block.depth,
        "marker": block.marker,
        "is_heading": block.is_heading,
        "start": block.start,
        "end": block.end,
        "text": source.outline.source_of(block),
    }


def _citations(source: PlanSource) -> Iterator[Json]:
    for block in source.outline.blocks:
        if block.kind not in WITHOUT_CITATIONS:
            for citation in find_citations(source.outline.source_of(block)):
                yield _citation(source, block, citation)


def _citation(source: PlanSource, block: Block, citation: Citation) -> Json:
    document = source.resolver.find(citation, source.plan)
    found = {"id": document.id, "address": f"/van-ban/{document.id}/"} if document else None
    text = source.outline.source_of(block)
    return {
        "anchor": block.anchor,
        "start": block.start + citation.start,
        "end": block.start + citation.end,
        "text": text[citation.start : citation.end],
        "kind": citation.kind.value,
        "type": citation.type or None,
        "number": citation.number or None,
        "name": citation.name or None,
        "issuer": citation.issuer or None,
        "date": _day(citation.date),
        "pinpoints": [{"article": p.article, "clause": p.clause, "point": p.point} for p in citation.pinpoints],
        "document": found,
    }


def _duty(source: PlanSource, index: int) -> Json:
    assigned = source.work.duties[index]
    duty = assigned.duty
    return {
        "anchor": duty.anchor,
        "start": duty.start,
        "end": duty.end,
        "text": duty.text,
        "addressees": _addressees(assigned.to),
    }


def _deadline(source: PlanSource, index: int) -> Json:
    planned = source.work.deadlines[index]
    deadline: Deadline = planned.due.deadline
    recurrence = deadline.recurrence
    return {
        "anchor": planned.due.anchor,
        "start": deadline.start,
        "end": deadline.end,
        "text": deadline.words,
        "sentence": planned.due.sentence,
        "kind": deadline.kind.value,
        "first": _day(deadline.first),
        "last": _day(deadline.last),
        "days": _year_days(recurrence.days if recurrence else ()),
        "until": _year_days([recurrence.until])[0] if recurrence and recurrence.until else None,
        "undated": _year_days(deadline.undated),
        "addressees": _addressees(planned.to),
    }


def _addressees(bodies: Sequence[Assigned]) -> list[Json]:
    return [
        {
            "name": one.addressee.name,
            "role": one.addressee.role.value,
            "start": one.addressee.start,
            "end": one.addressee.end,
            "agency": one.agency.id if one.agency else None,
        }
        for one in bodies
    ]


def _day(day: PartialDate | None) -> str | None:
    """A day, a month or a year: "2023-11-15", "2023-11", "2023"."""
    return str(day) if day else None


def _year_days(days: Sequence[YearDay]) -> list[Json]:
    return [{"month": day.month, "day": day.day} for day in days]
