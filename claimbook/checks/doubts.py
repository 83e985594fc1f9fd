"""Whether an excuse that excuses nothing is stale, or a fault reported elsewhere keeps its rule silent."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from claimbook.checks.sentences import Accounts
from claimbook.model import Claim, Evidence, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimbook.checks.whole import Whole
    from claimbook.model import Origin
    from claimbook.problem import Problem

# What of a claim each rule reads; the others read sources.
_READS = {
    "banned-word": ("statement", "plain"),
    "plain-too-long": ("plain",),
    "review-overdue": ("reviewed",),
    "number-without-evidence": ("statement", "evidence"),
    "quote-ambiguous": ("evidence",),
    "quote-is-title": ("evidence",),
    "quote-reused": ("evidence",),
    "context-negation": ("evidence",),
}
# What of an evidence item each of them reads.
_READS_QUOTE = ("source", "quote", "context")
_READS_FINDING = (*_READS_QUOTE, "finding", "figures")


class Doubts:
    """Answers for one run; `problems` are those that stand, of which only errors silence a rule."""

    def __init__(self, whole: Whole, problems: Iterable[Problem]) -> None:
        self.whole = whole
        self.accounts = Accounts(whole)
        self._errors: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for problem in problems:
            if problem.is_error:
                self._errors[problem.where.path].append((problem.where.line, problem.where.column))

    def is_silenced(self, rule: str, holder: Claim | Evidence | Source) -> bool:
        """Whether the rule might speak in the mapping if nothing else were reported."""
        if isinstance(holder, Source):
            return self._of_source(rule, holder)
        reads = _READS.get(rule, ())
        if isinstance(holder, Evidence):
            return "evidence" in reads and self._of_evidence(rule, [holder])
        if holder.faulty(*reads):
            return True
        return "evidence" in reads and (not holder.evidence or self._of_evidence(rule, holder.evidence))

    def _of_source(self, rule: str, source: Source) -> bool:
        if rule == "orphan-source":
            return source.key not in self.whole.cited
        if rule == "retracted-source":
            return self._may_be_retracted(source)
        if rule == "unaccounted-sentence" and source.is_lay:
            page = self.accounts.page(self.whole.sources[source.key])
            return page is None or bool(self.accounts.untouched(page))
        return rule == "unaccounted-sentence" and source.kind is None

    def _may_be_retracted(self, source: Source) -> bool:
        if "status" in source.origin.faults or (source.status and "is" in source.status.origin.faults):
            return True
        return source.is_retracted and (self.whole.claims_unread or bool(self.whole.unknown_sources))

    def _of_evidence(self, rule: str, items: Sequence[Evidence]) -> bool:
        if rule == "quote-reused" and self._is_any_quote_lost:
            return True
        reads = _READS_FINDING if rule == "number-without-evidence" else _READS_QUOTE
        return any(self._is_unsure(item, reads) for item in items)

    @cached_property
    def _is_any_quote_lost(self) -> bool:
        if self.whole.claims_unread or self.whole.unknown_sources:
            return True
        return any(quote.is_lost for note in self.whole.claims for quote in note.quotes)

    def _is_unsure(self, item: Evidence, reads: tuple[str, ...]) -> bool:
        """Whether an error stands at what the rule reads of the item: its words, their source or its text."""
        source = self.whole.base.source(item.source or "")
        if source is None or not item.origin.faults.isdisjoint(reads):
            return True
        needed = "quote" if source.is_lay else "finding"
        if needed in reads and item.lacks(needed):
            return True
        if item.quote is None:
            return False
        if any(self._stands_in(item.origin, name) for name in reads):
            return True
        return source.path in self._errors or source.text_path in self._errors

    def _stands_in(self, origin: Origin, name: str) -> bool:
        """Whether an error stands at a field's value."""
        value, errors = origin.mapping.values.get(name), self._errors.get(origin.file.path)
        if value is None or errors is None:
            return False
        where = origin.file.span(value.start, value.end)
        end = (where.end_line or 0, where.end_column or 0)
        return any((where.line, where.column) <= place <= end for place in errors)
