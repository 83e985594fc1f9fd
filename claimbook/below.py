"""The files below a folder, by their paths from there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def files_below(folder: Path, ending: str = "") -> list[str]:
    """Paths with forward slashes, sorted, of all files or of those whose names end so.

    No link to a folder is followed. Raises `OSError` where a folder cannot be read.
    """
    return sorted(path for path in _survey(os.fspath(folder), "") if path.endswith(ending))


def _survey(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _survey(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file():
                yield prefix + entry.name
