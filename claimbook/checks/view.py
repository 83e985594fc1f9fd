"""What a rule may see when it looks at one claim or source: that record, and what it asks for besides.

Whatever is asked for is noted, and nothing else is to be had. So what was found by a look holds for as long as
the record and the answers to its questions stay the same, whichever rule asked them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from claimbook.checks.judging import verdict
from claimbook.checks.quoted import quoted_by_claim, quoted_by_source
from claimbook.load.words import Words
from claimbook.model import Claim, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.judging import Verdict
    from claimbook.checks.quoted import Quoted
    from claimbook.checks.shelf import Shelf
    from claimbook.model import Evidence
    from claimbook.quoting import SourceText


class View:
    """One look at one record; `asked` are the questions, in the words of `Shelf.answer`."""

    def __init__(self, shelf: Shelf, record: Claim | Source) -> None:
        self.asked: dict[str, None] = {}
        self.sources: Mapping[str, Source] = _Sources(shelf, self.asked)
        self.words: Words = _AskedWords(shelf, self.asked)
        self._shelf = shelf
        self._record = record

    @property
    def is_sound(self) -> bool:
        """Whether nothing was reported while the record was read."""
        return not self._shelf.base.reading(self._record.path)

    def source(self, item: Evidence) -> Source | None:
        """The source of an evidence item, or None where it is unknown or could not be read."""
        return self.sources.get(item.source or "")

    def text(self, key: str) -> SourceText | None:
        """A source's text: the one that we hold, else the one at hand."""
        self.asked[f"text {key}"] = None
        return self._shelf.text(key)

    def has_file(self, key: str) -> bool:
        """Whether a source of this key exists, readable or not, perhaps misplaced or misnamed."""
        is_listed = key in self._shelf.base.listing.sources
        self.asked[f"{'source' if is_listed else 'file'} {key}"] = None  # most ask for the source as well
        return is_listed or key in self._shelf.base.listing.source_names

    def has_text_file(self, key: str) -> bool:
        """Whether a text of this key is held, readable or not."""
        self.asked[f"held {key}"] = None
        return key in self._shelf.base.listing.text_names

    def source_keys(self) -> list[str]:
        """The keys of all sources, readable or not."""
        self.asked["keys"] = None
        return list(self._shelf.base.listing.sources)

    def is_treatment(self, word: str) -> bool:
        """Whether the word was not reported as none of the vocabulary's treatments."""
        return self.words.may_hold("treatment", word)

    def is_past(self, day: tuple[int, int, int]) -> bool:
        """Whether the day of the check comes after this one: year, month, day."""
        self.asked["past {:04}-{:02}-{:02}".format(*day)] = None
        return self._shelf.is_past(day)

    @property
    def today(self) -> str:
        """The day of the check; whoever asks for it is asked again every day."""
        self.asked["today"] = None
        return self._shelf.today.isoformat()

    @cached_property
    def quoted(self) -> list[Quoted]:
        """The record's quotes of known sources: those of a claim's evidence, or what a source sets aside."""
        if isinstance(self._record, Claim):
            return list(quoted_by_claim(self._record, self.sources, self.text))
        return list(quoted_by_source(self._record, self.text))

    def quoted_in(self, item: Evidence) -> Quoted | None:
        """The quote of an evidence item, if its source is known."""
        return self._by_item.get(id(item))

    @cached_property
    def _by_item(self) -> dict[int, Quoted]:
        return {id(each.item): each for each in self.quoted}

    @cached_property
    def verdict(self) -> Verdict | None:
        """What the claim's evidence says of its certainty; None where that cannot be told."""
        return verdict(self._record, self.sources) if isinstance(self._record, Claim) else None


class _Sources(Mapping[str, Source]):
    """The sources by key, each noted when it is asked for."""

    def __init__(self, shelf: Shelf, asked: dict[str, None]) -> None:
        self._shelf = shelf
        self._asked = asked
        self._found: dict[str, Source | None] = {}

    def __getitem__(self, key: str) -> Source:
        if key not in self._found:
            self._asked[f"source {key}"] = None
            self._found[key] = self._shelf.base.source(key)
        source = self._found[key]
        if source is None:
            raise KeyError(key)
        return source

    def __iter__(self) -> Iterator[str]:
        self._asked["keys"] = None
        return (key for key in self._shelf.base.listing.sources if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _AskedWords(Words):
    """The vocabulary, each word noted when it is asked for."""

    def __init__(self, shelf: Shelf, asked: dict[str, None]) -> None:
        self._shelf = shelf
        self._asked = asked

    def may_hold(self, name: str, word: str) -> bool:
        self._asked[f"{name} {word}"] = None
        return self._shelf.words.may_hold(name, word)

    def ids(self, name: str) -> frozenset[str]:
        self._asked["words"] = None
        return self._shelf.words.ids(name)
