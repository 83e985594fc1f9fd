"""A source is quoted whose words we may not keep.

What a study or a label says belongs to its authors or publisher. We quote a source word for word only where
its licence lets everybody do so (CC0, CC-BY or CC-BY-SA), or where we hold its text, so that the quote
can be checked. Neither is the case here.

Take the quote out and tell the `finding` in your own words, with its figures and its passage. If the source
is openly licensed after all, write so in its file: `access: {license: CC-BY-4.0}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, CLAIM, STUDY, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim, Source
    from claimbook.problem import Problem

_FINDING = "    finding: In 48 adults"

EXAMPLE = swap(
    STUDY,
    "access: {read: abstract, license: CC-BY-4.0}",
    "access: {read: abstract}",
    {
        CLAIM: BASE[CLAIM].replace(_FINDING, f"    quote: slept somewhat later than the others\n{_FINDING}"),
        STUDY: BASE[STUDY].replace("{read: abstract}", "{read: abstract, license: CC-BY-4.0}"),
    },
)


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each quote of a study whose text is not held and whose licence is not open.

    Lay pages without text are `lay-page-without-text`.
    """
    for each in view.quoted:
        source = each.source
        if source.is_study and not view.has_text_file(source.key) and not _may_be_open(source):
            message = f"{source.key} is quoted, but its text is not held here and its licence is not open"
            hint = "take the quote out, or name the licence in the source's file if it is an open one"
            yield each.origin.problem("quote-without-text", "quote", message, hint)


def _may_be_open(source: Source) -> bool:
    """Whether its licence is open, or was reported."""
    if "access" in source.origin.faults or (source.access and "license" in source.access.origin.faults):
        return True
    return source.is_open
