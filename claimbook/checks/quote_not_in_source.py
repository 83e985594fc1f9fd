"""A quote does not stand in its source, word for word.

A quote is the one thing here that every reader can check, so it must be exact: the same words, numbers,
signs and capitals in the same order. Only what a reader cannot see may differ, such as curly quotation marks,
line breaks or the kind of dash. Leave words out with […] and add your own in [square brackets].

The problem shows how far the quote runs true, what the source says there, and the closest passage. Copy that
passage if it is the one you meant; never change the source's text to fit.

The same rule speaks where the words given as `context` do not stand just before or after the quote.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap
from claimbook.quoting import has_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.quoted import Quoted
    from claimbook.checks.view import View
    from claimbook.model import Claim, Source
    from claimbook.problem import Problem
    from claimbook.quoting import Match, SourceText

EXAMPLE = swap(CLAIM, "Tea keeps everybody awake", "Tea keeps most people awake")

_ELISION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")
_MISARRANGED = (
    "each part stands there, but not so: in this order, each of three words or more "
    "(or a whole sentence), and at most 600 characters left out between them"
)
_SHOWN = 10  # words of the stretch that runs true
_MARKED = ("“”", "„“", "‘’", "«»")  # marks that YAML takes for a part of the text
_NEARBY = 200  # characters in which the words beside a quote are shown
_BETWEEN = " \t\r\n\u00a0.,;:!?…—–-'\"“”‘’()[]"


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each quote whose text is at hand and does not hold it, or not beside its context."""
    return _of_each(view)


def of_source(source: Source, view: View) -> Iterator[Problem]:
    """The same for each quote that is set aside."""
    return _of_each(view)


def _of_each(view: View) -> Iterator[Problem]:
    for each in view.quoted:
        if each.is_lost and each.text is not None:
            matches = each.text.find(each.quote)
            yield _beside(each, each.text, matches) if matches else _lost(each, each.text)


def _lost(each: Quoted, text: SourceText) -> Problem:
    message = f"this does not stand in {each.source.key} word for word"
    return each.origin.problem("quote-not-in-source", "quote", message, _hint(each.quote, text))


def _hint(quote: str, text: SourceText) -> str:
    if not has_text(quote):
        return "no word of the source stands here; words in [brackets] are your own"
    if quote[:1] + quote[-1:] in _MARKED and text.find(quote[1:-1]):
        return "only the quotation marks around it do not stand there: take those two away, or write straight ones"
    near = text.near_miss(quote)
    lines = []
    if _parts_stand(quote, text):
        lines.append(_MISARRANGED)
    elif near.runs_true:
        there = f"then the source says “{near.says}”" if near.says else "then the source ends"
        lines.append(f"it runs true up to “{_last_words(near.runs_true)}”, {there}")
    if near.closest is not None:
        lines.append(f"closest passage: “{near.closest}”")
    return "\n".join(lines) or "nothing there resembles it; look again whether it is the right source"


def _parts_stand(quote: str, text: SourceText) -> bool:
    """Whether each part of a lost quote does stand in the text by itself; so it must leave words out."""
    parts = [part for part in _ELISION.split(quote) if part.strip()]
    return all(map(text.find, parts))


def _last_words(text: str) -> str:
    words = text.split()
    return " ".join(words if len(words) <= _SHOWN else ["…", *words[-_SHOWN:]])


def _beside(each: Quoted, text: SourceText, matches: list[Match]) -> Problem:
    """The problem of a quote that stands there, but not beside the words of its context."""
    context = each.context
    before, after = (context.before, context.after) if context else (None, None)
    if before and not any(text.beside(match, before, None) for match in matches):
        return _misplaced(each, text, matches, "before", before)
    if after and not any(text.beside(match, None, after) for match in matches):
        return _misplaced(each, text, matches, "after", after)
    message = f"the quote stands in {each.source.key}, but nowhere beside both of these"
    hint = "keep the words of one place only: those before it, or those after it"
    return each.origin.problem("quote-not-in-source", "context", message, hint)


def _misplaced(each: Quoted, text: SourceText, matches: list[Match], field: str, given: str) -> Problem:
    message = f"the quote stands in {each.source.key}, but not with these words just {field} it"
    shown = json.dumps(_there(text.text, matches[0], field, len(given.split())), ensure_ascii=False)
    which = "" if len(matches) == 1 else f" (the first of {len(matches)} places)"
    hint = f"there stands:  {field}: {shown}{which}"
    return each.origin.problem("quote-not-in-source", ("context", field), message, hint)


def _there(text: str, match: Match, field: str, count: int) -> str:
    """So many words as stand before or after the match."""
    start, end = match.spans[0][0], match.spans[-1][1]
    if field == "before":
        return " ".join(text[max(0, start - _NEARBY) : start].rstrip(_BETWEEN).split()[-count:])
    return " ".join(text[end : end + _NEARBY].lstrip(_BETWEEN).split()[:count])
