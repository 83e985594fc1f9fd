"""What can be wrong, and where: the list of rules, and the values that say so."""

from __future__ import annotations

from typing import NamedTuple

ERROR = "error"
WARNING = "warning"


class Kind(NamedTuple):
    """A rule's code, which never changes once published, and how grave it is."""

    code: str
    severity: str = ERROR


# One line a rule, in the order in which pages list them; `claimbook/checks/<name>.py` explains it.
RULES: dict[str, Kind] = {
    # Shape: can the file be read, and does it have the fields of its kind?
    "yaml-syntax": Kind("S01"),
    "duplicate-key": Kind("S02"),
    "unsafe-yaml": Kind("S03"),
    "unknown-field": Kind("S04"),
    "missing-field": Kind("S05"),
    "wrong-type": Kind("S06"),
    "bad-value": Kind("S07"),
    "bad-id": Kind("S08"),
    "duplicate-id": Kind("S09"),
    "not-utf8": Kind("S10"),
    "empty-base": Kind("S11"),
    # Evidence: does each passage say what is claimed of it, where it is said to stand?
    "no-evidence": Kind("E01"),
    "unknown-source": Kind("E02"),
    "quote-not-in-source": Kind("E03"),
    "quote-ambiguous": Kind("E04", WARNING),
    "quote-too-short": Kind("E05"),
    "quote-is-title": Kind("E06"),
    "quote-reused": Kind("E07", WARNING),
    "elision-hides-negation": Kind("E08"),
    "context-negation": Kind("E09", WARNING),
    "quote-without-text": Kind("E10"),
    "passage-not-in-text": Kind("E11"),
    "passage-too-long": Kind("E12"),
    "copied-words": Kind("E13"),
    "finding-missing": Kind("E14"),
    "reading-missing": Kind("E15"),
    "reading-on-study": Kind("E16"),
    "number-without-evidence": Kind("E17"),
    "evidence-repeated": Kind("E18"),
    "treatment-mismatch": Kind("E19"),
    # Judgement: does the claim say more than its evidence carries?
    "certainty-above-ceiling": Kind("J01"),
    "wording-outruns-certainty": Kind("J02"),
    "banned-word": Kind("J03"),
    "reasons-missing": Kind("J04"),
    "only-lay-pages": Kind("J05"),
    "subjects-unnamed": Kind("J06"),
    "against-above-very-low": Kind("J07"),
    "plain-too-long": Kind("J08"),
    "review-overdue": Kind("J09", WARNING),
    "hard-to-read": Kind("J10", WARNING),
    # Links: does everything that is named exist?
    "unknown-claim": Kind("L01"),
    "related-to-itself": Kind("L02"),
    "unknown-topic": Kind("L03"),
    "orphan-source": Kind("L04", WARNING),
    "orphan-text": Kind("L05"),
    # Sources: can a reader find it, and is all of a lay page answered for?
    "bad-doi": Kind("R01"),
    "bad-pmid": Kind("R02"),
    "bad-url": Kind("R03"),
    "invalid-csl": Kind("R04"),
    "duplicate-source": Kind("R05"),
    "missing-identifier": Kind("R06"),
    "retracted-source": Kind("R07", WARNING),
    "lay-page-without-text": Kind("R08"),
    "unaccounted-sentence": Kind("R09", WARNING),
    "stale-allow": Kind("R10"),
}


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1, the end stands just behind.

    `path` is relative to the base's root, with forward slashes.
    A problem of a whole file stands at 1:1, one of the whole base at ``claims``, 1:1.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None


class Problem(NamedTuple):
    """One fault: what is (`message`), what to do (`hint`), and where. Sorts by place."""

    where: Span
    rule: str
    message: str
    hint: str | None = None

    @property
    def code(self) -> str:
        """The rule's code, for example ``E03``."""
        return RULES[self.rule].code

    @property
    def severity(self) -> str:
        """``error`` or ``warning``."""
        return RULES[self.rule].severity

    @property
    def is_error(self) -> bool:
        """Whether it alone makes a check fail."""
        return self.severity == ERROR


def place(problem: Problem) -> tuple[str, int, int, str, str]:
    """The sort key of a problem: path, line, column, code, message."""
    where = problem.where
    return where.path, where.line, where.column, problem.code, problem.message


# Beside the warnings, the errors that a curator may excuse with `allow`.
_EXCUSABLE_ERRORS = ("banned-word", "number-without-evidence", "quote-is-title", "plain-too-long")
EXCUSABLE = frozenset(
    rule for rule, kind in RULES.items() if kind.severity == WARNING or rule in _EXCUSABLE_ERRORS
)
