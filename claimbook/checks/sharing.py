"""Many looks at once, shared out to as many processes as are wanted; none hangs on another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.checks.looking import look, written
from claimbook.load.listing import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.shelf import Shelf

_FEWEST = 2500  # files; for fewer, processes cost more than the second or two that they spare
_CHUNK = 200  # files that a process is given at a time
_MOST_PROCESSES = 4  # each takes some 50 MB at ten thousand claims

_NAMED = re.compile(r"\bsource:[ \"']*([\w-]+)")

_shelf: Shelf  # of a process that was started here


def shared_out(shelf: Shelf, paths: list[str], processes: int) -> Iterator[str]:
    """The looks at these files as lines of JSON, in any number: what no process brings is left to the caller."""
    processes = min(processes, _MOST_PROCESSES)
    if processes < 2 or len(paths) < _FEWEST:
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # All are opened here, so that all processes see the same.
    near = sorted(paths, key=lambda path: (_leans_on(path, shelf.base.contents.text(path)), path))
    chunks = [near[start : start + _CHUNK] for start in range(0, len(near), _CHUNK)]
    try:
        with ProcessPoolExecutor(processes, initializer=_begin, initargs=(shelf,)) as pool:
            for lines in pool.map(_looks, chunks):
                yield from lines
    except (BrokenProcessPool, ImportError, NotImplementedError, OSError, RuntimeError):
        return


def _leans_on(path: str, text: str) -> str:
    """The source that a file is, or that it seems to name first: who leans on the same goes to the same process."""
    named = _NAMED.search(text) if path.startswith("claims/") else None
    return named[1] if named else stem(path)


def _begin(shelf: Shelf) -> None:
    global _shelf
    _shelf = shelf


def _looks(paths: list[str]) -> list[str]:
    lines = []
    for path in paths:
        lines.append(written(_shelf, look(_shelf, path)))
        _shelf.base.forget(path)
    return lines
