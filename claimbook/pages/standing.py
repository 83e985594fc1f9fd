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
AGAINST_NONE = "No study in this base is against a claim here."
_FEW = 4  # claims with reservations; the table has them all
_WEAK = ("thin", "hearsay", "guidance")


def surest(book: Book, claims: Iterable[Claim]) -> list[Claim]:
    """Those that two studies or more support and none disputes: on people first, then the surest, the most studied."""
    chosen = [claim for claim in claims if verdict(book, claim) == "supported"]
    return sorted(chosen, key=lambda claim: (claim.about == "people", weight(book, claim)), reverse=True)


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
    best = [f"{_known(book, here, claim)}{_of(claim)}" for claim in surest(book, claims)]
    split = [_sides(book, here, claim) for claim in disputed(book, claims)]
    parts = (
        "## What is known best",
        bullets(best) or "Nothing here is supported by two studies or more without one against it.",
        "## Where studies disagree",
        bullets(split) or _reserved(book, here, claims),
        "## What is not known",
        _weak(book, claims),
        bullets([md(gap) for gap in topic.gaps]) if topic.gaps else "No open question is noted here yet.",
    )
    return "\n\n".join(filter(None, parts))


def _known(book: Book, here: str, claim: Claim) -> str:
    return f"{claim_link(here, claim)} {certainty_chip(claim.certainty or 'none')}"


def _of(claim: Claim) -> str:
    """What a reader must not take for a finding on people."""
    return f" in {claim.about}" if claim.about in ("animals", "cells") else ""


def reserved(book: Book, claims: Iterable[Claim]) -> list[Claim]:
    """Those that a study supports, or qualifies, with reservations; on people first, the surest first."""
    chosen = [
        claim
        for claim in claims
        if any(voice.own and voice.stance == "qualifies" for voice in book.facts.voices(claim))
    ]
    return sorted(chosen, key=lambda claim: (claim.about == "people", weight(book, claim)), reverse=True)


def _reserved(book: Book, here: str, claims: list[Claim]) -> str:
    """Where no study is against a claim, those on which studies still differ."""
    found = reserved(book, claims)
    if not found:
        return AGAINST_NONE
    lines = [_sides(book, here, claim) for claim in found[:_FEW]]
    rest = len(found) - _FEW
    more = [f"And {count(rest, 'more claim')} in the table below."] if rest > 0 else []
    return f"{AGAINST_NONE} On some, studies have reservations:\n\n{bullets([*lines, *more])}"


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
