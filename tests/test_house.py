"""The drawing and the table of the house in docs/ are what the code gives."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.house import floors, imports, reached, reduced, rooms, table
from tests.housedrawing import LEFT, across, crossings, cut, drawing, first_rows, placed, sorted_rows, wide

PROJECT = Path(__file__).parent.parent
DOCS = PROJECT / "docs"
DRAWING = DOCS / "assets" / "house.svg"
PAGE = DOCS / "architecture.md"
BEGIN, END = "<!-- the house: begin -->\n\n", "\n\n<!-- the house: end -->"


def test_the_drawing_is_that_of_the_code(update_golden):
    if update_golden:
        DRAWING.write_text(drawing(floors()), encoding="utf-8")
        pytest.fail("the drawing was made anew: look at it, then run without the switch")
    assert DRAWING.read_text(encoding="utf-8") == drawing(floors())


def test_the_table_is_that_of_the_code(update_golden):
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    held, _, after = rest.partition(END)
    if update_golden:
        PAGE.write_text(f"{before}{BEGIN}{table(floors())}{END}{after}", encoding="utf-8")
        pytest.fail("the table was made anew: read it, then run without the switch")
    assert held == table(floors())


def test_the_drawing_shows_and_tells_every_room():
    svg = ElementTree.fromstring(drawing(floors()))
    name = "{http://www.w3.org/2000/svg}"
    shown = {text.text for text in svg.iter(f"{name}text")}
    told = svg.findtext(f"{name}desc")
    for room in rooms().values():
        assert room in shown
        assert room in told


def test_no_room_covers_another_or_leaves_the_house():
    floor_on = floors()
    order = first_rows(cut(reduced(imports()), floor_on), floor_on)
    width = across(order)
    for row in order:
        ends = [(x - wide(place) / 2, x + wide(place) / 2) for place, x in placed(row, width).items()]
        assert ends[0][0] > LEFT
        assert ends[-1][1] < width
        assert all(end < begin for (_, end), (begin, _) in pairwise(ends))


def test_fewer_arrows_lead_to_the_same_rooms():
    full, few = imports(), reduced(imports())
    assert sum(map(len, few.values())) < sum(map(len, full.values()))
    for room in full:
        assert few[room] <= full[room]
        assert reached(few, room) == reached(full, room)


def test_a_straight_arrow_is_left_out_where_a_way_leads_round():
    graph = {"hive": {"comb", "wax"}, "comb": {"wax"}, "wax": set()}
    assert reduced(graph) == {"hive": {"comb"}, "comb": {"wax"}, "wax": set()}


def test_arrows_go_down_floor_by_floor_and_share_their_way():
    on_floor = {"bee": 3, "wasp": 3, "wax": 0}
    graph = {"bee": {"wax"}, "wasp": {"wax"}, "wax": set()}
    steps = [("bee", "wax@2"), ("wasp", "wax@2"), ("wax@1", "wax"), ("wax@2", "wax@1")]
    assert cut(graph, on_floor) == steps
    assert first_rows(steps, on_floor) == [["wax"], ["wax@1"], ["wax@2"], ["bee", "wasp"]]


def test_ordering_takes_crossings_away():
    order, steps = [["cli", "pages"], ["load", "model"]], [("load", "pages"), ("model", "cli")]
    assert crossings(order, steps) == 1
    assert crossings(sorted_rows(order, steps), steps) == 0


def test_imports_are_found_in_every_form_of_import_line(tmp_path):
    package = tmp_path / "hive"
    (package / "comb").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "comb" / "__init__.py").write_text(
        "import json\nimport hive.wax\nfrom hive.comb import cell\n"
    )
    (package / "comb" / "cell.py").write_text("def lay():\n    from hive.egg import Egg\n")
    (package / "wax.py").write_text("from hive import egg\nfrom hivemind import comb\n")
    (package / "egg.py").write_text("from pathlib import Path\n")
    assert rooms(package) == {"comb": "comb/", "egg": "egg.py", "wax": "wax.py"}
    assert imports(package) == {"comb": {"egg", "wax"}, "egg": set(), "wax": {"egg"}}


@pytest.mark.parametrize(
    "name", ["README.md", "docs/architecture.md", "docs/decisions.md", "docs/performance.md"]
)
def test_every_file_that_a_page_names_is_there(name):
    named = set(re.findall(r"`([\w./-]+(?:/|\.(?:py|yaml|toml|md)))`", (PROJECT / name).read_text("utf-8")))
    made = {".schemas/", "build/", "build/docs/", "site/"}
    assert [path for path in sorted(named - made) if not _stands(path)] == []


def _stands(path: str) -> bool:
    return any((folder / path).exists() for folder in (PROJECT, PROJECT / "claimbook"))
