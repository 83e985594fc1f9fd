"""The home page: what this is, where to begin, and honest counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.fields import CERTAINTIES
from claimbook.pages import address
from claimbook.pages.help import help_line
from claimbook.pages.text import bullets, count, md, page, table
from claimbook.pages.words import certainty_chip

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
        "## How sure the claims are\n\n" + _counts(book),
        "## What people are told\n\n" + _lay(book),
        "## How this is made\n\n" + _made(),
    )


def _topics(book: Book) -> str:
    here = address.HOME
    rows = [
        f"{address.link(here, address.topic(topic.id or ''), topic.title or '')}: {md(topic.question or '')}"
        for topic in book.library.topics
    ]
    return bullets(rows)


def _counts(book: Book) -> str:
    certainties = [claim.certainty for claim in book.library.claims]
    rows = [
        [certainty_chip(name), str(certainties.count(name))] for name in CERTAINTIES if name in certainties
    ]
    total = count(len(certainties), "claim")
    studies = count(len(book.studies), "study", "studies")
    lay = count(len(book.lay_pages), "web page")
    counted = f"This base holds {total} from {lay} and {studies}."
    none = certainties.count("none")
    told = f" For {none:,} of them, all we know is that a web page says so." if none else ""
    every = address.link(address.HOME, address.CLAIMS, "All claims")
    return f"{counted}{told}\n\n{table(['How sure', 'Claims'], rows)}\n\n{every}"


def _lay(book: Book) -> str:
    rows = [
        f"{address.link(address.HOME, address.ledger(source.key), source.title)}: sentence by sentence"
        for source in book.lay_pages
    ]
    return bullets(rows) if rows else "No web page stands in this base yet."


def _made() -> str:
    here = address.HOME
    return bullets(
        [
            f"{address.link(here, address.GRADING, 'How we grade')}: the words, and what this is not.",
            f"{address.link(here, address.SOURCES, 'Sources')}: every study and every web page.",
            f"{address.link(here, address.CONTRIBUTING, 'How to contribute')}: mend a claim or add one.",
            f"{address.link(here, address.RULES, 'Rules')}: what every claim is held to.",
        ]
    )
