"""Whether a service's record is that of the same publication: title, year and first author."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook.citations.finding import Finding
from claimbook.citations.words import likeness, same_name, without_mark
from claimbook.citing import canonical_doi, year
from claimbook.citing.fields import people, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.citations.published import Published
    from claimbook.model import Source

# Below this, words were changed that no house style changes; measured on titles with and without subtitles.
ALIKE = 0.9
_HINT = "compare with the publication itself, and correct what was copied wrongly"


class _Difference(NamedTuple):
    """A field in which two records differ, in both forms; `grave` unless it may be another edition."""

    field: str
    ours: str
    theirs: str
    grave: bool
    likeness: float | None = None


def disagreements(source: Source, published: Published) -> Iterator[Finding]:
    """The differences between our record and a service's; all in one where it is plainly another work."""
    found = [each for each in (_title(source, published), *_who_and_when(source, published)) if each]
    grave = [each.field for each in found if each.grave]
    if "title" in grave and len(grave) > 1:
        yield _another_work(source, published, found)
        return
    for each in found:
        kind = f"wrong-{each.field}" if each.grave else f"{each.field}-differs"
        name = {"title": "title", "year": "issued", "author": "author"}[each.field]
        yield _finding(source, published, kind, name, _told(each), each)


def is_another_work(found: list[Finding]) -> bool:
    """Whether these findings say that the identifier is that of another work."""
    return any(each.kind == "another-work" for each in found)


def other_identifiers(source: Source, published: Published) -> Iterator[Finding]:
    """The identifiers that the service gives for it, where the record has others."""
    for name, theirs in published.ids.items():
        ours = text(source.csl or {}, name)
        if ours and canonical_doi(ours) != canonical_doi(theirs):
            message = f"{published.asked} is that of {name} {theirs}, but the record has {name} {ours}"
            hint = "look up which of the two is this publication, and correct the other"
            where = source.origin.span("csl", published.asked.name)
            yield Finding("other-identifier", source.key, where, message, hint, ours, theirs)


def _title(source: Source, published: Published) -> _Difference | None:
    ours = without_mark(text(source.csl or {}, "title"))
    if not ours or not published.titles:
        return None
    theirs = max(published.titles, key=lambda one: likeness(ours, without_mark(one)))
    alike = likeness(ours, without_mark(theirs))
    return None if alike == 1 else _Difference("title", ours, theirs, alike < ALIKE, alike)


def _who_and_when(source: Source, published: Published) -> Iterator[_Difference]:
    ours = year(source.csl or {})
    if ours and ours.isdecimal() and published.years and int(ours) not in published.years:
        near = any(abs(int(ours) - theirs) == 1 for theirs in published.years)
        yield _Difference("year", ours, ", ".join(map(str, sorted(published.years))), not near)
    author = next(iter(people(source.csl or {}, "author")), {})
    named = " ".join(filter(None, [text(author, "non-dropping-particle"), text(author, "family", "literal")]))
    if named and published.author and not same_name(named, published.author):
        yield _Difference("author", named, published.author, True)


def _told(each: _Difference) -> str:
    field = "first author" if each.field == "author" else each.field
    alike = "" if each.likeness is None else f" (alike to {each.likeness:.2f})"
    return f"{field}: here “{each.ours}”, there “{each.theirs}”{alike}"


def _another_work(source: Source, published: Published, found: list[_Difference]) -> Finding:
    message = f"another work; {'; '.join(map(_told, found))}"
    return _finding(source, published, "another-work", published.asked.name, message, found[0])


def _finding(
    source: Source, published: Published, kind: str, name: str, message: str, each: _Difference
) -> Finding:
    where = source.origin.span("csl", name)
    told = f"{published.asked.service}, {published.asked}: {message}"
    return Finding(kind, source.key, where, told, _HINT, each.ours, each.theirs, each.likeness)
