"""A field of the bibliographic record breaks the format in which it is kept.

The part `csl` of a source holds what a reference list needs: authors, title, journal, year. It follows
CSL-JSON, a format that reference managers such as Zotero read and write, so every name in it is fixed.
A field that does not fit would be lost when the base is exported, or would spoil the reference on the
page.

Common slips are a name in other letters than the format's (“doi” for “DOI”), a number that must be
text, so that it needs quotation marks (PMID: "31000001"), a pair of brackets left out of a date
(date-parts: [[2018, 5]]), and an author as one text instead of family and given name. Copying the
record anew out of a reference manager mends most of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import STUDY, swap
from claimbook.citing import csl_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Source
    from claimbook.problem import Problem

EXAMPLE = swap(STUDY, 'PMID: "31000001"', "PMID: 31000001")


def of_source(source: Source, view: View) -> Iterator[Problem]:
    """A problem for each fault of each record, at its place."""
    for path, message in csl_faults(source.csl) if source.csl is not None else ():
        hint = "see the CSL-JSON format, or copy the record anew out of a reference manager"
        yield source.origin.problem("invalid-csl", ("csl", *path), message, hint)
