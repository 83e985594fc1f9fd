"""What CONTRIBUTING promises is what the commands do: its first claim, step by step, on a base of its own."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from claimbook import fields
from claimbook.cli import cli
from tests.bases import written
from tests.test_diff import git

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
(CLAIM,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
(DRAWN,) = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)
LINES = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]
OURS = [shlex.split(line)[2:] for line in LINES if line.startswith("python build_claims.py")]
NEW = next(words for words in OURS if words[0] == "new")
TOPIC, NAME, KEY = NEW[2], NEW[3], NEW[5]
PATH = f"claims/{TOPIC}/{NAME}.yaml"


@pytest.fixture
def root(tmp_path):
    """A base with the topic and the study of the first claim, and another claim on it, as a repository."""
    (treatment,) = yaml.safe_load(CLAIM)["treatment"]
    study = f"{{design: randomized-trial, subjects: people, participants: 26, treatment: [{treatment}]}}"
    files = {
        "claims/topics.yaml": f"- {{id: {TOPIC}, title: Title, question: A question?, summary: A summary.}}\n",
        "claims/vocabulary.yaml": f"treatments: [{{id: {treatment}, name: A treatment}}]\n",
        f"claims/{TOPIC}/another.yaml": CLAIM,
        f"sources/{KEY}.yaml": f"kind: article\ncsl: {{type: article-journal, title: A, DOI: 10.1234/a}}\nstudy: {study}\n",
    }
    base = written(tmp_path, files)
    git(base, "init", "-q", "-b", "main")
    git(base, "add", ".")
    git(base, "commit", "-q", "-m", "before")
    return base


def run(root, *words):
    return CliRunner().invoke(cli, words, obj=root)


def test_the_steps_come_in_this_order():
    assert [words[0] for words in OURS] == ["new", "check", "check", "diff", "serve"]
    assert [f"`{name}`" in TEXT for name in ("explain", "serve", PATH)] == [True, True, True]


def test_a_first_claim_is_begun_lacks_what_is_told_and_passes_once_it_is_filled_in(root):
    begun, gaps, good, diff, _ = OURS
    assert run(root, *begun).exit_code == 0
    lacking = run(root, *gaps)
    assert lacking.exit_code == 1
    assert DRAWN in lacking.stdout
    assert "9 errors, 0 warnings" in lacking.stdout
    assert "the nine gaps" in TEXT
    (root / PATH).write_text(CLAIM, encoding="utf-8")
    done = run(root, *good)
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "No problems.")
    told = run(root, *diff).stdout
    assert "1 claim new" in told
    assert yaml.safe_load(CLAIM)["statement"] in told


def test_what_is_begun_and_what_is_shown_have_the_same_fields(root):
    run(root, *NEW)
    begun = yaml.safe_load((root / PATH).read_text(encoding="utf-8"))
    shown = yaml.safe_load(CLAIM)
    assert begun.keys() <= shown.keys()
    assert begun["evidence"][0].keys() <= shown["evidence"][0].keys()


def test_the_shell_commands_are_sound():
    script = "\n".join(LINES)
    assert subprocess.run(["bash", "-n", "-c", script], check=False).returncode == 0
    branch = next(line.split()[-1] for line in LINES if line.startswith("git switch"))
    assert f"git push -u origin {branch}" in LINES


def test_its_tables_name_every_reading_and_the_reasons_to_go_lower():
    readings = re.findall(r"^\| .* \| `([\w-]+)` \|$", TEXT, re.MULTILINE)
    lower = [
        name
        for name in fields.CLAIM["reasons"].shape["domain"].options
        if name not in ("large-effect", "dose-response")
    ]
    assert readings == [*fields.EVIDENCE["reading"].options, *lower]
