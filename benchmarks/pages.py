"""How long making and writing the pages takes, against MkDocs' own time on the same pages.

All of it runs in this process, in turns; the base is read and checked beforehand, as in a build.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from claimbook import pages
from claimbook.examine import examine
from claimbook.handwritten import HOME, handwritten, merge
from claimbook.site import build_site
from claimbook.write import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.examine import Examined

PROJECT = Path(__file__).resolve().parent.parent
STEPS = {
    "make": "making the pages",
    "write": "writing them to an empty folder",
    "again": "writing them again, unchanged",
    "mkdocs": "MkDocs on the same pages",
}

Times = dict[str, list[float]]


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--root", type=Path, default=PROJECT, help="a base without errors")
    options.add_argument("--runs", type=int, default=7, help="runs of each step")
    given = options.parse_args()
    times: Times = defaultdict(list)
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(given.runs + 1):
            taken: Times = defaultdict(list)
            count = one_turn(given.root.resolve(), Path(folder), taken)
            if turn:  # the first warms the caches
                for step, seconds in taken.items():
                    times[step] += seconds
    print(table(times, count))


def one_turn(root: Path, folder: Path, times: Times) -> int:
    """Make, write, write again and build once, with the base's settings; returns how many pages there are."""
    shutil.copy(root / "mkdocs.yml", folder)
    target = folder / "build" / "docs"
    shutil.rmtree(target, ignore_errors=True)
    examined = examine(root, date.today())
    with timed(times["make"]):
        files = made(root, examined)
    with timed(times["write"]):
        write(target, files)
    with timed(times["again"]):
        write(target, files)
    nav = pages.nav(examined.facts.library, handwritten(root / "docs"))
    with timed(times["mkdocs"]):
        faults = build_site(folder, target, folder / "site", nav, lambda site, site_url: ())
    if faults:
        raise SystemExit("\n".join(faults))
    return sum(path.endswith(".md") for path in files)


def made(root: Path, examined: Examined) -> dict[str, bytes]:
    """The pages of a base with its hand-written ones, as a build makes them."""
    by_hand = handwritten(root / "docs")
    head = by_hand.get(HOME)
    return merge(by_hand, pages.make(examined.facts, head.decode() if head else None))[0]


@contextmanager
def timed(times: list[float]) -> Iterator[None]:
    """Note the seconds that the block takes."""
    start = time.perf_counter()
    yield
    times.append(time.perf_counter() - start)


def table(times: Times, count: int) -> str:
    """Least, median and most of each step in milliseconds, and the ratio that counts."""
    lines = [f"| step, {count} pages | least | median | most |", "|---|---|---|---|"]
    for step, name in STEPS.items():
        seconds = times[step]
        figures = " | ".join(f"{1000 * s:.1f} ms" for s in (min(seconds), median(seconds), max(seconds)))
        lines.append(f"| {name} | {figures} |")
    ours = median(map(sum, zip(times["make"], times["write"], strict=True)))
    lines.append(f"\nMaking and writing take {ours / median(times['mkdocs']):.3f} of MkDocs' time.")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
