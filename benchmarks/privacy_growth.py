"""Prints how the cost of the privacy gate grows with its text: ratios per doubling, for prose and for tiring input."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

from giamngheo.content.privacy import Allowed, find_private_data

_NOTHING = Allowed(frozenset(), frozenset(), frozenset())
_PLAN = Path(__file__).parent.parent / "content/plans/truyen-thong-bac-giang-2023.md"
_SIZES = (62_500, 125_000, 250_000, 500_000)
_TIRING = ("cháu ", "ông A ", "0912 345 ", "trú tại thôn ", "Nguyễn ", "e\u0301", "1.000.")


def main() -> None:
    """Measure each text at each size, in CPU seconds."""
    for name, piece in (("kế hoạch thật", _PLAN.read_text("utf-8")), *((repr(p), p) for p in _TIRING)):
        seconds = [_seconds((piece * (size // len(piece) + 1))[:size]) for size in _SIZES]
        growth = " ".join(f"x{b / a:.2f}" for a, b in itertools.pairwise(seconds))
        print(f"{name:>20}: {seconds[-1]:.2f} s / {_SIZES[-1] // 1000} kB, growth per doubling {growth}")


def _seconds(text: str) -> float:
    start = time.process_time()
    find_private_data(text, _NOTHING)
    return time.process_time() - start


if __name__ == "__main__":
    main()
