"""What was looked at: every run ends with these counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.quoting import find_passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimbook.checks.facts import Facts
    from claimbook.problem import Problem


def counts(facts: Facts, problems: Sequence[Problem]) -> dict[str, int]:
    """How many topics, claims, sources, quotes and passages there are, how many verified, and the problems.

    A quote or passage is verified where the text at hand holds it; where no text is, it is only counted.
    """
    library = facts.library
    items = [item for claim in library.claims for item in claim.evidence]
    return {
        "topics": len(library.topics),
        "claims": len(library.claims),
        "sources": len(library.sources),
        "evidence": len(items),
        "quotes": sum(item.quote is not None for item in items) + _asides(facts),
        "quotes_verified": sum(bool(each.matches) for each in facts.quoted),
        "passages": sum(item.passage is not None for item in items),
        "passages_verified": _passages_verified(facts),
        "errors": sum(problem.is_error for problem in problems),
        "warnings": sum(not problem.is_error for problem in problems),
    }


def _asides(facts: Facts) -> int:
    sources = facts.library.sources.values()
    return sum(aside.quote is not None for source in sources for aside in source.set_aside)


def _passages_verified(facts: Facts) -> int:
    verified = 0
    for claim in facts.library.claims:
        for item in claim.evidence:
            passage, text = item.passage, facts.text(item.source or "")
            if text and passage and passage.starts and passage.ends:
                verified += bool(find_passage(text, passage.starts, passage.ends))
    return verified
