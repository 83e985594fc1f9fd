"""The lay ledger: a lay page's text in full, every sentence answered for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.filters import ledger_filters
from claimbook.pages.glance import found
from claimbook.pages.text import as_sentence, bullets, clean, count, day, front_matter, md, page, table
from claimbook.pages.words import READINGS, REASONS, reading_chip

if TYPE_CHECKING:
    from claimbook.checks.quoted import Quoted
    from claimbook.model import Source
    from claimbook.pages.book import Book
    from claimbook.pages.ledger import Ledger, Piece, Sentence

_NOTICE = (
    "This tells you what is said, not whether it is true. The words are the page's own, mistakes and all."
)

_OURS = (
    "This verdict is our reading, made from the findings that the claims cite, quote by quote. "
    "It is no verdict on whoever wrote the page."
)


def ledger_page(book: Book, source: Source) -> bytes:
    """Every sentence with its quoted stretches marked and linked, and the claims that they are quoted by."""
    here = address.ledger(source.key)
    ledger = book.ledgers[source.key]
    title = f"What “{source.title}” says"
    steps = ((address.LEDGERS, "What web pages say"),)
    return page(
        front_matter(
            title,
            f"The whole text of a web page, sentence by sentence: {source.title}",
            ledger_filters(book, source),
        ),
        address.crumbs(here, *steps),
        f"# {md(title)}",
        f'<p class="cb-notice" markdown="span">{_NOTICE}</p>',
        f"{address.link(here, address.source(source.key), 'About this web page')}",
        f"## How much of it we looked at\n\n{_share(ledger)}",
        _readings(book, source),
        "## Sentence by sentence",
        *(_sentence(book, here, each) for each in ledger.sentences),
    )


def _share(ledger: Ledger) -> str:
    share = ledger.share()
    rest = share.words - share.quoted - share.aside
    open_ = sum(not each.quotes for each in ledger.sentences)
    meter = (
        f'<meter min="0" max="{max(share.words, 1)}" value="{share.words - rest}" '
        'aria-label="words looked at"></meter>'
    )
    words = (
        f"Of {count(share.words, 'word')}, {share.quoted:,} are quoted by a claim, "
        f"{share.aside:,} are set aside with a reason, and {rest:,} are neither."
    )
    sentences = (
        f"Not looked at: {open_:,} of {count(len(ledger.sentences), 'sentence')}. "
        "This does not tell how much of it is true."
    )
    return f'<p class="cb-share" markdown="span">{meter} {words} {sentences}</p>'


def _readings(book: Book, source: Source) -> str:
    """The verdict: every reading with its count, those of none too, whose it is and of what day."""
    items = [each.item for each in book.citations.get(source.key, [])]
    if not items:
        return ""
    readings = [item.reading for item in items]
    rows = [
        [reading_chip(name), str(readings.count(name)), md(as_sentence(what))]
        for name, (_, _, what) in READINGS.items()
    ]
    return "\n\n".join(
        (
            "## How its telling compares",
            f"{_OURS} Last read against them: {_last_read(book, source)}.",
            table(["Reading", "Quotes", "What it means"], rows),
        )
    )


def _last_read(book: Book, source: Source) -> str:
    days = [each.claim.reviewed for each in book.citations.get(source.key, []) if each.claim.reviewed]
    return day(max(days)) if days else "not noted"


def _sentence(book: Book, here: str, sentence: Sentence) -> str:
    claimed = [quote for quote in sentence.quotes if quote.claim is not None]
    numbers = {id(quote): number for number, quote in enumerate(claimed, 1)}
    words = "".join(_piece(here, piece, numbers) for piece in sentence.pieces)
    head = f'<div class="cb-sentence" id="{sentence.anchor}" markdown="1">'
    notes = [_note(book, here, number, quote) for number, quote in enumerate(claimed, 1)]
    line = f'<p class="cb-words" markdown="span">{words}</p>'
    return "\n\n".join(filter(None, (head, line, "\n".join(notes), "</div>")))


def _piece(here: str, piece: Piece, numbers: dict[int, int]) -> str:
    inside = clean(piece.text)
    left = " " if piece.text[:1].isspace() else ""
    right = " " if piece.text[-1:].isspace() and inside else ""
    if not inside:
        return left
    return f"{left}{_marked(here, md(inside), piece.quotes, numbers)}{right}"


def _marked(here: str, words: str, quotes: tuple[Quoted, ...], numbers: dict[int, int]) -> str:
    claimed = [quote for quote in quotes if quote.claim is not None]
    if claimed:
        marks = ", ".join(str(number) for number in sorted(numbers[id(quote)] for quote in claimed))
        target = address.relative(here, address.claim(claimed[0].claim.id if claimed[0].claim else ""))
        return f'[<mark class="cb-quoted">{words}</mark>]({target})<sup>{marks}</sup>'
    if quotes:
        return f'<span class="cb-aside">{words} <small>(set aside: {_reason(quotes[0])})</small></span>'
    return words


def _reason(quote: Quoted) -> str:
    aside = next(each for each in quote.source.set_aside if each.origin is quote.origin)
    return REASONS[aside.reason or "off-topic"]


def _note(book: Book, here: str, number: int, quote: Quoted) -> str:
    """The reading of one quote, and what studies say on its claim."""
    if quote.claim is None or quote.item is None:
        return ""
    reading = quote.item.reading or "unsupported"
    return f"{number}. {reading_chip(reading)} {found(book, here, quote.claim, reading)}"


def ledgers_page(book: Book) -> bytes:
    """The lay pages in this base, each with how much of it is answered for."""
    here = address.LEDGERS
    rows = [_row(book, here, ledger) for ledger in book.ledgers.values()]
    return page(
        front_matter("What web pages say", "The web pages in this base, sentence by sentence."),
        "# What web pages say",
        f'<p class="cb-notice" markdown="span">{_NOTICE}</p>',
        bullets(rows) if rows else "No web page stands in this base yet.",
    )


def _row(book: Book, here: str, ledger: Ledger) -> str:
    source = ledger.source
    sentences = count(len(ledger.sentences), "sentence")
    claims = count(len({each.claim.id for each in book.citations.get(source.key, [])}), "claim")
    readings = [each.item.reading for each in book.citations.get(source.key, [])]
    counts = " ".join(f"{reading_chip(name)} {readings.count(name)}" for name in READINGS)
    return f"{address.link(here, address.ledger(source.key), source.title)}: {sentences}, {claims}. {counts}"
