"""A text is kept here without the source that it belongs to.

The text of a source stands in a file of the same name: sources/web-tea.txt belongs to
sources/web-tea.yaml. There is no source of this text's name, so nothing says where it came from, no
quote is checked against it and no reader will see it.

Most often one of the two files was renamed or its name is misspelt; then give both the same name.
Otherwise describe the source in a file of its own, or take the text out. The text of a study may be
kept here only where its licence allows that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import add
from claimbook.checks.pairing import lone_texts, misnamed_texts
from claimbook.load.ids import proper_id
from claimbook.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.whole import Whole

EXAMPLE = add("sources/web-cups.txt", "Tea tastes best out of a thin cup.\n")


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each text without a source, unless its missing source is itself reported."""
    lone = [key for key in lone_texts(whole) if key not in whole.unknown_sources]
    pages = misnamed_texts(whole) if lone else {}
    for key in lone:
        where = Span(whole.base.held[key].path)
        hint = _hint(whole, key, pages.get(key))
        yield Problem(where, "orphan-text", "there is no source to which this text belongs", hint)


def _hint(whole: Whole, key: str, page: str | None) -> str:
    if page:
        return f"it holds the quotes of {page}: call it {page}.txt"
    if proper_id(key) in whole.sources:
        return f"call it {proper_id(key)}.txt"
    return f"describe its source in sources/{key}.yaml, or take it out"
