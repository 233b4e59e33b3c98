"""The moment of a build: read once at the edge of the program and passed in as an argument everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""Every day and hour of the portal is local time of Viet Nam (UTC+7, no summer time)."""


def moment_of_build(environment: Mapping[str, str]) -> datetime:
    """Current moment in Viet Nam; `SOURCE_DATE_EPOCH` (seconds since 1970, reproducible-builds.org) wins.

    Raises ValueError when that variable is set and is not a whole number, or lies outside the years 1 to 9999.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
        return moment.astimezone(VIETNAM).replace(second=0, microsecond=0)
    except OverflowError as error:
        raise ValueError(f"not a moment of this calendar: {epoch}") from error
