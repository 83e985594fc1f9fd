"""Where a record is read: the addresses that its identifiers stand for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimbook.citing.identifiers import doi_fault, pmcid_fault, pmid_fault
from claimbook.citing.urls import url_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# What a path may hold (RFC 3986, section 3.3), less "+" and "'", which some readers of links mistake.
_PATH_SAFE = "/:;()!$*,=@&"


@lru_cache(maxsize=1 << 14)  # a study is linked from many places
def doi_url(doi: str) -> str:
    """Return the resolver's address of a DOI, percent-encoded as the DOI Handbook asks."""
    from urllib.parse import quote

    return f"https://doi.org/{quote(doi, safe=_PATH_SAFE)}"


def pubmed_url(pmid: str) -> str:
    """Return the address of a sound PMID's page."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"


def pmc_url(pmcid: str) -> str:
    """Return the address of a sound PMCID's full text."""
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/"


def _as_is(url: str) -> str:
    return url


# In order of use to a reader: the free full text, the version of record, the abstract, any other page.
_WAYS: tuple[tuple[str, Callable[[str], object], Callable[[str], str]], ...] = (
    ("PMCID", pmcid_fault, pmc_url),
    ("DOI", doi_fault, doi_url),
    ("PMID", pmid_fault, pubmed_url),
    ("URL", url_fault, _as_is),
)


def primary_url(csl: Mapping[str, object]) -> str | None:
    """Return the address to send a reader to: PubMed Central, DOI, PubMed, URL; None without a sound one."""
    for name, fault, address in _WAYS:
        given = csl.get(name)
        if isinstance(given, str) and not fault(given):
            return address(given)
    return None
