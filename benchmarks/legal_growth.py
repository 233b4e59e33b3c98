"""How the time of `parse_outline` grows with the length of a text: real plans and hostile texts.

    python benchmarks/legal_growth.py                  # 125 kB to 2 MB, a few minutes
    python benchmarks/legal_growth.py --repeats 3      # the best of three

Prints, for each text, the time of the smallest size, and how many times longer each doubling takes: about 2 is
linear, 4 quadratic. CPU time of this process; nothing is asserted.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from giamngheo.legal import parse_outline

ROOT = Path(__file__).resolve().parent.parent
SIZES = tuple(125_000 * 2**doubling for doubling in range(5))
"""Characters of text, from 125,000 to 2,000,000."""


def main() -> None:
    """Measure every text at every size and print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--repeats", type=int, default=1, help="runs of each size; the best one counts")
    repeats = parser.parse_args().repeats
    heads = "".join(f"{f'x{size // SIZES[0]}':>7}" for size in SIZES[1:])
    print(f"{'text':<28}{'125 kB, ms':>11}{heads}   growth per doubling")
    for name, write in _texts().items():
        seconds = [_best_time(write(size), repeats) for size in SIZES]
        growth = "".join(f"{after / before:7.2f}" for before, after in pairwise(seconds))
        mean = (seconds[-1] / seconds[0]) ** (1 / (len(SIZES) - 1))
        print(f"{name:<28}{seconds[0] * 1000:>11.1f}{growth}   mean {mean:.2f}", flush=True)


def _texts() -> dict[str, Callable[[int], str]]:
    """Return, by name, what writes a text of so many characters."""
    plan = _read_plan()
    repeated = {
        "real plan": plan + "\n",
        "real plan, CRLF": (plan + "\n").replace("\n", "\r\n"),
        "real plan without line ends": plan.replace("\n", " ") + " ",
        "real plan, one word a line": "\n".join(plan.split()) + "\n",
        "one equal dash": "- Như trên.\n\n",
        "one equal section": "1. Mục đích\n\n",
        "sections and subsections": "1. Một\n1.1. Hai\n1.1.1. Ba\na) Bốn\n- Năm\n+ Sáu\n",
        "unfinished lines": "chưa hết\n",
        "chapters without a title": "Chương I\n\n",
        "titles in capitals": "DANH SÁCH\n",
        "headers and signatures": "KẾ HOẠCH\n\nI. MỘT\n\nNơi nhận:\n- A\nCHỦ TỊCH\n\n",
        "one word": "a",
        "one word of capitals": "Ụ",
        "combining marks": "\u0301",
        "spaces": " ",
        "blank lines": "\n",
        "zero-width characters": "\u200b",
        "digits and stops": "1.",
        "brackets": "(",
        "dashes": "-",
        "romans": "XXXVIII",
    }
    return {name: _repeat(piece) for name, piece in repeated.items()} | {"all sections different": _count}


def _repeat(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _count(size: int) -> str:
    return "".join(f"{number % 999}. Mục {number}\n\n" for number in range(size // 12))[:size]


def _read_plan() -> str:
    """Return the longest plan of the content, without its front matter."""
    plans = (path.read_text("utf-8") for path in (ROOT / "content/plans").glob("*.md"))
    return max((plan.split("\n---\n", 1)[1] for plan in plans), key=len)


def _best_time(text: str, repeats: int) -> float:
    return min(_time(text) for _ in range(repeats))


def _time(text: str) -> float:
    gc.collect()
    start = time.process_time()
    parse_outline(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
