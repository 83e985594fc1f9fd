"""The workflows ask for little, pin what they use, and run no text that somebody else wrote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+(?:/[\w.-]+)+@[0-9a-f]{40}  # v\d+\.\d+\.\d+$")
# Values that the author of a pull request or an issue chooses.
FOREIGN = re.compile(r"\$\{\{[^}]*\b(?:github\.event|github\.head_ref|inputs)\b")


def read(path):
    return yaml.safe_load(path.read_text("utf-8"))


def steps(workflow):
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_there_are_workflows():
    assert [path.name for path in WORKFLOWS] == ["comment.yml", "main.yml", "pull-request.yml", "weekly.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
class TestEach:
    def test_actions_are_pinned_by_hash_and_named_by_version(self, path):
        used = [
            line.strip().removeprefix("- ")
            for line in path.read_text("utf-8").splitlines()
            if "uses:" in line
        ]
        assert [line for line in used if not PINNED.search(line)] == []

    def test_rights_are_given_by_the_job(self, path):
        workflow = read(path)
        assert workflow["permissions"] in ({}, {"contents": "read"})
        given = [job.get("permissions", {}) for job in workflow["jobs"].values()]
        assert all(isinstance(each, dict) and each.get("contents") != "write" for each in given)

    def test_no_event_runs_foreign_code_with_rights(self, path):
        assert "pull_request_target" not in path.read_text("utf-8")
        assert "secrets." not in path.read_text("utf-8")

    def test_no_script_holds_text_that_others_wrote(self, path):
        assert [step["run"] for step in steps(read(path)) if FOREIGN.search(step.get("run", ""))] == []

    def test_no_checkout_leaves_its_token_behind(self, path):
        checkouts = [step for step in steps(read(path)) if "actions/checkout@" in step.get("uses", "")]
        assert all(step["with"]["persist-credentials"] is False for step in checkouts)

    def test_every_job_ends(self, path):
        assert all(0 < job["timeout-minutes"] <= 60 for job in read(path)["jobs"].values())


def test_the_comment_is_written_without_a_checkout():
    workflow = read(ROOT / ".github/workflows/comment.yml")
    assert not any("uses" in step for step in steps(workflow))


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("problem-*.yml")), ids=lambda path: path.name
)
def test_issue_forms_ask_for_what_is_needed(path):
    form = read(path)
    assert {"name", "description", "body"} <= form.keys()
    fields = [each for each in form["body"] if each["type"] != "markdown"]
    assert len({each["id"] for each in fields}) == len(fields)
    assert all(each["attributes"]["label"] for each in fields)
    assert any(each.get("validations", {}).get("required") for each in fields)
