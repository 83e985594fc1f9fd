"""What a check of a base imports: nothing of the site generator, of the pages or of the search for near misses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bases import base

FRONT_DOOR = Path(__file__).parent.parent / "build_claims.py"
APART = (
    "mkdocs",
    "material",
    "rapidfuzz",
    "citeproc",
    "claimbook.export",
    "vl_convert",
    "claimbook.pages",
    "claimbook.write",
    "claimbook.site",
    "jsonschema",
    "httpx",
    "defusedxml",
    "platformdirs",
)


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The names of all modules that a whole `check` of a good base imports, by Python's own account."""
    root = base(tmp_path_factory.mktemp("tea"))
    command = [sys.executable, "-X", "importtime", str(FRONT_DOOR), "--root", str(root), "check"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}


@pytest.mark.parametrize("needed", ["yaml", "claimbook.load", "claimbook.checks", "claimbook.quoting"])
def test_the_account_holds_what_a_check_needs(imported, needed):
    assert needed in imported


@pytest.mark.parametrize("name", APART)
def test_a_check_leaves_alone_what_only_building_needs(imported, name):
    assert not {each for each in imported if f"{each}.".startswith(f"{name}.")}
