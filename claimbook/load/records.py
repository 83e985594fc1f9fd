"""One file's text → a claim, a source, or one of the base's lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimbook import fields
from claimbook.load.ids import entry_problems
from claimbook.load.shape import ShapeReader
from claimbook.model import Claim, HelpLine, Method, Origin, Source, Topic, Vocabulary
from claimbook.problem import Problem, Span
from claimbook.yamltext import Mapping, Scalar, Sequence, TextFile, Value, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.fields import Shape


def read_claim(file: TextFile, topic: str, claim_id: str, problems: list[Problem]) -> Claim | None:
    """The claim in the file, or None where it holds no fields at all."""
    mapping = _top(file, fields.CLAIM, problems)
    if mapping is None:
        return None
    origin, values = ShapeReader(file, problems).read(fields.CLAIM, mapping)
    return Claim(origin, claim_id, topic, **values)


def read_source(file: TextFile, key: str, problems: list[Problem]) -> Source | None:
    """The source in the file, or None where it holds no fields at all; its kind decides its fields."""
    mapping = _top(file, fields.STUDY_SOURCE, problems)
    if mapping is None:
        return None
    origin, values = ShapeReader(file, problems).read(_source_shape(mapping), mapping)
    return Source(origin, key, **values)


def read_topics(file: TextFile, problems: list[Problem]) -> tuple[Topic, ...]:
    """The topics in reading order; a repeated id is reported."""
    topics = tuple(Topic(origin, **values) for origin, values in _entries(file, fields.TOPIC, problems))
    problems.extend(entry_problems(topics))
    return topics


def read_help_lines(file: TextFile, problems: list[Problem]) -> tuple[HelpLine, ...]:
    """Where to get help now: the contact details, each with its country and the day it was checked."""
    return tuple(HelpLine(origin, **values) for origin, values in _entries(file, fields.HELP_LINE, problems))


def read_method(file: TextFile, problems: list[Problem]) -> Method | None:
    """How the studies were found, or None where the file holds no fields at all."""
    mapping = _top(file, fields.METHOD, problems)
    if mapping is None:
        return None
    origin, values = ShapeReader(file, problems).read(fields.METHOD, mapping)
    return Method(origin, **values)


def read_vocabulary(file: TextFile, problems: list[Problem]) -> Vocabulary:
    """The base's own words; `known` is False where they could not be made out."""
    value, found = read_yaml(file)
    problems.extend(found)
    if not isinstance(value, Mapping):
        if not found:
            _shapeless(file, value, "fields with values", "its fields: safety, treatments", problems)
        return Vocabulary(known=False)
    origin, values = ShapeReader(file, problems).read(fields.VOCABULARY, value)
    vocabulary = Vocabulary(**values, known=not origin.faults)
    problems.extend(entry_problems(vocabulary.safety))
    problems.extend(entry_problems(vocabulary.treatments))
    return vocabulary


def _entries(
    file: TextFile, shape: Shape, problems: list[Problem]
) -> Iterator[tuple[Origin, dict[str, Any]]]:
    """The entries of a file that is one list of mappings; one that was reported whole has no values."""
    value, found = read_yaml(file)
    problems.extend(found)
    reader = ShapeReader(file, problems)
    if not isinstance(value, Sequence) and not found:
        _shapeless(file, value, "a list", "begin each entry with '- '", problems)
    for item in value.items if isinstance(value, Sequence) else ():
        if isinstance(item, Mapping):
            yield reader.read(shape, item)
        else:
            hint = f"write its fields: {', '.join(shape)}"
            _shapeless(file, item, "an entry with fields", hint, problems)
            yield Origin(file, item.start, item.end, frozenset(shape)), {}


def _source_shape(mapping: Mapping) -> Shape:
    """The fields of the source's kind; where that is not known, all of them and none demanded."""
    kind = mapping.values.get("kind")
    value = kind.value if isinstance(kind, Scalar) else None
    if value == fields.LAY_PAGE:
        return fields.LAY_SOURCE
    if value in fields.KINDS:
        return fields.STUDY_SOURCE
    study = fields.STUDY_SOURCE["study"]._replace(required=False)
    return {**fields.STUDY_SOURCE, **fields.LAY_SOURCE, "study": study}


def _top(file: TextFile, shape: Shape, problems: list[Problem]) -> Mapping | None:
    value, found = read_yaml(file)
    problems.extend(found)
    if isinstance(value, Mapping):
        return value
    if not found:
        needed = ", ".join(name for name, field in shape.items() if field.required)
        _shapeless(file, value, "fields with values", f"needed: {needed}", problems)
    return None


def _shapeless(file: TextFile, value: Value | None, wanted: str, hint: str, problems: list[Problem]) -> None:
    if value is None:
        problems.append(Problem(Span(file.path), "missing-field", "this file is empty", hint))
    else:
        where = file.span(value.start, value.start)
        problems.append(Problem(where, "wrong-type", f"here should stand {wanted}", hint))
