"""The quotes of lay pages as a collection of Web Annotations (W3C, "Web Annotation Data Model")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimbook import citing
from claimbook.export.claim_data import where
from claimbook.export.linewise import file, line, listed, named
from claimbook.export.linked import NOWHERE, base, license_url, moment
from claimbook.pages import address
from claimbook.pages.words import CERTAINTY, READINGS, statement

if TYPE_CHECKING:
    from claimbook.checks.quoted import Quoted
    from claimbook.model import Claim, Evidence, Source
    from claimbook.pages.book import Book

ANNOTATIONS = "annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"

Data = dict[str, Any]

_BESIDE = 32  # characters of context on either side, as many as other annotators keep
_SPACE = re.compile(r"\s+")


def web_annotations(book: Book) -> bytes:
    """Every quote of a lay page with our reading of it, in the order of the claims, each on a line."""
    quotes = [each for each in book.facts.claims_quoted if each.source.is_lay]
    here = where(book, ANNOTATIONS)
    items = [_annotation(book, each, each.claim, each.item) for each in quotes if each.claim and each.item]
    page = _each({"id": f"{here}#page", "type": "AnnotationPage", "startIndex": 0})
    whole = {
        "@context": [CONTEXT, {"@base": NOWHERE}] if base(book) else CONTEXT,
        "id": here,
        "type": "AnnotationCollection",
        "label": "What web pages say, and how it compares with studies",
        **({"rights": url} if (url := license_url(book)) else {}),
        "total": len(items),
    }
    return file({**_each(whole), "first": named({**page, "items": listed(map(line, items))})})


def _each(data: Data) -> dict[str, str]:
    return {name: line(value) for name, value in data.items()}


def _annotation(book: Book, quoted: Quoted, claim: Claim, item: Evidence) -> Data:
    number = claim.evidence.index(item) + 1
    targets = _targets(book, quoted)
    return {
        "id": where(book, f"{address.claim(claim.id)}#annotation-{number}"),
        "type": "Annotation",
        "motivation": "assessing",
        "modified": moment(claim.reviewed),
        "body": _bodies(book, claim, item),
        "target": targets if len(targets) > 1 else targets[0],
    }


def _bodies(book: Book, claim: Claim, item: Evidence) -> list[Data]:
    """Our reading in a word, why it is read so, and the claim with its certainty."""
    reading, sure = READINGS[item.reading or "unsupported"][1], CERTAINTY[claim.certainty or "none"][1]
    told = {"type": "TextualBody", "format": "text/plain", "language": "en"}
    return [
        {**told, "purpose": "tagging", "value": reading},
        {**told, "purpose": "assessing", "value": item.fit},
        {**told, "purpose": "describing", "value": f"{statement(claim)} ({sure})"},
        {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": where(book, address.claim(claim.id)),
        },
    ]


def _targets(book: Book, quoted: Quoted) -> list[Data]:
    """Each stretch of the page that is quoted, one where no words are left out, as the page itself has it."""
    text = book.library.text(quoted.source.key) or ""
    return [
        {**_place(book, quoted.source), "selector": _selector(text, *at)} for at in quoted.matches[0].spans
    ]


def _place(book: Book, source: Source) -> Data:
    """The page, with our copy of its text as the state that was read; our copy alone where that is all we know."""
    held, url = where(book, address.ledger(source.key)), citing.primary_url(source.csl or {})
    if url is None:
        return {"type": "SpecificResource", "source": held}
    return {"type": "SpecificResource", "source": url, "state": {"type": "TimeState", "cached": held}}


def _selector(text: str, start: int, end: int) -> Data:
    parts = (text[start:end], text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE])
    exact, before, after = (_SPACE.sub(" ", part) for part in parts)
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after}
