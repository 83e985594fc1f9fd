"""What a service says of an identifier: the published record, that there is none, or that it did not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

CROSSREF, PUBMED = "Crossref", "PubMed"
LONGEST = 1000  # characters of a title or name that are kept; longer ones are no titles or names


class Notice(NamedTuple):
    """What became of a publication (`retracted`, `concern`, `corrected`, `unknown`), in whose words.

    `word` is the service's own; `by` the notice's DOI or PMID; `date` YYYY, YYYY-MM or YYYY-MM-DD.
    """

    what: str
    word: str
    by: str | None = None
    date: str | None = None

    def __str__(self) -> str:
        """Draw it as a few words: the service's word, the notice and its date."""
        return " ".join(filter(None, [self.word, self.by, f"({self.date})" if self.date else None]))


class Asked(NamedTuple):
    """An identifier of a record, and the service that knows it: ``DOI`` Crossref, ``PMID`` PubMed."""

    name: str
    value: str

    @property
    def service(self) -> str:
        """The service's name."""
        return CROSSREF if self.name == "DOI" else PUBMED

    def __str__(self) -> str:
        """Draw it as ``DOI 10.1234/x``."""
        return f"{self.name} {self.value}"


class Published(NamedTuple):
    """A record as a service has it; what is not known is empty.

    `titles` are all forms of its title, `years` all years in which it came out, in print or online;
    `author` the first one's family name; `notices` what became of it; `is_notice` what it is itself a notice
    of; `ids` the identifiers that the service gives for it; `abstracts` forms of the same abstract.
    """

    asked: Asked
    titles: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    author: str = ""
    notices: tuple[Notice, ...] = ()
    is_notice: tuple[Notice, ...] = ()
    ids: Mapping[str, str] = {}
    abstracts: tuple[str, ...] = ()


class Absent(NamedTuple):
    """The service has no such record; `agency` is who keeps the DOI in its place, if anyone does."""

    asked: Asked
    agency: str | None = None


class Unchecked(NamedTuple):
    """The service did not say, and why."""

    asked: Asked
    why: str


Answer = Published | Absent | Unchecked
