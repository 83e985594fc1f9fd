"""Ids: their form, and that each stands once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.problem import Problem, Span
from claimbook.yamltext import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimbook.model import Claim, SafetyWord, Topic, TreatmentWord

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHOWN = 60
_NOWHERE = Span("")
_PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
_RESERVED = frozenset({"con", "prn", "aux", "nul"} | _PORTS)


def bad_id(name: str, where: Span) -> Problem | None:
    """The problem of an id that is not lower-case words and digits joined by hyphens."""
    if name in _RESERVED:
        message = f"'{name}' is a name that Windows keeps for a device, so that no file can have it there"
        return Problem(where, "bad-id", message, "use another word, or more than one")
    if _ID.fullmatch(name):
        return None
    better = proper_id(name)[:_SHOWN]
    hint = f"call it '{better}'" if better else "use lower-case letters, digits and hyphens"
    message = f"'{name[:_SHOWN]}' is no id: lower-case words and digits joined by hyphens"
    return Problem(where, "bad-id", message, hint)


def proper_id(name: str) -> str:
    """The id nearest to a name: lower-case words and digits joined by hyphens; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def entry_problems(entries: Iterable[Topic | SafetyWord | TreatmentWord]) -> Iterator[Problem]:
    """A problem for each id of a list that is none, or that stands there a second time."""
    seen: set[str] = set()
    for entry in entries:
        if entry.id is None:
            continue
        where = entry.origin.span("id")
        bad = bad_id(entry.id, where)
        if bad:
            yield bad
        elif entry.id in seen:
            message = f"the id '{entry.id[:_SHOWN]}' stands here a second time"
            yield Problem(where, "duplicate-id", message, "rename one of the two")
        seen.add(entry.id)


def claim_problems(claims: Iterable[Claim]) -> Iterator[Problem]:
    """A problem for each old id that is none, and for each id that is taken; new ids go before old ones."""
    claims, taken = list(claims), dict[str, str]()
    for claim in claims:
        yield from _taken(claim.id, claim, Span(claim.path), taken)
    for claim in claims:
        if _are_free(claim.formerly, taken):
            taken.update(dict.fromkeys(claim.formerly, claim.path))
            continue
        for name, where in _former(claim):
            bad = bad_id(name, where)
            yield from [bad] if bad else _taken(name, claim, where, taken)


def _are_free(names: tuple[str, ...], taken: dict[str, str]) -> bool:
    """Whether there is nothing to say of these ids, so that their places need not be looked up."""
    return len(set(names)) == len(names) and all(
        name not in taken and not bad_id(name, _NOWHERE) for name in names
    )


def _taken(name: str, claim: Claim, where: Span, taken: dict[str, str]) -> Iterator[Problem]:
    """Take an id for a claim; `taken` tells the file of each that is."""
    if name in taken:
        message = f"the id '{name[:_SHOWN]}' is taken by {taken[name]}"
        yield Problem(where, "duplicate-id", message, "rename one of the two")
    taken.setdefault(name, claim.path)


def _former(claim: Claim) -> Iterator[tuple[str, Span]]:
    """The claim's older ids, each with its place."""
    listed = claim.origin.mapping.values.get("formerly")
    for number, item in enumerate(listed.items if isinstance(listed, Sequence) else ()):
        if isinstance(item, Scalar) and isinstance(item.value, str) and item.value in claim.formerly:
            yield item.value, claim.origin.span("formerly", number)
