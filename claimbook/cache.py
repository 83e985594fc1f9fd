"""What earlier checks found: a look a line (`claimbook/checks/looking.py`) in a kept file of the base."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from claimbook.checks import Memory
from claimbook.digesting import digest
from claimbook.usercache import keep_lines, kept_file, kept_lines

_ENGINE = Path(__file__).parent
_LEANING_ON = ("yaml", "rapidfuzz")  # what the checks import from elsewhere; each names its version in it


def cache_file(root: Path) -> Path | None:
    """Where the looks at a base are kept; None where there is no place."""
    return kept_file(root, "read")


def recalled(file: Path | None) -> Memory:
    """The memory of the last check; empty where there is none that can be used. Raises nothing."""
    return Memory(kept_lines(file, _engine))


def keep(file: Path | None, memory: Memory) -> None:
    """Write what this check found, if that is not what stands there already. Raises nothing."""
    if file is not None and not memory.is_as_kept:
        keep_lines(file, _engine, memory.used.values())


@cache
def _engine() -> str:
    """A digest of all our code and data, of the packages that checks lean on, and of Python."""
    files = [*_ENGINE.rglob("*.py"), *_ENGINE.glob("data/*")]
    specs = (find_spec(name) for name in _LEANING_ON)
    files += [Path(spec.origin) for spec in specs if spec and spec.origin]
    return digest(sys.version, sorted(files))
