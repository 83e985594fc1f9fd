"""What checking and building bases of several sizes costs, beside other tools' cost on the same files.

Times are processor seconds, the least of some runs. Bases come from `make_base.py`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import peers, tables
from benchmarks.processes import PROJECT, Cost, Costs, builds, checks, edit, environment, python

PAGE = PROJECT / "docs" / "performance.md"
LARGE = 1000  # claims; a larger base is measured once
PARTS = ("check", "build", "stages", "quoting")
EDITED = "stages after an edit"  # measured with the stages, shown in a table of its own


def main() -> None:
    """Measure, print the tables, and with --write put them into the page that shows them."""
    given = options()
    sizes = [0] if given.root else given.claims
    told = [tables.machine(date.today().isoformat())]
    measured: dict[str, tables.Columns] = {part: {} for part in (*PARTS, EDITED)}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            root = Path(folder) / (str(size) if size else "base")
            take_or_make(given.root, root, size)
            for part, costs in one_base(root, size, given).items():
                measured[part][size] = costs
    told += texts(measured)
    if "quoting" in given.parts:
        from benchmarks import quoting  # not before: the memory of processes is counted with this one's

        told += ["### Finding quotes", quoting.table(quoting.best(given.runs))]
    text = "\n\n".join(filter(None, told))
    print(text)
    if given.write:
        tables.put(PAGE, text)


def options() -> argparse.Namespace:
    """What is asked for."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--claims", type=int, nargs="+", default=[100, 1000, 10000])
    given.add_argument("--root", type=Path, help="measure a copy of this base in place of made ones")
    given.add_argument("--runs", type=int, default=3, help=f"of each base of at most {LARGE:,} claims")
    given.add_argument("--build-up-to", type=int, default=LARGE, help="build only bases of at most so many")
    given.add_argument("--peers-up-to", type=int, default=10000, help="the tools that `check` is set against")
    given.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    given.add_argument(
        "--validator",
        default=shutil.which("linkml-reference-validator"),
        help="the command of linkml-reference-validator, where it is not on the path",
    )
    given.add_argument("--write", action="store_true", help=f"into {PAGE.relative_to(PROJECT)}")
    return given.parse_args()


def take_or_make(base: Path | None, root: Path, size: int) -> None:
    """A copy of a base, so that the edits which are measured are none of the real one; or a made one.

    Made in a process of its own: what memory this one has is counted with that of those which it starts.
    """
    if base is None:
        made = python(str(PROJECT / "benchmarks" / "make_base.py"), str(root), "--claims", str(size))
        subprocess.run(made, check=True)
        return
    for name in ("claims", "sources", "docs"):
        if (base / name).is_dir():
            shutil.copytree(base / name, root / name)
    shutil.copy(base / "mkdocs.yml", root)


def one_base(root: Path, size: int, given: argparse.Namespace) -> dict[str, Costs]:
    """The least that each step of each part took; what is compared is measured in turns."""
    runs = [one_turn(root, size, given) for _ in range(given.runs if size <= LARGE else 1)]
    return {
        part: {step: min(run[part][step] for run in runs) for step in costs}
        for part, costs in runs[0].items()
    }


def one_turn(root: Path, size: int, given: argparse.Namespace) -> dict[str, Costs]:
    """Each step once, from a state without a cache and without a site."""
    found: dict[str, Costs] = {}
    build = size <= given.build_up_to
    if "check" in given.parts:
        clean(root)
        found["check"] = checks(root)
        if size <= given.peers_up_to:
            found["check"] |= peers.judges(root, given.validator)
    if "build" in given.parts and build:
        clean(root)
        found["build"] = builds(root) | peers.sites(root)
    if "stages" in given.parts and build:
        clean(root)
        found["stages"] = one_build(root)
        edit(root)
        found[EDITED] = one_build(root)
    return found


def one_build(root: Path) -> Costs:
    """The stages of a build from the state in which a base stands."""
    command = python(str(PROJECT / "benchmarks" / "stages.py"), str(root))
    run = subprocess.run(command, env=environment(root), stdout=subprocess.PIPE, check=True)
    return {stage: Cost(seconds) for stage, seconds in json.loads(run.stdout).items()}


def clean(root: Path) -> None:
    """Remove what an earlier turn left."""
    for path in (root / "build", root / "site", root / "bare", root.parent / f"{root.name}-cache"):
        shutil.rmtree(path, ignore_errors=True)


def texts(measured: dict[str, tables.Columns]) -> list[str]:
    """The tables of all parts, and below each the ratios that count."""
    check, build, stages = measured["check"], measured["build"], measured["stages"]
    told = []
    if check:
        told += ["### Checking", tables.costs(check), tables.growth(check)]
        told += [tables.by_the_clock(check), tables.against_peers(check), tables.against_start(check)]
    if build:
        told += ["### Building", tables.costs(build), tables.growth(build)]
    if stages:
        told += ["### The stages of a cold build", tables.shares(stages)]
        told += [tables.growth(stages), tables.ours_of_mkdocs(stages, stages)]
        told += ["### The stages of a build after an edit", tables.costs(measured[EDITED])]
        told += [tables.of_cold(measured[EDITED], stages), tables.ours_of_mkdocs(measured[EDITED], stages)]
    return told


if __name__ == "__main__":
    main()
