"""Checks a finished feed before it may replace the last good one; each form has its rules in a module of its own."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.outlets.feeds import check_atom, check_json, check_rss
from giamngheo.outlets.feeds.rules import Place


def check_feed(content: bytes, address: str, site_url: str) -> Iterator[str]:
    """Yield, in Vietnamese and with the name of the rule, each reason why the feed must not go out."""
    check = {"rss": check_rss.check, "atom": check_atom.check, "json": check_json.check}[address.rpartition(".")[2]]
    place = Place(address, site_url)
    yield from (f"{address}: {reason}" for reason in check(content, place))
