"""Topics: a page each, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.filters import topic_filters
from claimbook.pages.matrix import LEGEND, matrix
from claimbook.pages.pictures import claims_list, claims_map, shown
from claimbook.pages.safety import names_help, safety
from claimbook.pages.standing import standing
from claimbook.pages.text import bullets, count, front_matter, md, page, paragraphs, table
from claimbook.pages.who import who_chip
from claimbook.pages.words import READ_SO, agreement_chip, certainty_chip, statement

if TYPE_CHECKING:
    from claimbook.model import Claim, Source, Topic
    from claimbook.pages.book import Book


def topic_page(book: Book, topic: Topic) -> bytes:
    """The question and its answer, what is known of it and what is not, every claim, and the sources."""
    here = address.topic(topic.id or "")
    claims = book.claims_by_topic.get(topic.id or "", [])
    title = topic.title or ""
    answer = f"## The answer in short\n\n{paragraphs(topic.summary or '')}"
    box = safety(book, here, claims)
    return page(
        front_matter(title, topic.summary or "", topic_filters(topic)),
        address.crumbs(here, (address.TOPICS, "Topics")),
        f"# {md(title)}",
        f'<p class="cb-lede" markdown="span">{md(topic.question or "")}</p>',
        *((box, answer) if names_help(book, claims) else (answer, box)),
        _sheet(here, topic),
        standing(book, here, topic, claims) if claims else _gaps(topic),
        "## All claims on this topic",
        claims_table(book, here, claims, " cb-sortable") if claims else "No claim stands here yet.",
        _map(book, here, topic),
        _matrix(book, here, claims),
        _sources(book, here, claims),
    )


def _sheet(here: str, topic: Topic) -> str:
    link = address.link(here, address.sheet(topic.id or ""), "One page to take to your prescriber")
    return (
        f'<p class="cb-take" markdown="span">{link}: the answer, and what to ask. It prints on one sheet.</p>'
    )


def claims_table(book: Book, here: str, claims: list[Claim], kind: str = "") -> str:
    """Claims with how sure they are and whether the studies agree."""
    rows = [
        [
            address.link(here, address.claim(claim.id), statement(claim)),
            certainty_chip(claim.certainty or "none"),
            agreement_chip(book.agreement(claim), claim),
            who_chip(book, claim),
        ]
        for claim in claims
    ]
    return table(["Claim", "How sure", "Do studies agree", "Who was studied"], rows, kind)


def _matrix(book: Book, here: str, claims: list[Claim]) -> str:
    drawn = matrix(book, here, claims)
    return f"## Which study takes which side\n\n{LEGEND}\n\n{drawn}" if drawn else ""


def _map(book: Book, here: str, topic: Topic) -> str:
    listed = claims_list(book, topic)
    if not listed:
        return ""
    picture = shown(book, here, claims_map(book, topic))
    opening = '<details class="cb-numbers" open markdown="1">\n<summary>The same links as a list</summary>'
    return f"## How these claims hang together\n\n{picture}\n\n{opening}\n\n{listed}\n\n</details>"


def _gaps(topic: Topic) -> str:
    return (
        f"## Questions that no study here answers\n\n{bullets([md(gap) for gap in topic.gaps])}"
        if topic.gaps
        else ""
    )


def _sources(book: Book, here: str, claims: list[Claim]) -> str:
    keys = sorted({item.source or "" for claim in claims for item in claim.evidence})
    sources = [book.library.sources[key] for key in keys]
    parts = []
    for name, chosen in _by_kind(sources):
        links = [address.link(here, address.source(each.key), book.short(each)) for each in chosen]
        parts.append(f"## {name}\n\n{bullets(links)}" if links else "")
    return "\n\n".join(filter(None, parts))


def _by_kind(sources: list[Source]) -> list[tuple[str, list[Source]]]:
    lay = [source for source in sources if source.is_lay]
    studies = [source for source in sources if not source.is_lay]
    return [("Web pages that speak of it", lay), ("Studies that speak of it", studies)]


def topics_page(book: Book) -> bytes:
    """Every topic with its question, in reading order."""
    here = address.TOPICS
    rows = [
        f"{address.link(here, address.topic(topic.id or ''), topic.title or '')}: {md(topic.question or '')} "
        f"({count(len(book.claims_by_topic.get(topic.id or '', [])), 'claim')})"
        for topic in book.library.topics
    ]
    return page(front_matter("Topics", "Every topic with its question."), "# Topics", bullets(rows))


def claims_page(book: Book) -> bytes:
    """Every claim, by topic."""
    here = address.CLAIMS
    parts = []
    for topic in book.library.topics:
        claims = book.claims_by_topic.get(topic.id or "", [])
        if claims:
            parts += [f"## {md(topic.title or '')}", claims_table(book, here, claims)]
    return page(front_matter("All claims", "Every claim, by topic."), "# All claims", READ_SO, *parts)
