"""Identifiers in their canonical form, where it is plain which was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from claimbook.citing import canonical_doi, doi_fault, pmcid_fault, pmid_fault
from claimbook.fixing.changes import Change
from claimbook.yamltext import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.yamltext import Value

_FAULTS = {"DOI": doi_fault, "PMID": pmid_fault, "PMCID": pmcid_fault}
_PLACES = (
    *((("csl", name), name) for name in _FAULTS),
    (("status", "notice"), "DOI"),
)


def identifier_changes(value: Value) -> list[Change]:
    """A change for each identifier of a source, its notice, or what was left out, that has another form."""
    places = [*_PLACES, *(((*path, "doi"), "DOI") for path in _left_out(value))]
    return [change for path, name in places for change in _change(value, path, name)]


def _left_out(value: Value) -> list[tuple[str | int, ...]]:
    listed = value.values.get("left_out") if isinstance(value, Mapping) else None
    return [("left_out", index) for index in range(len(listed.items) if isinstance(listed, Sequence) else 0)]


def _change(value: Value, path: tuple[str | int, ...], name: str) -> Iterator[Change]:
    at = _at(value, path)
    if isinstance(at, Scalar) and isinstance(at.value, str | int) and not isinstance(at.value, bool):
        form = canonical(name, str(at.value))
        if form is not None and form != at.value:
            yield Change(path, at, form)


def _at(value: Value | None, path: tuple[str | int, ...]) -> Value | None:
    for step in path:
        if isinstance(value, Mapping) and isinstance(step, str):
            value = value.values.get(step)
        elif isinstance(value, Sequence) and isinstance(step, int):
            value = value.items[step]
        else:
            return None
    return value


def canonical(name: str, text: str) -> str | None:
    """The canonical form of a DOI, PMID or PMCID; None where it cannot be told without guessing.

    What stands around an identifier is taken away and capitals are set; nothing is ever put together
    from pieces. A bare number as PMCID may be the PMID.
    """
    fault = _FAULTS[name](text)
    meant = fault[1] if fault else text
    digits = (meant or "").removeprefix("PMC")
    if meant is None or digits not in unquote(text) or (name == "PMCID" and "PMC" not in text.upper()):
        return None
    return canonical_doi(meant) if name == "DOI" else meant
