"""What reported faults keep from sight: stretches of files in which a citation or a quote stands unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.fields import ASIDE, CLAIM, EVIDENCE, LAY_SOURCE
from claimbook.yamltext import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.fields import Shape
    from claimbook.model import Claim, Origin, Source
    from claimbook.yamltext import Value


def lost_evidence(claim: Claim) -> Iterator[str]:
    """What stands where evidence was lost; empty where nothing can be read of it."""
    if claim.faulty("evidence") or not claim.evidence:
        yield from _lost_entries(claim.origin, "evidence") or [_unread(claim.origin, CLAIM)]
    for item in claim.evidence:
        if "source" in item.origin.faults:
            yield f"{_unread(item.origin, EVIDENCE)}\n{item.quote or ''}"


def hidden_quotes(claim: Claim, view: View) -> Iterator[tuple[str, str]]:
    """Where words of a lay page were quoted and a fault hides which: the page's key, and what stands there."""
    for item in claim.evidence:
        source = view.source(item)
        if source is not None and source.is_lay and item.quote is None:
            yield source.key, _unread(item.origin, EVIDENCE)


def lost_asides(source: Source) -> Iterator[tuple[str, bool]]:
    """What stands where something of a lay page was set aside unread, and whether it surely was."""
    origin = source.origin
    yield from ((text, True) for text in _lost_entries(origin, "set_aside"))
    yield from ((_unread(each.origin, ASIDE), True) for each in source.set_aside if each.quote is None)
    if text := _unread(origin, LAY_SOURCE):
        yield text, "set_aside" in origin.faults


def _lost_entries(origin: Origin, name: str) -> list[str]:
    """The entries of a list that are no mappings, so that they could not be read."""
    value = origin.mapping.values.get(name)
    items = value.items if isinstance(value, Sequence) else ()
    return [_text(origin, item) for item in items if not isinstance(item, Mapping)]


def _unread(origin: Origin, shape: Shape) -> str:
    """What stands in the fields that were reported, be it under a name that nothing knows."""
    fields = origin.mapping.values.items()
    return "\n".join(
        _text(origin, value) for name, value in fields if name in origin.faults or name not in shape
    )


def _text(origin: Origin, value: Value) -> str:
    return origin.file.text[value.start : value.end]
