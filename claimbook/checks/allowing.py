"""Excuses: an `allow` takes away the problems that it names in the mapping in which it stands."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from claimbook.checks.doubts import Doubts
from claimbook.load.nearest import nearest
from claimbook.model import Allow, Claim, Evidence, Source
from claimbook.problem import EXCUSABLE, RULES, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimbook.checks.whole import Whole
    from claimbook.problem import Span


class Excuse(NamedTuple):
    """One `allow`, the rules that it excuses, and whose problems.

    `allow` is None where the entry could not be read; it is then taken for any excuse that could stand there.
    `covers` is the mapping of an evidence item; an excuse of a claim or source covers its whole file,
    that of a source also its text.
    """

    holder: Claim | Evidence | Source
    rules: frozenset[str]
    allow: Allow | None = None
    covers: Span | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The files in which it may excuse something."""
        path = self.holder.origin.file.path
        return (path, self.holder.text_path) if isinstance(self.holder, Source) else (path,)

    def fits(self, problem: Problem) -> bool:
        """Whether it excuses a problem of one of its files."""
        if problem.rule not in self.rules or self.covers is None:
            return problem.rule in self.rules
        where, covers = problem.where, self.covers
        end = (covers.end_line or 0, covers.end_column or 0)
        return (covers.line, covers.column) <= (where.line, where.column) <= end


def excuse(whole: Whole, problems: Iterable[Problem]) -> list[Problem]:
    """The problems that nothing excuses, and a `stale-allow` for each excuse that excuses nothing."""
    excuses = list(_excuses(whole))
    by_path: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(excuses):
        for path in each.paths:
            by_path[path].append(number)
    used: set[int] = set()
    kept = []
    for problem in problems:
        near = by_path.get(problem.where.path, ()) if problem.rule in EXCUSABLE else ()
        excusing = [number for number in near if excuses[number].fits(problem)]
        used.update(excusing)
        if not excusing:
            kept.append(problem)
    unused = [each for number, each in enumerate(excuses) if number not in used]
    return [*kept, *_stale(whole, unused, kept)] if unused else kept


def _excuses(whole: Whole) -> Iterator[Excuse]:
    for note in whole.claims:
        if note.has_allow:
            yield from _of_claim(whole.claim(note.path))
    for key, source in whole.sources.items():
        if source.has_allow:
            yield from _of(whole.source(key))


def _of_claim(claim: Claim) -> Iterator[Excuse]:
    yield from _of(claim)
    for item in claim.evidence:
        yield from _of(item, item.origin.whole())


def _of(holder: Claim | Evidence | Source, covers: Span | None = None) -> Iterator[Excuse]:
    for allow in holder.allow:
        yield Excuse(holder, _meant(allow.rule), allow, covers)
    if "allow" in holder.origin.faults:
        yield Excuse(holder, EXCUSABLE, None, covers)


def _meant(rule: str | None) -> frozenset[str]:
    """The rule that an excuse names; where it was reported, the one that it was probably meant to name."""
    if rule is None:
        return EXCUSABLE
    if rule in RULES:
        return EXCUSABLE & {rule}
    guess = nearest(rule, EXCUSABLE)
    return frozenset((guess,)) if guess else EXCUSABLE


def _stale(whole: Whole, unused: Iterable[Excuse], problems: list[Problem]) -> Iterator[Problem]:
    doubts = Doubts(whole, problems)
    for each in unused:
        rule = each.allow.rule if each.allow else None
        if each.allow and rule in EXCUSABLE and not doubts.is_silenced(rule or "", each.holder):
            message = f"this excuses '{rule}', and there is nothing to excuse"
            yield each.allow.origin.problem("stale-allow", "rule", message, "take it out")
