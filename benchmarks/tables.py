"""What was measured, as Markdown: tables, the ratios that goals are set in, and the place where both are kept."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

from benchmarks import peers, stages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from benchmarks.processes import Cost, Costs

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
NO_CACHE, COLD_CACHE = "check, no cache", "check, cold cache"
IMPORTS, EMPTY = "importing MkDocs and Material", "importing them, building an empty site"

Columns = dict[int, "Costs"]  # by the number of claims; 0 for a base that was not made


def put(path: Path, text: str) -> None:
    """Replace what stands between the two markers in a file.

    Raises `ValueError` where a marker is not there exactly once.
    """
    old = path.read_text(encoding="utf-8")
    if (old.count(BEGIN), old.count(END)) != (1, 1):
        raise ValueError(f"{path} must hold {BEGIN} and {END} once each")
    before, after = old.split(BEGIN)[0], old.split(END)[1]
    path.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8", newline="\n")


def base(size: int) -> str:
    """What a column is called."""
    return f"{size:,} claims" if size else "this base"


def machine(today: str) -> str:
    """When, and on what, in general terms."""
    return f"Measured on {today}: {os.cpu_count()} cores, Python {platform.python_version()}."


def costs(columns: Columns) -> str:
    """A row a step, a column a base: seconds, and memory where it was measured."""

    def cell(one: Cost | None) -> str:
        if one is None:
            return "–"
        return f"{one.seconds:.2f} s, {one.memory:.0f} MB" if one.memory else f"{one.seconds:.2f} s"

    return rows("step", columns, lambda each, step: cell(each.get(step)))


def shares(columns: Columns) -> str:
    """The stages of a build: seconds, and what they are of MkDocs' own."""

    def cell(each: Costs, step: str) -> str:
        return f"{each[step].seconds:.2f} s ({each[step].seconds / each[stages.MKDOCS].seconds:.3f})"

    return rows("stage, processor seconds (of MkDocs' own)", columns, cell)


def rows(head: str, columns: Columns, cell: Callable[[Costs, str], str]) -> str:
    """A table over the steps of all columns."""
    steps = dict.fromkeys(step for each in columns.values() for step in each)
    lines = [f"| {head} | {' | '.join(map(base, columns))} |", "|---|" + "---|" * len(columns)]
    lines += [f"| {step} | {' | '.join(cell(each, step) for each in columns.values())} |" for step in steps]
    return "\n".join(lines)


def growth(columns: Columns) -> str:
    """What one claim costs in the largest base, against the one before it; nothing where there is but one."""
    if len(columns) < 2:
        return ""
    few, many = sorted(columns)[-2:]
    less, more = columns[few], columns[many]

    def of_one(each: Costs, step: str, size: int) -> float:
        idle = each["Python alone"].seconds if "Python alone" in each else 0
        return (each[step].seconds - idle) / size

    ours = [step for step in more if step.startswith(("check, ", "build, ")) or step in stages.OURS]
    told = [f"{step} {of_one(more, step, many) / of_one(less, step, few):.2f}" for step in ours]
    return f"Cost of a claim at {many:,} against {few:,}: {'; '.join(told)}."


def by_the_clock(columns: Columns) -> str:
    """How long `check` took, which runs in several processes where much is new."""
    told = [
        f"{each[step].elapsed:.1f} s at {base(size)}{'' if step == NO_CACHE else ' (cold cache)'}"
        for size, each in columns.items()
        for step in (NO_CACHE, COLD_CACHE)
    ]
    return f"By the clock, `check` without a cache took {'; '.join(told)}."


def against_peers(columns: Columns) -> str:
    """What `check` takes of check-jsonschema's time plus the validator's, where both were there."""
    told = []
    for size, each in columns.items():
        for way in (peers.LINES, peers.FILES):
            if way in each:
                ratio = each[NO_CACHE].seconds / (each[peers.SHAPE].seconds + each[way].seconds)
                told.append(f"{ratio:.3f} at {base(size)}{' (as YAML files)' if way == peers.FILES else ''}")
    if not told:
        return ""
    return f"`check` without a cache, of check-jsonschema and linkml-reference-validator together: {'; '.join(told)}."


def against_start(columns: Columns) -> str:
    """What `check` takes of starting the site generator and then building nothing, on the smallest base."""
    size = min(columns)
    each = columns[size]
    ratio = each[NO_CACHE].seconds / (each[IMPORTS].seconds + each[EMPTY].seconds)
    return (
        f"`check` without a cache, of the two with MkDocs, one after the other: {ratio:.2f} at {base(size)}."
    )


def of_cold(edited: Columns, cold: Columns) -> str:
    """What a build after an edit takes of a cold one, with and without its search index."""
    told = []
    for size in edited:
        whole, least = (
            _sum(edited[size], steps) / _sum(cold[size], steps)
            for steps in (edited[size], [step for step in edited[size] if step != stages.INDEX])
        )
        told.append(f"{whole:.3f} at {base(size)} ({least:.3f} without the search index)")
    return f"A build after an edit, of a cold one: {'; '.join(told)}."


def ours_of_mkdocs(columns: Columns, cold: Columns) -> str:
    """What our own stages take of MkDocs' time in a cold build; and with the two libraries that we call in them."""
    told = []
    for size, each in columns.items():
        own, called = (
            _sum(each, steps) / cold[size][stages.MKDOCS].seconds for steps in (stages.OURS, stages.CALLED)
        )
        told.append(
            f"{own:.3f} at {base(size)} ({own + called:.3f} with what citeproc-py and vl-convert take)"
        )
    return f"Our own stages (without the check), of MkDocs' time in a cold build: {'; '.join(told)}."


def _sum(each: Costs, steps: Iterable[str]) -> float:
    return sum(each[step].seconds for step in steps)
