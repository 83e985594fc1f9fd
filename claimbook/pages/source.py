"""Sources: a page for each study and lay page, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.cite import cite_source
from claimbook.pages.filters import source_filters
from claimbook.pages.quotes import design, facts_list, lay_quote
from claimbook.pages.study import KIND, address_of, study_sections
from claimbook.pages.text import bullets, count, front_matter, md, page, table
from claimbook.pages.words import DESIGN, REASONS, reading_chip, statement

if TYPE_CHECKING:
    from claimbook.model import Source
    from claimbook.pages.book import Book, Citation

_LAY_NOTICE = (
    "This page of the knowledge base tells you what is said, not whether it is true. "
    "A lay page adds nothing to the certainty of a claim."
)
_NONE = "None in this base yet."
_STANCE = {"supports": "supports", "disputes": "disputes", "qualifies": "qualifies"}


def source_page(book: Book, source: Source) -> bytes:
    """What the source is, and every claim that uses it."""
    here = address.source(source.key)
    return page(
        front_matter(source.title, _description(book, source), source_filters(book, source)),
        address.crumbs(here, (address.SOURCES, "Sources")),
        f"# {md(source.title)}",
        *(_lay(book, here, source) if source.is_lay else study_sections(book, here, source)),
        cite_source(book, source),
    )


def _description(book: Book, source: Source) -> str:
    if source.is_lay:
        return f"What a web page says, whether or not it is true, and which claims quote it: {source.title}"
    told = "what it found, which claims use it, and what would change without it"
    return f"{book.short(source)}, {design(source)}: {told}."


def _lay(book: Book, here: str, source: Source) -> list[str]:
    lay = source.lay
    told = "yes" if lay and lay.paraphrased else "no" if lay and lay.paraphrased is False else "not known"
    facts = [
        ("Kind", KIND["lay-page"]),
        ("Publisher", md((lay and lay.publisher) or "not known")),
        ("Rewritten by a machine, by the look of it", told),
        ("Address", address_of(source)),
    ]
    link = address.link(here, address.ledger(source.key), "The whole text, sentence by sentence")
    signs = [md(sign) for sign in lay.signs] if lay else []
    return [
        f'<p class="cb-notice" markdown="span">{_LAY_NOTICE}</p>',
        facts_list(facts),
        link,
        f"## Signs of paraphrase\n\n{bullets(signs)}" if signs else "",
        "## What it says, and which claims quote it",
        *(_quote(book, here, each) for each in book.citations.get(source.key, [])),
        _asides(source),
        "## If this source were taken away\n\nNo certainty would change: a lay page adds nothing to it.",
    ]


def _quote(book: Book, here: str, each: Citation) -> str:
    link = address.link(here, address.claim(each.claim.id), statement(each.claim))
    stance = _STANCE[each.item.stance or "supports"]
    chip = reading_chip(each.item.reading or "unsupported")
    return f"{lay_quote(book, here, each.item)}\n\nThis {stance} the claim: {link} {chip}"


def _asides(source: Source) -> str:
    rows = [f"“{md(each.quote or '')}” ({REASONS[each.reason or 'off-topic']})" for each in source.set_aside]
    return (
        f"## Set aside\n\nThese words state nothing that a claim could hold.\n\n{bullets(rows)}"
        if rows
        else ""
    )


def sources_page(book: Book) -> bytes:
    """Every source with the number of claims that use it; lay pages and studies apart."""
    here = address.SOURCES
    told = [
        f"{_link(book, here, source)} ({count(_used(book, source), 'claim')})" for source in book.lay_pages
    ]
    found = [_row(book, here, source) for source in book.studies]
    studies = (
        table(["Study", "Design", "Studied", "Claims"], found, " cb-sortable cb-terse") if found else _NONE
    )
    return page(
        front_matter("Sources", "Every source, and how many claims use it."),
        "# Sources",
        f"## What people are told: web pages\n\n{bullets(told) or _NONE}",
        f"## Studies\n\n{studies}",
    )


def _row(book: Book, here: str, source: Source) -> list[str]:
    study = source.study
    return [
        f"{_link(book, here, source)} <small>{md(source.title)}</small>",
        md(DESIGN[study.design][0]) if study and study.design else "not known",
        md(" and ".join(study.subjects)) if study and study.subjects else "not known",
        str(_used(book, source)),
    ]


def _link(book: Book, here: str, source: Source) -> str:
    return address.link(here, address.source(source.key), book.short(source))


def _used(book: Book, source: Source) -> int:
    return len({each.claim.id for each in book.citations.get(source.key, [])})
