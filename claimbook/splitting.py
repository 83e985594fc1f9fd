"""The pages of one MkDocs build, shared out to copies of this process: MkDocs makes page after page on one core."""

from __future__ import annotations

import os
import sys
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

_FEWEST = 150  # pages a process; for fewer, its templates cost more than it spares
_MOST = 4  # processes; each holds what it makes until it is written
_CAN = sys.platform == "linux"  # elsewhere a copy of a process that has run threads may break off


class Copies:
    """A context in which pages may be shared out; a copy of this process ends with it, and this one waits for all.

    `faults` are what is found wrong inside. Where a copy had some, or broke off, one is added that only says so.
    """

    def __init__(self, processes: int, faults: list[str]) -> None:
        """Of at most so many processes, this one among them."""
        self.processes = min(processes, _MOST) if _CAN else 1
        self.faults = faults
        self.started: list[int] = []
        self._is_copy = False

    def share_out(self, files: Any, config: Any) -> None:
        """Leave to each process its part of MkDocs' pages that are to be made, and all else to this one."""
        pages = [file for file in files.documentation_pages() if file.is_modified()]
        processes = max(1, min(self.processes, len(pages) // _FEWEST))
        number = self._start(processes - 1)
        mine = set(map(id, pages[number::processes]))
        for file in files if self._is_copy else pages:
            if id(file) not in mine:
                pass_over(file)
        if self._is_copy:
            config.theme.static_templates = set()

    def _start(self, copies: int) -> int:
        """Start so many; returns which one this process is then, the first being 0.

        Where the system refuses, that is a fault, since what is left of the pages is nobody's.
        """
        for number in range(1, copies + 1):
            with warnings.catch_warnings():
                # Of threads: this process' own only prints a line, and those of libraries wait for work.
                warnings.simplefilter("ignore", DeprecationWarning)
                try:
                    copy = os.fork()
                except OSError as error:
                    self.faults.append(f"no process more: {error}")
                    break
            if not copy:
                self._is_copy = True
                return number
            self.started.append(copy)
        return 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_copy:
            os._exit(1 if kind or self.faults else 0)
        ended = [os.waitpid(copy, 0)[1] for copy in self.started]
        if any(ended):
            self.faults.append("one of the processes that make the pages found a fault, or broke off")


def pass_over(file: Any) -> None:
    """Let a "dirty" build of MkDocs leave this file of its own unmade."""
    file.is_modified = lambda: False
