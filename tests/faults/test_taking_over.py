"""A build that takes pages over and is broken off: the old or the new site stands, and the next one is as if new."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.bakery import MATERIAL, bakery

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The digests of the old site and of the new one, and what came of each build."""
    root = bakery(tmp_path_factory.mktemp("over"), MATERIAL)
    command = [sys.executable, "-m", "tests.faults.taking_over", str(root)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_build_broken_off_leaves_the_old_site_or_the_new_one_whole(told: dict[str, Any]) -> None:
    assert told["old"] != told["new"]
    for one in told["runs"]:
        swapped = one["break"]["at"] in ("site.record", "os.remove")
        assert one["status"] == -9, one["break"]
        assert one["after"] == told["new" if swapped else "old"], one["break"]


def test_the_next_one_takes_pages_over_and_gives_what_a_build_from_nothing_gives(
    told: dict[str, Any],
) -> None:
    for one in told["runs"]:
        following = one["next"]
        assert following["status"] == 0, (one["break"], following["told"])
        assert following["taken"], one["break"]
        assert following["site"] == told["old" if one["break"]["back"] else "new"], one["break"]
