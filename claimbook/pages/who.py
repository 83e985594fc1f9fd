"""Who was studied, as a chip: read off the studies that a claim cites, not off what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import grading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.model import Claim, Source
    from claimbook.pages.book import Book

_PAW = (
    "M5 9a2 2.4 0 1 0 0 4.8A2 2.4 0 0 0 5 9zM9 4a2 2.6 0 1 0 0 5.2A2 2.6 0 0 0 9 4zM15 4a2 2.6 0 1 0 0 5.2"
    "A2 2.6 0 0 0 15 4zM19 9a2 2.4 0 1 0 0 4.8A2 2.4 0 0 0 19 9zM12 11c-3 0-6 4-6 7 0 2 2 2.5 3.5 2 1.5-.5 3.5"
    "-.5 5 0s3.5 0 3.5-2c0-3-3-7-6-7z"
)
_ICONS = {
    "people": "M12 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM3 21c0-4 4-7 9-7s9 3 9 7z",
    "animals": _PAW,
    "cells": "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm2 5a4 4 0 1 0 0 8"
    " 4 4 0 0 0 0-8z",
    "guidance": "M5 2h10l4 4v16H5zm3 7v2h8V9zm0 4v2h8v-2zm0 4v2h5v-2z",
    "nobody": "M4 11h16v2H4z",
}
_GUIDANCE = "Nobody: it is guidance"
_NOBODY = "Nobody in this base"


def studied(claim: Claim, sources: Mapping[str, Source]) -> list[str]:
    """People, animals, cells: those of whom a study that the claim cites speaks, in this order."""
    items = ((item, sources.get(item.source or "")) for item in claim.evidence)
    found = {
        word
        for item, source in items
        if source is not None and source.study is not None and grading.speaks(source)
        for word in item.subjects or source.study.subjects
    }
    return [word for word in ("people", "animals", "cells") if word in found]


def who(claim: Claim, sources: Mapping[str, Source]) -> str:
    """The words of the chip: `People and animals`."""
    if claim.about == "guidance":
        return _GUIDANCE
    return " and ".join(studied(claim, sources)).capitalize() or _NOBODY


def who_chip(book: Book, claim: Claim) -> str:
    """Icon and words."""
    return book.once(_chips)[claim.path]


def _chips(book: Book) -> dict[str, str]:
    return {claim.path: _chip(book, claim) for claim in book.library.claims}


def _chip(book: Book, claim: Claim) -> str:
    sources = book.library.sources
    first = "guidance" if claim.about == "guidance" else next(iter(studied(claim, sources)), "nobody")
    drawn = f'<svg class="cb-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[first]}"/></svg>'
    return f'<span class="cb-chip cb-who--{first}">{drawn} {who(claim, sources)}</span>'
