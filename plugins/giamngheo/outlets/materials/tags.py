"""Tags of a PDF: which piece of its pages is a heading, a list, a picture, and in which order they are read out."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


def said(value: str) -> String:
    """A text outside of pages; halves of letters that no program could write become "?"."""
    return String(value.encode("utf-8", "replace").decode())


class Tag:
    """A structure element (ISO 32000-1, 14.8.4) such as "H1", "P", "LI"; `alt` is read out for what has no letters."""

    def __init__(self, pdf: Pdf, kind: str, parent: Object, alt: str = "") -> None:
        self.kind = kind
        self._pdf, self._inner = pdf, Array()
        self._last: Tag | None = None
        spoken = {"/Alt": said(alt)} if alt else {}
        self.element = pdf.make_indirect(
            Dictionary({"/S": Name(f"/{kind}"), "/P": parent, "/K": self._inner, **spoken}),
        )

    def add(self, kind: str, alt: str = "") -> Tag:
        """A new tag, read out after those that are there."""
        self._last = Tag(self._pdf, kind, self.element, alt)
        self._inner.append(self._last.element)
        return self._last

    def last(self, kind: str) -> Tag:
        """The tag read out last where it is of that kind, so that a list goes on; otherwise a new one."""
        return self._last if self._last and self._last.kind == kind else self.add(kind)

    def mark(self, page: Object, number: int) -> None:
        """Stand for a marked piece of a page; all pieces of a tag are on one page."""
        self.element["/Pg"] = page
        self._inner.append(number)


def plant(pdf: Pdf) -> Tag:
    """The tag of a whole document, in a new tree of tags."""
    tree = pdf.make_indirect(Dictionary({"/Type": Name.StructTreeRoot}))
    whole = Tag(pdf, "Document", tree)
    tree["/K"] = whole.element
    pdf.Root["/StructTreeRoot"] = tree
    pdf.Root["/MarkInfo"] = Dictionary({"/Marked": True})
    return whole
