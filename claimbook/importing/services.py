"""One work asked for at Crossref or PubMed; who fetches the answer is handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from claimbook.importing.cleaning import BrokenError
from claimbook.importing.crossref import from_crossref
from claimbook.importing.pubmed import from_pubmed

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimbook.importing.cleaning import Work

    # An address → the body of the answer; None where the service says that there is no such thing.
    Get = Callable[[str], bytes | None]

CROSSREF = "https://api.crossref.org"
PUBMED = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"


def work_of_doi(doi: str, get: Get, crossref: str = CROSSREF) -> Work | None:
    """What Crossref (REST interface, works/{doi}) holds on a DOI; None where it knows no such DOI.

    Raises `BrokenError` where its answer cannot be used, and whatever `get` raises.
    """
    answer = get(f"{crossref.rstrip('/')}/works/{quote(doi, safe='')}")
    return None if answer is None else from_crossref(answer)


def work_of_pmid(pmid: str, get: Get, pubmed: str = PUBMED, email: str | None = None) -> Work | None:
    """What PubMed (E-utilities, EFetch) holds on a PMID; None where it knows no such number.

    Raises as `work_of_doi`, also where the answer is another article.
    """
    asked = {"db": "pubmed", "id": pmid, "retmode": "xml", "tool": "claimbook"}
    named = {"email": email} if email else {}
    answer = get(f"{pubmed.rstrip('/')}/efetch.fcgi?{urlencode({**asked, **named})}")
    work = None if answer is None else from_pubmed(answer)
    if work and work.csl.get("PMID") != pmid:
        raise BrokenError(f"PubMed answered with another article than PMID {pmid}")
    return work
