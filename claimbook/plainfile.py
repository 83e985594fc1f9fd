"""The bytes of a plain file, and of nothing else: no link is followed, no pipe or device waited for."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAX_TEXT = 4 << 20  # bytes of a source's text, some 700,000 words
# Should the file be exchanged after it was looked at, it is still not followed, and not waited for.
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def read_plain(path: Path, limit: int | None = None) -> bytes | None:
    """The content of the file at `path`; None where it holds more than `limit` bytes.

    Raises `OSError` where there is no plain file or it cannot be read.
    """
    _refuse(path.lstat())
    with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123 (a number, not a path)
        status = os.fstat(file.fileno())
        _refuse(status)
        if limit is None:
            return file.read()
        raw = file.read(limit + 1) if status.st_size <= limit else b""
        return raw if status.st_size <= limit and len(raw) <= limit else None


def _refuse(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError("this is no plain file")
