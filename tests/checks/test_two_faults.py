"""An independent fault hides no other: each rule's bad example, with a second fault elsewhere, gives both."""

from __future__ import annotations

import pytest

from claimbook.checks import rule
from claimbook.checks.example import CLAIM, LAY_TEXT, MICE, MICE_STUDY, TOPICS
from claimbook.problem import RULES
from tests.bases import changed, rules, written

SECOND = {
    "subjects-unnamed": (MICE, "In mice, tea", "Tea"),
    "certainty-above-ceiling": (MICE, "certainty: low", "certainty: high"),
    "unknown-source": (MICE, "source: lopez2021", "source: lopez2012"),
    "bad-value": (MICE_STUDY, "design: animal-experiment", "design: animals"),
    "missing-field": (TOPICS, "  summary: It may keep people awake.\n", ""),
    "banned-word": (CLAIM, "fell asleep later. One", "fell asleep later. Always. One"),
    "unknown-field": (CLAIM, "stance: supports\n    quote", "stance: supports\n    limts: Short.\n    quote"),
    "unaccounted-sentence": (LAY_TEXT, "our letter!", "our letter! Boil the water."),
}
UNREADABLE = ("yaml-syntax", "unsafe-yaml", "not-utf8")
# Where nothing is quoted, or the evidence was left out, any sentence may be one that would be.
HIDING = {("empty-base", "unaccounted-sentence"), ("no-evidence", "unaccounted-sentence")}


def text_of(name: str, second: str) -> str:
    """The file of the second fault as the rule's bad example has it."""
    return rule(name).EXAMPLE.bad_files.get(SECOND[second][0], b"").decode("utf-8", "surrogateescape")


def has_place(name: str, second: str) -> bool:
    """Whether the second fault can be put into the rule's bad example beside the first."""
    path, old, _ = SECOND[second]
    hidden = name in UNREADABLE and path == rule(name).EXAMPLE.path
    return name != second and not hidden and text_of(name, second).count(old) == 1


PAIRS = [(name, second) for name in RULES for second in SECOND if has_place(name, second)]


def test_most_pairs_have_a_place():
    assert len(PAIRS) > len(RULES) * len(SECOND) * 3 // 4


@pytest.mark.parametrize(("name", "second"), PAIRS)
def test_both_faults_are_told(name, second, tmp_path):
    path, old, new = SECOND[second]
    files = dict(rule(name).EXAMPLE.bad_files)
    files[path] = changed(text_of(name, second), old, new).encode("utf-8", "surrogateescape")
    expected = [name] if (name, second) in HIDING else sorted([name, second])
    assert sorted(rules(written(tmp_path, files))) == expected
