"""Looks shared out to several processes: the same result, and none the less where these are not to be had."""

from __future__ import annotations

import multiprocessing
import os
import shutil
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from claimbook.checks import Memory, rule, sharing
from claimbook.checks.example import CLAIM, STUDY
from claimbook.examine import examine
from claimbook.problem import RULES
from tests.bases import TODAY, base, written

BEES = Path(__file__).parent.parent / "golden" / "bees" / "base"
ALL_BAD = {path: raw for name in RULES for path, raw in rule(name).EXAMPLE.bad_files.items()}
POOL = "concurrent.futures.ProcessPoolExecutor"


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """More than one process even for the few files of a test."""
    monkeypatch.setattr(sharing, "_FEWEST", 2)
    monkeypatch.setattr(sharing, "_CHUNK", 3)


def told(root, processes, memory=None):
    """All that a check has to say."""
    memory = memory or Memory()
    found = examine(root, TODAY, None, memory, processes)
    return found.problems, found.counts(found.problems), found.texts(found.problems), memory.used


@pytest.mark.parametrize("files", [None, ALL_BAD], ids=["bees", "all that is bad"])
@pytest.mark.parametrize(
    "start", [each for each in ("fork", "spawn") if each in multiprocessing.get_all_start_methods()]
)
def test_the_result_is_that_of_one_process(start, files, tmp_path, monkeypatch):
    context = multiprocessing.get_context(start)
    monkeypatch.setattr(POOL, partial(ProcessPoolExecutor, mp_context=context))
    root = written(tmp_path, files) if files else shutil.copytree(BEES, tmp_path / "bees")
    assert told(root, 2) == told(root, 1)


def test_only_what_no_longer_holds_is_shared_out(tmp_path, monkeypatch):
    root, first = base(tmp_path), Memory()
    told(root, 1, first)
    for path in (CLAIM, STUDY):
        (root / path).write_text((root / path).read_text() + "# a remark\n")
    shared = []
    monkeypatch.setattr(sharing, "shared_out", lambda _, paths, __: shared.extend(paths) or ())
    monkeypatch.setattr("claimbook.checks.memory.shared_out", sharing.shared_out)
    told(root, 2, Memory(first.used.values()))
    assert shared == [CLAIM, STUDY]


@pytest.mark.parametrize("fault", [OSError, RuntimeError, NotImplementedError])
def test_without_processes_all_is_looked_at_in_this_one(fault, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise fault

    root = base(tmp_path, {STUDY: ("kind: article", "kind: articel")})
    plain = told(root, 1)
    monkeypatch.setattr(POOL, refuse)
    assert told(root, 2) == plain


def test_a_process_that_dies_is_done_without(tmp_path, monkeypatch):
    root = base(tmp_path)
    plain = told(root, 1)
    monkeypatch.setattr(sharing, "_looks", _dies)
    assert told(root, 2) == plain


def test_few_files_and_one_process_are_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(POOL, None)  # nobody may call it
    root = base(tmp_path)
    assert told(root, 1)
    monkeypatch.setattr(sharing, "_FEWEST", 500)
    assert told(root, 2) == told(root, 1)


def _dies(_):
    os._exit(3)
