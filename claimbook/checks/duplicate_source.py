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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.whole import Whole
    from claimbook.problem import Problem

EXAMPLE = swap(MICE_STUDY, "DOI: 10.1234/mice.2021", "DOI: 10.1234/TEA.2019")


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each source that shares an identifier with an earlier one; unsound ones do not count."""
    first: dict[tuple[str, str], str] = {}
    for note in whole.sources.values():
        held = [(name, value) for name, value in note.identifiers]
        same = next((each for each in held if each in first), None)
        if same:
            name = same[0]
            message = f"this {name} is that of the source '{first[same]}' as well"
            hint = "keep one of the two, or mend the identifier that was copied wrongly"
            yield whole.source(note.key).origin.problem("duplicate-source", ("csl", name), message, hint)
        for each in held:
            first.setdefault(each, note.key)
