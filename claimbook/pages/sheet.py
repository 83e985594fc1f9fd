"""One page of a topic to print and take along to the person who prescribes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.help import help_now
from claimbook.pages.standing import AGAINST_NONE, disputed, reserved, surest
from claimbook.pages.text import bullets, count, day, front_matter, md, page, paragraphs
from claimbook.pages.words import CERTAINTY, statement_md

if TYPE_CHECKING:
    from claimbook.model import Claim, Topic
    from claimbook.pages.book import Book

_MOST = 3  # claims of each kind, and open questions, so that all fits one sheet
# The subjects of DISCERN's questions 9 to 15, on a treatment choice, in our own words.
_ASK = (
    "What good could this do for me, and how likely is it?",
    "What harm could it do, and how likely is that?",
    "What may happen without treatment?",
    "Which other treatments are there?",
    "What would it mean for my daily life?",
    "How shall we see whether it helps, and when do we stop?",
)


def sheet_page(book: Book, topic: Topic) -> bytes:
    """Question, answer, the surest and the disputed claims, what to ask; sized for one sheet of A4."""
    here = address.sheet(topic.id or "")
    claims = book.claims_by_topic.get(topic.id or "", [])
    title = topic.title or ""
    back = (address.topic(topic.id or ""), title)
    return page(
        front_matter(
            f"To talk over with your prescriber: {title}", f"One page to print: {topic.question or ''}"
        ),
        address.crumbs(here, (address.TOPICS, "Topics"), back),
        '<p class="cb-notice cb-screen" markdown="span">Print this page and take it along. It fits one sheet.</p>',
        f"# To talk over with your prescriber: {md(title)}",
        f'<p class="cb-lede" markdown="span">{md(topic.question or "")}</p>',
        paragraphs(topic.summary or ""),
        _claims("What is known best", surest(book, claims)),
        _claims("Where studies disagree", disputed(book, claims), _none(book, claims)),
        f"## What to ask\n\n{bullets([*_ASK])}",
        f"## What no study here answers\n\n{bullets(_listed([*map(md, topic.gaps)], 'question'))}"
        if topic.gaps
        else "",
        help_now(book, here),
        _foot(book, here, back, claims),
    )


def _claims(name: str, claims: list[Claim], none: str = "None here.") -> str:
    lines = [f"{statement_md(each)} ({_sure(each)})" for each in claims]
    return f"## {name}\n\n{bullets(_listed(lines, 'claim')) or none}"


def _sure(claim: Claim) -> str:
    """How sure, and of what, where it is not of people."""
    sure = CERTAINTY[claim.certainty or "none"][1].lower()
    return f"{sure}, in {claim.about}" if claim.about in ("animals", "cells") else sure


def _none(book: Book, claims: list[Claim]) -> str:
    more = " Some have reservations: the topic's page names them."
    return f"{AGAINST_NONE}{more}" if reserved(book, claims) else AGAINST_NONE


def _listed(lines: list[str], one: str) -> list[str]:
    """The first few; that there are more is said."""
    rest = len(lines) - _MOST
    more = [f"And {count(rest, f'more {one}')} on the topic's page."] if rest > 0 else []
    return [*lines[:_MOST], *more]


def _foot(book: Book, here: str, back: tuple[str, str], claims: list[Claim]) -> str:
    days = [claim.reviewed for claim in claims if claim.reviewed]
    read = f"Last read against the studies: {day(max(days))}." if days else ""
    site = f"{md(book.site.name)}, " if book.site.name else ""
    where = md(book.site.address(back[0]))
    said = f"General information, not medical advice. {read} From {site}{address.link(here, *back)} {where}"
    return f'<p class="cb-foot" markdown="span">{said.strip()}</p>'
