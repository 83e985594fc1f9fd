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

    from claimbook.checks.view import View
    from claimbook.model import Claim, Origin, Source
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "source: kim2019", "source: kim2091")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each key of its evidence that no file in sources/ has."""
    for item in claim.evidence:
        yield from _unknown(view, item.origin, "source", item.source)


def of_source(source: Source, view: View) -> Iterator[Problem]:
    """A problem for a `part_of` that no file in sources/ has."""
    if source.study:
        yield from _unknown(view, source.study.origin, "part_of", source.study.part_of)


def _unknown(view: View, origin: Origin, field: str, key: str | None) -> Iterator[Problem]:
    if key is not None and not view.has_file(key):
        guess = nearest(key, view.source_keys())
        new = f"describe it in sources/{key[:60]}.yaml, or mend the key"
        hint = f"did you mean '{guess}'? If not, {new}" if guess else new
        yield origin.problem("unknown-source", field, f"no source is called '{key[:60]}'", hint)
