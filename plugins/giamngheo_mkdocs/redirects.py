"""Redirects as plain files: as many as items, so they do not pass through the pages of MkDocs.

Handing 1,000 of them to MkDocs as pages cost a fifth of a rebuild.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from giamngheo.rendering.outputs import OutputFile, Page, Preview, RedirectView

_HTML = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
{preview}<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><h1><a href="{target}">{title}</a></h1></body>
</html>
"""
_PREVIEW = """<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
<meta property="og:url" content="{canonical}">
<meta property="og:image" content="{picture}">
<meta property="og:image:width" content="{width}">
<meta property="og:image:height" content="{height}">
<meta property="og:image:alt" content="{alt}">
<meta name="twitter:card" content="summary_large_image">
"""


def redirect_files(pages: Iterable[Page], site_url: str, language: str) -> Iterator[OutputFile]:
    """Yield the file of each redirect among `pages`."""
    for page in pages:
        if isinstance(page.view, RedirectView):
            html = redirect_html(page, page.view, site_url, language)
            yield OutputFile(f"{page.address}index.html", html.encode())


def redirect_html(page: Page, view: RedirectView, site_url: str, language: str) -> str:
    """HTML that leads from the address of `page` to the target; works without scripts and below any root.

    It tells chats what it leads to: they show the address that was posted and follow no such redirect.
    """
    target = "../" * (page.address.count("/") - 1) + view.target[1:]
    root = site_url.rstrip("/")
    canonical = escape(f"{root}{view.target}")
    return _HTML.format(
        language=escape(language),
        title=escape(page.title),
        description=escape(page.description),
        canonical=canonical,
        target=escape(target),
        preview=_preview(page, page.preview, root, canonical) if page.preview else "",
    )


def _preview(page: Page, preview: Preview, root: str, canonical: str) -> str:
    return _PREVIEW.format(
        title=escape(preview.title),
        description=escape(page.description),
        canonical=canonical,
        picture=escape(root + preview.address),
        width=preview.width,
        height=preview.height,
        alt=escape(preview.alt),
    )
