"""Folders → a `Library` and the problems met on the way; collects every one, never stops at the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.load.base import Base
from claimbook.load.ids import claim_problems
from claimbook.load.kinds import kind_problems
from claimbook.load.placing import LISTS
from claimbook.load.words import Words, word_problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimbook.model import Library
    from claimbook.problem import Problem

__all__ = ["LISTS", "Base", "load"]


def load(root: Path, texts: Path | None = None) -> tuple[Library, list[Problem]]:
    """Read claims/ and sources/ below `root`, and texts at hand from the folder `texts`.

    Returns the library of all that could be read, and the problems in no particular order.
    Raises `CannotRunError` where a folder cannot be listed or a text at hand cannot be read.
    """
    base = Base(root, texts)
    library = base.library()
    return library, [*base.problems, *_problems(base, library)]


def _problems(base: Base, library: Library) -> Iterator[Problem]:
    """Those of claims and sources, and of what they name."""
    words = Words(library.vocabulary)
    for path in [*base.listing.claims, *base.listing.sources.values()]:
        yield from base.reading(path)
    by_path = {claim.path: claim for claim in library.claims}
    yield from claim_problems(library.claims, by_path.__getitem__)
    for claim in library.claims:
        yield from word_problems(claim, words)
        yield from kind_problems(claim, library.sources)
    for source in library.sources.values():
        yield from word_problems(source, words)
