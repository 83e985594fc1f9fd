"""The base as a whole, for the rules that look across it: a note of each claim and source, and their records on demand."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from claimbook.load import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.notes import ClaimNote, QuoteNote, SourceNote
    from claimbook.checks.shelf import Shelf
    from claimbook.load import Base
    from claimbook.model import Claim, Source
    from claimbook.quoting import SourceText

_KEY = re.compile(r"[\w-]+")


class Trace(NamedTuple):
    """A stretch of a file of which no evidence or set-aside could be made.

    `text` is empty where nothing can be read of it; `sources` are those that it names, none where any may be
    meant. `certain`: something was surely lost here; else it is only possible.
    """

    text: str
    sources: frozenset[str] = frozenset()
    certain: bool = True


class Whole:
    """Notes in the order of the files; a file without one could not be read."""

    def __init__(self, shelf: Shelf, claims: list[ClaimNote], sources: list[SourceNote]) -> None:
        self.base: Base = shelf.base
        self.claims = claims
        self.sources = {note.key: note for note in sources}
        self._shelf = shelf

    def claim(self, path: str) -> Claim:
        """The claim in a file that has a note."""
        claim = self.base.claim(path)
        if claim is None:
            raise KeyError(path)
        return claim

    def source(self, key: str) -> Source:
        """The source of a key that has a note."""
        source = self.base.source(key)
        if source is None:
            raise KeyError(key)
        return source

    def text(self, key: str) -> SourceText | None:
        """A source's text: the one that we hold, else the one at hand."""
        return self._shelf.text(key)

    @cached_property
    def unread(self) -> frozenset[str]:
        """The files of which nothing could be made."""
        listing = self.base.listing
        read = {note.path for note in self.claims} | {note.path for note in self.sources.values()}
        return frozenset(self.base.unread | ({*listing.claims, *listing.sources.values()} - read))

    @cached_property
    def unread_claims(self) -> list[str]:
        """The files below claims/ of which no claim could be made and which are none of its lists."""
        misplaced = self.base.listing.misplaced
        lists = {path for path, fault in misplaced.items() if fault.meant} | LISTS
        return sorted(path for path in self.unread - lists if path.startswith("claims/"))

    @cached_property
    def claims_unread(self) -> bool:
        """Whether evidence may be missing, because a claim or a list could not be read."""
        return bool(self.unread_claims) or any(note.is_unsure for note in self.claims)

    @cached_property
    def cited(self) -> frozenset[str]:
        """Keys that evidence names, or another source as what it is part of."""
        parts = (note.part_of for note in self.sources.values() if note.part_of is not None)
        return frozenset(chain(self._named, parts))

    @cached_property
    def unknown_sources(self) -> frozenset[str]:
        """Keys that evidence names and no file in sources/ has."""
        return self._named - self.base.listing.source_names

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(note.cited for note in self.claims))

    @cached_property
    def quotes(self) -> dict[str, list[QuoteNote]]:
        """What is quoted and set aside of each source, by its key."""
        groups: dict[str, list[QuoteNote]] = {}
        for note in self.claims:
            for quote in note.quotes:
                groups.setdefault(quote.source, []).append(quote)
        for source in self.sources.values():
            if source.asides:
                groups.setdefault(source.key, []).extend(source.asides)
        return groups

    @cached_property
    def strays(self) -> list[str]:
        """Quotes of claims that their source does not hold or that name none: another page may hold them."""
        return list(dict.fromkeys(quote for note in self.claims for quote in note.strays))

    @cached_property
    def evidence_traces(self) -> list[Trace]:
        """Where evidence was lost: claims that could not be read, and reported parts of others."""
        texts = [self.base.contents.text(path) for path in self.unread_claims]
        texts += [text for note in self.claims for text in note.lost]
        if not self.claims and not self.unread_claims:
            return [Trace("")]  # a base without claims is reported as one fault
        return [Trace(text, self.named(text)) for text in texts]

    @cached_property
    def quote_traces(self) -> list[Trace]:
        """Where words of lay pages were quoted or set aside, and a fault hides which."""
        return [*self.evidence_traces, *self._hidden()]

    def _hidden(self) -> Iterator[Trace]:
        for note in self.claims:
            yield from (Trace(text, frozenset((key,))) for key, text in note.hidden)
        for source in self.sources.values():
            yield from (Trace(text, frozenset((source.key,)), certain) for text, certain in source.lost)

    def named(self, text: str) -> frozenset[str]:
        """The sources whose keys stand in a text."""
        return frozenset(_KEY.findall(text)) & self.sources.keys()
