"""A PubMed number does not have the form of one.

PubMed gives each paper that it lists a number, the PMID: digits alone, as in "31000001". Papers whose
full text stands in PubMed Central have a PMCID as well: the letters PMC and digits, as in PMC6500001.
The site makes links of both, so that a reader gets to the paper with one click.

Write the number alone, without “PMID:”, without an address in front and without spaces, in quotation
marks. The two are easily mixed up: a number that begins with PMC belongs in the field PMCID. Where the
form that was meant can be guessed, the problem shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import STUDY, swap
from claimbook.checks.identifiers import identifier_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Source
    from claimbook.problem import Problem

EXAMPLE = swap(STUDY, 'PMID: "31000001"', 'PMID: "PMID 31000001"')


def of_source(source: Source, view: View) -> Iterator[Problem]:
    """A problem for each unsound PMID or PMCID."""
    yield from identifier_problems(source, "bad-pmid", "PMID")
    yield from identifier_problems(source, "bad-pmid", "PMCID")
