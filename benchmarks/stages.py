"""What each stage of one build costs, in processor seconds.

`python benchmarks/stages.py ROOT` builds a base in this process, from the state in which it stands, and prints the
stages as JSON. Each stage's functions are replaced, wherever the engine has them, by ones that note what they took;
so nothing in the engine needs to know of it. What a stage within a stage takes counts for the inner one alone.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import date
from functools import wraps
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.processes import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

CHECK, MKDOCS, REST = "the base read and checked", "MkDocs", "start, imports and the rest"
REFERENCES, PICTURES = "references set by citeproc-py", "pictures drawn by vl-convert"
INDEX = "search index made by Pagefind"
_OVER = "claimbook.takingover.taking:TakingOver"
STAGES = {
    CHECK: ["claimbook.examine:examine", "claimbook.load.base:Base.library"],
    "pages and files made": ["claimbook.pages:make", "claimbook.export:files", "claimbook.export:twins"],
    REFERENCES: ["claimbook.citing.formatted:_set.function"],
    PICTURES: ["claimbook.pages.pictures.drawing:_svg.function"],
    "pages and files written": ["claimbook.write:write", "claimbook.site:_lay"],
    MKDOCS: ["mkdocs.config:load_config", "mkdocs.commands.build:build"],
    "pages taken over, site put in place": [
        *(f"{_OVER}.{name}" for name in ("__init__", "take", "take_index", "note", "keep")),
        *("claimbook.takingover.terms:terms", "claimbook.site:_settle", "claimbook.swapping:put_in_place"),
    ],
    "policy put into each page": ["claimbook.sealing:seal"],
    "links checked": ["claimbook.links:check_site"],
    INDEX: ["claimbook.searchindex:index"],
}
CALLED = (REFERENCES, PICTURES)  # libraries that pages are made with
OURS = [stage for stage in STAGES if stage not in (CHECK, MKDOCS, *CALLED, INDEX)]


class Clock:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        self.taken = dict.fromkeys(STAGES, 0.0)
        self._inner = [0.0]  # of each stage that runs, what those within it took

    def noting(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        """The function, which adds what it took itself to its stage."""

        @wraps(function)
        def run(*args: Any, **named: Any) -> Any:
            start = spent()
            self._inner.append(0.0)
            try:
                return function(*args, **named)
            finally:
                whole = spent() - start
                self.taken[stage] += whole - self._inner.pop()
                self._inner[-1] += whole

        return run


def measured(root: Path) -> dict[str, float]:
    """Processor seconds of each stage of a build, those of child processes included; 0 for one that was not needed.

    Raises `AttributeError` for a stage that is not there any more.
    """
    from claimbook import building, cache, examine
    from claimbook.haste import in_haste

    clock = Clock()
    for stage, names in STAGES.items():
        for name in names:
            put_in_place(name, clock.noting(resolve_name(name), stage))
    kept = cache.cache_file(root)
    with in_haste():
        memory = cache.recalled(kept)
        examined = examine.examine(root, date.fromisoformat(TODAY), None, memory)
        cache.keep(kept, memory)
    built = building.build(root, examined)
    if built.faults:
        raise SystemExit(f"not built: {built.faults}")
    return {**clock.taken, REST: spent() - sum(clock.taken.values())}


def put_in_place(name: str, new: object) -> None:
    """Replace a function in what has it: an object or a class of a module, or each module that imported it."""
    holder, _, within = name.replace(":", ".").rpartition(".")
    if "." in name.partition(":")[2]:
        setattr(resolve_name(name.rpartition(".")[0]), within, new)
        return
    old = resolve_name(f"{holder}:{within}")
    for module in [
        module for named, module in sys.modules.items() if named.startswith(("claimbook", "mkdocs"))
    ]:
        for each in [each for each, value in vars(module).items() if value is old]:
            setattr(module, each, new)


def spent() -> float:
    """Processor seconds of this process and of those children that ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]).resolve())))
