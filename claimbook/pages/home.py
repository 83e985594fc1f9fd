"""The home page: what this is, where to begin, what stands out, and honest counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.headlines import cards, disagreements, headlines, recent
from claimbook.pages.help import help_now
from claimbook.pages.pictures import evidence_map, shown
from claimbook.pages.text import as_sentence, bullets, count, md, page, table
from claimbook.pages.verdict import VERDICTS, verdict, verdict_chip
from claimbook.pages.words import READINGS, reading_chip

if TYPE_CHECKING:
    from claimbook.pages.book import Book

_DEFAULT = "# A literature knowledge base\n\nWhat web pages say, set beside what studies found."
_DOORS = (
    (
        "You think about a treatment",
        "Each topic has a short answer, what is not known, and a page to print for your prescriber.",
        ((address.TOPICS, "Topics"), (address.TREATMENTS, "Treatments")),
    ),
    (
        "You treat people",
        "See what studies and guidance say of each treatment, how sure it is, and for whom.",
        ((address.TREATMENTS, "Treatments side by side"), (address.CLAIMS, "All claims")),
    ),
    (
        "You do research",
        "See which study takes which side, and how each claim was graded.",
        ((address.MATRIX, "Claims and studies"), (address.GRADING, "How we grade")),
    ),
    (
        "You check a headline",
        "See what web pages say, sentence by sentence, beside what studies found.",
        ((address.LEDGERS, "What web pages say"), (address.OVERSTATED, "Often overstated")),
    ),
)
_SEARCH = """\
<form class="cb-search-form" data-cb-search role="search" hidden>
<label for="cb-home-search">Search this site</label>
<input id="cb-home-search" type="search" name="q" autocomplete="off">
<button type="submit">Search</button>
</form>"""


def home_page(book: Book, head: str | None) -> bytes:
    """`head` is the hand-written docs/index.md: its opening comes first, its sections before the counts."""
    here = address.HOME
    opening, mark, rest = (head or _DEFAULT).partition("\n## ")
    return page(
        opening,
        help_now(book, here),
        f"## Where to begin\n\n{cards([_door(*door) for door in _DOORS])}",
        f"## Find your question\n\n{_SEARCH}\n\n{_questions(book)}",
        f"## What is known best\n\n{headlines(book)}",
        f"## Where studies disagree\n\n{disagreements(book)}",
        f"## What people are told\n\n{_lay(book)}",
        f"## What changed lately\n\n{recent(book)}",
        mark + rest,
        f"## How the claims stand\n\n{_counts(book)}",
        shown(book, here, book.once(evidence_map)),
        f"## How this is made\n\n{_made(book)}",
    )


def _door(name: str, words: str, ways: tuple[tuple[str, str], ...]) -> str:
    links = " · ".join(address.link(address.HOME, there, text) for there, text in ways)
    return f"**{name}**<br>{words}<br>{links}"


def _questions(book: Book) -> str:
    """Each topic by its question, in reading order."""
    rows = [
        f"{address.link(address.HOME, address.topic(topic.id or ''), topic.question or topic.title or '')}"
        for topic in book.library.topics
    ]
    return f'<div class="cb-columns" markdown="1">\n\n{bullets(rows)}\n\n</div>'


def _counts(book: Book) -> str:
    """Every verdict, also those that no claim has."""
    here = address.HOME
    verdicts = Counter(verdict(book, claim) for claim in book.library.claims)
    rows = [
        [verdict_chip(name), f"{verdicts[name]:,}", md(as_sentence(meaning))]
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
        [reading_chip(name), f"{readings[name]:,}", md(as_sentence(what))]
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
        f"{address.link(here, address.DATA, 'Use the data')}: every claim and source as a file, and a feed of changes.",
        f"{address.link(here, address.CONTRIBUTING, 'How to contribute')}: mend a claim or add one.",
        f"{address.link(here, address.RULES, 'Rules')}: what every claim is held to.",
    ]
    if book.library.method:
        left_out = address.link(here, address.LEFT_OUT, "Left out, and why")
        lines.insert(2, f"{left_out}: what was found and is not among the sources.")
    return bullets(lines)
