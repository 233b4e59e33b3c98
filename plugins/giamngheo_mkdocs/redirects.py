"""Redirects as plain files: as many as items, so they do not pass through the pages of MkDocs.

Handing 1,000 of them to MkDocs as pages cost a fifth of a rebuild.
"""

from __future__ import annotations

from html import escape

from giamngheo.outlets.pages.views import RedirectView
from giamngheo.rendering.outputs import Page

_HTML = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><h1><a href="{target}">{title}</a></h1></body>
</html>
"""


def redirect_html(page: Page, view: RedirectView, site_url: str, language: str) -> str:
    """HTML that leads from the address of `page` to the target; works without scripts and below any root."""
    target = "../" * (page.address.count("/") - 1) + view.target[1:]
    return _HTML.format(
        language=escape(language),
        title=escape(page.title),
        description=escape(page.description),
        canonical=escape(f"{site_url.rstrip('/')}{view.target}"),
        target=escape(target),
    )
