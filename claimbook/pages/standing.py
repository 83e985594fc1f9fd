"""What is known best, where studies disagree, and what is not known: a topic's claims, sorted by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import grading
from claimbook.pages import address
from claimbook.pages.tally import sides
from claimbook.pages.text import bullets, count, md
from claimbook.pages.verdict import VERDICTS, verdict
from claimbook.pages.words import certainty_chip, statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.model import Claim, Topic
    from claimbook.pages.book import Book

DISPUTED = ("split", "disputed")
_WEAK = ("thin", "hearsay", "guidance")


def surest(book: Book, claims: Iterable[Claim]) -> list[Claim]:
    """Those that two studies or more support and none disputes; the surest first, then the most studied."""
    chosen = [claim for claim in claims if verdict(book, claim) == "supported"]
    return sorted(chosen, key=lambda claim: weight(book, claim), reverse=True)


def disputed(book: Book, claims: Iterable[Claim]) -> list[Claim]:
    """Those that a study disputes, the split ones first."""
    told = [(verdict(book, claim), claim) for claim in claims]
    return [claim for name in DISPUTED for each, claim in told if each == name]


def weight(book: Book, claim: Claim) -> tuple[int, int]:
    """How sure it is, then by how many sources of its own subjects."""
    own = [voice for voice in book.facts.voices(claim) if voice.own and voice.stance == "supports"]
    return grading.rank(claim.certainty or "none"), len(own)


def standing(book: Book, here: str, topic: Topic, claims: list[Claim]) -> str:
    """The three lists of a topic's page."""
    best = [_known(book, here, claim) for claim in surest(book, claims)]
    split = [_sides(book, here, claim) for claim in disputed(book, claims)]
    parts = (
        "## What is known best",
        bullets(best) or "Nothing here is supported by two studies or more without one against it.",
        "## Where studies disagree",
        bullets(split) or "No claim here is disputed by a study in this base.",
        "## What is not known",
        _weak(book, claims),
        bullets([md(gap) for gap in topic.gaps]) if topic.gaps else "No open question is noted here yet.",
    )
    return "\n\n".join(filter(None, parts))


def _known(book: Book, here: str, claim: Claim) -> str:
    return f"{claim_link(here, claim)} {certainty_chip(claim.certainty or 'none')}"


def _sides(book: Book, here: str, claim: Claim) -> str:
    return f"{_known(book, here, claim)} {sides(claim, book.facts.voices(claim))}"


def claim_link(here: str, claim: Claim) -> str:
    """The statement, linked to its page."""
    return address.link(here, address.claim(claim.id), statement(claim))


def _weak(book: Book, claims: list[Claim]) -> str:
    """How many of the claims stand on less, so that the lists above do not flatter."""
    told = [verdict(book, claim) for claim in claims]
    lines = [f"{VERDICTS[name][1]}: {count(told.count(name), 'claim')}" for name in _WEAK if name in told]
    return f"{'. '.join(lines)}. All are in the table below." if lines else ""
