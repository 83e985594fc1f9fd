"""A sentence of a web page was neither quoted nor set aside.

All that a page says is answered here, so that nobody can say we chose what suited us. Each sentence of
its text is quoted by a claim, in whole or in part, or set aside with a reason: a menu line, an
advertisement, an anecdote, a repetition. The page's ledger shows readers both.

If the sentence states something, quote it in the claim that it bears on, or write that claim. If it
states nothing, set it aside in the source's file under `set_aside`, with its words and a reason. One
word of a sentence that is touched is enough. This is a warning only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import LAY_TEXT, swap
from claimbook.checks.sentences import Accounts, Page
from claimbook.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.whole import Whole

EXAMPLE = swap(LAY_TEXT, "our letter!", "our letter! Tea also warms the hands.")

_SHOWN = 80


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each sentence of a held lay text that no quote and no set-aside touches with a word."""
    accounts = Accounts(whole)
    for note in whole.sources.values():
        page = accounts.page(note)
        if page is not None:
            yield from (_problem(page, number) for number in accounts.unaccounted(page))


def _problem(page: Page, number: int) -> Problem:
    start, end = page.sentences[number]
    message = f"no quote and no set-aside accounts for “{_short(page.held.text[start:end])}”"
    hint = f"quote it in a claim, or set it aside in {page.note.path}"
    return Problem(page.held.span(start, end), "unaccounted-sentence", message, hint)


def _short(sentence: str) -> str:
    line = " ".join(sentence.split())
    if len(line) <= _SHOWN:
        return line
    return (line[:_SHOWN].rpartition(" ")[0] or line[:_SHOWN]) + " …"
