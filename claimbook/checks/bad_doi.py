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

    from claimbook.checks.facts import Facts
    from claimbook.model import Library, Origin
    from claimbook.problem import Problem

EXAMPLE = swap(STUDY, "DOI: 10.1234/tea.2019", "DOI: https://doi.org/10.1234/tea.2019")


def find(facts: Facts) -> Iterator[Problem]:
    """A problem for each unsound DOI of a source, of the notice on it, or of what was left out."""
    yield from identifier_problems(facts, "bad-doi", "DOI")
    for origin, name, doi in _others(facts.library):
        fault = doi_fault(doi)
        if fault:
            message, meant = fault
            hint = f"write {meant}" if meant else "copy it anew from the publication's own page"
            yield origin.problem("bad-doi", name, message, hint)


def _others(library: Library) -> Iterator[tuple[Origin, str, str]]:
    """DOIs that stand in no bibliographic record: where, the name of the field, the DOI."""
    for source in library.sources.values():
        if source.status and source.status.notice is not None:
            yield source.status.origin, "notice", source.status.notice
    for each in library.method.left_out if library.method else ():
        if each.doi is not None:
            yield each.origin, "doi", each.doi
