"""Whatever a file, a path or a message holds: every format prints, and can be read back."""

import json
import re
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.problem import RULES, Problem, Span
from claimbook.report import FORMATS
from claimbook.report.visible import UNSEEN

ROOT = Path(__file__).parents[2]
COUNTS = dict.fromkeys(["topics", "claims", "sources", "evidence", "errors", "warnings"], 2)
COUNTS |= dict.fromkeys(["quotes", "quotes_verified", "passages", "passages_verified"], 1)
# Any code point, lone surrogates too, and often those that could break a line or start a command.
TEXT = st.text(
    st.one_of(st.sampled_from("\r\n\t:,%\x1b\x85\u2028\u202e\ud800\udc00蜂e\u0301"), st.characters())
)
NUMBER = st.integers(1, 12)
SPAN = st.builds(Span, st.sampled_from(["bees", "a::b\n", "\udc80"]) | TEXT, NUMBER, NUMBER,
                 st.none() | NUMBER, st.none() | NUMBER)  # fmt: skip
PROBLEM = st.builds(Problem, SPAN, st.sampled_from(sorted(RULES)), TEXT, st.none() | TEXT)
PROBLEMS = st.lists(PROBLEM, min_size=1, max_size=3)
ROUNDS = settings(max_examples=60, deadline=None)


def rendered(name, problems, text=""):
    """The format's output; every file that a problem stands in holds `text`."""
    return FORMATS[name](problems, COUNTS, {problem.where.path: text for problem in problems})


@ROUNDS
@given(PROBLEMS, TEXT)
def test_every_output_is_utf8_without_a_character_that_could_drive_a_terminal(problems, text):
    for name in FORMATS:
        output = rendered(name, problems, text)
        assert output.encode("utf-8")
        assert output.endswith("\n")
        assert not re.search(UNSEEN, output.replace("\n", ""))


@ROUNDS
@given(PROBLEMS)
def test_concise_has_one_line_a_problem(problems):
    assert len(rendered("concise", problems).splitlines()) == len(problems) + 1


@ROUNDS
@given(PROBLEMS)
def test_github_has_one_command_a_problem(problems):
    lines = rendered("github", problems).splitlines()
    assert len(lines) == len(problems) + 1
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines[:-1])
    assert not lines[-1].lstrip().startswith(("::", "##["))


@ROUNDS
@given(PROBLEMS)
def test_json_and_sarif_read_back(problems):
    """A high and a low surrogate in a row are one character to JSON, in any text but the path's bytes."""
    log = json.loads(rendered("json", problems))
    assert [found["message"] for found in log["problems"]] == [_paired(found.message) for found in problems]
    assert [found["path"] for found in log["problems"]] == [_paired(found.where.path) for found in problems]
    assert len(json.loads(rendered("sarif", problems))["runs"][0]["results"]) == len(problems)


def _paired(text):
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@ROUNDS
@given(PROBLEM, st.text(st.characters(codec="utf-8"), max_size=400))
def test_a_frame_is_three_lines_and_a_caret(problem, text):
    output = rendered("full", [problem._replace(message="m", hint=None)], text).splitlines()
    assert len(output) in {4, 7}
    if len(output) == 7:
        assert "^" in output[4]
        assert len(output[3]) <= 400


def test_the_formats_cost_a_command_that_prints_nothing_next_to_nothing():
    """json, hashlib and urllib are imported by the format that needs them, when it runs."""
    code = "import sys, claimbook.report; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = set(run.stdout.split())
    assert "claimbook.report.sarif" in loaded
    assert not loaded & {"json", "hashlib", "urllib.parse", "unicodedata"}
