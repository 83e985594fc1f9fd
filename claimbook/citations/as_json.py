"""The report on citations for programs: every finding, the claims in question and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.report.as_json import dump

if TYPE_CHECKING:
    from claimbook.citations.finding import Finding, Report


def render(report: Report) -> str:
    """Print one JSON object with `online`, `findings`, `affected` and `counts`."""
    return dump(
        {
            "online": report.online,
            "findings": [_fields(each) for each in report.findings],
            "affected": [each._asdict() for each in report.affected],
            "counts": report.counts,
        }
    )


def _fields(each: Finding) -> dict[str, object]:
    return {
        "kind": each.kind,
        "severity": each.severity,
        "source": each.source,
        **each.where._asdict(),
        "message": each.message,
        "hint": each.hint,
        "ours": each.ours,
        "theirs": each.theirs,
        "likeness": each.likeness,
    }
