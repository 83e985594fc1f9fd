"""The bytes of a plain file, and of nothing else: no link is followed, no pipe or device waited for."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAX_TEXT = 4 << 20  # bytes of a source's text, some 700,000 words
# A link is not followed, and a pipe not waited for, so it need not be looked at first where the system knows these.
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
_PIECE = 1 << 16


def read_plain(path: str | Path, limit: int | None = None) -> bytes | None:
    """The content of the file at `path`; None where it holds more than `limit` bytes.

    Raises `OSError` where there is no plain file or it cannot be read.
    """
    file = _opened(path)
    try:
        status = os.fstat(file)
        _refuse(status)
        if limit is not None and status.st_size > limit:
            return None
        raw, most = os.read(file, status.st_size + 1), sys.maxsize if limit is None else limit
        while status.st_size != len(raw) <= most and (more := os.read(file, _PIECE)):
            raw += more  # it changed since
        return raw if len(raw) <= most else None
    finally:
        os.close(file)


def _opened(path: str | Path) -> int:
    if not hasattr(os, "O_NOFOLLOW"):
        _refuse(os.lstat(path))
    try:
        return os.open(path, _FLAGS)
    except OSError:
        _refuse(os.lstat(path))  # of a link, the system would speak of too many
        raise


def _refuse(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError("this is no plain file")
