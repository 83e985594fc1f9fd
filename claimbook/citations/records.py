"""What can be said of the records without asking anybody: form, doubles, contradictions and gaps."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimbook.checks.identifiers import FAULTS, sound
from claimbook.citations.finding import Finding
from claimbook.citing import canonical_doi, doi_fault, pmcid_fault, pmid_fault, url_fault, year
from claimbook.citing.fields import people, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimbook.model import Library, Source, Status

    Fault = tuple[str, str | None]

NAMES = ("DOI", "PMID", "PMCID")
# Where an address holds an identifier, and how the identifier in it is read.
_IN_ADDRESS: tuple[tuple[str, tuple[str, ...], Callable[[str], Fault | None]], ...] = (
    ("DOI", ("doi.org", "dx.doi.org", "www.doi.org"), doi_fault),
    ("PMID", ("pubmed.ncbi.nlm.nih.gov",), pmid_fault),
    ("PMCID", ("pmc.ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov", "europepmc.org"), pmcid_fault),
)


def record_findings(library: Library) -> Iterator[Finding]:
    """Everything that is wrong with, or missing from, the records themselves, source by source."""
    others = _shared(library.sources)
    for source in library.sources.values():
        yield from _malformed(source)
        yield from _doubled(source, others)
        yield from _address(source)
        yield from _gaps(source)


def record_counts(library: Library) -> dict[str, int]:
    """How many sources there are, with how many sound identifiers of each kind, and how many without any."""
    sources = list(library.sources.values())
    held = {name: sum(sound(source, name) is not None for source in sources) for name in (*NAMES, "URL")}
    bare = sum(not any(sound(source, name) for name in (*NAMES, "URL")) for source in sources)
    years = sum(year(source.csl or {}) is None for source in sources)
    authors = sum(not _responsible(source) for source in sources)
    return {
        "sources": len(sources), **held, "without_any": bare, "without_year": years, "without_author": authors,
    }  # fmt: skip


def finding(source: Source, kind: str, name: str, message: str, hint: str) -> Finding:
    """A finding at a field of the source's record, or at the record where it has no such field."""
    path = ("csl", name) if name in (source.csl or {}) else ("csl",)
    return Finding(kind, source.key, source.origin.span(*path), message, hint)


def _malformed(source: Source) -> Iterator[Finding]:
    for name, fault in FAULTS.items():
        value = (source.csl or {}).get(name)
        if isinstance(value, str) and (found := fault(value)):
            said, meant = found
            hint = f"write {meant}" if meant else f"copy the {name} anew from the publication's own page"
            yield finding(source, "bad-identifier", name, f"{name} {value}: {said}", hint)
    if source.status and source.status.notice:
        yield from _malformed_notice(source, source.status, source.status.notice)


def _malformed_notice(source: Source, status: Status, notice: str) -> Iterator[Finding]:
    fault = None if notice.startswith(("http://", "https://")) else doi_fault(notice)
    if fault:
        hint = f"write {fault[1]}" if fault[1] else "copy the DOI anew from the notice's own page"
        message = f"the notice {notice}: {fault[0]}"
        yield Finding("bad-identifier", source.key, status.origin.span("notice"), message, hint)


def _comparable(source: Source, name: str) -> str | None:
    value = sound(source, name)
    if value is None:
        return None
    return canonical_doi(value) if name == "DOI" else value.rstrip("/") if name == "URL" else value


def _shared(sources: Mapping[str, Source]) -> dict[tuple[str, str], list[str]]:
    """The keys of the sources that have an identifier, for each identifier that several have."""
    keys: dict[tuple[str, str], list[str]] = defaultdict(list)
    for source in sources.values():
        for name in (*NAMES, "URL"):
            if value := _comparable(source, name):
                keys[name, value].append(source.key)
    return {each: found for each, found in keys.items() if len(found) > 1}


def _doubled(source: Source, shared: Mapping[tuple[str, str], list[str]]) -> Iterator[Finding]:
    for name in (*NAMES, "URL"):
        held = shared.get((name, _comparable(source, name) or ""), [])
        others = ", ".join(key for key in held if key != source.key)
        if others and name == "URL":
            message = f"the address is that of {others} too"
            yield finding(source, "same-address", name, message, "see whether they are one publication")
        elif others:
            message = f"{name} {_comparable(source, name)} is that of {others} too"
            hint = "keep one of the two sources, or mend the identifier that was copied wrongly"
            yield finding(source, "same-identifier", name, message, hint)


def _address(source: Source) -> Iterator[Finding]:
    """The identifier in an address of a register must be the record's own, and stand there by itself."""
    from urllib.parse import urlsplit

    url = sound(source, "URL")
    if url is None or url_fault(url):
        return
    host = (urlsplit(url).hostname or "").lower()
    for name, hosts, read in _IN_ADDRESS:
        meant = (read(url) or ("", None))[1] if host in hosts else None
        own = _comparable(source, name)
        if meant and own is None and name not in (source.csl or {}):
            message = f"the address holds the {name} {meant}, and the record has none"
            yield finding(source, "identifier-in-address", "URL", message, f"write it as {name}: {meant}")
        elif meant and own is not None and canonical_doi(meant) != canonical_doi(own):
            message = f"the address leads to {name} {meant}, but the record has {name} {own}"
            hint = "look up which of the two is this publication, and correct the other"
            yield finding(source, "other-identifier", "URL", message, hint)


def _gaps(source: Source) -> Iterator[Finding]:
    if source.is_lay or source.csl is None:
        return  # a lay page may be of unknown publisher and day
    if not any(name in source.csl for name in (*NAMES, "URL")):
        hint = "add its DOI, PMID or PMCID, or the publisher's URL"
        yield finding(source, "no-identifier", "title", "there is no identifier and no address", hint)
    if year(source.csl) is None:
        message, hint = "there is no year", "add `issued: {date-parts: [[YYYY]]}`"
        yield finding(source, "no-year", "issued", message, hint)
    if not _responsible(source):
        message = "nobody is named as author, editor or publisher"
        yield finding(source, "no-author", "author", message, "add the authors as far as they are known")


def _responsible(source: Source) -> bool:
    csl = source.csl or {}
    return bool(people(csl, "author") or people(csl, "editor") or text(csl, "publisher", "authority"))
