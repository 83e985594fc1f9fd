"""Any text is a value or a problem, whatever it holds and however it is scanned."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.yamltext import plain, read_yaml, reader
from tests.yamls import file, refused

HOSTILE = [
    *"[]{}-?:,#&*!|>'\"%@`~\\\n\r\t 0a",
    *(
        "- ",
        "? ",
        ": ",
        "a: ",
        "- - ",
        "!!",
        "!<",
        "<<",
        "''",
        '""',
        "---\n",
        "...\n",
        "a\n",
        "# a\n",
        "a:\n ",
    ),
    *(
        "\r\n",
        "\x85",
        "\u2028",
        "\ufeff",
        "é",
        "😀",
        "\x00",
        '"\\',
        "|\n",
        ">\n a\n",
        "- |\n",
        "a: |\n",
        "%a\n",
    ),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_mebibyte_of_anything_is_a_value_or_a_problem(piece):
    text = piece * ((1 << 20) // len(piece.encode()))
    value, problems = read_yaml(file(text))
    assert value is None or not [each for each in problems if each.rule != "duplicate-key"]
    assert {each.rule for each in problems} <= {"yaml-syntax", "unsafe-yaml", "duplicate-key"}


def test_thousands_of_names_for_tags_are_refused_unread():
    names = "".join(f"%TAG !a{number}! x\n" for number in range(50_000))
    assert refused(f"{names}---\na: b") == ("unsafe-yaml", 1, 1)
    assert refused(f"a: b\n...\n{names}---\n") == ("unsafe-yaml", 3, 1)


def test_long_names_and_values_are_cut_in_messages():
    name = "k" * 1000
    _, problems = read_yaml(file(f"{name}: 1\n{name}: 2\n"))
    assert [each.message for each in problems] == [f"the field '{'k' * 60}' stands here again"]


@settings(max_examples=200)
@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!'\"#|> \n\t,?%é\u2028"), max_size=40))
def test_any_text_is_a_value_or_a_problem_inside_the_file(text):
    value, problems = read_yaml(file(text))
    assert value is None or plain(value) is not None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.where.line <= len(lines)
        assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 1


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: [c, {d: e}]\n",
        "a: \x00",
        "a: &b c",
        "a: b: c",
        '"\\ud800": 1',
        'a: "\\U00110000"',
        "a: \ud800",
        "",
    ],
)
def test_the_scanner_written_in_python_is_as_safe(monkeypatch, text):
    with_libyaml = read_yaml(file(text))
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    value, problems = read_yaml(file(text))
    if not with_libyaml[1]:
        assert (value, problems) == with_libyaml
    else:
        assert problems == [] or {each.rule for each in problems} <= {"yaml-syntax", "unsafe-yaml"}


def test_what_the_scanner_written_in_python_cannot_explain_is_told_too(monkeypatch):
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    (problem,) = read_yaml(file('a: "\\U00110000"'))[1]
    assert problem.message == "this is no valid YAML: it cannot be read"
    assert (problem.where.line, problem.where.column) == (1, 1)
