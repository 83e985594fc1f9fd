"""The format for people, asserted as drawn."""

import pytest

from claimbook.problem import Problem, Span
from claimbook.report import FORMATS
from claimbook.report.frame import frame
from claimbook.report.summary import summary
from claimbook.report.visible import lines

TAIL = (
    "2 errors, 1 warning · 12 claims, 3 topics, 2 sources, 20 evidence items, "
    "13 of 14 quotes verified, 6 of 6 passages verified\n"
)
CLAIM = """\
statement: Bees may dance in the dark.
evidence:
  - source: bee-page
    quote: "bees danse in the dark"
    fit: >-
      It says where the
      dance is danced.
"""


def full(problems, counts, texts=None):
    return FORMATS["full"](problems, counts, texts or {})


def drawn(line, column, end_column, **more):
    """A one-line file's frame, as one string."""
    return "\n".join(frame(Span("bees.yaml", 1, column, more.get("end_line", 1), end_column), [line]))


def test_every_problem_is_drawn_with_its_line_and_its_help(counts):
    path = "claims/dance/dark.yaml"
    problems = [
        Problem(Span(path), "orphan-source", "no claim cites this", None),
        Problem(
            Span(path, 4, 12, 4, 36),
            "quote-not-in-source",
            "bee-page does not say this",
            "it runs true for 1 word\npaste what it says:\n\n  bees dance in the dark",
        ),
        Problem(Span(path, 5, 10, 7, 23), "bad-value", "too long:\r\n9 words", "cut it"),
        Problem(Span("sources/bee-page.txt", 2, 1, 2, 4), "unaccounted-sentence", "not quoted", "quote it"),
    ]
    assert full(problems, counts, {path: CLAIM}) == (
        """\
claims/dance/dark.yaml:1:1: warning: orphan-source (L04)
  no claim cites this

claims/dance/dark.yaml:4:12: error: quote-not-in-source (E03)
  bee-page does not say this
    |
  4 |     quote: "bees danse in the dark"
    |            ^^^^^^^^^^^^^^^^^^^^^^^^
    = help: it runs true for 1 word
            paste what it says:

              bees dance in the dark

claims/dance/dark.yaml:5:10: error: bad-value (S07)
  too long:
  9 words
    |
  5 |     fit: >-
    |          ^^ … to line 7, column 22
    = help: cut it

sources/bee-page.txt:2:1: warning: unaccounted-sentence (R09)
  not quoted
  = help: quote it

"""
        + TAIL
    )


def test_nothing_found_is_said_and_counted(counts):
    assert full([], counts) == "No problems.\n\n" + TAIL


def test_no_text_and_no_such_line_show_no_frame(counts):
    """The base may hold a file that could not be read, or that has grown shorter."""
    problem = Problem(Span("bees.yaml", 9, 2, 9, 3), "bad-id", "not an id")
    alone = "bees.yaml:9:2: error: bad-id (S08)\n  not an id\n\n" + TAIL
    assert full([problem], counts) == alone
    assert full([problem], counts, {"bees.yaml": CLAIM}) == alone


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_spans_count_them(end):
    """LF, CR LF and CR end a line; no other character does."""
    assert lines(f"a\x0bb\u2028c{end}d{end}") == ["a\x0bb\u2028c", "d", ""]


def test_an_empty_hint_is_none(counts):
    problem = Problem(Span("bees.yaml"), "bad-id", "not an id", "")
    assert full([problem], counts) == "bees.yaml:1:1: error: bad-id (S08)\n  not an id\n\n" + TAIL


def test_the_gutter_is_as_wide_as_the_number(counts):
    problem = Problem(Span("bees.yaml", 10, 1, 10, 3), "bad-id", "not an id", "rename it")
    body = full([problem], counts, {"bees.yaml": "\n" * 9 + "id: b"}).splitlines()[2:6]
    assert body == ["     |", "  10 | id: b", "     | ^^", "     = help: rename it"]


def test_unseen_characters_never_reach_the_terminal(counts):
    """A control or a turned writing direction shows as an escape wherever it stands."""
    line = "bee \x1b[31m red \u202e txt\x00"
    problem = Problem(Span("a\x1b\n.yaml", 1, 6, 1, 10), "bad-id", "x\x07\ud800", "y\x9b2J\t")
    assert full([problem], counts, {"a\x1b\n.yaml": line}) == (
        "a\\x1b\\n.yaml:1:6: error: bad-id (S08)\n"
        "  x\\x07\\ud800\n"
        "    |\n"
        "  1 | bee \\x1b[31m red \\u202e txt\\x00\n"
        "    |         ^^^^\n"
        "    = help: y\\x9b2J\\t\n"
        "\n" + TAIL
    )


