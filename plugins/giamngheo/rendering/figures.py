"""Figures in words: the amount as people say it, when it is true, and who says so."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from giamngheo.catalog import Catalog, State
from giamngheo.catalog.states import is_figure_in_force
from giamngheo.content.schema import Figure, Item, Policy
from giamngheo.ground.vietnamese import PartialDate, format_day, format_money, format_number, format_partial


class Link(Struct, frozen=True):
    """A place to go; `address` is a path of the site, a full web address, or "" for plain text."""

    label: str
    address: str = ""


class FigureView(Struct, frozen=True):
    """A figure as read: "tối đa 100 triệu đồng/hộ", when it is true, and who says so."""

    label: str
    text: str
    when: str
    source: Link
    note: str = ""
    is_in_force: bool = True
    is_over: bool = False


QUALIFIERS = {
    "khoang": "khoảng",
    "hon": "hơn",
    "gan": "gần",
    "toi-da": "tối đa",
    "toi-thieu": "ít nhất",
    "duoi": "dưới",
    "tu": "từ",
}
"""How a figure that is not exact is read."""


def figure_view(catalog: Catalog, item: Item, figure: Figure) -> FigureView:
    """Read a figure of `item` for a page."""
    return FigureView(
        label=figure.label,
        text=figure_text(figure),
        when=_when(figure),
        source=source_link(catalog, item, figure.source),
        note=figure.note or "",
        is_in_force=is_figure_in_force(figure, catalog.today),
        is_over=figure.valid_to is not None and figure.valid_to < catalog.today,
    )


def headline(policy: Policy, amounts: tuple[FigureView, ...], state: State | None) -> FigureView | None:
    """The figure shown large: the first benefit in force; none where nobody gets it any more."""
    if state is None or state.is_over:
        return None
    benefits = (v for f, v in zip(policy.amounts, amounts, strict=True) if is_benefit(policy, f))
    return next((view for view in benefits if view.is_in_force), None)


def is_benefit(policy: Policy, figure: Figure) -> bool:
    """Whether a figure may stand alone beside "Được gì": money or a share.

    What holds for everyone is a measure, as a poverty line: "1,5 triệu đồng" there is not what one gets.
    """
    return not policy.eligibility.everyone and (figure.unit or "").startswith(("đồng", "%"))


def figure_text(figure: Figure) -> str:
    """The amount as people say it: "tối đa 100 triệu đồng/hộ", "6,24 %/năm", or the formula in words."""
    if figure.value is None:
        return figure.formula or ""
    unit = figure.unit or ""
    amount = _amount(figure.value, unit)
    if figure.value_to is not None:
        first = format_number(figure.value) if not unit.startswith("đồng") else amount.removesuffix(unit).strip()
        amount = f"{first} đến {_amount(figure.value_to, unit)}"
    text = f"{QUALIFIERS[figure.qualifier]} {amount}" if figure.qualifier else amount
    return f"{text} ({figure.formula})" if figure.formula else text


def _amount(value: Decimal, unit: str) -> str:
    if unit.startswith("đồng") and value == int(value):
        return format_money(int(value)).removesuffix("đồng") + unit
    joint = "" if unit.startswith("%") else " "
    return f"{format_number(value)}{joint}{unit}"


def _when(figure: Figure) -> str:
    if figure.valid_from and figure.valid_to:
        return f"áp dụng từ {format_day(figure.valid_from)} đến {format_day(figure.valid_to)}"
    if figure.valid_from:
        return f"áp dụng từ {format_day(figure.valid_from)}"
    if figure.valid_to:
        return f"áp dụng đến {format_day(figure.valid_to)}"
    return f"số liệu {partial_text(figure.on)}"


def partial_text(day: PartialDate) -> str:
    """A day, month or year within a sentence: "ngày 01/12/2025", "tháng 12/2025", "năm 2025"."""
    text = format_partial(day)
    return text if text.startswith(("tháng", "năm")) else f"ngày {text}"


def source_link(catalog: Catalog, item: Item, name: str) -> Link:
    """The source that a figure names: an entry of the item's own list, or a document of the register."""
    for source in item.sources:
        if source.id == name:
            day = f", {format_partial(source.date)}" if source.date else ""
            return Link(f"{source.publisher}{day}", source.url or "")
    document = catalog.documents.get(name)
    return Link(document.number, f"/van-ban/{name}/") if document else Link(name)
