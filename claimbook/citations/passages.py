"""Passages of the base looked for in abstracts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimbook.citations.finding import Finding
from claimbook.quoting import SourceText, find_passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimbook.citations.published import Published
    from claimbook.model import Claim, Passage, Source

_ABSTRACT = re.compile(r"\W*abstract\b", re.IGNORECASE)


class Looked(NamedTuple):
    """What a look for passages gave: how many were looked for and found, and the misses."""

    sought: int = 0
    found: int = 0
    misses: tuple[Finding, ...] = ()


def look(source: Source, claims: Iterable[Claim], heard: Sequence[Published]) -> Looked:
    """Look in a source's abstract for the passages that the claims name of it, each passage once.

    A passage whose section is the abstract must stand there; any other may.
    """
    texts = [SourceText(text) for published in heard for text in published.abstracts]
    if not texts:
        return Looked()
    anchors: dict[tuple[str, str], Passage] = {}
    for claim in claims:
        for item in claim.evidence:
            passage = item.passage if item.source == source.key else None
            if passage and passage.starts and passage.ends and _ABSTRACT.match(passage.section or ""):
                anchors.setdefault((passage.starts, passage.ends), passage)
    lost = [p for each, p in anchors.items() if not any(find_passage(text, *each) for text in texts)]
    misses = tuple(_miss(source, passage, texts[0]) for passage in lost)
    return Looked(len(anchors), len(anchors) - len(lost), misses)


def _miss(source: Source, passage: Passage, text: SourceText) -> Finding:
    starts, ends = passage.starts or "", passage.ends or ""
    missing = next((anchor for anchor in (starts, ends) if not text.find(anchor)), None)
    if missing is None:
        message = f"“{starts}” and “{ends}” both stand in the abstract, but not as one passage"
        hint = "see which of them stands first, and how far apart they are"
    else:
        closest = text.near_miss(missing).closest
        message = f"“{missing}” does not stand in the abstract of {source.key} as PubMed has it"
        hint = f"closest to it comes: {closest}" if closest else "see whether it stands in another part"
    return Finding("passage-not-in-abstract", source.key, passage.origin.span(), message, hint)
