"""Treatments: a page for each with its claims and studies, and one that compares them topic by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.filters import treatment_filters
from claimbook.pages.safety import safety
from claimbook.pages.text import bullets, front_matter, md, page, table
from claimbook.pages.topic import claims_table
from claimbook.pages.words import READ_SO, agreement_chip, certainty_chip, statement

if TYPE_CHECKING:
    from claimbook.model import Claim, Source, Topic, TreatmentWord
    from claimbook.pages.book import Book


_APART = "A finding on one treatment does not carry over to another, even to a near relative."


def treatment_page(book: Book, word: TreatmentWord) -> bytes:
    """The claims on one treatment, by topic, and the studies of it."""
    here = address.treatment(word.id or "")
    parts = []
    for topic in book.library.topics:
        claims = _claims(book, topic, word)
        if claims:
            parts += [f"## {md(topic.title or '')}", claims_table(book, here, claims)]
    claimed = [claim for claim in book.library.claims if word.id in claim.treatment]
    links = [address.link(here, address.source(each.key), book.short(each)) for each in _studies(book, word)]
    name = word.name or ""
    return page(
        front_matter(name, f"Every claim and study in this base on {name}.", treatment_filters(word)),
        address.crumbs(here, (address.TREATMENTS, "Treatments")),
        f"# {md(name[:1].upper() + name[1:])}",
        f"{_APART} {READ_SO}",
        safety(book, here, claimed),
        *(parts or ["No claim in this base speaks of it."]),
        f"## Studies of it\n\n{bullets(links)}" if links else "No study in this base is of it.",
    )


def _claims(book: Book, topic: Topic, word: TreatmentWord) -> list[Claim]:
    return [claim for claim in book.claims_by_topic.get(topic.id or "", []) if word.id in claim.treatment]


def _studies(book: Book, word: TreatmentWord) -> list[Source]:
    return [source for source in book.studies if source.study and word.id in source.study.treatment]


def treatments_page(book: Book) -> bytes:
    """Every treatment with its counts; then the treatments side by side, topic by topic."""
    here = address.TREATMENTS
    words = book.library.vocabulary.treatments
    rows = [
        [
            address.link(here, address.treatment(word.id or ""), word.name or ""),
            str(sum(word.id in claim.treatment for claim in book.library.claims)),
            str(len(_studies(book, word))),
        ]
        for word in words
    ]
    return page(
        front_matter("Treatments", "The treatments in this base, and what is claimed of each, side by side."),
        "# Treatments",
        f"{_APART} {READ_SO} Claims that no study of a treatment supports are not listed under it.",
        table(["Treatment", "Claims", "Studies"], rows) if rows else "This base names no treatment.",
        *_side_by_side(book),
    )


def _side_by_side(book: Book) -> list[str]:
    parts = []
    for topic in book.library.topics:
        groups = [(word, _claims(book, topic, word)) for word in book.library.vocabulary.treatments]
        rows = [_row(book, word, claim) for word, claims in groups for claim in claims]
        if sum(bool(claims) for _, claims in groups) > 1:
            head = ["Treatment", "Claim", "How sure", "Do studies agree"]
            parts.append(f"## Side by side: {md(topic.title or '')}\n\n{table(head, rows)}")
    return parts


def _row(book: Book, word: TreatmentWord, claim: Claim) -> list[str]:
    here = address.TREATMENTS
    return [
        md(word.name or ""),
        address.link(here, address.claim(claim.id), statement(claim)),
        certainty_chip(claim.certainty or "none"),
        agreement_chip(book.agreement(claim), claim),
    ]
