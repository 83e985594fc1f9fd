"""What was looked at: every run ends with these counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimbook.checks.whole import Whole
    from claimbook.problem import Problem


def counts(whole: Whole, problems: Sequence[Problem]) -> dict[str, int]:
    """How many topics, claims, sources, quotes and passages there are, how many verified, and the problems.

    A quote or passage is verified where the text at hand holds it; where no text is, it is only counted.
    """
    counted = [note.counted for note in whole.claims] + [note.counted for note in whole.sources.values()]
    return {
        "topics": len(whole.base.topics),
        "claims": len(whole.claims),
        "sources": len(whole.sources),
        "evidence": sum(each.evidence for each in counted),
        "quotes": sum(each.quotes for each in counted),
        "quotes_verified": sum(each.quotes_verified for each in counted),
        "passages": sum(each.passages for each in counted),
        "passages_verified": sum(each.passages_verified for each in counted),
        "errors": sum(problem.is_error for problem in problems),
        "warnings": sum(not problem.is_error for problem in problems),
    }
