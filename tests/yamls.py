"""Reading bits of YAML in tests."""

from __future__ import annotations

from claimbook.yamltext import TextFile, read_yaml


def file(text):
    return TextFile("claims/bees/bees-dance.yaml", text)


def read(text):
    value, problems = read_yaml(file(text))
    assert problems == []
    return value


def refused(text):
    """The one problem of a text of which nothing could be made: rule, line, column."""
    value, problems = read_yaml(file(text))
    assert value is None
    (problem,) = problems
    assert problem.hint
    return problem.rule, problem.where.line, problem.where.column
