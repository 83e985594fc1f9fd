"""Where a claim stands, in one word: for counts that cannot flatter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages.words import chip, is_hearsay

if TYPE_CHECKING:
    from claimbook.grading import Voice
    from claimbook.model import Claim
    from claimbook.pages.book import Book

# Sign, word and what it means; a claim gets the first that fits, the least flattering ones first.
VERDICTS = {
    "hearsay": ("?", "Only web pages say it", "no study in this base speaks of it"),
    "guidance": ("§", "What guidance asks", "a label, guideline or expert group asks it; it is no finding"),
    "split": ("≠", "Studies are split", "more than a quarter of those that take a side are against it"),
    "disputed": ("✗", "Supported, but disputed", "most studies support it, and at least one is against it"),
    "thin": ("·", "Too little evidence", "fewer than two studies support it, or its certainty is very low"),
    "supported": ("✓", "Supported", "two studies or more support it, and none is against it"),
}
_SPLIT = ("split", "against")
_TWO = 2


def verdict(book: Book, claim: Claim) -> str:
    """A key of `VERDICTS`."""
    return book.once(_verdicts)[claim.path]


def _verdicts(book: Book) -> dict[str, str]:
    return {claim.path: _verdict(book, claim) for claim in book.library.claims}


def _verdict(book: Book, claim: Claim) -> str:
    agreement = book.agreement(claim)
    own = [voice for voice in book.facts.voices(claim) if voice.own]
    disputed = any(voice.stance == "disputes" for voice in own)
    studies = [voice for voice in own if voice.stance == "supports" and not _is_makers(voice)]
    fitting = (
        ("hearsay", is_hearsay(claim)),
        ("guidance", claim.about == "guidance"),
        ("split", agreement in _SPLIT),
        ("disputed", disputed),
        ("thin", len(studies) < _TWO or claim.certainty == "very-low"),
        ("supported", True),
    )
    return next(name for name, fits in fitting if fits)


def _is_makers(voice: Voice) -> bool:
    """Whether it is only a maker's own page, which is no study."""
    return all(finding.design == "company-page" for finding in voice.findings)


def verdict_chip(name: str) -> str:
    """Sign and word."""
    sign, word, _ = VERDICTS[name]
    return chip("verdict", name, sign, word)
