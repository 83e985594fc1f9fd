"""Two short ways in: where studies disagree, and what web pages often overstate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.quotes import cited, lay_quote
from claimbook.pages.tally import sides
from claimbook.pages.text import bullets, count, front_matter, md, page
from claimbook.pages.verdict import verdict
from claimbook.pages.words import READINGS, certainty_chip, is_hearsay, reading_chip, statement

if TYPE_CHECKING:
    from claimbook.model import Claim, Evidence
    from claimbook.pages.book import Book, Citation

_DISAGREEING = {
    "split": "Studies are split: more than a quarter of those that take a side are against the claim.",
    "disputed": "Most studies support the claim, and at least one is against it.",
}
_OVERSTATING = ("contradicted", "out-of-context", "overstated")


def disagreements_page(book: Book) -> bytes:
    """Claims that a study disputes, the split ones first, with what the disputing studies found."""
    parts = []
    for name, meaning in _DISAGREEING.items():
        claims = [claim for claim in book.library.claims if verdict(book, claim) == name]
        if claims:
            title = "Split" if name == "split" else "Disputed"
            parts += [f"## {title}", meaning, *(_disputed(book, claim) for claim in claims)]
    return page(
        front_matter("Where studies disagree", "Claims that at least one study in this base disputes."),
        "# Where studies disagree",
        "Studies differ in whom they studied, how the treatment was given, and what it was compared with. "
        "Each claim's page shows both sides in full.",
        *(parts or ["No claim in this base is disputed by a study."]),
    )


def _disputed(book: Book, claim: Claim) -> str:
    here = address.DISAGREEMENTS
    against = [item for item in claim.evidence if item.stance == "disputes" and not _is_lay(book, item)]
    lines = [
        f"Against, {address.link(here, address.source(item.source or ''), _name(book, item))}: "
        f"{md(item.finding or '')}"
        for item in against
    ]
    link = address.link(here, address.claim(claim.id), statement(claim))
    chips = f"{certainty_chip(claim.certainty or 'none')} {sides(claim, book.facts.voices(claim))}"
    return f"### {link}\n\n{chips}\n\n{bullets(lines)}"


def _is_lay(book: Book, item: Evidence) -> bool:
    return book.library.sources[item.source or ""].is_lay


def _name(book: Book, item: Evidence) -> str:
    return book.short(book.library.sources[item.source or ""])


def overstated_page(book: Book) -> bytes:
    """Every lay quote that says otherwise, more, or without its condition, beside what studies found."""
    parts = []
    for reading in _OVERSTATING:
        told = [
            each
            for source in book.lay_pages
            for each in book.citations.get(source.key, [])
            if each.item.reading == reading
        ]
        if told:
            _, word, meaning = READINGS[reading]
            head = f"## {word} ({count(len(told), 'quote')})"
            parts += [head, f"{reading_chip(reading)} {md(meaning)}.", *(_told(book, each) for each in told)]
    return page(
        front_matter("Often overstated", "What web pages say otherwise, or more surely, than studies found."),
        "# Often overstated",
        "Words of web pages, and what studies found. The reading is ours, made from the findings cited on the "
        "claim's page.",
        *(parts or ["No quote in this base is read so."]),
    )


def _told(book: Book, each: Citation) -> str:
    here, item, claim = address.OVERSTATED, each.item, each.claim
    where = f"Quoted from: {cited(book, here, item)}"
    lines = [where, f"How it compares: {md(item.fit or '')}", found(book, here, claim)]
    return f"{lay_quote(book, here, item)}\n\n{bullets(lines)}"


def found(book: Book, here: str, claim: Claim, reading: str | None = None) -> str:
    """What studies, or guidance, say on a claim, in a line; of words that none speaks of, the nearest claim."""
    link = address.link(here, address.claim(claim.id), statement(claim))
    if is_hearsay(claim):
        return f"{link} No study in this base speaks of it."
    chips = f"{certainty_chip(claim.certainty or 'none')} {sides(claim, book.facts.voices(claim))}"
    what = "What guidance asks" if claim.about == "guidance" else "What studies found"
    return f"{'The nearest claim' if reading == 'unsupported' else what}: {link} {chips}"
