"""Two sources are the same publication.

Each source counts once for a claim. If one paper stood here under two keys, it could count twice, and a
claim would look better supported than it is. Two sources are the same where their DOI or their PubMed
number is the same; capital and small letters make no difference in a DOI.

Keep one of the two files, and let all claims name its key. Where one of the numbers was copied into the
wrong file, put the right one in its place. The problem stands at the later of the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import MICE_STUDY, swap
from claimbook.checks.identifiers import sound
from claimbook.citing import canonical_doi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.facts import Facts
    from claimbook.model import Source
    from claimbook.problem import Problem

EXAMPLE = swap(MICE_STUDY, "DOI: 10.1234/mice.2021", "DOI: 10.1234/TEA.2019")


def find(facts: Facts) -> Iterator[Problem]:
    """A problem for each source that shares an identifier with an earlier one; unsound ones do not count."""
    first: dict[tuple[str, str], str] = {}
    for source in facts.library.sources.values():
        held = _identifiers(source)
        same = next((each for each in held if each in first), None)
        if same:
            name = same[0]
            message = f"this {name} is that of the source '{first[same]}' as well"
            hint = "keep one of the two, or mend the identifier that was copied wrongly"
            yield source.origin.problem("duplicate-source", ("csl", name), message, hint)
        for each in held:
            first.setdefault(each, source.key)


def _identifiers(source: Source) -> list[tuple[str, str]]:
    """The sound DOI and PMID of a source, in the form in which they compare."""
    doi, pmid = sound(source, "DOI"), sound(source, "PMID")
    return [*([("DOI", canonical_doi(doi))] if doi else ()), *([("PMID", pmid)] if pmid else ())]