@pytest.mark.parametrize(
    ("line", "column", "end_column", "expected"),
    [
        ("蜂の王 lays", 5, 9, "  |\n1 | 蜂の王 lays\n  |        ^^^^"),
        ("蜂の王 lays", 1, 3, "  |\n1 | 蜂の王 lays\n  | ^^^^"),
        ("\tid:\tx", 6, 7, "  |\n1 |     id:    x\n  |            ^"),
        ("cafe\u0301 x", 7, 8, "  |\n1 | cafe\u0301 x\n  |      ^"),
        ("a\u200bb\ufeffc", 5, 6, "  |\n1 | a\u200bb\ufeffc\n  |   ^"),
        ("Größe x", 7, 8, "  |\n1 | Größe x\n  |       ^"),
    ],
    ids=["after wide", "under wide", "tab", "combining", "zero width", "narrow letters"],
)
def test_carets_stand_under_what_they_mean(line, column, end_column, expected):
    assert drawn(line, column, end_column) == expected


@pytest.mark.parametrize(
    ("column", "end_column", "carets"),
    [(2, 2, " ^"), (4, 4, "   ^"), (9, 9, "   ^"), (2, 99, " ^^"), (3, 1, "  ^")],
    ids=["empty", "behind the line", "far behind", "ends far behind", "ends before it begins"],
)
def test_there_is_always_a_caret_and_it_is_beside_the_line(column, end_column, carets):
    assert drawn("bee", column, end_column) == f"  |\n1 | bee\n  | {carets}"


def test_a_place_without_an_end_has_one_caret():
    assert frame(Span("bees.yaml", 1, 2), ["bee"]) == ["  |", "1 | bee", "  |  ^"]
    assert frame(Span("bees.yaml", 1, 2, 3), ["bee"]) == ["  |", "1 | bee", "  |  ^"]
    assert frame(Span("bees.yaml", 1, 150), ["b" * 300])[2].count("^") == 1


@pytest.mark.parametrize(
    ("end_line", "end_column", "note"),
    [
        (2, 2, " … to line 2, column 1"),
        (3, 1, " … to the end of line 2"),
        (2, 1, ""),
    ],
)
def test_a_span_of_several_lines_says_where_it_ends(end_line, end_column, note):
    """The end stands just behind; before a first column it is the line above that ends the span."""
    assert drawn("a bee  ", 3, end_column, end_line=end_line) == f"  |\n1 | a bee\n  |   ^^^{note}"


class TestLongLines:
    """A line of more than 100 columns is cut around the carets."""

    def test_a_line_that_fits_is_whole(self):
        assert drawn("b" * 100, 100, 101) == f"  |\n1 | {'b' * 100}\n  | {' ' * 99}^"

    def test_cut_behind(self):
        assert drawn("b" * 101, 1, 2) == f"  |\n1 | {'b' * 100}…\n  | ^"

    def test_cut_before(self):
        assert drawn("b" * 150, 150, 151) == f"  |\n1 | …{'b' * 100}\n  | {' ' * 100}^"

    def test_cut_on_both_sides_with_a_third_before(self):
        line = "a" * 300 + "bee" + "c" * 300
        assert drawn(line, 301, 304) == f"  |\n1 | …{'a' * 33}bee{'c' * 64}…\n  | {' ' * 34}^^^"

    def test_carets_end_at_the_cut(self):
        assert drawn("a" * 50 + "b" * 500, 51, 551) == (
            f"  |\n1 | …{'a' * 33}{'b' * 67}…\n  | {' ' * 34}{'^' * 67}"
        )

    def test_wide_characters_are_measured_in_columns(self):
        assert drawn("蜂" * 200, 101, 102) == f"  |\n1 | …{'蜂' * 16}{'蜂' * 34}…\n  | {' ' * 33}^^"

    def test_marks_without_width_do_not_make_it_longer(self):
        assert len(drawn("e" + "\u0301" * 5000, 1, 2)) < 150


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "1 error, 1 warning · 1 claim, 1 topic, 1 source, 1 evidence item, "
            "1 of 1 quote verified, 1 of 1 passage verified"),
        (0, "0 errors, 0 warnings · 0 claims, 0 topics, 0 sources, 0 evidence items, "
            "0 of 0 quotes verified, 0 of 0 passages verified"),
    ],
)  # fmt: skip
def test_one_is_singular_and_none_is_plural(counts, number, expected):
    assert summary(dict.fromkeys(counts, number)) == expected
