"""Citations: whether the sources' records are sound, and whether they are what Crossref and PubMed have."""

from __future__ import annotations

from claimbook.citations import as_json, as_text
from claimbook.citations.finding import KINDS, UNCHECKED, Affected, Finding, Report
from claimbook.citations.judging import judge, to_ask
from claimbook.citations.published import Absent, Answer, Asked, Notice, Published, Unchecked


def _as_markdown(report: Report) -> str:
    from claimbook.citations import as_markdown  # needs the pages, which take a tenth of a second to load

    return as_markdown.render(report)


# A report → what to print; the text ends in one line break.
FORMATS = {"text": as_text.render, "json": as_json.render, "markdown": _as_markdown}

__all__ = [
    "FORMATS",
    "KINDS",
    "UNCHECKED",
    "Absent",
    "Affected",
    "Answer",
    "Asked",
    "Finding",
    "Notice",
    "Published",
    "Report",
    "Unchecked",
    "judge",
    "to_ask",
]
