"""A finished site as its readers get it: pages, what they link to, and which file answers an address."""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from msgspec import Struct

HOST = "https://giamngheo.example/"
"""Address that the real mkdocs.yml gives the portal; tests look at the site as if it were served there."""


class PageFile(Struct, frozen=True, dict=True):
    """One HTML page; `name` is its file below the site."""

    name: str
    text: str

    @property
    def address(self) -> str:
        """Where the page is served; 404.html is answered at any depth, for instance this one."""
        if self.name == "404.html":
            return f"{HOST}khong/co/trang-nay/"
        return HOST + re.sub(r"(^|/)index\.html$", r"\1", self.name)

    @cached_property
    def tree(self) -> html.HtmlElement:
        """The parsed page."""
        return html.document_fromstring(self.text)

    @property
    def is_redirect(self) -> bool:
        """True for pages that only lead elsewhere."""
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))

    @property
    def is_indexed(self) -> bool:
        """True unless the page asks search engines to leave it out, or to show another one in its place."""
        if not self.is_redirect and self.tree.xpath("//link[@rel='canonical']/@href") not in ([self.address], []):
            return False
        return not self.tree.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")

    @cached_property
    def anchors(self) -> list[str]:
        """All ids of the page, in order."""
        return [str(value) for value in self.tree.xpath("//@id")]

    @property
    def targets(self) -> list[str]:
        """Full addresses of everything the page links to or loads."""
        found = [str(value) for value in self.tree.xpath("//@href | //@src")]
        found += [str(v).split("url=", 1)[1] for v in self.tree.xpath("//meta[@http-equiv='refresh']/@content")]
        return [urljoin(self.address, target) for target in found]


class Site:
    """All files of a built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        self.names = frozenset(names)
        self.pages = {n: PageFile(n, (folder / n).read_text("utf-8")) for n in names if n.endswith(".html")}

    @property
    def full_pages(self) -> list[PageFile]:
        """Pages that readers see: all but the redirects."""
        return [page for page in self.pages.values() if not page.is_redirect]

    def file_at(self, address: str) -> str | None:
        """File that answers a full address of this portal, or None where it answers 404."""
        path = unquote(urlsplit(address).path).lstrip("/")
        name = posixpath.join(path, "index.html") if path.endswith("/") or not path else path
        return name if name in self.names else None
