"""What `benchmarks/run.py` makes of what it measured, and that each stage of a build is still there to measure."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from benchmarks import peers, run, stages, tables
from benchmarks.make_base import make_base
from benchmarks.processes import Cost
from claimbook.checks.example import BASE
from tests.bases import base


def page(tmp_path, text):
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_stands_between_the_markers_is_replaced_and_nothing_else(tmp_path):
    path = page(tmp_path, f"Before.\n\n{tables.BEGIN}\nold\n{tables.END}\n\nAfter.\n")
    tables.put(path, "new")
    tables.put(path, "newer")
    assert path.read_text("utf-8") == f"Before.\n\n{tables.BEGIN}\n\nnewer\n\n{tables.END}\n\nAfter.\n"


@pytest.mark.parametrize("text", ["", tables.BEGIN, f"{tables.BEGIN}{tables.END}{tables.END}"])
def test_a_page_without_both_markers_is_left_as_it_is(tmp_path, text):
    path = page(tmp_path, text)
    with pytest.raises(ValueError, match="once each"):
        tables.put(path, "new")
    assert path.read_text("utf-8") == text


def test_the_page_of_the_site_has_room_for_the_tables():
    text = run.PAGE.read_text("utf-8")
    assert (text.count(tables.BEGIN), text.count(tables.END)) == (1, 1)


def test_seconds_memory_and_what_is_missing_stand_in_the_table():
    columns = {100: {"check": Cost(1.234, 40.4), "Zensical": Cost(2)}, 1000: {"check": Cost(12.3, 41)}}
    assert tables.costs(columns).splitlines() == [
        "| step | 100 claims | 1,000 claims |",
        "|---|---|---|",
        "| check | 1.23 s, 40 MB | 12.30 s, 41 MB |",
        "| Zensical | 2.00 s | – |",
    ]


def test_the_cost_of_a_claim_leaves_out_the_start_of_python():
    columns = {
        size: {"Python alone": Cost(1), "check, no cache": Cost(seconds)}
        for size, seconds in ((1000, 31), (10, 9), (100, 5))
    }
    assert tables.growth(columns) == "Cost of a claim at 1,000 against 100: check, no cache 0.75."
    assert tables.growth({100: columns[100]}) == ""


def test_check_is_set_against_both_peers_together():
    costs = {"check, no cache": Cost(2), peers.SHAPE: Cost(15), peers.LINES: Cost(5), peers.FILES: Cost(25)}
    assert tables.against_peers({100: costs}).endswith(
        "0.100 at 100 claims; 0.050 at 100 claims (as YAML files)."
    )
    assert tables.against_peers({100: {"check, no cache": Cost(2), peers.SHAPE: Cost(15)}}) == ""


def test_check_is_set_against_starting_mkdocs_on_the_smallest_base():
    small = {tables.NO_CACHE: Cost(1), tables.IMPORTS: Cost(1), tables.EMPTY: Cost(3)}
    told = tables.against_start({1000: {**small, tables.NO_CACHE: Cost(9)}, 100: small})
    assert told.endswith(": 0.25 at 100 claims.")


def test_our_stages_are_set_against_mkdocs():
    columns = {0: {stage: Cost(1) for stage in stages.STAGES} | {stages.MKDOCS: Cost(10)}}
    assert tables.ours_of_mkdocs(columns).endswith(" 0.500 at this base.")
    assert "| links checked | 1.00 s (0.100) |" in tables.shares(columns)


def test_of_two_runs_the_seconds_add_up_and_the_larger_memory_stays():
    assert Cost(1, 30) + Cost(2, 20) == Cost(3, 30)


def test_the_peer_gets_every_quote_with_its_source_and_its_own_marks(tmp_path):
    claim = next(path for path in BASE if path.count("/") == 2 and "quote: " in BASE[path])
    root = base(tmp_path)
    path = root / claim
    path.write_text(path.read_text("utf-8").replace('quote: "', 'quote: "[…] ', 1), encoding="utf-8")
    names = peers.write_quotes(root, tmp_path / "quotes")
    told = [json.loads((tmp_path / "quotes" / name).read_text("utf-8"))["evidence"] for name in names]
    lines = (tmp_path / "quotes" / "lines.txt").read_text("utf-8").splitlines()
    assert lines == [f"{each['reference']}\t{each['supporting_text']}" for each in peers.flat(told)]
    assert sum(line.count("\t... ") for line in lines) == 1
    assert all((root / "sources" / line.split("\t")[0].removeprefix("file:")).is_file() for line in lines)
    quotes = sum(text.count("quote: ") for path, text in BASE.items() if path.endswith(".yaml"))
    assert len(lines) == quotes > 1


def test_every_stage_of_a_build_is_found_and_takes_time(tmp_path):
    make_base(tmp_path, 3)
    done = subprocess.run(
        [sys.executable, stages.__file__, str(tmp_path)], stdout=subprocess.PIPE, check=True, timeout=100
    )
    taken = json.loads(done.stdout)
    assert taken.keys() == {*stages.STAGES, stages.REST, stages.AGAIN}
    assert min(taken.values()) > 0
