"""The claims as SciFact has them (D. Wadden and others 2020): a claim a line, and a document a line.

A document's "abstract" are our own sentences on what the study found, since its own belong to others.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from claimbook.export.linewise import line
from claimbook.grading import is_own, speaks
from claimbook.pages.text import clean
from claimbook.pages.words import statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.model import Claim, Source
    from claimbook.pages.book import Book

CLAIMS = "scifact-claims.jsonl"
CORPUS = "scifact-corpus.jsonl"

Data = dict[str, Any]


def scifact_corpus(book: Book) -> bytes:
    """The studies that claims cite, by key; readers of SciFact want numbers, which hold for this export only."""
    found = book.once(_findings)
    return _lines(
        {
            "doc_id": number,
            "title": clean(book.library.sources[key].title),
            "abstract": sentences,
            "structured": False,
            "key": key,
        }
        for number, (key, sentences) in enumerate(found.items(), 1)
    )


def scifact_claims(book: Book) -> bytes:
    """The claims in reading order; a study that takes no side is cited, and no evidence."""
    found = book.once(_findings)
    numbers = {key: number for number, key in enumerate(found, 1)}
    lines = []
    for number, claim in enumerate(book.library.claims, 1):
        keys = [key for key in dict.fromkeys(item.source or "" for item in claim.evidence) if key in numbers]
        labelled = {key: _labelled(claim, book.library.sources[key], found[key]) for key in keys}
        told: Data = {
            "id": number,
            "claim": clean(statement(claim)),
            "evidence": {str(numbers[key]): each for key, each in labelled.items() if each},
            "cited_doc_ids": [numbers[key] for key in keys],
            "key": claim.id,
            "certainty": claim.certainty,
        }
        lines.append(told)
    return _lines(lines)


def _findings(book: Book) -> dict[str, list[str]]:
    """What each cited study found, each sentence once, by the study's key; the keys in order."""
    found: dict[str, dict[str, None]] = {}
    for claim in book.library.claims:
        for item in claim.evidence:
            if item.finding and not book.library.sources[item.source or ""].is_lay:
                found.setdefault(item.source or "", {})[clean(item.finding)] = None
    return {key: list(found[key]) for key in sorted(found)}


def _labelled(claim: Claim, source: Source, sentences: list[str]) -> list[Data]:
    """The side that grading gives the study: none for one that was retracted or asked others than the claim does."""
    counts = partial(is_own, claim, source=source)
    items = [item for item in claim.evidence if item.source == source.key and counts(item)]
    stances = {item.stance for item in items} if speaks(source) else set()
    if len(stances & {"supports", "disputes"}) != 1:
        return []
    side = "disputes" if "disputes" in stances else "supports"
    chosen = {sentences.index(clean(item.finding or "")) for item in items if item.stance == side}
    return [{"sentences": sorted(chosen), "label": "CONTRADICT" if side == "disputes" else "SUPPORT"}]


def _lines(rows: Iterable[Data]) -> bytes:
    return "".join(f"{line(row)}\n" for row in rows).encode("utf-8", "replace")
