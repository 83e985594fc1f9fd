"""New values for scalars of a YAML text, written into it so that its layout and comments stay."""

from __future__ import annotations

import json
import re
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple

from claimbook.yamltext import Scalar, TextFile, plain, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDTH = 104


class Change(NamedTuple):
    """A scalar, the path that leads to it (names, and indices from 0), and its new value."""

    path: tuple[str | int, ...]
    at: Scalar
    new: str


def apply(text: str, changes: Sequence[Change]) -> str:
    """The text with these changes; one that cannot be written without touching anything else is left out."""
    for change in sorted(changes, key=lambda each: each.at.start, reverse=True):
        wanted = _with(values(text), change.path, change.new)
        for written in _ways(text, change):
            whole = text[: change.at.start] + written + text[change.at.end :]
            if values(whole) == wanted:
                text = whole
                break
    return text


def values(text: str) -> object:
    """What a text holds, without places; None where it cannot be read whole."""
    value, problems = read_yaml(TextFile("", text))
    return None if value is None or problems else plain(value)


def _with(held: Any, path: tuple[str | int, ...], new: str) -> object:
    """The values with a new one at a path."""
    if not path:
        return new
    inner = _with(held[path[0]], path[1:], new)
    if isinstance(held, list):
        return [inner if index == path[0] else each for index, each in enumerate(held)]
    return {**held, path[0]: inner}


def _ways(text: str, change: Change) -> Iterator[str]:
    """How the new value may be written, the way that keeps most first."""
    raw = text[change.at.start : change.at.end]
    same_words = _word_by_word(raw, str(change.at.value), change.new)
    if same_words is not None:
        yield same_words
    if raw.startswith(">"):
        yield _folded(raw, change.new)
    elif not _style(raw)[1]:
        yield change.new
    yield json.dumps(change.new, ensure_ascii=False)


def _word_by_word(raw: str, old: str, new: str) -> str | None:
    """The scalar with each word in its own place; None where its words are not those of its value."""
    first_word, escape = _style(raw)
    spots = list(re.finditer(r"\S+", raw[first_word : len(raw) - (escape != "")]))
    before, after = old.split(), new.split()
    if [spot[0] for spot in spots] != [_escaped(word, escape) for word in before] or len(before) != len(
        after
    ):
        return None
    for spot, word in zip(reversed(spots), reversed(after), strict=True):
        start, end = first_word + spot.start(), first_word + spot.end()
        raw = raw[:start] + _escaped(word, escape) + raw[end:]
    return raw


def _style(raw: str) -> tuple[int, str]:
    """Where the words of a scalar begin, and its quotation mark."""
    if raw[:1] in (">", "|"):
        return len(raw.partition("\n")[0]), ""
    return (1, raw[0]) if raw[:1] in ('"', "'") else (0, "")


def _escaped(word: str, mark: str) -> str:
    if mark == '"':
        return word.replace("\\", "\\\\").replace('"', '\\"')
    return word.replace("'", "''") if mark else word


def _folded(raw: str, new: str) -> str:
    """A folded block with the same head and indentation."""
    head, _, body = raw.partition("\n")
    indent = body[: len(body) - len(body.lstrip(" "))]
    rows = wrap(new, _WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    return "\n".join([head, *(indent + row for row in rows)])
