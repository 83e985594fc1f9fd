"""The home page: what this is, where to begin, and honest counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.help import help_line
from claimbook.pages.text import bullets, count, md, page, table
from claimbook.pages.verdict import VERDICTS, verdict, verdict_chip
from claimbook.pages.words import READINGS, reading_chip

if TYPE_CHECKING:
    from claimbook.pages.book import Book

_DEFAULT = "# A literature knowledge base\n\nWhat web pages say, set beside what studies found."


def home_page(book: Book, head: str | None) -> bytes:
    """`head` is the hand-written docs/index.md, which comes first, the line on help after its opening."""
    here = address.HOME
    opening, mark, rest = (head or _DEFAULT).partition("\n## ")
    return page(
        opening,
        help_line(book, here),
        mark + rest,
        "## Topics\n\n" + _topics(book),
        "## How the claims stand\n\n" + _counts(book),
        "## What people are told\n\n" + _lay(book),
        "## How this is made\n\n" + _made(book),
    )


def _topics(book: Book) -> str:
    here = address.HOME
    rows = [
        f"{address.link(here, address.topic(topic.id or ''), topic.title or '')}: {md(topic.question or '')}"
        for topic in book.library.topics
    ]
    return bullets(rows)


def _counts(book: Book) -> str:
    """Every verdict, also those that no claim has."""
    here = address.HOME
    verdicts = Counter(verdict(book, claim) for claim in book.library.claims)
    rows = [
        [verdict_chip(name), f"{verdicts[name]:,}", md(f"{meaning[:1].upper()}{meaning[1:]}.")]
        for name, (_, _, meaning) in reversed(VERDICTS.items())
    ]
    total = count(len(book.library.claims), "claim")
    studies = count(len(book.studies), "study", "studies")
    lay = count(len(book.lay_pages), "web page")
    ways = (
        (address.DISAGREEMENTS, "Where studies disagree"),
        (address.MATRIX, "Claims and studies"),
        (address.TREATMENTS, "Treatments"),
        (address.CLAIMS, "All claims"),
    )
    links = " · ".join(address.link(here, there, name) for there, name in ways)
    held = f"This base holds {total}, {studies} and {lay}. A web page adds nothing to how sure we are."
    return f"{held}\n\n{table(['Where it stands', 'Claims', 'What that means'], rows)}\n\n{links}"


def _lay(book: Book) -> str:
    if not book.lay_pages:
        return "No web page stands in this base yet."
    here = address.HOME
    readings = Counter(
        each.item.reading for source in book.lay_pages for each in book.citations.get(source.key, [])
    )
    rows = [
        [reading_chip(name), f"{readings[name]:,}", md(f"{what[:1].upper()}{what[1:]}.")]
        for name, (_, _, what) in READINGS.items()
    ]
    pages = [
        f"{address.link(here, address.ledger(source.key), source.title)}: sentence by sentence"
        for source in book.lay_pages
    ]
    often = address.link(here, address.OVERSTATED, "Often overstated")
    return "\n\n".join((bullets(pages), table(["How it compares", "Quotes", "What that means"], rows), often))


def _made(book: Book) -> str:
    here = address.HOME
    lines = [
        f"{address.link(here, address.GRADING, 'How we grade')}: the words, and what this is not.",
        f"{address.link(here, address.SOURCES, 'Sources')}: every study and every web page.",
        f"{address.link(here, address.CONTRIBUTING, 'How to contribute')}: mend a claim or add one.",
        f"{address.link(here, address.RULES, 'Rules')}: what every claim is held to.",
    ]
    if book.library.method:
        left_out = address.link(here, address.LEFT_OUT, "Left out, and why")
        lines.insert(2, f"{left_out}: what was found and is not among the sources.")
    return bullets(lines)
