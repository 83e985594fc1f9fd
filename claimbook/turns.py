"""One build of a base at a time: a second one waits until the first has ended, however that ends."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows, where nothing is held
    fcntl = None  # type: ignore[assignment]


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the folder `root` for what follows; wait, saying so on standard error, while another build holds it.

    The system lets go when the process ends and all programs that it started, so that a killed run leaves
    nothing behind that stands in the way. A file system that knows no such locks holds nothing.
    """
    handle = os.open(root, os.O_RDONLY) if fcntl else -1
    try:
        if fcntl:
            os.set_inheritable(handle, True)  # a program that outlives a killed run may go on writing
            _hold(handle, root)
        yield
    finally:
        if fcntl:
            os.close(handle)


def _hold(handle: int, root: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print(f"Another build of {root} is at work; waiting for it …", file=sys.stderr, flush=True)
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return
