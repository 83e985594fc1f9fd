"""What is said of a format in which the whole base is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimbook.pages.book import Book


class Format(NamedTuple):
    """A file of the whole base: its path, its media type, what it holds, and what makes it."""

    path: str
    kind: str
    holds: str
    make: Callable[[Book], bytes]
