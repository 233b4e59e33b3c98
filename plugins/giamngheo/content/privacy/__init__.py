"""The privacy gate: finds what a portal about poverty must not publish about a person.

Answers for finding; whether a finding blocks publication, and on which line it stands, is for the caller. No
proof of absence: a name without family name or title, or a story that gives its hero away, is beyond it.
"""

from giamngheo.content.privacy.findings import Allowed, Finding, FindingKind

__all__ = ["Allowed", "Finding", "FindingKind", "find_private_data"]


def find_private_data(text: str, allowed: Allowed) -> tuple[Finding, ...]:
    """Everything in `text` that must not be published, sorted, without overlaps.

    Never raises; time is linear in the length of the text.
    """
    from giamngheo.content.privacy.gate import search  # noqa: PLC0415 - loads patterns that a rebuild does not need

    return search(text, allowed)
