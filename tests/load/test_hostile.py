"""Whatever a file holds, loading it gives problems of the shape and no exception, and runs nothing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.checks.example import BASE, CLAIM, LAY, LAY_TEXT, STUDY, TOPICS, VOCABULARY
from claimbook.load import load
from tests.bases import base, problems, rules

PATHS = (CLAIM, STUDY, LAY, TOPICS, VOCABULARY)

WHOLE = {
    "nul": (b"\x00", "yaml-syntax"),
    "many-nuls": (b"\x00" * 1000, "yaml-syntax"),
    "escape": (b"\x1b]0;title\x07", "yaml-syntax"),
    "utf16": ("a: b".encode("utf-16"), "not-utf8"),
    "utf32": ("a: b".encode("utf-32"), "not-utf8"),
    "image": (b"\x89PNG\r\n\x1a\n\x00", "not-utf8"),
    "zip": (b"PK\x03\x04\x14\x00", "yaml-syntax"),
    "json": (b'{"a": [1, 2, {"b": null}', "yaml-syntax"),
    "html": (b"<html><body>Not found</body></html>", "wrong-type"),
    "conflict": (b"<<<<<<< ours\na: b\n=======\na: c\n>>>>>>> theirs\n", "yaml-syntax"),
    "deep-list": (b"[" * 100_000, "unsafe-yaml"),
    "deep-mapping": (b"{a: " * 100_000, "unsafe-yaml"),
    "deep-block": (b"- " * 100_000, "unsafe-yaml"),
    "laughs": (b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", "unsafe-yaml"),
    "call": (b"!!python/object/apply:os.system ['exit 1']", "unsafe-yaml"),
    "new": (b"!!python/object/new:type {args: [x, [], {}]}", "unsafe-yaml"),
    "module": (b"!!python/module:antigravity ''", "unsafe-yaml"),
    "tags": (b"%TAG ! tag:example.org:\n---\na: b", "unsafe-yaml"),
    "two-documents": (b"a: b\n---\nc: d\n", "yaml-syntax"),
    "too-many-values": (b"- 1\n" * 20_000, "unsafe-yaml"),
    "too-large": (b"#" * ((1 << 20) + 1), "unsafe-yaml"),
    "scalar": (b"a" * (1 << 20), "wrong-type"),
    "number": (b"1" * (1 << 20), "wrong-type"),
    "lone-surrogate": (b'"\\ud800"', "yaml-syntax"),
    "complex-key": (b"? {a: b}\n: c", "yaml-syntax"),
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("case", WHOLE)
def test_a_hostile_file_is_one_problem_there(case, path, tmp_path):
    raw, rule = WHOLE[case]
    found = problems(base(tmp_path, {path: raw}))
    assert [(each.rule, each.where.path) for each in found] == [(rule, path)]
    assert all(each.message and each.hint and len(each.message) < 300 for each in found)


INSIDE = [
    "<<: {statement: other}",
    "<<: *other",
    "statement: !!binary aGVsbG8=",
    "statement: !!python/name:os.system",
    "plain: &p x",
    "plain: *p",
    "__class__: x",
    "__init__: {__globals__: x}",
    "origin: x",
    "id: x",
    "topic: x",
    '"\\0": x',
    '"": x',
    "? x",
    "1: x",
    "yes: x",
    "2026-11-01: x",
    f"{'k' * 900}: x",
    f"tags: [{'[' * 30}{']' * 30}]",
    "reasons: [" + "{domain: x, note: y}, " * 2000 + "]",
    "safety: [" + "x, " * 5000 + "]",
    "allow: [" + "{rule: x, because: y}, " * 2000 + "]",
    "\n".join(f"field{number}: x" for number in range(3000)),
    "\n".join(f"tags: [{number}]" for number in range(3000)),
    "formerly: ['../../../etc/passwd', 'a/b', '..', '']",
    'statement: "\\u202e"',
    "reviewed: 99999-01-01",
    "reviewed: 0000-00-00",
    "certainty: [[[[low]]]]",
    "evidence: {source: {stance: {quote: x}}}",
    "evidence: [null, 7, [], {}, x]",
    "related: [{claim: ../x, as: explains}]",
]


@pytest.mark.parametrize("line", INSIDE, ids=lambda line: line[:30])
def test_a_hostile_field_is_a_problem_in_its_file_and_no_exception(line, tmp_path):
    name = line.split(":")[0]
    kept = [row for row in BASE[CLAIM].splitlines() if not row.startswith(f"{name}:")]
    found = problems(base(tmp_path, {CLAIM: "\n".join([*kept, line, ""])}))
    assert found
    assert {each.where.path for each in found} == {CLAIM}


def test_a_field_may_be_long(tmp_path):
    for tags in (f"tags: [{'x, ' * 5000}x]", f"tags: ['{'x' * 100_000}']"):
        assert rules(base(tmp_path, {CLAIM: f"{BASE[CLAIM]}{tags}\n"})) == []


@pytest.mark.parametrize(
    "line",
    ["kind: [article]", "kind: {}", "csl: 7", "csl: {author: 7, DOI: [], PMID: {}}", "study: {part_of: kim2019}",
     "study: {design: meta-analysis, subjects: people, part_of: ../../x}", "access: {license: 7}", "status: {is: 7}",
     "csl: {type: article-journal, title: {a: b}, issued: {date-parts: [[x]]}, DOI: 10.1/x}"],
)  # fmt: skip
def test_a_hostile_field_of_a_source_is_no_exception(line, tmp_path):
    name = line.split(":")[0]
    kept = [row for row in BASE[STUDY].splitlines() if not row.startswith((f"{name}:", "  "))]
    kept = [row for row in kept if row != "csl:" or name == "csl"]
    assert problems(base(tmp_path, {STUDY: "\n".join([*kept, line, ""])}))


def test_many_unknown_words_beside_a_large_vocabulary_are_told_without_guessing_at_each(tmp_path):
    words = "".join(f"  - {{id: word{number}, name: x}}\n" for number in range(1000))
    used = ", ".join(f"wrod{number}" for number in range(1000))
    changes = {
        VOCABULARY: BASE[VOCABULARY] + words,
        CLAIM: ("treatment: [green-tea]", f"treatment: [green-tea, {used}]"),
    }
    found = load(base(tmp_path, changes))[1]
    assert len(found) == 1000
    assert 0 < sum("did you mean" in each.hint for each in found) < 10


def test_a_held_text_may_hold_anything(tmp_path):
    for text in ("", "\x00", "\x1b[2J", "\u202e" * 100, "a" * 100_000, "\n" * 10_000, "[...]" * 100):
        found = set(rules(base(tmp_path, {LAY_TEXT: text})))
        assert found <= {"quote-not-in-source", "unaccounted-sentence"}, text[:5]


WORDS = (
    "a statement evidence csl kind lay-page article : - [ ] { } , ' \" # &x *x !t | > 7 no ~ 2026-11-01 % ?"
)
yaml_pieces = st.sampled_from((*WORDS.split(), ": ", "- ", "\n", "\n  ", "\n    ", "\t", "\u2028"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(PATHS), pieces=st.lists(yaml_pieces, max_size=25))
def test_any_text_in_any_file_is_no_exception(path, pieces, tmp_path):
    for each in problems(base(tmp_path, {path: "".join(pieces)})):
        assert each.message
        assert each.where.line >= 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from((*PATHS, LAY_TEXT)), raw=st.binary(max_size=40))
def test_any_bytes_in_any_file_are_no_exception(path, raw, tmp_path):
    problems(base(tmp_path, {path: raw}))
