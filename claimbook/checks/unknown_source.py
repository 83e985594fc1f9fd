"""A source is named here that does not exist in this knowledge base.

Evidence names its source by a short key, and the key is the name of a file: `kim2019` stands for
`sources/kim2019.yaml`. No file has the key that stands here, so a reader could not be led to the source.

Most often the key is misspelt; the problem then shows the nearest one. If the source is new,
describe it first in a file of its own. The same holds for `part_of`, which names
another source on the same people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap
from claimbook.load.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.facts import Facts
    from claimbook.model import Origin
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "source: kim2019", "source: kim2091")


def find(facts: Facts) -> Iterator[Problem]:
    """A problem for each key that no file in sources/ has, wherever it is named."""
    for claim in facts.library.claims:
        for item in claim.evidence:
            yield from _unknown(facts, item.origin, "source", item.source)
    for source in facts.library.sources.values():
        if source.study:
            yield from _unknown(facts, source.study.origin, "part_of", source.study.part_of)


def _unknown(facts: Facts, origin: Origin, field: str, key: str | None) -> Iterator[Problem]:
    if key is not None and not facts.has_file(key):
        guess = nearest(key, facts.library.sources)
        new = f"describe it in sources/{key[:60]}.yaml, or mend the key"
        hint = f"did you mean '{guess}'? If not, {new}" if guess else new
        yield origin.problem("unknown-source", field, f"no source is called '{key[:60]}'", hint)
