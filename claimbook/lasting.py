"""Costly functions of texts, whose results may be kept from one run to the next."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 20_000  # results kept of one function; the live server, which runs for days, begins anew then


class Lasting:
    """A function from texts to a text, which runs once for the same texts.

    `known` are results of an earlier run and `used` those asked for in this one, both by a digest of the texts and
    the function's name.
    """

    every: ClassVar[list[Lasting]] = []

    def __init__(self, function: Callable[..., str]) -> None:
        self.function = function
        self.known: dict[str, str] = {}
        self.used: dict[str, str] = {}
        self.every.append(self)

    def __call__(self, *texts: str) -> str:
        """The result for these texts."""
        named = "\n".join((self.function.__name__, *map(repr, texts)))
        digest = sha256(named.encode("utf-8", "surrogatepass")).hexdigest()
        found = self.used.get(digest) or self.known.get(digest) or self.function(*texts)
        if len(self.used) >= _MOST:
            self.used.clear()
        self.used[digest] = found
        return found
