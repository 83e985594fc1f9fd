"""A claim's page: what it says, what people are told, what studies found, and how sure that makes us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.help import help_line
from claimbook.pages.published import place
from claimbook.pages.quotes import lay_item, study_table
from claimbook.pages.text import bullets, front_matter, md, page
from claimbook.pages.why import why
from claimbook.pages.words import (
    ABOUT,
    STANCES,
    agreement_chip,
    certainty_chip,
    chip,
    statement,
    statement_md,
)

if TYPE_CHECKING:
    from claimbook.model import Claim, Evidence
    from claimbook.pages.book import Book


def claim_page(book: Book, claim: Claim) -> bytes:
    """The page in reading order; nothing is hidden or cut off."""
    here = address.claim(claim.id)
    return page(
        front_matter(statement(claim), claim.plain or ""),
        _crumbs(book, here, claim),
        _safety(book, here, claim),
        f"# {statement_md(claim)}",
        _chips(book, claim),
        f"## What it means\n\n{md(claim.plain or '')}",
        _found(book, here, claim),
        _told(book, here, claim),
        why(book, here, claim),
        _field("What would change this", claim.would_change),
        _related(book, here, claim),
        _about(book, here, claim),
    )


def _crumbs(book: Book, here: str, claim: Claim) -> str:
    topic = book.topic(claim)
    steps = [(address.TOPICS, "Topics"), (address.topic(claim.topic), topic.title or claim.topic)]
    return address.crumbs(here, *steps)


def _safety(book: Book, here: str, claim: Claim) -> str:
    words = [word for word in book.library.vocabulary.safety if word.id in claim.safety]
    if not words:
        return ""
    lines = " ".join(md(word.line or "") for word in words)
    box = f'<p class="cb-safety" markdown="span">**Safety:** {lines}</p>'
    return f"{box}\n\n{help_line(book, here)}" if any(word.help for word in words) else box


def _chips(book: Book, claim: Claim) -> str:
    chips = [
        certainty_chip(claim.certainty or "none"),
        agreement_chip(book.agreement(claim)),
        chip("about", claim.about or "", "", ABOUT[claim.about or "people"]),
    ]
    names = {word.id: word.name for word in book.library.vocabulary.treatments}
    chips += [chip("treatment", word, "", names.get(word) or word) for word in claim.treatment]
    return f'<p class="cb-chips" markdown="span">{" ".join(chips)}</p>'


def _told(book: Book, here: str, claim: Claim) -> str:
    items = [item for item in claim.evidence if _is_lay(book, item)]
    if not items:
        return "## What people are told\n\nNo web page in this base speaks of it."
    return "\n\n".join(("## What people are told", *(lay_item(book, here, item) for item in items)))


def _found(book: Book, here: str, claim: Claim) -> str:
    items = [item for item in claim.evidence if not _is_lay(book, item)]
    if not items:
        return "## What studies found\n\nNo study in this base speaks of it yet."
    parts = ["## What studies found"]
    for stance, name in STANCES.items():
        chosen = [item for item in items if item.stance == stance]
        if chosen:
            parts += [f"### {name}", study_table(book, here, chosen)]
        elif stance == "disputes":
            parts.append(f"### {name}\n\nNo disputing study in this base.")
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


def _about(book: Book, here: str, claim: Claim) -> str:
    topic = book.topic(claim)
    lines = [
        f"**Topic:** {address.link(here, address.topic(claim.topic), topic.title or claim.topic)}",
        f"**Last read against its sources:** {claim.reviewed}",
        f"**Permanent link:** {address.link(here, here, place(here))}",
        f"**File:** <code>{md(claim.path)}</code>",
    ]
    if claim.tags:
        lines.append(f"**Tags:** {md(', '.join(claim.tags))}")
    lines += [
        f"**Changed {change.date}:** {md(change.what or '')} {md(change.why or '')}"
        for change in claim.changes
    ]
    return f"## About this page\n\n{bullets(lines)}"


def _field(name: str, text: str | None) -> str:
    return f"## {name}\n\n{md(text)}" if text else ""


def moved_page(claim: Claim, old: str) -> bytes:
    """The page that keeps an older address going."""
    here = address.claim(old)
    there = place(address.claim(claim.id))
    return page(
        front_matter("This claim has a new address", statement(claim), moved=there),
        "# This claim has a new address",
        f"It now stands at {address.link(here, address.claim(claim.id), statement(claim))}.",
    )
