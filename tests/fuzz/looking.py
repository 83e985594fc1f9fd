"""One look of `check` at a base under guard: it must write nothing, ask nobody and end."""

from __future__ import annotations

import os
import signal
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from claimbook.cli import cli
from claimbook.report import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 30  # seconds of the processor, not of the clock: whatever takes so long hangs


class NetworkError(AssertionError):
    """Something asked for the network."""


@contextmanager
def guarded() -> Iterator[None]:
    """No socket can be made, and what hangs is broken off."""
    real = socket.socket.__init__

    def refuse(*_: Any, **__: Any) -> None:
        raise NetworkError("a socket was made")

    def hangs(*_: Any) -> None:
        raise AssertionError(f"no end after {_PATIENCE} seconds of the processor")

    before = signal.signal(signal.SIGVTALRM, hangs)
    signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE)
    socket.socket.__init__ = refuse  # type: ignore[method-assign]
    try:
        yield
    finally:
        socket.socket.__init__ = real  # type: ignore[method-assign]
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def look(root: Path, form: str = "json", *words: str) -> tuple[int, str, str]:
    """The status of `check`, and what it printed on both ways out; the folder is as it was."""
    before = names(root)
    with guarded():
        given = ["--root", str(root), "check", "--today", "2026-11-21", "--format", form, *words]
        done = CliRunner().invoke(cli, given, obj=root)
    if not isinstance(done.exception, SystemExit | None):
        raise done.exception
    assert names(root) == before
    assert done.exit_code in (0, 1, 2)
    assert (done.exit_code == 2) == (not done.stdout) == done.stderr.startswith("could not run: ")
    return done.exit_code, done.stdout, done.stderr


def look_in_every_form(root: Path) -> tuple[int, str, str]:
    """The same in each form that there is; as JSON it is returned."""
    found = {form: look(root, form) for form in FORMATS}
    assert len({status for status, _, _ in found.values()}) == 1
    return found["json"]


def names(folder: Path) -> list[tuple[str, int, int]]:
    """All that is in a folder, with each file's size and time; links and pipes are not opened."""
    found: list[tuple[str, int, int]] = []
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = os.path.join(place, name)  # noqa: PTH118 (names that are no UTF-8, too)
            status = os.lstat(path)
            found.append((path, status.st_size, status.st_mtime_ns))
    return sorted(found)
