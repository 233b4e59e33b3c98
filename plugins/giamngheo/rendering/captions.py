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


class _Figures(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            images = list(paragraph)
            if len(images) == 1 and images[0].tag == "img" and not _has_words(paragraph):
                paragraph.tag = "figure"
                if caption := images[0].attrib.pop("title", ""):
                    SubElement(paragraph, "figcaption").text = caption


def _has_words(paragraph: Element) -> bool:
    return bool((paragraph.text or "").strip() or (paragraph[0].tail or "").strip())
