"""A folder that was built aside into its place: whoever looks finds the old one or the new one whole."""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def put_in_place(fresh: Path, out: Path, old: Path) -> None:
    """Let the folder `fresh` stand at `out`; what stood there is then at `fresh` or at `old`, to be removed.

    Linux exchanges the two at once. Elsewhere `out` is moved to `old` first, and for a moment nothing stands
    there; `back` mends what is broken off then. Raises `OSError` where the system refuses.
    """
    if out.exists():
        if _exchanged(fresh, out):
            return
        out.rename(old)
    fresh.rename(out)


def back(out: Path, old: Path) -> None:
    """Undo a move that was broken off half way."""
    if old.exists() and not out.exists():
        old.rename(out)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system could exchange the two."""
    try:
        exchange = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):  # no such call in this system
        return False
    return bool(exchange(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
