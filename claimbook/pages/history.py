"""When a claim was last read against its sources, and how its conclusion changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.text import bullets, day, md

if TYPE_CHECKING:
    from claimbook.model import Change, Claim
    from claimbook.pages.book import Book


def history(book: Book, here: str, claim: Claim) -> str:
    """The last section of a claim's page."""
    topic = book.topic(claim)
    link = address.link(here, address.topic(claim.topic), topic.title or claim.topic)
    lines = [
        f"**Last read against its sources:** {day(claim.reviewed)}" if claim.reviewed else "",
        *(f"**Changed on {changed(change)}" for change in claim.changes),
        "" if claim.changes else "**Changes of the conclusion:** none so far",
        f"**History of its file:** {_file(book, claim)}",
        f"**Topic:** {link}",
        f"**Tags:** {md(', '.join(claim.tags))}" if claim.tags else "",
        _report(book, here, claim),
    ]
    return f"## Reviewed and changed\n\n{bullets([line for line in lines if line])}"


def changed(change: Change) -> str:
    """The day in bold's end, then what changed and why: `1 May 2026:** …`."""
    when = day(change.date) if change.date else "an unknown day"
    return f"{when}:** {md(change.what or '')} {md(change.why or '')}"


def _file(book: Book, claim: Claim) -> str:
    url = book.site.history(claim.path)
    return address.outside(url, claim.path) if url else f"<code>{md(claim.path)}</code>"


def _report(book: Book, here: str, claim: Claim) -> str:
    url = book.site.report(claim.id, here)
    link = address.outside(url, "Report a problem with this claim") if url else ""
    return f"**Is something wrong?** {link}" if link else ""
