"""A claim's page: what it says, what people are told, what studies found, and how sure that makes us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.cite import cite_claim
from claimbook.pages.figures import explained
from claimbook.pages.filters import claim_filters
from claimbook.pages.funding import funding
from claimbook.pages.history import history
from claimbook.pages.published import place
from claimbook.pages.quotes import lay_item, study_table
from claimbook.pages.safety import safety
from claimbook.pages.tally import sides
from claimbook.pages.text import bullets, front_matter, md, page, shorten, unsearched
from claimbook.pages.who import who_chip
from claimbook.pages.why import robustness, why
from claimbook.pages.words import CERTAINTY, STANCES, agreement_chip, certainty_chip, statement, statement_md

if TYPE_CHECKING:
    from claimbook.model import Claim, Evidence
    from claimbook.pages.book import Book

_TITLE = 200  # characters of a statement in the window's title; the page itself shows all of it
_SURE_ASKED = "How sure that this is asked"


def claim_page(book: Book, claim: Claim) -> bytes:
    """The page in reading order; nothing is hidden or cut off."""
    here = address.claim(claim.id)
    return page(
        front_matter(shorten(statement(claim), _TITLE), claim.plain or "", claim_filters(book, claim)),
        _crumbs(book, here, claim),
        safety(book, here, [claim]),
        f"# {statement_md(claim)}",
        _chips(book, claim),
        _treatments(book, here, claim),
        f"## What it means\n\n{md(claim.plain or '')}",
        _found(book, here, claim),
        _told(book, here, claim),
        funding(book, here, claim),
        why(book, here, claim),
        _field("What would change this", claim.would_change),
        unsearched(_related(book, here, claim)),
        unsearched(robustness(book, here, claim)),
        unsearched(cite_claim(book, claim)),
        unsearched(history(book, here, claim)),
    )


def _crumbs(book: Book, here: str, claim: Claim) -> str:
    topic = book.topic(claim)
    steps = [(address.TOPICS, "Topics"), (address.topic(claim.topic), topic.title or claim.topic)]
    link = f"[Link to this claim]({address.relative(here, here)})"
    return f'{address.crumbs(here, *steps)}\n\n<p class="cb-id" markdown="span"><code>{md(claim.id)}</code> {link}</p>'


def _chips(book: Book, claim: Claim) -> str:
    """Three answers side by side; they are never blended into one score."""
    asks = claim.about == "guidance"
    asked = (
        (_SURE_ASKED if asks else "How sure", certainty_chip(claim.certainty or "none")),
        ("Do sources agree" if asks else "Do studies agree", agreement_chip(book.agreement(claim), claim)),
        ("Who was studied", who_chip(book, claim)),
    )
    items = (f'<li><span class="cb-asked">{name}</span> {chip}</li>' for name, chip in asked)
    return f'<ul class="cb-chips">{"".join(items)}</ul>'


def _treatments(book: Book, here: str, claim: Claim) -> str:
    words = [word for word in book.library.vocabulary.treatments if word.id in claim.treatment]
    links = [address.link(here, address.treatment(word.id or ""), word.name or "") for word in words]
    return f"**Treatment:** {', '.join(links)}" if links else ""


def _told(book: Book, here: str, claim: Claim) -> str:
    items = [item for item in claim.evidence if _is_lay(book, item)]
    if not items:
        return "## What people are told\n\nNo web page in this base speaks of it."
    shown = (lay_item(book, here, item) for item in items)
    return "\n\n".join(("## What people are told", _against(book, claim), *shown))


def _against(book: Book, claim: Claim) -> str:
    """What studies say, in a line, to hold the quotes against."""
    voices = book.facts.voices(claim)
    if not voices:
        return "Web pages say this. No study in this base speaks of it."
    sure = CERTAINTY[claim.certainty or "none"][1].lower()
    what = "Guidance" if claim.about == "guidance" else "Studies"
    return f"{what}: {sides(claim, voices)}, {sure}. Web pages say this:"


def _found(book: Book, here: str, claim: Claim) -> str:
    items = [item for item in claim.evidence if not _is_lay(book, item)]
    if not items:
        return "## What studies found\n\nNo study in this base speaks of it yet."
    signs = f"n is how many people or animals were counted in the result. {explained(here)}."
    found = f"## What studies found\n\n{signs}"
    guidance = claim.about == "guidance"
    parts = ["## What guidance asks" if guidance else found]
    for stance, name in STANCES.items():
        chosen = [item for item in items if item.stance == stance]
        if chosen:
            parts += [f"### {name}", study_table(book, here, chosen, guidance)]
        elif stance == "disputes":
            parts.append(f"### {name}\n\nNo disputing {'source' if guidance else 'study'} in this base.")
    return "\n\n".join(parts)


def _is_lay(book: Book, item: Evidence) -> bool:
    return book.library.sources[item.source or ""].is_lay


def _related(book: Book, here: str, claim: Claim) -> str:
    links = book.relations.get(claim.id, [])
    if not links:
        return ""
    lines = [
        f"**{name}:** {address.link(here, address.claim(other.id), statement(other))}"
        for name, other in links
    ]
    return f"## Related claims\n\n{bullets(lines)}"


def _field(name: str, text: str | None) -> str:
    return f"## {name}\n\n{md(text)}" if text else ""


def moved_page(claim: Claim, old: str) -> bytes:
    """The page that keeps an older address going."""
    here = address.claim(old)
    there = place(address.claim(claim.id))
    return page(
        front_matter("This claim has a new address", statement(claim), moved=there),
        "# This claim has a new address",
        f"It now stands at {address.link(here, address.claim(claim.id), statement(claim))}",
    )
