"""What each stage of one cold build costs, in processor seconds.

`python benchmarks/stages.py ROOT` builds a base in this process and prints the stages as JSON. Each stage's
functions are replaced, wherever the engine has imported them, by ones that note what they took; so nothing in
the engine needs to know of it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import defaultdict
from datetime import date
from functools import wraps
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.processes import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

CHECK, WRITE, MKDOCS = "the base read and checked", "pages and files written", "MkDocs"
AGAIN, REST = "the same pages written again", "start, imports and the rest"
STAGES = {
    CHECK: ["claimbook.examine:examine"],
    "pages and files made": ["claimbook.pages:make", "claimbook.export:files"],
    WRITE: ["claimbook.write:write"],
    MKDOCS: ["mkdocs.config:load_config", "mkdocs.commands.build:build"],
    "policy put into each page": ["claimbook.sealing:seal"],
    "links checked": ["claimbook.links:check_site"],
    "search index made": ["claimbook.searchindex:index"],
}
OURS = [stage for stage in STAGES if stage not in (CHECK, MKDOCS)]


def measured(root: Path) -> dict[str, float]:
    """Processor seconds of each stage of a build, those of child processes included."""
    from claimbook import building, examine

    taken: dict[str, float] = defaultdict(float)
    for stage, names in STAGES.items():
        for function in map(resolve_name, names):
            put_in_place(function, noting(function, stage, taken))
    built = building.build(root, examine.examine(root, date.fromisoformat(TODAY)))
    taken[REST] = spent() - sum(taken.values())
    if built.faults or taken.keys() != {*STAGES, REST}:
        raise SystemExit(f"not built, or a stage that is not there any more: {built.faults} {dict(taken)}")
    docs = root / "build" / "docs"
    files = {str(path.relative_to(docs)): path.read_bytes() for path in docs.rglob("*") if path.is_file()}
    noting(resolve_name(STAGES[WRITE][0]), AGAIN, taken)(docs, files)
    return dict(taken)


def noting(function: Callable[..., Any], stage: str, taken: dict[str, float]) -> Callable[..., Any]:
    """The function, which adds what it took to its stage."""

    @wraps(function)
    def run(*args: Any, **named: Any) -> Any:
        start = spent()
        try:
            return function(*args, **named)
        finally:
            taken[stage] += spent() - start

    return run


def put_in_place(old: object, new: object) -> None:
    """Replace a function in each module that has it."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("claimbook", "mkdocs")):
            for within, value in list(vars(module).items()):
                if value is old:
                    setattr(module, within, new)


def spent() -> float:
    """Processor seconds of this process and of those children that ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]).resolve())))
