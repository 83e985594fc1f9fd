"""Which record of before is which of now: by id, by what it says it was called, or by what it holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.model import Claim, Evidence, Library, Source

Record = TypeVar("Record")
_IDENTIFIERS = ("DOI", "PMID", "PMCID", "URL", "title")


class Pair(NamedTuple, Generic[Record]):
    """A record before and after; None where there is none."""

    before: Record | None
    after: Record | None


def pair_sources(before: Mapping[str, Source], after: Mapping[str, Source]) -> list[Pair[Source]]:
    """By key; else a key that went and one that came are one source where an identifier or the title agrees."""
    gone = [source for key, source in before.items() if key not in after]
    pairs = []
    for key, source in after.items():
        was = before.get(key) or next((each for each in gone if _same(each, source)), None)
        if was in gone:
            gone.remove(was)
        pairs.append(Pair(was, source))
    return [*pairs, *(Pair(source, None) for source in gone)]


def _same(one: Source, other: Source) -> bool:
    values = (((one.csl or {}).get(name), (other.csl or {}).get(name)) for name in _IDENTIFIERS)
    return next((str(a).lower() == str(b).lower() for a, b in values if a and b), False)


def pair_claims(before: Library, after: Library, keys: Mapping[str, str]) -> list[Pair[Claim]]:
    """By id; else by `formerly`; else where a claim that went and one that came share most passages.

    `keys` are the sources' keys now by those before.
    """
    old, new = ({claim.id: each.by_id[claim.id] for claim in each.claims} for each in (before, after))
    gone = {name: claim for name, claim in old.items() if name not in new}
    found: dict[str, Claim] = {name: old[name] for name in new if name in old}
    for name, claim in new.items():
        if name not in found and (was := next((each for each in claim.formerly if each in gone), None)):
            found[name] = gone.pop(was)
    _by_passages(gone, {name: claim for name, claim in new.items() if name not in found}, found, keys)
    return [
        *(Pair(found.get(name), claim) for name, claim in new.items()),
        *(Pair(claim, None) for claim in gone.values()),
    ]


def _by_passages(
    gone: dict[str, Claim], fresh: Mapping[str, Claim], found: dict[str, Claim], keys: Mapping[str, str]
) -> None:
    """Move from `gone` to `found` what shares more than half of the passages of both."""
    holders = defaultdict(list)
    for name, claim in gone.items():
        for mark in {passage(item, keys) for item in claim.evidence}:
            holders[mark].append(name)
    for name, claim in fresh.items():
        marks = {passage(item) for item in claim.evidence}
        shared = Counter(each for mark in marks for each in holders[mark] if each in gone)
        best, number = next(iter(shared.most_common(1)), ("", 0))
        if number and number * 2 > max(len(marks), len(gone[best].evidence)):
            found[name] = gone.pop(best)


def passage(item: Evidence, keys: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What an evidence item points to: its source and the words there."""
    source = item.source or ""
    words = [item.quote or ""]
    if item.passage:
        words += [item.passage.starts or "", item.passage.ends or ""]
    return ((keys or {}).get(source, source), *(" ".join(each.split()) for each in words))
