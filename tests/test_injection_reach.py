"""That a payload reaches every field there is: where it cannot show as text, it is an error and nothing is built."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

from claimbook import fields
from claimbook.examine import examine
from tests.bases import TODAY, written
from tests.rich import RICH
from tests.test_injection import CSL_NAMES, NAMES, poisoned, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimbook.fields import Shape

PAYLOAD = '"><script>x</script>'
FILES = {
    "claim": fields.CLAIM,
    "study": fields.STUDY_SOURCE,
    "lay page": fields.LAY_SOURCE,
    "topic": fields.TOPIC,
    "vocabulary": fields.VOCABULARY,
    "help line": fields.HELP_LINE,
    "method": fields.METHOD,
}
NAMED = {id(shape): name for name, shape in FILES.items()}


def all_fields(shape: Shape, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The place of each field that is no mapping, and its kind."""
    for name, field in shape.items():
        if field.kind == "mapping":
            yield from all_fields(field.shape or {}, (*place, name))
        else:
            yield (*place, name), field.kind


def values(value: Any, shape: Shape, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """The place of each value that is no mapping, what holds it, and under which name or number."""
    for name, item in value.items():
        field = shape[name]
        inside = list(enumerate(item)) if isinstance(item, list) else [(name, item)]
        for key, each in inside:
            if field.kind == "mapping":
                yield from values(each, field.shape or {}, (*place, name))
            else:
                yield (*place, name), item if isinstance(item, list) else value, key


def held(path: Path | Any, text: str) -> Iterator[tuple[tuple[str, ...], Any, Any, Any]]:
    """As `values`, for all of a file; at first, all that the file holds."""
    whole = yaml.safe_load(text)
    for value in whole if isinstance(whole, list) else [whole]:
        shape = shape_of(path, value)
        for place, holder, key in values(value, shape, (NAMED[id(shape)],)):
            yield place, whole, holder, key


def test_the_payload_stands_in_every_free_text_of_every_file(tmp_path):
    folder = poisoned(tmp_path, PAYLOAD)
    reached = {
        place
        for path in folder.rglob("*.yaml")
        for place, _, holder, key in held(path, path.read_text())
        if PAYLOAD in str(holder[key])
    }
    free = {
        place
        for name, shape in FILES.items()
        for place, kind in all_fields(shape, (name,))
        if kind in ("text", "csl") and place[-1] not in NAMES
    }
    assert len(free) >= 40
    assert reached == free


def test_a_payload_in_any_other_field_is_an_error(tmp_path):
    """Names of others, addresses, words to choose from, numbers, days and truth values."""
    root = written(tmp_path, RICH)
    assert not examine(root, TODAY).has_errors
    tried, passed = set(), []
    for path in sorted(root.rglob("*.yaml")):
        text = path.read_text()
        for number, (place, *_) in enumerate(held(path, text)):
            others = [None] if place[-1] != "csl" else sorted(CSL_NAMES - {"id"})
            if place in tried or (is_free(place) and others == [None]):
                continue
            tried.add(place)
            for name in others:
                _, whole, holder, key = list(held(path, text))[number]
                holder[key] = PAYLOAD if name is None else {**holder[key], name: PAYLOAD}
                path.write_text(json.dumps(whole, default=str))
                if not examine(root, TODAY).has_errors:
                    passed.append((place, name))
        path.write_text(text)
    wanted = {place for name, shape in FILES.items() for place, _ in all_fields(shape, (name,))}
    assert passed == []
    assert {place for place in wanted if not is_free(place)} - tried == {
        ("lay page", "status", "is"),
        ("lay page", "status", "notice"),
        ("lay page", "status", "date"),
        ("lay page", "more_authors"),
    }


def is_free(place: tuple[str, ...]) -> bool:
    kinds = dict(each for name, shape in FILES.items() for each in all_fields(shape, (name,)))
    return kinds[place] == "text" and place[-1] not in NAMES
