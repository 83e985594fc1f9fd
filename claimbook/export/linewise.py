"""JSON in lines: what a file is made of stands on a line each, so that a change shows in few of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.encoded import encoded as line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["file", "line", "listed", "named"]


def listed(items: Iterable[str]) -> str:
    """A list of what is JSON already, an item a line."""
    return _lines("[", items, "]")


def named(parts: Mapping[str, str]) -> str:
    """An object whose values are JSON already, a name a line."""
    return _lines("{", (f"{line(name)}: {value}" for name, value in parts.items()), "}")


def file(parts: Mapping[str, str]) -> bytes:
    """A file with such an object; a half of a surrogate pair becomes a question mark."""
    return f"{named(parts)}\n".encode("utf-8", "replace")


def _lines(opening: str, items: Iterable[str], closing: str) -> str:
    inside = ",\n".join(items)
    return f"{opening}\n{inside}\n{closing}" if inside else opening + closing
