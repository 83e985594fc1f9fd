"""DOI, PubMed and PubMed Central identifiers: whether they are well formed, and which form was meant."""

from __future__ import annotations

import re
from string import ascii_lowercase, ascii_uppercase

Fault = tuple[str, str | None]

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_PMID = re.compile(r"[1-9][0-9]{0,7}")
_PMCID = re.compile(r"PMC[1-9][0-9]*")
_ADDRESS = re.compile(r"(?<![\w.-])(?:https?://|(?:dx\.|www\.)?doi\.org/)", re.IGNORECASE)
_PMID_MEANT = re.compile(
    r"(?:(?:https?://)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/"
    r"|(?:pubmed|pmid)(?: *id)?)?[:# ]*0*([1-9][0-9]{0,7})/?",
    re.IGNORECASE,
)
_PMCID_MEANT = re.compile(
    r"(?:\S*/|pmcid[:# ]*)?pmc[: ]*0*([1-9][0-9]*)(?:\.[0-9]+)?/?|(?:pmcid[:# ]*)?([1-9][0-9]*)",
    re.IGNORECASE,
)
_POINTS = ".,;:\"'”’"  # what a sentence sets behind an identifier
_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


def doi_fault(text: str) -> Fault | None:
    """Return what is wrong with a DOI and the form that may be meant; None for a sound one.

    Sound is `10.`, a registrant of 4 to 9 digits (with or without subdivisions), a slash and a suffix of
    any visible characters, in any case (DOI Handbook, "Numbering"). The form is checked, not registration.
    """
    if _DOI.fullmatch(text) and text.isprintable():
        return None
    if not text.strip():
        return "the DOI is empty", None
    shown = _shown_of_address(text) if _ADDRESS.search(text.partition("10.")[0]) else _shown(text)
    found = _DOI.search(shown.replace(" ", ""))
    meant = _bare(found[0]) if found else ""
    if not _DOI.fullmatch(meant):
        return "a DOI has the form 10.1234/suffix", None
    # Two words may be one DOI that was broken, or a DOI and the next word; and what was no UTF-8 is lost.
    is_whole = meant.partition("/")[2] in shown and "\ufffd" not in meant
    if not text.startswith("10."):
        return "a DOI stands alone and begins with 10.", meant if is_whole else None
    return "a DOI holds no white space and no invisible characters", meant if is_whole else None


def _shown(text: str) -> str:
    """What is seen of a text, each white space as a space, without those at the ends."""
    return "".join(
        " " if sign.isspace() else sign for sign in text if sign.isspace() or sign.isprintable()
    ).strip()


def _shown_of_address(text: str) -> str:
    from urllib.parse import unquote

    return _shown(unquote(re.split("[?#]", text)[0]))


def _bare(doi: str) -> str:
    """Without the points, and the brackets never opened in it, that the text around it set behind it."""
    unopened = {close: doi.count(close) - doi.count(open_) for close, open_ in _OPENING.items()}
    end = len(doi)
    while (last := doi[end - 1]) in _POINTS or unopened.get(last, 0) > 0:
        unopened[last] = unopened.get(last, 0) - 1
        end -= 1
    return doi[:end]


def canonical_doi(doi: str) -> str:
    """Return the form in which two DOIs compare: case counts for nothing in their ASCII letters."""
    return doi.translate(_LOWER)


def pmid_fault(text: str) -> Fault | None:
    """Return what is wrong with a PubMed identifier and the form meant; None for 1 to 8 digits."""
    if _PMID.fullmatch(text):
        return None
    shown = _alone(text)
    meant = _PMID_MEANT.fullmatch(shown)
    if meant:
        return "a PMID is its digits alone, without zeros in front", meant[1]
    if _PMCID.fullmatch(shown.upper()):
        return "this is a PMCID; a PMID is digits alone", None
    return "a PMID is a number of 1 to 8 digits", None


def pmcid_fault(text: str) -> Fault | None:
    """Return what is wrong with a PubMed Central identifier and the form meant; None for PMC and digits."""
    if _PMCID.fullmatch(text):
        return None
    meant = _PMCID_MEANT.fullmatch(_alone(text))
    return "a PMCID is PMC and digits, such as PMC1234567", f"PMC{meant[1] or meant[2]}" if meant else None


def _alone(text: str) -> str:
    """What is seen of a text, without points at its end; of an address, without what is asked of the page."""
    shown = _shown(text)
    return (re.split("[?#]", shown)[0] if _ADDRESS.match(shown) else shown).rstrip(_POINTS)
