"""How claims and sources are named where data are linked, and what such names start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import citing
from claimbook.citing.fields import text
from claimbook.export.claim_data import where
from claimbook.pages import address

if TYPE_CHECKING:
    from claimbook.model import Claim, Source
    from claimbook.pages.book import Book

# Nobody's address, now and ever (RFC 6761): names start from here while the site has no address.
NOWHERE = "https://unpublished.invalid/"
_NUMBERS = (("DOI", citing.doi_url), ("PMID", citing.pubmed_url), ("PMCID", citing.pmc_url))


def base(book: Book) -> str | None:
    """What the names in a file start from; None where they are whole, since the site has an address."""
    return None if book.site.url else NOWHERE


def claim_name(book: Book, claim: Claim) -> str:
    """The claim itself, as something other than the page on it."""
    return where(book, address.claim(claim.id)) + "#claim"


def source_name(book: Book, source: Source) -> str:
    """The address of its DOI, PMID or PMCID, which other data sets use too; else a name of our own.

    Another address is no name: two labels may stand at one.
    """
    return book.once(_source_names)[source.key]


def _source_names(book: Book) -> dict[str, str]:
    return {key: _source_name(book, source) for key, source in book.library.sources.items()}


def _source_name(book: Book, source: Source) -> str:
    csl = source.csl or {}
    ways = (way(number) for field, way in _NUMBERS if (number := text(csl, field)))
    return next(ways, where(book, address.source(source.key) + "#source"))


def license_url(book: Book) -> str | None:
    """The licence of our own text, where the settings give a sound address for it."""
    license_ = book.site.license
    return license_ if license_ and citing.url_fault(license_) is None else None


def moment(day: object) -> str:
    """A day as a moment, midnight UTC, for terms that ask for one."""
    return f"{day}T00:00:00Z"
