"""What can be found out about a source's record, and how grave it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimbook.problem import Span

ERROR, WARNING, UNCHECKED = "error", "warning", "not checked"

# How grave each kind is, and its heading in a report; the order is that of the report's counts.
KINDS: dict[str, tuple[str, str]] = {
    "retracted": (ERROR, "retracted, which the record does not say"),
    "concern": (ERROR, "an expression of concern, which the record does not say"),
    "corrected": (WARNING, "corrected, which the record does not say"),
    "unknown-notice": (WARNING, "a notice of an unknown kind"),
    "is-notice": (ERROR, "the identifier is that of a notice, not of the publication"),
    "status-not-confirmed": (WARNING, "a status that neither service knows of"),
    "no-such-record": (ERROR, "the identifier does not exist"),
    "another-work": (ERROR, "the identifier is that of another work"),
    "wrong-title": (ERROR, "another title"),
    "title-differs": (WARNING, "a title that differs in words"),
    "wrong-year": (ERROR, "another year"),
    "year-differs": (WARNING, "a year beside the one given"),
    "wrong-author": (ERROR, "another first author"),
    "other-identifier": (ERROR, "identifiers of two different publications"),
    "passage-not-in-abstract": (WARNING, "a passage that the abstract does not hold"),
    "other-agency": (WARNING, "a DOI that Crossref does not keep"),
    "bad-identifier": (ERROR, "an identifier that is not well formed"),
    "same-identifier": (ERROR, "an identifier that another source has too"),
    "same-address": (WARNING, "an address that another source has too"),
    "identifier-in-address": (WARNING, "an identifier that stands only in the address"),
    "no-identifier": (WARNING, "no identifier or address"),
    "no-year": (WARNING, "no year"),
    "no-author": (WARNING, "nobody named as author, editor or publisher"),
    "not-checked": (UNCHECKED, "not checked"),
}


class Finding(NamedTuple):
    """One thing found about a source: what is (`message`) and what to do (`hint`).

    `ours` and `theirs` are the values that differ, `likeness` how alike two titles are, from 0 to 1.
    """

    kind: str
    source: str
    where: Span
    message: str
    hint: str | None = None
    ours: str | None = None
    theirs: str | None = None
    likeness: float | None = None

    @property
    def severity(self) -> str:
        """`error`, `warning` or `not checked`."""
        return KINDS[self.kind][0]


class Affected(NamedTuple):
    """A claim that cites a source in question, and what would become of it without that source.

    `changes` is empty where certainty and agreement would stay as they are.
    """

    source: str
    claim: str
    path: str
    statement: str
    certainty: str
    stances: tuple[str, ...]
    changes: tuple[str, ...]


class Report(NamedTuple):
    """All that was found, sorted by place; how much was looked at; and the claims in question."""

    findings: tuple[Finding, ...]
    counts: dict[str, int]
    affected: tuple[Affected, ...]
    online: bool

    def of(self, severity: str) -> list[Finding]:
        """The findings of this severity."""
        return [each for each in self.findings if each.severity == severity]

    @property
    def status(self) -> int:
        """1 where an error was found, else 2 where something could not be checked, else 0."""
        if self.of(ERROR):
            return 1
        return 2 if self.of(UNCHECKED) else 0


def by_place(finding: Finding) -> tuple[str, int, int, str, str]:
    """The sort key of a finding."""
    where = finding.where
    return where.path, where.line, where.column, finding.kind, finding.message
