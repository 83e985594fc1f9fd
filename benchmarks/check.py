"""How long `check` of a base takes as a whole process, against starting the site generator alone.

Figures are medians of runs that take turns, so that a busy moment of the machine falls on all alike.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parent.parent
APART = ("mkdocs", "material", "rapidfuzz", "claimbook.pages")

_IMPORTS = "import mkdocs.commands.build, material"
_EMPTY_BUILD = "from mkdocs.config import load_config; mkdocs.commands.build.build(load_config('mkdocs.yml'))"
_SETTINGS = "site_name: Empty\ntheme: {name: material}\n"


def main() -> None:
    """Measure, print a table, and say which modules `check` imported that it should not need."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--root", type=Path, default=PROJECT, help="the base to check")
    options.add_argument("--runs", type=int, default=15, help="runs of each command")
    given = options.parse_args()
    check = [sys.executable, str(PROJECT / "build_claims.py"), "--root", str(given.root.resolve()), "check"]
    commands = {
        "check": check,
        "Python alone": [sys.executable, "-c", "pass"],
        "importing MkDocs and Material": [sys.executable, "-c", _IMPORTS],
        "importing them and building an empty site": [sys.executable, "-c", f"{_IMPORTS}; {_EMPTY_BUILD}"],
    }
    with tempfile.TemporaryDirectory() as folder:
        times = in_turns(commands, empty_project(Path(folder)), given.runs)
    print(table(times))
    own, _, imports, build = (median(seconds) for seconds in times.values())
    print(f"\nCheck takes {own / (imports + build):.2f} of the time of the last two, one after the other.")
    print(f"Of {', '.join(APART)}, check imported: {', '.join(imported(check)) or 'none'}.")


def empty_project(folder: Path) -> Path:
    """Make an MkDocs project of one empty page, in the theme of the site."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").touch()
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    return folder


def in_turns(commands: dict[str, list[str]], folder: Path, runs: int) -> dict[str, list[float]]:
    """Seconds of each run of each command, after one that fills the caches, of compiled code too."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
            if turn:
                times[name].append(time.perf_counter() - start)
    return times


def table(times: dict[str, list[float]]) -> str:
    """Least, median and most in milliseconds, and what part of its median the first row's is."""
    first = median(next(iter(times.values())))
    lines = ["| process | least | median | most | check is |", "|---|---|---|---|---|"]
    for name, seconds in times.items():
        figures = " | ".join(f"{1000 * s:.0f} ms" for s in (min(seconds), median(seconds), max(seconds)))
        lines.append(f"| {name} | {figures} | {first / median(seconds):.2f} of it |")
    return "\n".join(lines)


def imported(command: list[str]) -> list[str]:
    """Which of `APART` a run of Python imported, by its own account."""
    run = subprocess.run([command[0], "-X", "importtime", *command[1:]], capture_output=True, text=True)
    names = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    return [one for one in APART if any(f"{name}.".startswith(f"{one}.") for name in names)]


if __name__ == "__main__":
    main()
