"""The workflows ask for little, pin what they use, and run no text that somebody else wrote."""

from __future__ import annotations

import os
import re
import subprocess
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


# Stand-ins for the commands: they print what a variable holds, and end with the status that it begins with.
PYTHON = """\
#!/bin/sh
case "$2" in citations) told=$CITATIONS ;; links) told=$LINKS ;; *) exit 0 ;; esac
[ "$*" = "build_claims.py $2 --online --format markdown" ] || exit 9
if [ "${told%% *}" = 2 ]; then echo "${told#* }" >&2; else echo "${told#* }"; fi
exit "${told%% *}"
"""
GH = """\
#!/bin/sh
if [ "$2" = list ]; then echo "$OPEN"; exit 0; fi
echo "$2 $3" >> asked
if [ -f body.md ] && [ "$2" != comment ]; then cp body.md "$2.md"; fi
"""
FINE, GONE, SILENT = "0 All is well.", "1 ## The page is gone (1)", "2 could not run: no way to the network"


def weekly(tmp_path, **told):
    """Run the scripts of the weekly look and its issue; what was asked of GitHub, and the folder it was asked in."""
    for name, text in (("python", PYTHON), ("gh", GH)):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    given = {
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "TITLE": "Weekly",
        "RUN": "https://run.example",
    }
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "OPEN": "", **given, **told}
    jobs = read(ROOT / ".github/workflows/weekly.yml")["jobs"]
    for step in steps({"jobs": {name: jobs[name] for name in ("look", "issue")}}):
        if "run" in step and "pip install" not in step["run"]:
            subprocess.run(["bash", "-e", "-c", step["run"]], cwd=tmp_path, env=environment, check=True)
    asked = tmp_path / "asked"
    return (asked.read_text().split("\n")[:-1] if asked.exists() else []), tmp_path


class TestWeekly:
    def test_where_all_is_well_no_issue_is_opened_and_an_open_one_is_closed(self, tmp_path):
        assert weekly(tmp_path, CITATIONS=FINE, LINKS=FINE)[0] == []
        assert weekly(tmp_path, CITATIONS=FINE, LINKS=FINE, OPEN="7")[0] == ["close 7"]

    def test_what_was_found_opens_an_issue_or_brings_the_open_one_up_to_date(self, tmp_path):
        asked, folder = weekly(tmp_path, CITATIONS=FINE, LINKS=GONE)
        assert asked == ["create --title"]
        body = (folder / "create.md").read_text()
        assert "# Sources\n\nAll is well.\n" in body
        assert "# Links to elsewhere\n\n## The page is gone (1)\n" in body
        assert body.endswith("[The whole run](https://run.example)\n")
        assert "The page is gone" in (folder / "summary.md").read_text()
        (folder / "asked").unlink()
        assert weekly(tmp_path, CITATIONS=GONE, LINKS=FINE, OPEN="7")[0] == ["edit 7", "comment 7"]

    def test_what_could_not_run_is_never_fine_and_says_why(self, tmp_path):
        asked, folder = weekly(tmp_path, CITATIONS=SILENT, LINKS=FINE)
        assert asked == ["create --title"]
        assert "no way to the network\n```" in (folder / "create.md").read_text()
