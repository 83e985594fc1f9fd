"""No claim cites this source.

A source that nothing cites reaches no reader: no page leads to it. Often a claim was to be written
about it and was forgotten, or its evidence was taken out and the source was left behind.

Cite it where it bears on a claim, also where it speaks against one, or take its file out. A source that
another one names as `part_of` is in use. To keep one for later, excuse it with `allow` in its file and
say why. This is a warning only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import add
from claimbook.load.ids import proper_id
from claimbook.load.nearest import nearest
from claimbook.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.whole import Whole

EXAMPLE = add(
    "sources/silva2022.yaml",
    """\
kind: article
csl: {type: article-journal, title: Tea and dreams, DOI: 10.1234/dreams.2022}
study: {design: cohort, subjects: people}
""",
)

_MOST = 50  # so many unknown keys are no slip; each may have meant any source


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each source that is not cited and of which no reported fault can hide the citation."""
    sources = whole.sources
    orphans = [key for key in sources if key not in whole.cited and proper_id(key) not in whole.cited]
    if orphans:
        hidden = hidden_citations(whole, orphans)
        for key in orphans:
            if key not in hidden:
                hint = "cite it in a claim, or take the file out"
                yield Problem(Span(sources[key].path), "orphan-source", "no claim cites this source", hint)


def hidden_citations(whole: Whole, orphans: list[str]) -> set[str]:
    """Those that are perhaps cited where a fault was reported: all of them where nothing tells which."""
    hidden = set(_of_parts(whole))
    for trace in whole.evidence_traces:
        hidden.update(trace.sources or orphans)
    strays = whole.strays
    for key in orphans:
        text = whole.text(key) if strays else None
        if text is not None and any(text.find(quote) for quote in strays):
            hidden.add(key)
    unknown = sorted(whole.cited - whole.base.listing.source_names)
    if len(unknown) > _MOST:
        return {*orphans}
    for key in unknown:
        meant = nearest(key, orphans) or nearest(key, whole.sources)
        hidden.update([meant] if meant else orphans)
    return hidden


def _of_parts(whole: Whole) -> Iterator[str]:
    """The sources that a source names which could not be read, or not as far as its `part_of`."""
    for path in whole.unread:
        if path.startswith("sources/"):
            yield from whole.named(whole.base.contents.text(path))
    for note in whole.sources.values():
        if note.parts_lost:
            yield from whole.named(whole.base.contents.text(note.path)) - {note.key}
