"""A build broken off at any of its changes: the old site or the new one stands whole, and the next build is right.

`.ci/run` looks at every few changes; `python -m tests.faults.breaking FOLDER kill:1 half:1 full:1`, with the folder
of a base such as `bakery` makes, looks at each.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.bakery import bakery

PROJECT = Path(__file__).parents[2]
KILLED = {"kill": 23, "half": 61}
REFUSED = {"full": 37, "read-only": 71}
SAYS = {
    "full": "No space left on device",
    "denied": "Permission denied",
    "read-only": "Read-only file system",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The old state, the new state, and by way of breaking off what came of each build."""
    root = bakery(tmp_path_factory.mktemp("broken"))
    ways = [f"{way}:{step}" for way, step in (KILLED | REFUSED).items()]
    command = [sys.executable, "-m", "tests.faults.breaking", str(root), *ways]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_there_is_an_old_state_and_a_new_one_and_the_last_of_each_way_gets_through(
    told: dict[str, Any],
) -> None:
    assert told["old"]["site"] != told["new"]["site"] != ""
    for way in (*KILLED, *REFUSED):
        assert told[way][-1]["status"] == 0
        assert told[way][-1]["after"] == told["new"]
        assert len(told[way]) > 1


@pytest.mark.parametrize("way", KILLED)
def test_a_killed_build_leaves_the_old_site_or_the_new_one_whole(way: str, told: dict[str, Any]) -> None:
    for one in told[way][:-1]:
        assert one["status"] == -9, one["nth"]
        assert one["after"]["site"] in (told["old"]["site"], told["new"]["site"]), one["nth"]
    assert {one["after"]["site"] for one in told[way]} == {told["old"]["site"], told["new"]["site"]}


@pytest.mark.parametrize("way", REFUSED)
def test_a_build_that_the_system_refuses_says_so_and_leaves_the_old_site(
    way: str, told: dict[str, Any]
) -> None:
    for one in told[way][:-1]:
        assert one["status"] == 2, one["nth"]
        assert one["told"].count("could not run: cannot ") == 1
        assert one["told"].endswith(f": {SAYS[way]}\n")
        assert "Traceback" not in one["told"]
        assert one["after"]["site"] == told["old"]["site"], one["nth"]


@pytest.mark.parametrize("way", [*KILLED, *REFUSED])
def test_pages_are_old_or_new_and_never_half_and_what_is_written_by_hand_is_untouched(
    way: str, told: dict[str, Any]
) -> None:
    old, new = told["old"]["pages"], told["new"]["pages"]
    for one in told[way]:
        found = {path: text for path, text in one["after"]["pages"].items() if ".new-" not in path}
        assert all(text in (old.get(path), new.get(path)) for path, text in found.items()), one["nth"]
        assert old.keys() & new.keys() <= found.keys(), one["nth"]
        assert one["after"]["docs"] == one["next"]["docs"] == told["new"]["docs"]


@pytest.mark.parametrize("way", [*KILLED, *REFUSED])
def test_the_next_build_is_right_and_leaves_nothing_beside_it(way: str, told: dict[str, Any]) -> None:
    for one in told[way]:
        following = one["next"]
        assert following["status"] == 0, (one["nth"], following["told"])
        assert {name: following[name] for name in told["new"]} == told["new"], one["nth"]
        assert following["beside"] == ["docs"], one["nth"]
