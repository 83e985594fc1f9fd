"""The map of a topic: which links it shows, in which order its claims stand, and its list."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from claimbook.checks import Facts
from claimbook.load import load
from claimbook.pages.book import Book
from claimbook.pages.pictures.circle import circle
from claimbook.pages.pictures.claims_map import claims_list, claims_map, links, ordered
from claimbook.pages.pictures.drawing import PALETTE, drawn
from tests.bases import written
from tests.rich import GUIDE, RICH


def claims(**related):
    """Claims by id, each with (relation, other) pairs."""
    return [
        SimpleNamespace(id=name, related=[SimpleNamespace(relation=how, claim=to) for how, to in pairs])
        for name, pairs in related.items()
    ]


def book(tmp_path, **changes):
    library, _ = load(written(tmp_path, {**RICH, **changes}))
    return Book(Facts(library, date(2026, 11, 21)))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"a": [("explains", "b")], "b": []}, [("a", "explains", "b")]),
        ({"a": [("follows-from", "b")], "b": []}, [("b", "explains", "a")]),
        ({"a": [("follows-from", "b")], "b": [("explains", "a")]}, [("b", "explains", "a")]),
        ({"a": [], "b": [("see-also", "a")]}, [("a", "see-also", "b")]),
        ({"a": [("see-also", "b")], "b": [("see-also", "a")]}, [("a", "see-also", "b")]),
        (
            {"a": [("conflicts-with", "b")], "b": [("conflicts-with", "a")]},
            [("a", "conflicts-with", "b")],
        ),
        ({"a": [("see-also", "b")], "b": [("conflicts-with", "a")]}, [("a", "conflicts-with", "b")]),
        ({"a": [("see-also", "elsewhere")]}, []),
    ],
)
def test_each_link_is_shown_once_and_as_what_it_says(told, expected):
    assert links(claims(**told)) == expected


def test_linked_claims_stand_side_by_side_and_none_is_left_out():
    found = claims(a=[("see-also", "d")], b=[("explains", "c")], c=[], d=[("see-also", "e")], e=[], f=[])
    assert [claim.id for claim in ordered(found, links(found))] == ["a", "d", "e", "b", "c", "f"]


def test_the_list_tells_the_links_both_ways_by_its_numbers(tmp_path):
    base = book(tmp_path)
    tea, coffee = base.library.topics
    assert [line.rpartition(") ")[2] for line in claims_list(base, tea).splitlines()] == [
        "Is explained by 2.",
        "See also 3. Explains 1.",
        "See also 2.",
    ]
    assert claims_list(base, coffee) == ""
    assert claims_map(base, coffee) is None
    map_ = claims_map(base, tea)
    assert map_.path == "pictures/topics/tea.svg"
    assert "A thin line" in map_.note
    assert "An arrow" in map_.note
    assert "A broken line" not in map_.note


def test_a_claim_without_a_link_says_so(tmp_path):
    alone = RICH[GUIDE].replace("label of Tea Ltd", "leaflet of Tea Ltd")
    base = book(tmp_path, **{"claims/tea/leaflet-names-a-dose.yaml": alone})
    last = claims_list(base, base.library.topics[0]).splitlines()[-1]
    assert last.startswith("4. [The 2020 leaflet")
    assert last.endswith("No link to another claim of this topic.")


def test_more_claims_than_a_circle_has_room_for_are_only_listed(tmp_path):
    many = {f"claims/tea/dose-{number}.yaml": RICH[GUIDE] for number in range(38)}
    base = book(tmp_path, **many)
    tea = base.library.topics[0]
    assert claims_map(base, tea) is None
    assert claims_list(base, tea).count("\n") == 40


def test_lines_arrows_and_conflicts_are_told_by_their_form():
    found = links(claims(a=[("explains", "b"), ("conflicts-with", "c")], b=[("see-also", "c")], c=[]))
    drawing = drawn(circle(["a", "b", "c"], found))
    paths = [path for path in drawing.iter("path") if path.get("stroke") and not path.get("fill")]
    look = {(path.get("stroke"), path.get("stroke-dasharray")) for path in paths}
    assert look == {(PALETTE["quiet"], None), (PALETTE["bar"], None), (PALETTE["against"], "5,4")}
    heads = [path for path in drawing.iter("path") if "rotate" in path.get("transform", "")]
    assert len(heads) == 1
    assert [text.text for text in drawing.iter("text")] == ["1", "2", "3"]


@pytest.mark.parametrize("number", [2, 12, 40])
def test_no_dot_lies_on_another(number):
    drawing = drawn(circle([f"claim{place}" for place in range(number)], []))
    spots = [tuple(map(float, text.get("transform")[10:-1].split(","))) for text in drawing.iter("text")]
    assert len(spots) == number
    apart = [((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a in spots for b in spots if a is not b]
    assert min(apart) > 22
    assert all(12 <= x <= 328 for x, _ in spots)
