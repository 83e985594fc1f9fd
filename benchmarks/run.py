"""What checking and building bases of several sizes costs, as whole processes, beside other tools' cost.

Times are processor seconds (user and system, with those of child processes), since these hardly depend on
what else the machine does; what is compared is measured in turns. Bases come from `make_base.py`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.make_base import make_base

PROJECT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-22"
BARE = "site_name: Bare\ndocs_dir: build/docs\nsite_dir: bare\nplugins: []\n"


class Cost(NamedTuple):
    """Processor seconds and the most memory of one run, in MB."""

    seconds: float
    memory: float


Costs = dict[str, Cost]


def main() -> None:
    """Measure and print one table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, nargs="+", default=[100, 1000, 10000])
    options.add_argument("--root", type=Path, help="measure a copy of this base in place of made ones")
    options.add_argument("--runs", type=int, default=3, help="of which the least counts")
    options.add_argument("--build-up-to", type=int, default=1000, help="build only bases of at most so many")
    given = options.parse_args()
    measured: dict[str, Costs] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in [0] if given.root else given.claims:
            root = Path(folder) / str(size)
            if given.root:
                copy_base(given.root, root)
            else:
                make_base(root, size)
            runs = [one_turn(root, size <= given.build_up_to) for _ in range(given.runs)]
            name = f"{size:,} claims" if size else "this base"
            measured[name] = {step: min(run[step] for run in runs) for step in runs[0]}
            shutil.rmtree(root)
    print(table(measured))
    if len(measured) > 1:
        print(f"\n{growth(measured, given.claims)}")


def copy_base(base: Path, root: Path) -> None:
    """The parts of a base, so that the edit which is measured is none of the real one."""
    for name in ("claims", "sources", "docs"):
        if (base / name).is_dir():
            shutil.copytree(base / name, root / name)
    shutil.copy(base / "mkdocs.yml", root)


def one_turn(root: Path, build: bool) -> Costs:
    """Each step once, from a state without a cache and without a site."""
    with tempfile.TemporaryDirectory() as place:
        for name in ("build", "site", "bare"):
            shutil.rmtree(root / name, ignore_errors=True)
        costs = {
            "Python alone": cost([sys.executable, "-c", "pass"], root, place),
            "check, no cache": claimbook(root, place, "check", "--no-cache", "--today", TODAY),
            "check, cold cache": claimbook(root, place, "check", "--today", TODAY),
            "check, nothing changed": claimbook(root, place, "check", "--today", TODAY),
        }
        edit(root)
        costs["check, one claim changed"] = claimbook(root, place, "check", "--today", TODAY)
        if build:
            costs["build, cold"] = claimbook(root, place, "build")
            costs["build, nothing changed"] = claimbook(root, place, "build")
            edit(root)
            costs["build, one claim changed"] = claimbook(root, place, "build")
            costs |= baselines(root, place)
    return costs


def baselines(root: Path, place: str) -> Costs:
    """Other tools on the same files; one that is not installed is left out."""
    (root / "bare.yml").write_text(BARE, encoding="utf-8")
    costs = {
        "MkDocs alone, its own theme": cost(tool("mkdocs", "build", "-q", "-f", "bare.yml"), root, place)
    }
    if find_spec("zensical"):
        shutil.rmtree(root / "bare", ignore_errors=True)
        costs["Zensical"] = cost(tool("zensical", "build", "-f", "bare.yml"), root, place)
    return costs


def tool(name: str, *words: str) -> list[str]:
    """A tool's module, run by this Python."""
    return [sys.executable, "-m", name, *words]


def claimbook(root: Path, place: str, *words: str) -> Cost:
    """One command of ours on a base."""
    return cost([sys.executable, str(PROJECT / "build_claims.py"), "--root", str(root), *words], root, place)


def edit(root: Path) -> None:
    """Change one claim by a letter that nothing hangs on."""
    path = min((root / "claims").glob("*/*.yaml"))
    path.write_text(path.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")


def cost(command: list[str], folder: Path, place: str) -> Cost:
    """What a command costs; it must end with status 0. Compiled code is kept, as where it is installed."""
    environment = {**os.environ, "CLAIMBOOK_CACHE": place}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise SystemExit(f"{command}: status {process.returncode}\n{output.read().decode()[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def table(measured: dict[str, Costs]) -> str:
    """A row a step, a column a base; seconds and memory."""
    steps = dict.fromkeys(step for costs in measured.values() for step in costs)
    lines = [f"| step | {' | '.join(measured)} |", "|---|" + "---|" * len(measured)]
    for step in steps:
        cells = [
            f"{each.seconds:.2f} s, {each.memory:.0f} MB" if (each := costs.get(step)) else "–"
            for costs in measured.values()
        ]
        lines.append(f"| {step} | {' | '.join(cells)} |")
    return "\n".join(lines)


def growth(measured: dict[str, Costs], sizes: list[int]) -> str:
    """What one claim costs in the largest base, against the one before it."""
    (less, few), (more, many) = sorted(zip(measured.values(), sizes, strict=True), key=lambda each: each[1])[
        -2:
    ]
    steps = [step for step in more if step in less and step.startswith(("check", "build"))]

    def of_one(costs: Costs, step: str, size: int) -> float:
        return (costs[step].seconds - costs["Python alone"].seconds) / size

    each = [f"{step} {of_one(more, step, many) / of_one(less, step, few):.2f}" for step in steps]
    return f"Cost of a claim at {many:,} against {few:,}: {'; '.join(each)}."


if __name__ == "__main__":
    main()
