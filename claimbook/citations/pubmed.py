"""PubMed's XML on one record, as E-utilities answer (efetch, `PubmedArticleSet`), into a `Published`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.citations.published import LONGEST, Notice, Published

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claimbook.citations.published import Asked

_YEAR = re.compile(r"(?<![0-9])(?:1[6-9]|20)[0-9]{2}(?![0-9])")
# What stands on a paper that a notice speaks of (MEDLINE/PubMed data elements, CommentsCorrections).
_ON_PAPER = {
    "RetractionIn": "retracted",
    "RetractedandRepublishedIn": "retracted",
    "PartialRetractionIn": "concern",
    "ExpressionOfConcernIn": "concern",
    "ErratumIn": "corrected",
    "CorrectedandRepublishedIn": "corrected",
}
# Kinds of publications, by their number in MeSH, since their names have changed.
_RETRACTED_PAPER = "D016441"
_NOTICES = {"D016440": "retracted", "D016425": "corrected", "D000075742": "concern"}
_NOTICE_WORDS = {
    "retraction of publication": "retracted",
    "retraction notice": "retracted",
    "published erratum": "corrected",
    "expression of concern": "concern",
}


def read_record(body: bytes, asked: Asked) -> Published | None:
    """The record of an answer, None where the answer holds none; ValueError where it cannot be read.

    Nothing that the XML declares is ever expanded or fetched: entities and outside references are refused.
    """
    root = _parsed(body)
    if root.tag != "PubmedArticleSet":
        raise ValueError("it is no set of PubMed records")
    for record in root:
        number = record.find("./MedlineCitation/PMID")
        if number is None:
            number = record.find("./BookDocument/PMID")
        if number is not None and _said(number) == asked.value:
            return _published(record, asked)
    return None


def _parsed(body: bytes) -> Element:
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(body, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except (ParseError, DefusedXmlException, LookupError) as error:
        raise ValueError(f"it is no sound XML: {error}") from None
    return root


def _published(record: Element, asked: Asked) -> Published:
    article = next(
        iter([*record.findall("./MedlineCitation/Article"), *record.findall("./BookDocument")]), record
    )
    return Published(
        asked,
        titles=tuple(_titles(article)),
        years=frozenset(_years(article)),
        author=_first_author(article),
        notices=tuple(_on_paper(record, article)),
        is_notice=tuple(_itself(article)),
        ids=dict(_ids(record)),
        abstracts=tuple(dict.fromkeys(_abstracts(article))),
    )


def _said(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _titles(article: Element) -> Iterator[str]:
    for name in ("ArticleTitle", "VernacularTitle", "Book/BookTitle"):
        title = _said(article.find(name))[:LONGEST]
        if title:
            yield title.rstrip(".").removeprefix("[").removesuffix("]")


def _years(article: Element) -> Iterator[int]:
    for path in ("Journal/JournalIssue/PubDate", "ArticleDate", "ContributionDate", "Book/PubDate"):
        for when in article.findall(path):
            yield from map(int, _YEAR.findall(_said(when.find("Year")) or _said(when.find("MedlineDate"))))


def _first_author(article: Element) -> str:
    first = article.find("AuthorList/Author")
    if first is None:
        return ""
    return (_said(first.find("LastName")) or _said(first.find("CollectiveName")))[:LONGEST]


def _on_paper(record: Element, article: Element) -> Iterator[Notice]:
    told = set()
    for each in record.findall("./MedlineCitation/CommentsCorrectionsList/CommentsCorrections"):
        kind = each.get("RefType", "")
        if kind in _ON_PAPER:
            told.add(_ON_PAPER[kind])
            number = _said(each.find("PMID"))
            by = f"PMID {number}" if number else _said(each.find("RefSource"))[:LONGEST]
            yield Notice(_ON_PAPER[kind], kind, by or None)
    if "retracted" not in told and any(_is(each, _RETRACTED_PAPER) for each in _kinds(article)):
        yield Notice("retracted", "Retracted Publication")


def _kinds(article: Element) -> list[Element]:
    return [*article.findall("PublicationTypeList/PublicationType"), *article.findall("PublicationType")]


def _is(kind: Element, number: str) -> bool:
    return kind.get("UI") == number or _said(kind).lower() == "retracted publication"


def _itself(article: Element) -> Iterator[Notice]:
    for kind in _kinds(article):
        what = _NOTICES.get(kind.get("UI", "")) or _NOTICE_WORDS.get(_said(kind).lower())
        if what:
            yield Notice(what, _said(kind)[:LONGEST])


def _ids(record: Element) -> Iterator[tuple[str, str]]:
    """The record's own identifiers; those of the works that it cites stand elsewhere in it."""
    names = {"doi": "DOI", "pmc": "PMCID"}
    for path in ("./PubmedData/ArticleIdList/ArticleId", "./PubmedBookData/ArticleIdList/ArticleId"):
        for each in record.findall(path):
            name = names.get(each.get("IdType", ""))
            if name and (value := _said(each)):
                yield name, value


def _abstracts(article: Element) -> Iterator[str]:
    """The abstract as it may be read: with the labels of its parts as PubMed shows them, or without."""
    parts = [(each.get("Label") or "", _said(each)) for each in article.findall("Abstract/AbstractText")]
    parts = [(label, said) for label, said in parts if said]
    if parts:
        yield "\n".join(said for _, said in parts)
        yield "\n".join(f"{label.capitalize()}: {said}" if label else said for label, said in parts)
        yield "\n".join(f"{label}: {said}" if label else said for label, said in parts)
