"""What the home page shows of the claims, chosen by rules and not by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.history import changed
from claimbook.pages.standing import claim_link, disputed, surest, weight
from claimbook.pages.tally import sides
from claimbook.pages.text import bullets, md
from claimbook.pages.words import agreement_chip, certainty_chip

if TYPE_CHECKING:
    from claimbook.model import Claim, Topic
    from claimbook.pages.book import Book

_ANSWERS = 8
_SPLIT = 4
_CHANGES = 5


def headlines(book: Book) -> str:
    """Cards with the surest claim about people of a topic each, from the topics where it is surest."""
    pairs = [(topic, claim) for topic in book.library.topics if (claim := _best(book, topic)) is not None]
    chosen = sorted(pairs, key=lambda pair: weight(book, pair[1]), reverse=True)[:_ANSWERS]
    kept = [pair for pair in pairs if pair in chosen]
    if not kept:
        return "No claim here is supported by two studies or more without one against it."
    rule = (
        "The surest claim of a topic, from the topics where it is surest: two studies or more support it, and "
        "none here is against it. A rule chose them, not a person."
    )
    return f"{rule}\n\n{cards([_card(book, *pair) for pair in kept])}"


def _best(book: Book, topic: Topic) -> Claim | None:
    claims = book.claims_by_topic.get(topic.id or "", [])
    return next(iter(surest(book, [claim for claim in claims if claim.about == "people"])), None)


def _card(book: Book, topic: Topic, claim: Claim) -> str:
    chips = f"{certainty_chip(claim.certainty or 'none')} {agreement_chip(book.agreement(claim))}"
    return f"<small>Topic: {md(topic.title or '')}</small><br>{claim_link(address.HOME, claim)}<br>{chips}"


def cards(items: list[str]) -> str:
    """A list of boxes side by side."""
    return f'<div class="cb-cards" markdown="1">\n\n{bullets(items)}\n\n</div>'


def disagreements(book: Book) -> str:
    """The first claims that studies dispute, and the way to all of them."""
    claims = disputed(book, book.library.claims)
    if not claims:
        return "No claim in this base is disputed by a study."
    lines = [
        f"{claim_link(address.HOME, claim)} {sides(claim, book.facts.voices(claim))}"
        for claim in claims[:_SPLIT]
    ]
    every = address.link(address.HOME, address.DISAGREEMENTS, f"All {len(claims):,} where studies disagree")
    return f"{bullets(lines)}\n\n{every}"


def recent(book: Book) -> str:
    """The latest changes of a conclusion; none is said too."""
    dated = [(each.date, claim, each) for claim in book.library.claims for each in claim.changes if each.date]
    latest = sorted(dated, key=lambda found: found[0], reverse=True)[:_CHANGES]
    lines = [f"**{changed(each)} {claim_link(address.HOME, claim)}" for _, claim, each in latest]
    return bullets(lines) or "No conclusion has changed since it was first published."
