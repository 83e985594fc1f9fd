"""What PubMed answers about a PMID (E-utilities, EFetch, XML) → a work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.importing.cleaning import BrokenError, Notice, Work, csl_item

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# PubMed's words for a notice on an article (RefType), the gravest first.
_NOTICES = {"RetractionIn": "retracted", "ExpressionOfConcernIn": "concern", "ErratumIn": "corrected"}
_DOI = re.compile(r"doi: ?(10\.\S+?)\.?(?:\s|$)")
_MARKUP = ("i", "b", "sub", "sup")


def from_pubmed(answer: bytes) -> Work | None:
    """The work; None where PubMed has no article of that number. Raises `BrokenError` where it is cut off."""
    root = _parsed(answer)
    if root.find("PubmedBookArticle") is not None:
        raise BrokenError("this PMID is of a book, whose record has to be written by hand")
    article = root.find("PubmedArticle")
    if article is None:
        return None
    citation = article.find("MedlineCitation/Article")
    if citation is None:
        raise BrokenError("PubMed's answer holds no record")
    authors = citation.find("AuthorList")
    is_cut = authors is not None and authors.get("CompleteYN") == "N"
    called = tuple(_text(each) for each in citation.findall("PublicationTypeList/PublicationType"))
    return Work(csl_item(_raw(article, citation)), is_cut, _notice(article, called), called)


def _parsed(answer: bytes) -> Element:
    """The XML; what it declares is never expanded or fetched."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(answer)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise BrokenError("PubMed's answer is no whole XML") from error
    return root


def _raw(article: Element, citation: Element) -> dict[str, object]:
    issue = "Journal/JournalIssue/"
    ids = {each.get("IdType"): _text(each) for each in article.findall("PubmedData/ArticleIdList/ArticleId")}
    title = _text(citation.find("ArticleTitle"))
    return {
        "type": "article-journal",
        "title": title.removesuffix("."),
        "author": [_person(each) for each in citation.findall("AuthorList/Author")],
        "container-title": _text(citation.find("Journal/Title")),
        "issued": _date(citation.find(f"{issue}PubDate")),
        "volume": _text(citation.find(f"{issue}Volume")),
        "issue": _text(citation.find(f"{issue}Issue")),
        "page": _text(citation.find("Pagination/MedlinePgn")),
        "DOI": ids.get("doi") or _text(citation.find("ELocationID[@EIdType='doi']")),
        "PMID": _text(article.find("MedlineCitation/PMID")),
        "PMCID": ids.get("pmc"),
    }


def _text(element: Element | None) -> str:
    """All text in the element, with the markup that CSL knows."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for each in element:
        inner = _text(each)
        parts.append(f"<{each.tag}>{inner}</{each.tag}>" if each.tag in _MARKUP else inner)
        parts.append(each.tail or "")
    return "".join(parts)


def _person(author: Element) -> dict[str, str]:
    group = _text(author.find("CollectiveName"))
    if group:
        return {"literal": group}
    given = _text(author.find("ForeName")) or _text(author.find("Initials"))
    return {"family": _text(author.find("LastName")), "given": given, "suffix": _text(author.find("Suffix"))}


def _date(when: Element | None) -> dict[str, object]:
    if when is None:
        return {}
    year, month = _text(when.find("Year")), _text(when.find("Month"))
    if not year:
        return {"literal": _text(when.find("MedlineDate"))}
    short = month[:3].lower()
    number = str(_MONTHS.index(short) + 1) if short in _MONTHS else month
    parts = [year, *([number] if number else [])]
    return {
        "date-parts": [
            [*parts, _text(when.find("Day"))] if number and when.find("Day") is not None else parts
        ]
    }


def _notice(article: Element, called: tuple[str, ...]) -> Notice | None:
    notes = article.findall("MedlineCitation/CommentsCorrectionsList/CommentsCorrections")
    for kind, value in _NOTICES.items():
        for note in notes:
            if note.get("RefType") == kind:
                doi = _DOI.search(_text(note.find("RefSource")))
                return Notice(value, doi[1] if doi else None)
    return Notice("retracted") if "Retracted Publication" in called else None
