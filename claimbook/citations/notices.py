"""Retractions, corrections and expressions of concern that the record does not tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citations.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimbook.citations.published import Notice, Published
    from claimbook.model import Source
    from claimbook.problem import Span

_GRAVITY = {"corrected": 1, "concern": 2, "retracted": 3}
_NAMES = {"corrected": "corrected", "concern": "under an expression of concern", "retracted": "retracted"}


def notice_findings(source: Source, heard: Sequence[Published], all_answered: bool) -> Iterator[Finding]:
    """What became of a publication by all services together, against the `status` of its record.

    `all_answered`: every service that was to be asked said something; only then may a status be doubted.
    """
    known = _GRAVITY.get(source.status.value or "", 0) if source.status else 0
    told = {what: _by_service(heard, what) for what in _GRAVITY}
    worst = max((_GRAVITY[what] for what, words in told.items() if words), default=0)
    for what, words in told.items():
        # A retraction says all; a correction beside it changes nothing any more.
        outdone = worst == _GRAVITY["retracted"] > _GRAVITY[what]
        if words and _GRAVITY[what] > known and not outdone:
            yield _unsaid(source, what, words, heard)
    if known > worst and heard and all_answered:
        yield _unconfirmed(source)
    if strange := _by_service(heard, "unknown"):
        hint = "read the notice, and set `status` if readers must know of it"
        yield Finding("unknown-notice", source.key, _where(source), f"there is a notice: {strange}", hint)


def self_notices(source: Source, published: Published) -> Iterator[Finding]:
    """Where the identifier is that of a notice itself."""
    # At Crossref a corrected version may stand for its paper; PubMed's kinds are those of notices only.
    sure = (*_GRAVITY,) if published.asked.name == "PMID" else ("retracted", "concern")
    grave = [notice for notice in published.is_notice if notice.what in sure]
    if grave:
        words = "; ".join(dict.fromkeys(map(str, grave)))
        message = f"{published.asked.service}, {published.asked}: this is a notice itself: {words}"
        hint = "cite the publication, and name the notice under `status`"
        yield Finding("is-notice", source.key, source.origin.span("csl", published.asked.name), message, hint)


def _by_service(heard: Sequence[Published], what: str) -> str:
    """`Crossref: Retraction 10.1234/x (2020-05-05); PubMed: RetractionIn PMID 1`, or nothing."""
    told = []
    for published in heard:
        words = dict.fromkeys(str(notice) for notice in published.notices if notice.what == what)
        if words:
            told.append(f"{published.asked.service}: {', '.join(words)}")
    return "; ".join(told)


def _unsaid(source: Source, what: str, words: str, heard: Sequence[Published]) -> Finding:
    notices = [notice for published in heard for notice in published.notices if notice.what == what]
    said = f"its record says only “{source.status.value}”" if source.status else "its record does not say so"
    message = f"{_NAMES[what]}, and {said}. {words}"
    hint = f"set `status: {_status(what, notices)}`, and read the claims that cite it again"
    return Finding(what, source.key, _where(source), message, hint)


def _status(what: str, notices: list[Notice]) -> str:
    doi = next((notice.by for notice in notices if notice.by and notice.by.startswith("10.")), None)
    day = next((notice.date for notice in notices if notice.date and notice.date.count("-") == 2), None)
    parts = [f"is: {what}", f"notice: {doi}" if doi else "", f"date: {day}" if day else ""]
    return f"{{{', '.join(filter(None, parts))}}}"


def _unconfirmed(source: Source) -> Finding:
    value = source.status.value if source.status else ""
    message = f"its record says “{value}”, and no service that was asked tells of it"
    return Finding(
        "status-not-confirmed", source.key, _where(source), message, "look at the publication's own page"
    )


def _where(source: Source) -> Span:
    return source.origin.span("status") if source.status else source.origin.span("csl", "title")
