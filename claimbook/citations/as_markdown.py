"""The report on citations as Markdown, for an issue that names the claims in question."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from claimbook.citations.as_text import found, many, seen
from claimbook.citations.finding import KINDS
from claimbook.pages.text import bullets, clean, md

if TYPE_CHECKING:
    from claimbook.citations.finding import Affected, Finding, Report

_CALLS = re.compile(r"@|(?<!&)#")  # an issue would take these for a person to notify, or another issue
_MOST = 60_000  # characters; GitHub refuses a comment above 65,536


def render(report: Report) -> str:
    """Print the counts, the claims in question, then the findings by kind; no dates, so that two agree.

    Findings that an issue has no room for are counted, not shown; the claims come first.
    """
    blocks = [f"**{found(report)}.**", *_claims(report), *_findings(report), seen(report)]
    text = "\n\n".join(blocks) + "\n"
    if len(text) <= _MOST:
        return text
    cut = text[:_MOST].rpartition("\n")[0]
    return f"{cut}\n\nThere is no room here for the rest; `citations --online` shows all of it.\n"


def _inert(text: str) -> str:
    """Text in which nothing is markup, and that calls nobody."""
    return _CALLS.sub(lambda sign: f"{sign[0]}<!-- -->", md(text))


def _code(text: str) -> str:
    """A name or path letter by letter."""
    return f"`{clean(text).replace('`', chr(39))}`"


def _claims(report: Report) -> list[str]:
    if not report.affected:
        return []
    blocks = ["## Claims that cite a source in question"]
    for key, group in groupby(report.affected, lambda each: each.source):
        claims = list(group)
        blocks.append(f"### Without {_inert(key)}: {many(len(claims), 'claim')}")
        blocks.append(bullets([_claim(each) for each in claims]))
    return blocks


def _claim(each: Affected) -> str:
    change = "; ".join(each.changes) or "would stand as before"
    stances = " and ".join(each.stances)
    return f"{_code(each.claim)} (it {stances}): {_inert(each.statement)} **{_inert(change)}.** {_code(each.path)}"


def _findings(report: Report) -> list[str]:
    blocks: list[str] = []
    for kind, (severity, heading) in KINDS.items():
        group = [each for each in report.findings if each.kind == kind]
        if group:
            blocks.append(f"## {severity.capitalize()}: {heading} ({len(group)})")
            blocks.append(bullets([_finding(each) for each in group]))
    return blocks


def _finding(each: Finding) -> str:
    hint = f" *To do:* {_inert(each.hint)}" if each.hint else ""
    return f"{_code(f'{each.where.path}:{each.where.line}')} {_inert(each.message)}{hint}"
