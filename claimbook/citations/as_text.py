"""The report on citations for a terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from claimbook.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.citations.finding import Affected, Finding, Report


def render(report: Report) -> str:
    """Print the findings by source, the claims in question by source, and the counts at the end."""
    lines = [line for path, group in groupby(report.findings, _path) for line in _source(path, list(group))]
    if report.affected:
        lines.append("Claims that cite a source in question, and what would change without it:")
        lines.extend(
            line for key, group in groupby(report.affected, _key) for line in _claims(key, list(group))
        )
    return "\n".join([*lines, found(report), seen(report), ""])


def _path(finding: Finding) -> str:
    return finding.where.path


def _key(each: Affected) -> str:
    return each.source


def _source(path: str, findings: list[Finding]) -> Iterator[str]:
    yield one_line(path)
    for each in findings:
        yield f"  {each.where.line}: {each.severity}: {each.kind}: {one_line(each.message)}"
        if each.hint:
            yield f"     → {one_line(each.hint)}"
    yield ""


def _claims(key: str, claims: list[Affected]) -> Iterator[str]:
    yield f"  without {one_line(key)}"
    for each in claims:
        stances = " and ".join(each.stances)
        change = "; ".join(each.changes) or "would stand as before"
        yield f"    {one_line(each.claim)} (it {stances}): {one_line(each.statement)}"
        yield f"       → {one_line(change)}"
    yield ""


def found(report: Report) -> str:
    """`2 errors, 1 warning, 3 not checked`."""
    counts = report.counts
    return ", ".join(
        [
            many(counts["errors"], "error"),
            many(counts["warnings"], "warning"),
            f"{counts['not_checked']} not checked",
        ]
    )


def seen(report: Report) -> str:
    """How many records were looked at, and how many identifiers were asked for."""
    counts = report.counts
    held = ", ".join(f"{counts[name]} with {name}" for name in ("DOI", "PMID", "PMCID", "URL"))
    gaps = (
        f"without any: {counts['without_any']}, without year: {counts['without_year']}, "
        f"without author or publisher: {counts['without_author']}"
    )
    lines = [f"{many(counts['sources'], 'source')}: {held}; {gaps}."]
    if report.online:
        lines.append(
            f"{counts['answered']} of {many(counts['asked'], 'identifier')} answered, "
            f"{many(counts['nothing_to_ask'], 'source')} without DOI and PMID; "
            f"{counts['passages_found']} of {many(counts['passages'], 'passage')} found in abstracts."
        )
    else:
        lines.append("Crossref and PubMed were not asked (--online does).")
    return "\n".join(lines)


def many(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
