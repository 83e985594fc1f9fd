"""A base of which a file may not be read, and whose folder may not be written to, by a user who is not root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from claimbook.checks.example import STUDY
from tests.faults.bakery import bakery
from tests.trees import held

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def place():
    """A folder that everybody may enter."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    for path in made.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(made)


def test_what_may_not_be_read_or_written_is_told_and_all_stays_as_it_is(place):
    fine, unread, unwritable = (bakery(folder(place, name)) for name in ("fine", "unread", "unwritable"))
    unread.chmod(0o755)
    (unread / STUDY).chmod(0)
    (unwritable / "site").mkdir()
    (unwritable / "site" / "index.html").write_text("old")
    for path in (unwritable, *unwritable.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = held(unwritable)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.as_nobody", str(fine), str(unread), str(unwritable)],
        cwd=PROJECT,
        env={**os.environ, "CLAIMBOOK_CACHE": str(place / "nowhere")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, *others = done.stdout.partition("now\n")[2].splitlines()
    assert first.startswith(f"{STUDY}:1:1: ")
    assert first.endswith("this file cannot be read: Permission denied")
    assert [line for line in others if line.startswith("status")] == ["status 1", "status 2"]
    said = f"could not run: cannot write {unwritable / 'build' / 'docs'}: Permission denied\n"
    assert done.stderr.endswith(said)
    assert held(unwritable) == before


def folder(place, name):
    (place / name).mkdir()
    (place / name).chmod(0o755)
    return place / name
