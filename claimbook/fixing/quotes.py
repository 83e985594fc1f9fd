"""Quotes in the characters of the text that they stand in: its quotation marks, dashes and ligatures."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from claimbook.fixing.changes import Change
from claimbook.quoting import SourceText, fold
from claimbook.yamltext import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Held

    from claimbook.quoting import Match
    from claimbook.yamltext import TextFile, Value

_LEFT_OUT = re.compile(r"(\s*\[(?:…|\.\.\.)\]\s*)")


def quote_changes(path: str, value: Value, held: Held[str, TextFile]) -> Iterator[Change]:
    """A change for each quote of a claim or a lay page that is spelt otherwise than in the text we hold."""
    field = "evidence" if path.startswith("claims/") else "set_aside"
    own = path.rpartition("/")[2].removesuffix(".yaml")
    texts: dict[str, SourceText] = {}
    for index, item in _items(value, field):
        key = _text(item, "source") if field == "evidence" else own
        quote = item.values.get("quote")
        if key in held and isinstance(quote, Scalar) and isinstance(quote.value, str):
            source = texts[key] = texts.get(key) or SourceText(held[key].text)
            new = own_characters(quote.value, source, item)
            if new != quote.value:
                yield Change((field, index, "quote"), quote, new)


def _items(value: Value, field: str) -> Iterator[tuple[int, Mapping]]:
    listed = value.values.get(field) if isinstance(value, Mapping) else None
    for index, item in enumerate(listed.items if isinstance(listed, Sequence) else ()):
        if isinstance(item, Mapping):
            yield index, item


def _text(item: Mapping, name: str) -> str:
    value = item.values.get(name)
    return value.value if isinstance(value, Scalar) and isinstance(value.value, str) else ""


def own_characters(quote: str, source: SourceText, item: Mapping) -> str:
    """The quote as its source spells it; as it is where that is not plain, or would be another quote.

    Two places that spell it differently leave it as it is, unless its `context` tells which is meant.
    """
    context = item.values.get("context")
    beside = (_text(context, "before"), _text(context, "after")) if isinstance(context, Mapping) else ("", "")
    found = [match for match in source.find(quote) if source.beside(match, *beside)]
    spelt = {_spelt(quote, match, source.text) for match in found}
    new = spelt.pop() if len(spelt) == 1 else quote
    return new if fold(new) == fold(quote) and source.find(new) == source.find(quote) else quote


def _spelt(quote: str, match: Match, text: str) -> str:
    """The words of a match, with the marks of the quote for what it leaves out; white space is a space."""
    pieces = _LEFT_OUT.split(quote)
    if len(match.spans) == 1:
        pieces = [quote]
    words, marks = pieces[::2], [*pieces[1::2], ""]
    if len(words) != len(match.spans):
        return quote
    own = [_shown(text[start:end]) for start, end in match.spans]
    return "".join(part + mark for part, mark in zip(own, marks, strict=True))


def _shown(words: str) -> str:
    """Composed, and without what no reader sees."""
    composed = unicodedata.normalize("NFC", words)
    seen = (sign for sign in composed if sign.isspace() or unicodedata.category(sign) != "Cf")
    return " ".join("".join(seen).split())
