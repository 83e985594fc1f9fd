"""What `benchmarks/run.py` makes of what it measured, and that each stage of a build is still there to measure."""

from __future__ import annotations

import json
import sys

import pytest

from benchmarks import peers, run, stages, tables
from benchmarks.make_base import make_base
from benchmarks.processes import Cost, cost, edit
from claimbook.checks.example import BASE
from claimbook.examine import examine
from tests.bases import TODAY, base


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
    told = tables.ours_of_mkdocs(columns, columns)
    assert told.endswith(" 0.500 at this base (0.700 with what citeproc-py and vl-convert take).")
    assert "| links checked | 1.00 s (0.100) |" in tables.shares(columns)


def test_a_build_after_an_edit_is_set_against_the_cold_one():
    cold = {1000: {"MkDocs": Cost(8), stages.INDEX: Cost(2)}}
    edited = {1000: {"MkDocs": Cost(1), stages.INDEX: Cost(2)}}
    assert tables.of_cold(edited, cold).endswith(" 0.300 at 1,000 claims (0.125 without the search index).")


def test_the_clock_is_told_of_a_check_without_a_cache():
    costs = {tables.NO_CACHE: Cost(18, 100, 11.26), tables.COLD_CACHE: Cost(18, 100, 12)}
    assert tables.by_the_clock({10000: costs}).endswith(
        " 11.3 s at 10,000 claims; 12.0 s at 10,000 claims (cold cache)."
    )


def test_what_a_stage_within_a_stage_takes_counts_once(monkeypatch):
    clock, now = stages.Clock(), iter((0, 10, 13, 20, 30, 34))
    monkeypatch.setattr(stages, "spent", lambda: next(now))
    inner = clock.noting(lambda: None, stages.REFERENCES)
    clock.noting(inner, "links checked")()
    inner()
    assert (clock.taken["links checked"], clock.taken[stages.REFERENCES]) == (17, 7)


def test_of_two_runs_the_seconds_add_up_and_the_larger_memory_stays():
    assert Cost(1, 30, 4) + Cost(2, 20, 3) == Cost(3, 30, 7)


def test_time_by_the_clock_is_no_processor_time(tmp_path):
    slept = cost([sys.executable, "-c", "import time; time.sleep(.2)"], tmp_path)
    assert slept.elapsed > max(0.2, slept.seconds)


def test_an_edit_changes_another_visible_word_each_time_and_makes_no_fault(tmp_path):
    make_base(tmp_path, 3)
    before, shown = examine(tmp_path, TODAY).problems, []
    for _ in range(6):
        edit(tmp_path)
        found = examine(tmp_path, TODAY)
        assert found.problems == before
        shown.append(found.facts.library.claims[0].plain)
    words = [text.rstrip(".").rpartition(" ")[2] for text in shown]
    assert words == ["hours", "days", "weeks", "months", "years", "hours"]
    assert len({text.rpartition(" ")[0] for text in shown}) == 1


def test_a_claim_without_a_word_to_change_is_no_base_to_measure(tmp_path):
    (tmp_path / "claims" / "tea").mkdir(parents=True)
    (tmp_path / "claims" / "tea" / "one.yaml").write_text("plain: ''\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="no `plain`"):
        edit(tmp_path)


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
    taken = run.one_build(tmp_path)
    assert taken.keys() == {*stages.STAGES, stages.REST}
    assert min(taken.values()) > Cost(0)
