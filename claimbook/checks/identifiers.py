"""The identifiers of a bibliographic record: which are at fault, and which may be relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing import doi_fault, pmcid_fault, pmid_fault, url_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimbook.model import Source
    from claimbook.problem import Problem

    Fault = tuple[str, str | None]

FAULTS: dict[str, Callable[[str], Fault | None]] = {
    "DOI": doi_fault,
    "PMID": pmid_fault,
    "PMCID": pmcid_fault,
    "URL": url_fault,
}


def identifier_problems(source: Source, rule: str, name: str) -> Iterator[Problem]:
    """The problem of an identifier `name` that is text and unsound; other types are invalid-csl."""
    value = (source.csl or {}).get(name)
    fault = FAULTS[name](value) if isinstance(value, str) else None
    if fault:
        message, meant = fault
        hint = f"write {meant}" if meant else f"copy the {name} anew from the publication's own page"
        yield source.origin.problem(rule, ("csl", name), message, hint)


def sound(source: Source, name: str) -> str | None:
    """The identifier `name` of a source, or None where it has none or an unsound one."""
    value = (source.csl or {}).get(name)
    return value if isinstance(value, str) and not FAULTS[name](value) else None
