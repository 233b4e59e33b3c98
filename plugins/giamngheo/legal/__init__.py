"""Vietnamese administrative texts: text in, structure out. Usable alone, without the rest of the portal.

>>> from giamngheo.legal import parse_outline
>>> outline = parse_outline('''KẾ HOẠCH
...
... Truyền thông về giảm nghèo năm 2023
...
... Căn cứ Quyết định số 650/QĐ-LĐTBXH ngày 21/7/2022;
...
... I. MỤC ĐÍCH, YÊU CẦU
...
... 1. Mục đích
...
... - Nâng cao nhận thức của người dân.
... ''')
>>> for block in outline.blocks:
...     print("  " * block.depth + block.kind, block.anchor)
doc_type ten-loai
subject trich-yeu
preamble can-cu-94ef
part phan-i
  section phan-i-muc-1
    dash phan-i-muc-1-gach-5629
>>> [heading.title for heading in outline.headings]
['I. MỤC ĐÍCH, YÊU CẦU', '1. Mục đích']

Which documents a text names, with offsets in the text as it is (any Unicode form, line breaks, lost diacritics):

>>> from giamngheo.legal import find_citations
>>> text = "Theo khoản 3 Điều 5 Nghị định số 07/2021/NĐ-CP ngày 27/01/2021 của Chính phủ và Luật Trẻ em năm 2016"
>>> for citation in find_citations(text):
...     print(text[citation.start : citation.end], citation.date, *citation.pinpoints)
Nghị định số 07/2021/NĐ-CP 2021-01-27 5.3
Luật Trẻ em năm 2016 2016
>>> find_citations("theo Quyet dinh so 90 /QD- TTg")[0].number
'90/QĐ-TTg'

Who has to do what, by when:

>>> from giamngheo.legal import find_due, find_duties
>>> outline = parse_outline('''V. TỔ CHỨC THỰC HIỆN
...
... 1. Sở Y tế, Sở Tài chính
...
... - Báo cáo kết quả trước ngày 10/11 hằng năm.
... ''')
>>> duties = find_duties(outline)
>>> for duty in duties:
...     print([body.name for body in duty.addressees], duty.text, duty.anchor)
['Sở Y tế', 'Sở Tài chính'] Báo cáo kết quả trước ngày 10/11 hằng năm. phan-v-muc-1-gach-e1f4
>>> for due in find_due(outline, duties):
...     print(due.deadline.kind, due.deadline.recurrence.days, [body.name for body in due.addressees])
yearly (YearDay(month=11, day=10),) ['Sở Y tế', 'Sở Tài chính']

In a shell: `python -c "import sys; from giamngheo.legal import parse_outline;
[print('  ' * h.depth + h.title) for h in parse_outline(sys.stdin.read()).headings]" < van-ban.txt`

How the text should look: one line for each paragraph or point, blank lines between them. Wrapped lines are
joined: a line goes on with the block before it unless a blank line, a marker ("I.", "1.", "a)", "-", "+",
"Điều 1."), a formula ("Nơi nhận:", "PHỤ LỤC") or a sentence ended on a line that was not full stands between.
In such a text a number out of order after an unfinished line ("đến năm / 30. Trong đó") is no marker.

Letterhead, and damage by scanning:

>>> from giamngheo.legal import KnownTexts, propose_restorations, read_letterhead
>>> head = read_letterhead('''ỦY BAN NHÂN DÂN
... XÃ KHE LẠNH
... Số: 7/KH-UBND
... Khe Lạnh, ngày 05 tháng 02 năm 2026
... KẾ HOẠCH
... Giảm nghèo năm 2026''')
>>> head.issuer.value, head.number.value, head.issued.value, head.signer
('ỦY BAN NHÂN DÂN XÃ KHE LẠNH', '7/KH-UBND', '2026-02-05', None)
>>> known = KnownTexts.learn(["Hộ nghèo được vay vốn ưu đãi."])
>>> [line.proposal for line in propose_restorations("Hd nghéo duoc vay vdn", known)]
['Hộ nghèo được vay vốn']

It knows forms, not particular bodies or which document of a register is meant, and not whether a text is in force.
"""

from typing import TYPE_CHECKING

from giamngheo.ground.late import load_late
from giamngheo.legal.blocks import BODY_KINDS, CLOSING_KINDS, HEAD_KINDS, Block, BlockKind, Heading, Outline
from giamngheo.legal.citations.values import TYPE_NAMES, Citation, CitationKind, Pinpoint, number_key
from giamngheo.legal.values import (
    Addressee,
    CitedDocument,
    Deadline,
    DeadlineKind,
    Due,
    Duty,
    Pair,
    PlanPart,
    PlanReading,
    Point,
    Recurrence,
    Relation,
    Role,
    WordChange,
    YearDay,
)

if TYPE_CHECKING:
    from giamngheo.legal.cells import Finding
    from giamngheo.legal.citations.finding import find_citations
    from giamngheo.legal.comparison import compare_points
    from giamngheo.legal.damage import LineDamage, damaged_share, measure_damage
    from giamngheo.legal.deadlines import find_deadlines
    from giamngheo.legal.due import find_due
    from giamngheo.legal.duties import find_duties
    from giamngheo.legal.language import KnownTexts
    from giamngheo.legal.letterhead import Letterhead, read_letterhead
    from giamngheo.legal.outline import parse_outline
    from giamngheo.legal.plan_reading import read_plan
    from giamngheo.legal.restoration import Proposal, propose_restorations
else:
    __getattr__ = load_late(
        __name__,
        {
            "Finding": "cells",
            "find_citations": "citations.finding",
            "compare_points": "comparison",
            "LineDamage": "damage",
            "damaged_share": "damage",
            "measure_damage": "damage",
            "find_deadlines": "deadlines",
            "find_due": "due",
            "find_duties": "duties",
            "KnownTexts": "language",
            "Letterhead": "letterhead",
            "read_letterhead": "letterhead",
            "parse_outline": "outline",
            "read_plan": "plan_reading",
            "Proposal": "restoration",
            "propose_restorations": "restoration",
        },
    )

__all__ = [
    "BODY_KINDS",
    "CLOSING_KINDS",
    "HEAD_KINDS",
    "TYPE_NAMES",
    "Addressee",
    "Block",
    "BlockKind",
    "Citation",
    "CitationKind",
    "CitedDocument",
    "Deadline",
    "DeadlineKind",
    "Due",
    "Duty",
    "Finding",
    "Heading",
    "KnownTexts",
    "Letterhead",
    "LineDamage",
    "Outline",
    "Pair",
    "Pinpoint",
    "PlanPart",
    "PlanReading",
    "Point",
    "Proposal",
    "Recurrence",
    "Relation",
    "Role",
    "WordChange",
    "YearDay",
    "compare_points",
    "damaged_share",
    "find_citations",
    "find_deadlines",
    "find_due",
    "find_duties",
    "measure_damage",
    "number_key",
    "parse_outline",
    "propose_restorations",
    "read_letterhead",
    "read_plan",
]
