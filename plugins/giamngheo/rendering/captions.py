"""An image alone in its paragraph becomes a figure; its title is the caption."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class FigureExtension(Extension):
    """`![mô tả](images/ong.jpg "Chú thích. Ảnh: …")` -> figure with caption."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - name given by Python-Markdown
        """Register after inline parsing (priority 20), when images are elements."""
        md.treeprocessors.register(_Figures(md), "figures", 15)
        md.treeprocessors.register(_OneTitle(md), "one-title", 6)  # before the contents list is made (5)


class _Figures(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            images = list(paragraph)
            if len(images) == 1 and images[0].tag == "img" and not _has_words(paragraph):
                paragraph.tag = "figure"
                if caption := images[0].attrib.pop("title", ""):
                    SubElement(paragraph, "figcaption").text = caption


class _OneTitle(Treeprocessor):
    """The page has its title already: a heading of the first level in a body is one of the second."""

    def run(self, root: Element) -> None:
        for heading in root.iter("h1"):
            heading.tag = "h2"


def _has_words(paragraph: Element) -> bool:
    return bool((paragraph.text or "").strip() or (paragraph[0].tail or "").strip())
