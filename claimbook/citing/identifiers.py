"""DOI, PubMed and PubMed Central identifiers: whether they are well formed, and which form was meant."""

from __future__ import annotations

import re
from string import ascii_lowercase, ascii_uppercase

Fault = tuple[str, str | None]

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_PMID = re.compile(r"[1-9][0-9]{0,7}")
_PMCID = re.compile(r"PMC[1-9][0-9]*")
_ADDRESS = re.compile(r"(?:https?://|(?:dx\.|www\.)?doi\.org/)", re.IGNORECASE)
_PMID_MEANT = re.compile(
    r"(?:(?:https?://)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/"
    r"|(?:pubmed|pmid)(?: *id)?)?[:# ]*0*([1-9][0-9]{0,7})/?",
    re.IGNORECASE,
)
_PMCID_MEANT = re.compile(
    r"(?:\S*/|pmcid[:# ]*)?pmc[: ]*0*([1-9][0-9]*)(?:\.[0-9]+)?/?|(?:pmcid[:# ]*)?([1-9][0-9]*)",
    re.IGNORECASE,
)
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


def doi_fault(text: str) -> Fault | None:
    """Return what is wrong with a DOI and the form that may be meant; None for a sound one.

    Sound is `10.`, a registrant of 4 to 9 digits (with or without subdivisions), a slash and a suffix of
    any visible characters, in any case (DOI Handbook, "Numbering"). The form is checked, not registration.
    """
    if _DOI.fullmatch(text) and text.isprintable():
        return None
    meant = _doi_meant(text)
    if not text.strip():
        return "the DOI is empty", None
    if meant and not text.startswith("10."):
        return "a DOI stands alone and begins with 10.", meant
    if meant:
        return "a DOI holds no white space and no invisible characters", meant
    return "a DOI has the form 10.1234/suffix", None


def _doi_meant(text: str) -> str | None:
    if _ADDRESS.match(text.strip()):
        from urllib.parse import unquote

        text = unquote(re.split("[?#]", text)[0])
    visible = "".join(sign for sign in text if sign.isprintable() and not sign.isspace())
    found = _DOI.search(visible)
    meant = found[0].rstrip(".,;") if found else ""
    return meant if _DOI.fullmatch(meant) else None


def canonical_doi(doi: str) -> str:
    """Return the form in which two DOIs compare: case counts for nothing in their ASCII letters."""
    return doi.translate(_LOWER)


def pmid_fault(text: str) -> Fault | None:
    """Return what is wrong with a PubMed identifier and the form meant; None for 1 to 8 digits."""
    if _PMID.fullmatch(text):
        return None
    meant = _PMID_MEANT.fullmatch(text.strip())
    if meant:
        return "a PMID is its digits alone, without zeros in front", meant[1]
    if _PMCID.fullmatch(text.strip().upper()):
        return "this is a PMCID; a PMID is digits alone", None
    return "a PMID is a number of 1 to 8 digits", None


def pmcid_fault(text: str) -> Fault | None:
    """Return what is wrong with a PubMed Central identifier and the form meant; None for PMC and digits."""
    if _PMCID.fullmatch(text):
        return None
    meant = _PMCID_MEANT.fullmatch(text.strip())
    return "a PMCID is PMC and digits, such as PMC1234567", f"PMC{meant[1] or meant[2]}" if meant else None
