"""The help of every command ends with examples that the commands themselves take; Tab completes the base's words."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook.cli import cli
from tests.bases import base
from tests.records import BIBTEX

FRONT_DOOR = Path(__file__).parent.parent / "build_claims.py"
# What these need is not in the tiny base: only their words are tried.
NEEDED = {"diff", "export", "links", "serve", "build", "--doi", "--pmid", "--online"}


def commands(group=cli, name=""):
    yield name, group
    for each, command in getattr(group, "commands", {}).items():
        yield from commands(command, f"{name} {each}".strip())


OURS = {name: command for name, command in commands() if name != "new"}


def examples(command):
    return re.findall(r"^ +python build_claims\.py(.*)$", command.epilog or "", re.MULTILINE)


@pytest.mark.parametrize("name", OURS)
def test_every_command_shows_examples_of_itself(name):
    found = examples(OURS[name])
    assert found
    assert all(name in line for line in found)


@pytest.mark.parametrize("line", [line for command in OURS.values() for line in examples(command)])
def test_the_examples_are_words_that_the_commands_take(tmp_path, monkeypatch, line):
    root = base(tmp_path)
    (root / "zotero.bib").write_text(BIBTEX)
    base(tmp_path).rename(root / "other-base")
    monkeypatch.chdir(root)
    words = shlex.split(line)
    if not words or NEEDED & set(words):
        words.append("--help")
    done = CliRunner().invoke(cli, words, obj=root)
    assert done.exit_code < 2, done.output


def completed(root, *words):
    """What Tab offers for the last of these words, by the front door's own completion for bash."""
    line = shlex.join(["build_claims.py", "--root", str(root), *words])
    told = {
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) + 2),
        "_BUILD_CLAIMS_PY_COMPLETE": "bash_complete",
    }
    done = subprocess.run(
        [sys.executable, FRONT_DOOR],
        env={**os.environ, **told},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return [line.partition(",")[2] for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["f"], ["fix"]),
        (["explain", "quote-t"], ["quote-too-short"]),
        (["new", "claim", "t"], ["tea"]),
        (["new", "claim", "[t"], ["tea"]),
        (["new", "claim", "tea", "tea-calms", "--source", "w"], ["web-tea"]),
        (["new", "claim", "tea", "tea-calms", "--source", "x"], []),
    ],
)
def test_tab_completes(tmp_path, words, offered):
    assert completed(base(tmp_path), *words) == offered


def test_the_front_door_can_be_run_by_its_name():
    assert os.access(FRONT_DOOR, os.X_OK)
    assert FRONT_DOOR.read_text().startswith("#!/usr/bin/env python3\n")
