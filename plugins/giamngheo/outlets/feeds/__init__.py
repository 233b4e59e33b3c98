"""Outlet: feeds for newspapers, broadcasters and readers: RSS, Atom, JSON Feed, ninjs; nothing lost, nothing twice."""

from giamngheo.outlets.feeds.build import Feeds, build_feeds
from giamngheo.outlets.feeds.posts import Picture

__all__ = ["Feeds", "Picture", "build_feeds"]
