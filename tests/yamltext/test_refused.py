"""What is refused, as what, and where it has to be mended."""

from __future__ import annotations

import pytest

from claimbook.yamltext import MAX_BYTES, MAX_DEPTH, MAX_VALUES, plain, read_yaml
from tests.yamls import file, read, refused


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: !!python/object/apply:os.system ['false']", (1, 4)),
        ("a: !bee x", (1, 4)),
        ("a: ! x", (1, 4)),
        ("!!map {a: 1}", (1, 1)),
        ("!!binary a: 1", (1, 1)),
        ("a: 1\nb: &c d", (2, 4)),
        ("&a\nb: c", (1, 1)),
        ("&a b: c", (1, 1)),
        ("a: *b", (1, 4)),
        ("*a : b", (1, 1)),
        ("<<: *a", (1, 5)),
        ("%TAG ! tag:example.org,2000:\n---\na: b", (1, 1)),
        ("a: b\n...\n%TAG\t!b! x\n---\nc: d", (3, 1)),
        ("a: b\r%TAG ! x\r", (2, 1)),
    ],
)
def test_tags_anchors_and_aliases_are_refused(text, place):
    assert refused(text) == ("unsafe-yaml", *place)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("a: *b", "an alias (*name)", "write the value out"),
        ("a: &b c", "an anchor (&name)", "take the anchor out"),
        ("&b a: c", "an anchor (&name)", "take the anchor out"),
        ("a: !b c", "a tag (!name)", "take the tag out"),
    ],
)
def test_which_of_them_it_is_is_told(text, message, hint):
    (problem,) = read_yaml(file(text))[1]
    assert problem.message == f"{message} stands here"
    assert problem.hint == f"{hint}, or put the text in quotes"


def test_signs_that_mean_something_else_are_text():
    assert plain(read("a: 5 & 6 * 7 !\nb: '&c'\nd: \"*e\"\n")) == {"a": "5 & 6 * 7 !", "b": "&c", "d": "*e"}


@pytest.mark.parametrize("value", ["the #1 tea", "tea\n  the \t#1 tea", "[tea, the #1\n  ]", "2 #1"])
def test_text_that_a_remark_would_cut_off_is_told(value):
    (problem,) = read_yaml(file(f"b: c\na: {value}\n"))[1]
    where = problem.where
    start = f"b: c\na: {value}".splitlines()[where.line - 1].index("#") + 1
    assert (problem.rule, where.column, where.end_column) == ("unsafe-yaml", start, start + 2)


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c",
        "a: b ## c",
        "a: b #",
        "a: b #\n",
        "a: b#c",
        "a: 'b' #c",
        "a: b\n#c",
        "#c\na: |\n  b #c",
        "a: #c",
    ],
)
def test_remarks_are_passed_over(text):
    assert list(read(text).values) == ["a"]


def test_a_merge_key_is_a_name_like_any_other():
    assert plain(read("<<: {a: 1}\nb: 2")) == {"<<": {"a": 1}, "b": 2}


def test_a_billion_laughs_end_at_the_first():
    laughs = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refused(laughs) == ("unsafe-yaml", 1, 4)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
def test_what_is_nested_too_deep_is_refused_before_it_is_built(opening):
    rule, line, _ = refused(opening * 100_000)
    assert (rule, line) == ("unsafe-yaml", 1)


def test_the_deepest_nesting_and_the_greatest_number_of_values_are_still_read():
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == ("unsafe-yaml", 1, MAX_DEPTH + 1)
    assert len(read("- 1\n" * (MAX_VALUES - 1)).items) == MAX_VALUES - 1
    assert refused("- 1\n" * MAX_VALUES) == ("unsafe-yaml", MAX_VALUES, 3)


def test_mappings_are_as_deep_as_lists():
    def nested(depth):
        return "{a: " * depth + "{}" + "}" * depth

    assert read(nested(MAX_DEPTH - 1))
    assert refused(nested(MAX_DEPTH))[0] == "unsafe-yaml"


def test_the_limits_are_those_that_the_explanation_names():
    assert (MAX_BYTES, MAX_DEPTH, MAX_VALUES) == (2**20, 20, 10_000)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: \x00", "this is no valid YAML: control characters are not allowed"),
        ("a: [b", "this is no valid YAML: did not find expected ',' or ']' (while parsing a flow sequence)"),
    ],
)
def test_the_message_says_what_was_met_and_while_reading_what(text, message):
    assert read_yaml(file(text))[1][0].message == message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b: c", (1, 5)),
        ("a: 1\n  b: 2", (2, 4)),
        ("a:\n    - b\n  - c", (3, 3)),
        ("a: - b", (1, 4)),
        ("a: @b", (1, 4)),
        ("a:\n\tb: c", (2, 1)),
        ("a: 'it's'", (1, 8)),
        # what is never closed: where it opens, not where the file ends
        ('a: "b\nc: d\n', (1, 4)),
        ("a: [b, c\nd: e\n", (1, 4)),
        ("a: {b: c\nd: e\n", (1, 4)),
        ("a: 1\nbees dance\nc: 2\n", (2, 1)),
        # more than one document, and names that are no words
        ("a: b\n---\nc: d", (2, 1)),
        ("---\n---\n", (2, 1)),
        ("? [a]\n: b", (1, 3)),
        ("{a: b}: c", (1, 1)),
        # characters and escapes that no text may hold
        ("a: b\nc: d\x00", (2, 5)),
        ("a: \x1b[31m", (1, 4)),
        ("a: \x7f", (1, 4)),
        ("a: \x9f", (1, 4)),
        ("a: \ufffe", (1, 4)),
        ('a: "\\ud800"', (1, 7)),
        ('a: "\\q"', (1, 5)),
        ("a: \ud800", (1, 4)),
        ("%YAML 3.0\n---\na: b", (1, 1)),
    ],
)
def test_what_is_no_yaml_is_told_where_it_has_to_be_mended(text, place):
    assert refused(text) == ("yaml-syntax", *place)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("\ta: b", "spaces"),
        ("a: b\n\tc: d", "spaces"),
        ("a: \x00", "control"),
        ('a: "b', "quotation"),
        ("a: [b", "bracket"),
        ("a: {b", "bracket"),
        ("a: - b", "indentation here"),
        ("a: 1\nbees dance\nc: 2\n", "colon"),
        ("a: b: c", "'>-'"),
        ('a: "b" c', "the whole"),
        ("c: d\r  \ra: 'it's'", "the whole"),
        ("- [b] c", "the whole"),
        ("a:\n    - b\n  - c", "as many spaces"),
        ("a:\n  - b\n c: d\n", "as many spaces"),
        ("a: b\n<<<<<<< HEAD\nc: d\n", "two versions"),
        ("a: b\n=======\nc: d\n", "two versions"),
        ("a: b\r>>>>>>> main\rc: d\r", "two versions"),
        ("```yaml\na: b\n```\n", "lines of ```"),
        ("\n```yaml\na: b\n```\n", "lines of ```"),
    ],
)
def test_the_hint_fits_the_complaint(text, word):
    assert word in read_yaml(file(text))[1][0].hint
