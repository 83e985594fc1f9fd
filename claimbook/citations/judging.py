"""All that was found about a base's records, with or without the services' answers."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from claimbook.checks.identifiers import sound
from claimbook.citations.affected import affected
from claimbook.citations.agreeing import disagreements, is_another_work, other_identifiers
from claimbook.citations.finding import ERROR, Finding, Report, by_place
from claimbook.citations.notices import notice_findings, self_notices
from claimbook.citations.passages import look
from claimbook.citations.published import Absent, Asked, Published, Unchecked
from claimbook.citations.records import record_counts, record_findings
from claimbook.problem import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimbook.checks import Facts
    from claimbook.citations.published import Answer
    from claimbook.model import Library, Source

# Beside the errors, what puts a source in question for the claims that cite it.
_IN_QUESTION = ("corrected", "unknown-notice")


def to_ask(library: Library) -> dict[str, tuple[Asked, ...]]:
    """The sound DOI and PMID of each source, by its key; sources without either are left out."""
    found = {
        key: tuple(Asked(name, value) for name in ("DOI", "PMID") if (value := sound(source, name)))
        for key, source in library.sources.items()
    }
    return {key: asked for key, asked in found.items() if asked}


def judge(facts: Facts, answers: Mapping[Asked, Answer] | None = None) -> Report:
    """The report on all records; `answers` holds one for each identifier of `to_ask`, None: not asked."""
    findings = [*record_findings(facts.library), *_unread(facts.library)]
    counts = record_counts(facts.library)
    if answers is not None:
        asked = to_ask(facts.library)
        looks = {"passages": 0, "passages_found": 0}
        for key, identifiers in asked.items():
            heard = [answers[each] for each in identifiers]
            findings.extend(_of_source(facts, facts.library.sources[key], heard, looks))
        counts.update(_asked_counts(asked.values(), answers), **looks)
        counts["nothing_to_ask"] = counts["sources"] - len(asked)
    findings.sort(key=by_place)
    counts.update(_severities(findings))
    keys = [each.source for each in findings if each.severity == ERROR or each.kind in _IN_QUESTION]
    claims = tuple(affected(facts, dict.fromkeys(keys)))
    return Report(tuple(findings), counts, claims, answers is not None)


def _of_source(
    facts: Facts, source: Source, heard: Sequence[Answer], looks: dict[str, int]
) -> Iterator[Finding]:
    published: list[Published] = []
    for answer in heard:
        if isinstance(answer, Published):
            found = list(disagreements(source, answer))
            yield from found
            if not is_another_work(found):
                published.append(answer)
                yield from other_identifiers(source, answer)
                yield from self_notices(source, answer)
        else:
            yield _missing(source, answer)
    yield from notice_findings(source, published, len(published) == len(heard))
    looked = look(source, facts.library.claims, published)
    looks["passages"] += looked.sought
    looks["passages_found"] += looked.found
    yield from looked.misses


def _missing(source: Source, answer: Absent | Unchecked) -> Finding:
    asked = answer.asked
    where = source.origin.span("csl", asked.name)
    if isinstance(answer, Unchecked):
        return Finding(
            "not-checked", source.key, where, f"{asked}: {answer.why}", "run the same command again"
        )
    if answer.agency:
        message = f"{asked} is registered with {answer.agency}; Crossref has no record to compare"
        return Finding("other-agency", source.key, where, message, "open it, and compare by hand")
    message = f"{asked.service} has no record of {asked}"
    hint = f"copy the {asked.name} anew from the publication's own page"
    return Finding("no-such-record", source.key, where, message, hint)


def _unread(library: Library) -> Iterator[Finding]:
    for path in sorted(library.unread):
        if path.startswith("sources/") or path.count("/") == 2:  # the lists of a base cite nothing
            message = "the file could not be read"
            yield Finding("not-checked", PurePath(path).stem, Span(path), message, "run `check` to see why")


def _asked_counts(asked: Iterable[tuple[Asked, ...]], answers: Mapping[Asked, Answer]) -> dict[str, int]:
    """Each identifier counts once, whatever number of sources has it."""
    distinct = {each for identifiers in asked for each in identifiers}
    silent = sum(isinstance(answers[each], Unchecked) for each in distinct)
    return {"asked": len(distinct), "answered": len(distinct) - silent, "not_answered": silent}


def _severities(findings: list[Finding]) -> dict[str, int]:
    found = [each.severity for each in findings]
    return {
        "errors": found.count("error"),
        "warnings": found.count("warning"),
        "not_checked": found.count("not checked"),
    }
