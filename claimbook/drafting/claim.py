"""The text of a new claim: every field that it needs, empty, each with what belongs there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.drafting.style import gap, scalar
from claimbook.fields import CLAIM, EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from claimbook.fields import Field
    from claimbook.model import Source


def claim_text(sources: Sequence[Source], today: date, head: str) -> str:
    """The file's text, with `head` as its first line; an evidence item for each of the sources.

    Without sources there is one item for a lay page and one for a study, since their fields differ.
    `reviewed` is today: whoever writes a claim reads its sources.
    """
    rows: list[str] = []
    for name, field in CLAIM.items():
        if name == "evidence":
            rows += ["evidence:", *_items(sources)]
        elif name == "reviewed":
            rows.append(f"reviewed: {today.isoformat()}")
        elif field.required:
            rows.append(gap(name, _about(field), 0))
    return head + "\n".join(rows) + "\n"


def _items(sources: Sequence[Source]) -> Iterable[str]:
    for source in sources:
        yield f"  - source: {scalar(source.key)}"
        yield from _item("lay" if source.is_lay else "study")
    if not sources:
        for kind in ("lay", "study"):
            yield gap("source", f"the key of a {'lay page' if kind == 'lay' else kind}", 2, dash=True)
            yield from _item(kind)


def _item(kind: str) -> Iterable[str]:
    for name, field in EVIDENCE.items():
        if field.shape and field.needed_by == kind:
            yield f"    {name}:"
            yield from (gap(inner, _about(each), 3) for inner, each in field.shape.items() if each.required)
        elif (field.required and name != "source") or field.needed_by == kind:
            yield gap(name, _about(field), 2)


def _about(field: Field) -> str:
    return " | ".join(field.options) if field.options else field.about
