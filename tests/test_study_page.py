"""A study's page: what each finding's limits are, and for which claim."""

from __future__ import annotations

import pytest

from claimbook import pages
from claimbook.checks import Facts
from claimbook.checks.example import BASE, CLAIM
from claimbook.load import load
from claimbook.pages.book import Book
from tests.bases import TODAY, base

SECOND = "claims/tea/tea-delays-sleep.yaml"
FOUND = "    finding: In 48"


def page(tmp_path, first: str | None, second: str | None) -> list[str]:
    """The lines of the study's page, of whose one finding the two claims note these limits."""
    files = {
        path: BASE[CLAIM].replace(FOUND, f"    limits: {limits}\n{FOUND}" if limits else FOUND)
        for path, limits in ((CLAIM, first), (SECOND, second))
    }
    library, found = load(base(tmp_path, files))
    assert not found
    return pages.make(Book(Facts(library, TODAY)))["sources/kim2019.md"].decode().splitlines()


@pytest.mark.parametrize(("limits", "said"), [("One night only.", "One night only."), (None, "none noted")])
def test_limits_that_hold_for_all_claims_stand_once_with_the_finding(tmp_path, limits, said):
    lines = page(tmp_path, limits, limits)
    assert [line for line in lines if "Limits:" in line] == [f"- **Limits:** {said}"]


def test_limits_that_differ_stand_each_with_its_claim(tmp_path):
    lines = page(tmp_path, "One night only.", None)
    there = [line for line in lines if "Limits:" in line]
    assert not any(line.startswith("- **Limits") for line in there)
    ends = {line.partition(".md)")[0].rpartition("/")[2]: line.partition("<br>")[2] for line in there}
    assert ends == {
        "tea-keeps-awake": "**Limits:** One night only.",
        "tea-delays-sleep": "**Limits:** none noted",
    }
