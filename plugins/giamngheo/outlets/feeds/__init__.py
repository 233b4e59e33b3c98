"""Outlet: RSS feeds for newspapers, broadcasters and readers: full text, stable identity, valid by construction."""

from giamngheo.outlets.feeds.build import FeedFile, build_feeds, feed_list
from giamngheo.outlets.feeds.check import check_feed

__all__ = ["FeedFile", "build_feeds", "check_feed", "feed_list"]
