"""Documents of a few pages: what is drawn on them, which of it says something, and in which order it is read out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import chain

from msgspec import Struct, field
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream

from giamngheo.outlets.materials.faces import embed, face
from giamngheo.outlets.materials.operators import number, numbers
from giamngheo.outlets.materials.tags import Tag, plant, said


class Sheet(Struct, eq=False):
    """A page: operators in the order of drawing, and the tag of every piece that says something; points."""

    page: Object
    operators: list[str] = field(default_factory=list)
    marks: list[Tag] = field(default_factory=list)
    letters: dict[str, set[str]] = field(default_factory=dict)

    def adorn(self, *operators: str) -> None:
        """Draw what says nothing: no reader of screens speaks of it."""
        self.operators += ("/Artifact BMC q", *operators, "Q EMC")

    def say(self, tag: Tag, *operators: str) -> None:
        """Draw what a tag stands for."""
        tag.mark(self.page, len(self.marks))
        self.operators += (f"/{tag.kind}<</MCID {len(self.marks)}>>BDC q", *operators, "Q EMC")
        self.marks.append(tag)

    def lines(self, lines: Sequence[str], weight: str, size: float, at: tuple[float, float], leading: float) -> str:
        """Operators for lines of text; `at` is the left end of the first base line."""
        self.letters.setdefault(weight, set()).update(*lines)
        shown = " T* ".join(f"{face(weight).shown(line)} Tj" for line in lines)
        return f"BT /{weight} {number(size)} Tf {number(leading)} TL {numbers(at)} Td {shown} ET"


class Document:
    """A file in the making; `tag` holds what is read out, in its order, which need not be that of drawing."""

    def __init__(self, title: str, subject: str, portal: str) -> None:
        self._pdf = Pdf.new()
        about = {"/Title": title, "/Subject": subject, "/Author": portal, "/Creator": portal}
        self._pdf.docinfo.update({key: said(value) for key, value in about.items()})
        self._pdf.Root.update({"/Lang": "vi", "/ViewerPreferences": Dictionary({"/DisplayDocTitle": True})})
        self.tag = plant(self._pdf)
        self._sheets: list[Sheet] = []
        self._pictures = Dictionary()
        self._resources = self._pdf.make_indirect(Dictionary({"/XObject": self._pictures}))

    def sheet(self, size: tuple[float, float], **boxes: Iterable[float]) -> Sheet:
        """A new page of a size in points; `boxes` are what printers want to know of it."""
        page = self._pdf.add_blank_page(page_size=size).obj
        drawn = {"/Resources": self._resources, "/StructParents": len(self._sheets)}
        page.update({**drawn, **{f"/{name}": Array(round(edge, 2) for edge in box) for name, box in boxes.items()}})
        self._sheets.append(Sheet(page))
        return self._sheets[-1]

    def picture(self, name: str, box: Iterable[float], deflated: bytes) -> str:
        """Keep what is drawn more than once, deflated already; returns the operator that draws it, cut at its box."""
        key = f"/{name}"
        if key not in self._pictures:
            entries = {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array(box), "/Filter": Name.FlateDecode}
            self._pictures[key] = Stream(self._pdf, deflated, entries)
        return f"{key} Do"

    def file(self) -> bytes:
        """The whole file: only what is said in it decides its bytes, neither the day nor chance."""
        for sheet in self._sheets:
            sheet.page["/Contents"] = Stream(self._pdf, "\n".join(sheet.operators).encode("ascii"))
        self._resources["/Font"] = Dictionary(
            {f"/{weight}": embed(self._pdf, weight, used) for weight, used in sorted(self._letters().items())}
        )
        marks = [Array(tag.element for tag in sheet.marks) for sheet in self._sheets]
        self._pdf.Root.StructTreeRoot["/ParentTree"] = Dictionary(
            {"/Nums": Array(chain.from_iterable(enumerate(marks)))}
        )
        out = BytesIO()
        self._pdf.save(out, min_version="1.7", object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
        return out.getvalue()

    def _letters(self) -> dict[str, set[str]]:
        """The letters shown in each weight."""
        found: dict[str, set[str]] = {}
        for sheet in self._sheets:
            for weight, used in sheet.letters.items():
                found.setdefault(weight, set()).update(used)
        return found
