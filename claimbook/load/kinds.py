"""Fields that an evidence item needs because of its source's kind, which is known once all is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.fields import EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimbook.model import Claim, Evidence, Source
    from claimbook.problem import Problem

# These two have rules of their own, since they say more than that a field is missing.
_OWN_RULE = ("reading", "finding")
_NEEDED = {
    kind: [name for name, field in EVIDENCE.items() if field.needed_by == kind and name not in _OWN_RULE]
    for kind in ("lay", "study")
}


def kind_problems(claim: Claim, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """A `missing-field` for a lay item without quote or fit and for a study's without passage.

    Silent where the source, or its kind, is not known.
    """
    for item in claim.evidence:
        source = sources.get(item.source or "")
        if source is not None and source.kind is not None:
            yield from _missing(item, source)


def _missing(item: Evidence, source: Source) -> Iterator[Problem]:
    kind, called = ("lay", "a lay page") if source.is_lay else ("study", "a study")
    for name in _NEEDED[kind]:
        if item.lacks(name):
            message = f"the field '{name}' is missing, and {source.key} is {called}"
            yield item.origin.problem("missing-field", name, message, f"add '{name}': {EVIDENCE[name].about}")
