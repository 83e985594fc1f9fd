"""A tiny base in which every rule shows what it finds and what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Files = dict[str, bytes]

TOPICS = "claims/topics.yaml"
VOCABULARY = "claims/vocabulary.yaml"
CLAIM = "claims/tea/tea-keeps-awake.yaml"
MICE = "claims/tea/mice-run-on-tea.yaml"
LAY = "sources/web-tea.yaml"
LAY_TEXT = "sources/web-tea.txt"
STUDY = "sources/kim2019.yaml"
STUDY_TEXT = "sources/kim2019.txt"
MICE_STUDY = "sources/lopez2021.yaml"

BASE: dict[str, str] = {
    TOPICS: """\
- id: tea
  title: Tea
  question: What does tea do?
  summary: It may keep people awake.
""",
    VOCABULARY: """\
safety:
  - {id: scald, line: Hot drinks can scald., help: false}
treatments:
  - {id: green-tea, name: green tea}
  - {id: black-tea, name: black tea}
""",
    CLAIM: """\
statement: Green tea may keep people awake for longer.
about: people
plain: People who drank green tea fell asleep later. One study looked at this.
certainty: low
evidence:
  - source: web-tea
    stance: supports
    quote: "Tea keeps everybody awake all night"
    reading: overstated
    fit: It speaks of everybody; the study saw a small difference.
  - source: kim2019
    stance: supports
    finding: In 48 adults, those given green tea fell asleep 20 minutes later.
    figures: ["48 adults", "20 minutes"]
    passage: {section: Results, starts: Adults who drank, ends: than with water}
related:
  - {claim: mice-run-on-tea, as: see-also}
treatment: [green-tea]
reviewed: 2026-11-01
""",
    MICE: """\
statement: In mice, tea may lead to more running.
about: animals
plain: Mice given tea ran more in one study. This says little about people.
certainty: low
evidence:
  - source: lopez2021
    stance: supports
    finding: Mice that were given tea ran further than mice given water.
    passage: {section: Results, starts: Tea raised the distance, ends: per night}
reviewed: 2026-11-01
""",
    LAY: """\
kind: lay-page
csl: {type: webpage, title: Ten things about tea}
lay: {publisher: unknown}
set_aside:
  - {quote: Subscribe to our letter, reason: advertising}
""",
    LAY_TEXT: "Tea keeps everybody awake all night. Subscribe to our letter!\n",
    STUDY: """\
kind: article
csl:
  type: article-journal
  title: Green tea and sleep
  DOI: 10.1234/tea.2019
  PMID: "31000001"
study: {design: randomized-trial, subjects: people, participants: 48, treatment: [green-tea]}
access: {read: abstract}
""",
    MICE_STUDY: """\
kind: article
csl: {type: article-journal, title: Wheel running in mice, DOI: 10.1234/mice.2021}
study: {design: animal-experiment, subjects: animals}
""",
}

# A further claim for rules that need one; it is no part of the base, but of the examples that add it.
HEARSAY = "claims/tea/tea-all-night.yaml"
HEARSAY_EVIDENCE = """\
  - source: web-tea
    stance: supports
    quote: "everybody awake all night"
    reading: unsupported
    fit: It says so of everybody, without a study.
"""
HEARSAY_TEXT = f"""\
statement: Tea keeps everybody awake until morning.
about: people
plain: A web page says so. No study here looked at a whole night.
certainty: none
evidence:
{HEARSAY_EVIDENCE}reviewed: 2026-11-01
"""


class Example(NamedTuple):
    """A good and a bad version of the tiny base, and the stretch of a file in which they differ."""

    path: str
    good: str
    bad: str
    good_files: Files
    bad_files: Files


def swap(path: str, good: str, bad: str, extra: Mapping[str, str | None] | None = None) -> Example:
    """The stretch `good` of one file against the stretch `bad`, shown with the rest of their lines.

    `extra` changes files in both versions.
    Raises ValueError where `good` does not stand exactly once in the file.
    """
    files = {**BASE, **(extra or {})}
    text = files[path] or ""
    if text.count(good) != 1:
        raise ValueError(f"{good!r} stands {text.count(good)} times in {path}")
    start, end = text.index(good), text.index(good) + len(good)
    first, last = text.rfind("\n", 0, start) + 1, (text + "\n").find("\n", end - good.endswith("\n"))
    before, after = text[first:start], text[end:last]
    return Example(
        path,
        before + good + after,
        before + bad + after,
        _files(files),
        _files({**files, path: text[:start] + bad + text[end:]}),
    )


def add(path: str, bad: bytes | str, extra: Mapping[str, str | None] | None = None) -> Example:
    """A file that the good version does not have."""
    files = _files({**BASE, **(extra or {})})
    raw = bad.encode() if isinstance(bad, str) else bad
    return Example(path, "", raw.decode("utf-8", "backslashreplace"), files, {**files, path: raw})


def _files(texts: Mapping[str, str | None]) -> Files:
    return {path: text.encode() for path, text in texts.items() if text is not None}
