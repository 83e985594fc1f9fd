"""The fields of a YAML text in the order of the table, each with its comments; nothing else moves."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimbook.fixing.changes import values
from claimbook.yamltext import Mapping, Sequence, TextFile, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.fields import Shape
    from claimbook.yamltext import Value

    Path = tuple[str | int, ...]

_EOL = re.compile(r"\r?\n")


def in_order(text: str, shape: Shape) -> str:
    """The text with every mapping of the table in its order.

    A mapping stays as it is where a comment could lose what it speaks of.
    """
    done: set[Path] = set()
    while True:
        value, _ = read_yaml(TextFile("", text))
        step = next((each for each in _mappings(value, shape, ()) if each[0] not in done), None)
        if step is None:
            return text
        path, mapping, order = step
        done.add(path)
        moved = _moved(text, mapping, order)
        if moved is not None and values(moved) == values(text):
            text = moved


def _mappings(value: Value | None, shape: Shape, path: Path) -> Iterator[tuple[Path, Mapping, list[str]]]:
    """The mappings out of order: where, and the names as they should stand."""
    if isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            yield from _mappings(item, shape, (*path, index))
    elif isinstance(value, Mapping):
        order = [name for name in shape if name in value.keys]
        if order != list(value.keys) and len(order) == len(value.keys):
            yield path, value, order
        for name, field in shape.items():
            if field.shape and name in value.values:
                yield from _mappings(value.values[name], field.shape, (*path, name))


def _moved(text: str, mapping: Mapping, order: list[str]) -> str | None:
    is_flow = text[mapping.start] == "{"
    return _in_brackets(text, mapping, order) if is_flow else _in_lines(text, mapping, order)


def _spots(mapping: Mapping) -> list[tuple[str, int, int]]:
    """Each field's name, and where it begins and ends."""
    keys, inner = mapping.keys, mapping.values
    return [(name, key.start, max(key.end, inner[name].end)) for name, key in keys.items()]


def _in_brackets(text: str, mapping: Mapping, order: list[str]) -> str | None:
    """The fields change places, what stands between them stays; a comment there would go astray."""
    spots = _spots(mapping)
    fields = {name: text[start:end] for name, start, end in spots}
    ends = [spots[0][1], *(end for _, _, end in spots)]
    between = [text[end:start] for end, (_, start, _) in zip(ends, spots, strict=False)]
    if any("#" in each for each in between):
        return None
    row = "".join(gap + fields[name] for gap, name in zip(between, order, strict=True))
    return text[: ends[0]] + row + text[ends[-1] :]


def _in_lines(text: str, mapping: Mapping, order: list[str]) -> str | None:
    """Whole lines change places; the comment lines above a field go with it."""
    spots = [(name, start, _line_end(text, end)[0]) for name, start, end in _spots(mapping)]
    first = spots[0][1]
    at = _line_start(text, first)
    indent, newline = " " * (first - at), text[slice(*_line_end(text, spots[0][2]))]
    fields = {spots[0][0]: ("", text[first : spots[0][2]])}
    for (_, _, before), (name, start, end) in pairwise(spots):
        comments = text[_line_end(text, before)[1] : _line_start(text, start)]
        fields[name] = (comments, text[start:end])
    if order[0] != spots[0][0] and not _may_go_first(text[:first], fields[order[0]][0]):
        return None
    rows = newline.join(comments + indent + body for comments, body in (fields[name] for name in order))
    return text[:at] + _placed(text[at:first], rows, indent) + text[spots[-1][2] :]


def _placed(before: str, rows: str, indent: str) -> str:
    """The rows, behind the dash of a list where the first of them stands there."""
    return before + rows[len(indent) :] if before.strip() else rows


def _may_go_first(head: str, comments: str) -> bool:
    """Whether a field with these comments may take the first place, and the first one leave it.

    Behind a dash there is no room for a comment; one above the first field may speak of it.
    """
    above, _, before = head.rpartition("\n")
    last = above.rpartition("\n")[2].strip()
    is_comment = last.startswith("#") and "yaml-language-server" not in last
    return not is_comment and not (comments and before.strip())


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> tuple[int, int]:
    """Where the line ends, and where the next one begins."""
    found = _EOL.search(text, at)
    return found.span() if found else (len(text), len(text))
