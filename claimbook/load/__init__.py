"""Folders → a `Library` and the problems met on the way; collects every one, never stops at the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.errors import CannotRunError, explained
from claimbook.load.base import Base
from claimbook.load.kinds import kind_problems
from claimbook.load.memory import Memory
from claimbook.load.placing import LISTS
from claimbook.load.words import word_problems
from claimbook.plainfile import MAX_TEXT, read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimbook.model import Library
    from claimbook.problem import Problem

__all__ = ["LISTS", "Memory", "load"]


def load(
    root: Path, texts: Path | None = None, memory: Memory | None = None
) -> tuple[Library, list[Problem]]:
    """Read claims/ and sources/ below `root`, and texts at hand from the folder `texts`.

    Returns the library of all that could be read, and the problems in no particular order.
    A `memory` of earlier runs spares reading what has not changed; the result is the same without it.
    Raises `CannotRunError` where a folder cannot be listed or a text at hand cannot be read.
    """
    base = Base(root, memory)
    base.read_claims()
    base.read_sources()
    library = base.library(_at_hand(texts, base.sources))
    return library, [*base.problems, *word_problems(library), *kind_problems(library)]


def _at_hand(texts: Path | None, keys: Iterable[str]) -> dict[str, str]:
    """The texts in the folder for sources that exist, decoded leniently: they are no part of the base."""
    found: dict[str, str] = {}
    if texts is None:
        return found
    for key in keys:
        path = texts / f"{key}.txt"
        if path.is_file():
            with explained(f"cannot read {path}"):
                raw = read_plain(path.resolve(), MAX_TEXT)
            if raw is None:
                raise CannotRunError(f"cannot read {path}: it holds more than {MAX_TEXT:,} bytes")
            found[key] = raw.decode("utf-8", "replace").lstrip("\ufeff")
    return found
