"""A DOI does not have the form of one.

A DOI is the lasting name of a publication: it begins with “10.”, then come a number, a slash and more
signs, as in 10.1234/tea.2019. The site makes a link of it, and a reader can check us only if that link
works.

Write the DOI alone, without “doi:” and without “https://doi.org/” in front. It may have been cut off or
may hold a space that came along when it was copied. Where the form that was meant can be guessed, the
problem shows it; copy the DOI anew from the publisher's page where it cannot. The notice of a
correction or retraction is named by its DOI too, and so may be what was left out; the same holds there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import STUDY, swap
from claimbook.checks.identifiers import identifier_problems
from claimbook.citing import doi_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.checks.whole import Whole
    from claimbook.model import Origin, Source
    from claimbook.problem import Problem

EXAMPLE = swap(STUDY, "DOI: 10.1234/tea.2019", "DOI: https://doi.org/10.1234/tea.2019")


def of_source(source: Source, view: View) -> Iterator[Problem]:
    """A problem for an unsound DOI of the source, and for one of the notice on it."""
    yield from identifier_problems(source, "bad-doi", "DOI")
    if source.status and source.status.notice is not None:
        yield from _unsound(source.status.origin, "notice", source.status.notice)


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each unsound DOI of what was left out."""
    for each in whole.base.method.left_out if whole.base.method else ():
        if each.doi is not None:
            yield from _unsound(each.origin, "doi", each.doi)


def _unsound(origin: Origin, name: str, doi: str) -> Iterator[Problem]:
    """The problem of a DOI that stands in no bibliographic record, in the field `name`."""
    fault = doi_fault(doi)
    if fault:
        message, meant = fault
        hint = f"write {meant}" if meant else "copy it anew from the publication's own page"
        yield origin.problem("bad-doi", name, message, hint)
