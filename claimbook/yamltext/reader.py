"""Reads one document, event by event, so that nothing is made of what is refused.

Depth, the number of values, tags, anchors and aliases are looked at before a value is built;
libyaml's scanner does the rest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from claimbook.problem import Problem
from claimbook.yamltext.located import Mapping, Scalar, Sequence, TextFile, Value
from claimbook.yamltext.scalars import Typed, typed
from claimbook.yamltext.syntax import cut_off, syntax_problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Event = Any  # libyaml's events; the stubs leave out most of their fields

MAX_BYTES = 1 << 20
MAX_DEPTH = 20
MAX_VALUES = 10_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Names for tags, of which libyaml compares each with all before it: a file of them takes it many seconds.
_TAG_NAMES = re.compile(r"(?:\A|[\r\n\x85\u2028\u2029])(%TAG)[ \t]")
_SHOWN = 60
_made = tuple.__new__
_KEPT = 64  # files whose places are kept at hand, since problems often stand together
_REFUSED = (
    ("an alias (*name) stands here", "write the value out, or put the text in quotes"),
    ("an anchor (&name) stands here", "take the anchor out, or put the text in quotes"),
    ("a tag (!name) stands here", "take the tag out, or put the text in quotes"),
)


class RefusedError(Exception):
    """Raised inside the reader with the problem that ends it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_yaml(file: TextFile) -> tuple[Value | None, list[Problem]]:
    """Return the file's one document, or None and the problems that stood in the way.

    A repeated key is reported and its first value kept; an empty file is None without a problem.
    Never raises, never executes anything.
    """
    names = "%TAG" in file.text and _TAG_NAMES.search(file.text)  # asked first, since it is quicker
    if names:
        message = "names for tags (%TAG) stand here"
        return None, [Problem(file.span(*names.span(1)), "unsafe-yaml", message, "take the line out")]
    reader = _Reader(file)
    try:
        return reader.document(), reader.problems
    except RefusedError as refusal:
        return None, [*reader.problems, refusal.problem]
    except (yaml.YAMLError, ValueError) as error:  # ValueError: text that is no Unicode
        return None, [*reader.problems, syntax_problem(file, error)]


@lru_cache(maxsize=_KEPT)
def mappings(file: TextFile) -> dict[int, Mapping]:
    """Every mapping of a file by the offset at which it starts; no two start at the same."""
    found: dict[int, Mapping] = {}
    rest = [read_yaml(file)[0]]
    while rest:
        value = rest.pop()
        if isinstance(value, Mapping):
            found[value.start] = value
            rest.extend(value.values.values())
        elif isinstance(value, Sequence):
            rest.extend(value.items)
    return found


class _Reader:
    """Builds one document out of libyaml's events."""

    def __init__(self, file: TextFile) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._text = file.text
        self._has_remarks = " #" in file.text or "\t#" in file.text
        self._count = 0
        self._next: Callable[[], Event]

    def document(self) -> Value | None:
        self._next = _LOADER(self.file.text).get_event  # here, since it may refuse the text at once
        value: Value | None = None
        event = self._next()
        while not isinstance(event, StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                if value is not None:
                    message = "a second document begins here"
                    raise self._refusal("yaml-syntax", event, message, "keep one document a file")
                value = self._value(self._next(), 0)
            event = self._next()
        if isinstance(value, Scalar) and value.value is None:
            return None
        return value

    def _refusal(self, rule: str, event: Event, message: str, hint: str) -> RefusedError:
        return RefusedError(Problem(self.file.span(*_extent(event)), rule, message, hint))

    def _marked(self, event: Event) -> RefusedError:
        marks = (isinstance(event, AliasEvent), event.anchor, True)
        message, hint = next(refused for mark, refused in zip(marks, _REFUSED, strict=True) if mark)
        return self._refusal("unsafe-yaml", event, message, hint)

    def _value(self, event: Event, depth: int) -> Value:
        if event.anchor or event.tag:  # an alias bears the name of its anchor
            raise self._marked(event)
        self._count += 1
        if self._count > MAX_VALUES:
            message = f"more than {MAX_VALUES:,} values stand in this file"
            raise self._refusal("unsafe-yaml", event, message, "split the file")
        if type(event) is ScalarEvent:
            read = self._scalar(event, event.value if event.style else typed(event.value))
            if self._has_remarks and event.value and not event.style:
                self.problems.extend(cut_off(self.file, read.end))
            return read
        if depth >= MAX_DEPTH:
            message = f"this stands more than {MAX_DEPTH} levels deep"
            raise self._refusal("unsafe-yaml", event, message, "nest less")
        if type(event) is SequenceStartEvent:
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _scalar(self, event: Event, value: Typed) -> Scalar:
        """The value with its own extent: libyaml counts the line breaks behind a block along."""
        start, end = event.start_mark.index, event.end_mark.index
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return _made(Scalar, (value, start, end))

    def _sequence(self, opening: Event, depth: int) -> Sequence:
        items: list[Value] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._value(event, depth + 1))
        end = _end(opening, event, items[-1] if items else None)
        return _made(Sequence, (items, opening.start_mark.index, end))

    def _mapping(self, opening: Event, depth: int) -> Mapping:
        values: dict[str, Value] = {}
        keys: dict[str, Scalar] = {}
        repeated: set[str] = set()
        last: Value | None = None
        while type(event := self._next()) is not MappingEndEvent:
            name = self._name(event)
            key = self._scalar(event, name)
            last = self._value(self._next(), depth + 1)
            if name in values:
                repeated.add(name)
                self._repeated(name, key)
            else:
                values[name], keys[name] = last, key
        start, end = opening.start_mark.index, _end(opening, event, last)
        return _made(Mapping, (values, keys, start, end, frozenset(repeated)))

    def _name(self, event: Event) -> str:
        if event.anchor or event.tag:
            raise self._marked(event)
        if type(event) is not ScalarEvent:
            raise self._refusal("yaml-syntax", event, "a field's name must be a word", "write 'name: value'")
        return intern(event.value)

    def _repeated(self, name: str, key: Scalar) -> None:
        where = self.file.span(key.start, key.end)
        message = f"the field '{name[:_SHOWN]}' stands here again"
        self.problems.append(Problem(where, "duplicate-key", message, "keep one of them"))


def _end(opening: Event, closing: Event, last: Value | None) -> int:
    """A block ends with its last value, a flow with its bracket."""
    if last is None or opening.flow_style:
        return _extent(closing)[1]
    return last.end


def _extent(event: Event) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index
