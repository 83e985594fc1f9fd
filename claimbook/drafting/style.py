"""Values → YAML as the files of a base have it: plain where that reads back the same, long text folded."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from textwrap import wrap

from claimbook.yamltext import TextFile, plain, read_yaml

WIDTH = 104
GAP = "to fill in"


def lines(name: str, value: object, depth: int) -> list[str]:
    """The lines of one field, indented by `depth` steps of two spaces."""
    start = f"{'  ' * depth}{name}:"
    if isinstance(value, Mapping) and depth == 0:
        return [start, *(line for inner, each in value.items() for line in lines(inner, each, depth + 1))]
    short = f"{start} {flow(value) if not isinstance(value, str) else scalar(value)}"
    if len(short) <= WIDTH or not isinstance(value, str | Sequence):
        return [short]
    inside = "  " * (depth + 1)
    if isinstance(value, str):
        return [f"{start} >-", *(inside + line for line in _wrapped(value, len(inside)))]
    return [start, *(f"{inside}- {flow(item)}" for item in value)]


def gap(name: str, about: str, depth: int, dash: bool = False) -> str:
    """A field that waits for its value; `check` names it for as long as it is empty."""
    indent = "  " * depth
    return f"{indent[:-2] + '- ' if dash else indent}{name}:  # {GAP}: {about}"


def flow(value: object) -> str:
    """A value on one line, lists and mappings in brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {flow(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value, "[{k: %s}]") if isinstance(value, str) else json.dumps(value)


def scalar(text: str, frame: str = "k: %s") -> str:
    """Text on one line: plain where it reads back the same in this frame, else in double quotes."""
    read, problems = read_yaml(TextFile("", frame % text)) if text.strip() == text else (None, [])
    same = read is not None and not problems and plain(read) in ({"k": text}, [{"k": text}])
    return text if same else json.dumps(text, ensure_ascii=False)


def _wrapped(text: str, indent: int) -> list[str]:
    return wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
