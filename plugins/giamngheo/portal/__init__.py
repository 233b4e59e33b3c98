"""Floor 6: the whole flow on one screen: content -> problems -> catalog -> pages, feeds, files."""

from giamngheo.portal.build import BuildOptions, build_portal, check_portal
from giamngheo.portal.publishing import Portal

__all__ = ["BuildOptions", "Portal", "build_portal", "check_portal"]
