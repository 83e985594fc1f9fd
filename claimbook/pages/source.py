"""Sources: a page for each study and lay page, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import citing
from claimbook.pages import address
from claimbook.pages.quotes import blockquote, design, facts_list, passage
from claimbook.pages.text import bullets, count, front_matter, md, page
from claimbook.pages.words import CERTAINTY, REASONS, reading_chip, statement

if TYPE_CHECKING:
    from claimbook.model import Source
    from claimbook.pages.book import Book, Citation

_KIND = {
    "article": "Article",
    "label": "Drug label",
    "guideline": "Guideline",
    "company": "A maker's own page",
    "lay-page": "Web page for lay readers",
}
_READ = {"abstract": "its abstract", "excerpt": "an excerpt", "full": "all of it"}
_LAY_NOTICE = (
    "This page of the knowledge base tells you what is said, not whether it is true. "
    "A lay page adds nothing to the certainty of a claim."
)
_STANCE = {"supports": "supports", "disputes": "disputes", "qualifies": "qualifies"}


def source_page(book: Book, source: Source) -> bytes:
    """What the source is, and every claim that uses it."""
    here = address.source(source.key)
    return page(
        front_matter(source.title, f"{_KIND[source.kind or 'article']}: {source.title}"),
        address.crumbs(here, (address.SOURCES, "Sources")),
        f"# {md(source.title)}",
        *(_lay(book, here, source) if source.is_lay else _study(book, here, source)),
    )


def _lay(book: Book, here: str, source: Source) -> list[str]:
    lay = source.lay
    told = "yes" if lay and lay.paraphrased else "no" if lay and lay.paraphrased is False else "not known"
    facts = [
        ("Kind", _KIND["lay-page"]),
        ("Publisher", md((lay and lay.publisher) or "not known")),
        ("Rewritten by a machine, by the look of it", told),
        ("Address", _url(source)),
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
    ]


def _quote(book: Book, here: str, each: Citation) -> str:
    link = address.link(here, address.claim(each.claim.id), statement(each.claim))
    stance = _STANCE[each.item.stance or "supports"]
    chip = reading_chip(each.item.reading or "unsupported")
    return f"{blockquote(each.item.quote or '')}\n\nThis {stance} the claim: {link} {chip}"


def _asides(source: Source) -> str:
    rows = [f"“{md(each.quote or '')}” ({REASONS[each.reason or 'off-topic']})" for each in source.set_aside]
    return (
        f"## Set aside\n\nThese words state nothing that a claim could hold.\n\n{bullets(rows)}"
        if rows
        else ""
    )


def _study(book: Book, here: str, source: Source) -> list[str]:
    study, access = source.study, source.access
    facts = [
        ("Kind", f"{_KIND[source.kind or 'article']}; {md(design(source))}"),
        ("Who", md((study and study.population) or "not known")),
        ("Who paid", md((study and study.funding) or "not known")),
        ("Registered as", md((study and study.registration) or "")),
        ("The same people as in", _part_of(book, here, source)),
        ("How much of it we read", _READ.get((access and access.read) or "", "not noted")),
        ("Licence", md((access and access.license) or "not known")),
        ("Find it", _url(source)),
    ]
    uses = [_use(here, source, each) for each in book.citations.get(source.key, [])]
    return [
        _status(source),
        md(citing.reference(source.csl or {}, source.more_authors)),
        facts_list(facts),
        "## Claims that use it",
        "\n\n".join(uses) if uses else "No claim uses it.",
        _if_it_fell(book, here, source),
    ]


def _part_of(book: Book, here: str, source: Source) -> str:
    key = source.study.part_of if source.study else None
    return address.link(here, address.source(key), book.short(book.library.sources[key])) if key else ""


def _status(source: Source) -> str:
    status = source.status
    if status is None:
        return ""
    words = {
        "corrected": "was corrected",
        "concern": "stands under an expression of concern",
        "retracted": "was retracted",
    }
    notice = f" {address.outside(citing.doi_url(status.notice), 'The notice')}." if status.notice else ""
    told = f"**This publication {words[status.value or 'concern']}.**{notice}"
    return f'<p class="cb-notice" markdown="span">{told}</p>'


def _use(here: str, source: Source, each: Citation) -> str:
    link = address.link(here, address.claim(each.claim.id), statement(each.claim))
    item = each.item
    rows = [
        ("What it found", md(item.finding or "")),
        ("Figures", md("; ".join(item.figures))),
        ("Limits", md(item.limits or "")),
        ("Where it says so", passage(source, item)),
    ]
    return f"### {(item.stance or '').capitalize()}\n\n{link}\n\n{facts_list(rows)}"


def _if_it_fell(book: Book, here: str, source: Source) -> str:
    claims = {each.claim.id: each.claim for each in book.citations.get(source.key, [])}
    rows = []
    for claim in claims.values():
        fall = next((fall for fall in book.falls(claim) if fall.key == source.key), None)
        if fall:
            link = address.link(here, address.claim(claim.id), statement(claim))
            rows.append(f"{link}: at most {CERTAINTY[fall.ceiling][1].lower()} (now {claim.certainty})")
    return f"## If this source fell\n\n{bullets(rows)}" if rows else ""


def _url(source: Source) -> str:
    url = citing.primary_url(source.csl or {})
    return address.outside(url, url) if url else "not known"


def sources_page(book: Book) -> bytes:
    """Every source with the number of claims that use it; lay pages and studies apart."""
    here = address.SOURCES
    parts = []
    for name, sources in (("What people are told: web pages", book.lay_pages), ("Studies", book.studies)):
        rows = [_row(book, here, source) for source in sources]
        parts.append(f"## {name}\n\n{bullets(rows) if rows else 'None in this base yet.'}")
    return page(front_matter("Sources", "Every source, and how many claims use it."), "# Sources", *parts)


def _row(book: Book, here: str, source: Source) -> str:
    used = len({each.claim.id for each in book.citations.get(source.key, [])})
    return f"{address.link(here, address.source(source.key), book.short(source))} ({count(used, 'claim')})"
