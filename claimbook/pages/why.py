"""Why a claim is as certain as it says, in words: who was counted, what the designs allow, what weighs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import grading
from claimbook.pages import address
from claimbook.pages.tally import designs
from claimbook.pages.text import bullets, md
from claimbook.pages.words import ASKED, CERTAINTY, DOMAINS, MEANING, STANCES

if TYPE_CHECKING:
    from claimbook.model import Claim
    from claimbook.pages.book import Book

_ROBUST = "## How robust it is\n\n"
_IT = ("it", "any one of these")


def why(book: Book, here: str, claim: Claim) -> str:
    """The section of a claim's page."""
    certainty = claim.certainty or "none"
    how = address.link(here, address.GRADING, "How we grade")
    return "\n\n".join(
        filter(
            None,
            (
                "## Why this certainty",
                _meaning(claim, certainty),
                _counted(book, claim),
                _ceiling(book, claim),
                _reasons(claim),
                f"{how} tells what these words mean.",
            ),
        )
    )


def _meaning(claim: Claim, certainty: str) -> str:
    sure = CERTAINTY[certainty][1]
    return ASKED.format(sure=sure) if claim.about == "guidance" else f"{sure}. {MEANING[certainty]}"


def _counted(book: Book, claim: Claim) -> str:
    """Who speaks, by side and design; each source counts once."""
    voices = book.facts.voices(claim)
    own = [voice for voice in voices if voice.own]
    lines = [f"**{name}:** {said}" for stance, name in STANCES.items() if (said := designs(own, stance))]
    others = [voice for voice in voices if not voice.own]
    if others:
        said = " and ".join(filter(None, (designs(others, stance) for stance in STANCES)))
        lines.append(f"**Shown, but not counted, since it studied others than the claim is about:** {said}")
    return f"What was counted, each source once:\n\n{bullets(lines)}" if lines else ""


def _ceiling(book: Book, claim: Claim) -> str:
    if not book.facts.voices(claim):
        return ""
    ceiling = book.facts.ceiling(claim)
    allowed = CERTAINTY[ceiling][1].lower()
    if ceiling == claim.certainty:
        return f"Designs like these allow {allowed} at most, and the curators left it there."
    return f"Designs like these allow {allowed} at most. The curators put it lower, for the reasons below."


def _reasons(claim: Claim) -> str:
    lines = []
    for each in claim.reasons:
        words, name = DOMAINS[each.domain or "indirectness"]
        lines.append(f"**{words}** ({name}): {md(each.note or '')}")
    return bullets(lines)


def robustness(book: Book, here: str, claim: Claim) -> str:
    """The section that names the sources that carry it alone; where there is none, that is said too."""
    if not any(voice.own for voice in book.facts.voices(claim)) or claim.certainty == "none":
        return ""
    keys = grading.rests_on(claim.certainty or "none", book.falls(claim))
    if not keys:
        return f"{_ROBUST}No single source carries it. Without any one of them it could be as certain."
    links = [address.link(here, address.source(key), book.short(book.library.sources[key])) for key in keys]
    return f"{_ROBUST}It rests on {', '.join(links)}. Without {_IT[len(links) > 1]}, the claim could not be this certain."
