"""Outlet: plans side by side, part by part, word for word."""

from giamngheo.outlets.comparison.pages import ComparePoints, comparison_pages

__all__ = ["ComparePoints", "comparison_pages"]
