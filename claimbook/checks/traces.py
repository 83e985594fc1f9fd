"""What reported faults keep from sight: stretches of files in which a citation or a quote stands unread."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimbook.fields import ASIDE, CLAIM, EVIDENCE, LAY_SOURCE
from claimbook.yamltext import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.facts import Facts
    from claimbook.fields import Shape
    from claimbook.model import Claim, Origin, Source
    from claimbook.yamltext import Value

_KEY = re.compile(r"[\w-]+")


class Trace(NamedTuple):
    """A stretch of a file of which no evidence or set-aside could be made.

    `text` is empty where nothing can be read of it; `sources` are those that it names, none where any may be
    meant. `certain`: something was surely lost here; else it is only possible.
    """

    text: str
    sources: frozenset[str] = frozenset()
    certain: bool = True


def evidence_traces(facts: Facts) -> Iterator[Trace]:
    """Where evidence was lost: claims that could not be read, and reported parts of others."""
    if not facts.library.claims and not facts.unread_claims:
        yield Trace("")  # a base without claims is reported as one fault
    for path in facts.unread_claims:
        text = facts.library.files.get(path, "")
        yield Trace(text, named(facts, text))
    for claim in facts.library.claims:
        for text in _lost_evidence(claim):
            yield Trace(text, named(facts, text))


def quote_traces(facts: Facts) -> Iterator[Trace]:
    """Where words of lay pages were quoted or set aside, and a fault hides which."""
    yield from evidence_traces(facts)
    for claim in facts.library.claims:
        for item in claim.evidence:
            source = facts.source(item)
            if source is not None and source.is_lay and item.quote is None:
                yield Trace(_unread(item.origin, EVIDENCE), frozenset((source.key,)))
    for source in facts.library.sources.values():
        if source.is_lay:
            yield from _lost_asides(source)


def stray_quotes(facts: Facts) -> list[str]:
    """Quotes of claims that their source does not hold or that name none: another page may hold them."""
    items = (item for claim in facts.library.claims for item in claim.evidence)
    homeless = [item.quote for item in items if item.quote is not None and facts.source(item) is None]
    lost = [
        each.quote
        for each in facts.claims_quoted
        if each.is_lost or (each.text is None and not each.source.is_open)
    ]
    return list(dict.fromkeys([*homeless, *lost]))


def named(facts: Facts, text: str) -> frozenset[str]:
    """The sources whose keys stand in a text."""
    return frozenset(_KEY.findall(text)) & facts.library.sources.keys()


def _lost_evidence(claim: Claim) -> Iterator[str]:
    if claim.faulty("evidence") or not claim.evidence:
        yield from _lost_entries(claim.origin, "evidence") or [_unread(claim.origin, CLAIM)]
    for item in claim.evidence:
        if "source" in item.origin.faults:
            yield f"{_unread(item.origin, EVIDENCE)}\n{item.quote or ''}"


def _lost_asides(source: Source) -> Iterator[Trace]:
    origin, key = source.origin, frozenset((source.key,))
    yield from (Trace(text, key) for text in _lost_entries(origin, "set_aside"))
    yield from (Trace(_unread(each.origin, ASIDE), key) for each in source.set_aside if each.quote is None)
    if text := _unread(origin, LAY_SOURCE):
        yield Trace(text, key, certain="set_aside" in origin.faults)


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
