"""The privacy gate: finds what a portal about poverty must not publish about a person.

Answers for finding; whether a finding blocks publication, and on which line it stands, is for the caller. No
proof of absence: a name without family name or title, or a story that gives its hero away, is beyond it.
"""

from giamngheo.content.privacy.findings import Allowed, Finding, FindingKind
from giamngheo.content.privacy.gate import find_private_data

__all__ = ["Allowed", "Finding", "FindingKind", "find_private_data"]
