"""The schema of items, declared once, kind by kind in `content.kinds`.

From these declarations come validation, the JSON Schema for editors' tools, the scaffolds of
`giamngheo new` and the reference table of the editors' handbook. `description` is what an editor reads.
"""

from __future__ import annotations

from giamngheo.content.item import Item
from giamngheo.content.kinds.activity import Activity, Award, Contest, Joining, Outcome
from giamngheo.content.kinds.material import Material, Recording, Slogan
from giamngheo.content.kinds.plan import Plan, PlanType, TextQuality
from giamngheo.content.kinds.policy import Policy, Season, Step
from giamngheo.content.kinds.question import Question
from giamngheo.content.kinds.story import Story, Support
from giamngheo.content.parts import (
    Attachment,
    Change,
    ChangeKind,
    Consent,
    Figure,
    Image,
    Part,
    Period,
    Person,
    Qualifier,
    Source,
    Unknown,
    Withdrawal,
    check_order,
)

KINDS: tuple[type[Item], ...] = (Policy, Question, Story, Activity, Plan, Material)
"""Item kinds by folder of `content/`, in the order in which lists of all kinds show them. A new kind is one module in
`kinds/`, named here, a template and its outlets."""

__all__ = [
    "KINDS",
    "Activity",
    "Attachment",
    "Award",
    "Change",
    "ChangeKind",
    "Consent",
    "Contest",
    "Figure",
    "Image",
    "Item",
    "Joining",
    "Material",
    "Outcome",
    "Part",
    "Period",
    "Person",
    "Plan",
    "PlanType",
    "Policy",
    "Qualifier",
    "Question",
    "Recording",
    "Season",
    "Slogan",
    "Source",
    "Step",
    "Story",
    "Support",
    "TextQuality",
    "Unknown",
    "Withdrawal",
    "check_order",
]
