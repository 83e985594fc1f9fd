"""A bibliographic record may hold anything at all: it is judged, and nothing raises."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.citing import csl_faults


@pytest.mark.parametrize(
    ("value", "path", "message"),
    [
        ({"seen": date(2018, 5, 1)}, ("seen",), "seen must be text or a number, not a date"),
        ({"sizes": [1, float("inf")]}, ("sizes", 1), "an entry of sizes must be a number with an end"),
        ({"sizes": (1, float("inf"))}, ("sizes", 1), "an entry of sizes must be a number with an end"),
        ({date(2018, 5, 1): float("inf")}, ("2018-05-01",), "2018-05-01 must be a number with an end"),
        ({"a": {None: float("nan")}}, ("a", "None"), "None must be a number with an end"),
        ({"a": {3: b""}}, ("a", 3), "an entry of a must be text or a number, not a value of another kind"),
    ],
)
def test_free_fields_hold_only_what_json_can(
    value: object, path: tuple[str | int, ...], message: str
) -> None:
    [(where, said)] = csl_faults({"type": "book", "custom": value})
    assert where == ("custom", *path)
    assert said.removesuffix("; put it in quotes") == message


def test_tuples_count_as_lists() -> None:
    assert csl_faults({"type": "book", "issued": {"date-parts": ((2018, 5, 1), (2018, 6))}}) == []
    assert [path for path, _ in csl_faults({"type": "book", "categories": ("sea", 1)})] == [("categories", 1)]


@pytest.mark.parametrize("number", [2.5, -1, 10**400])
def test_any_number_with_an_end_is_one(number: float) -> None:
    assert csl_faults({"type": "book", "volume": number}) == []


def test_any_mapping_will_do() -> None:
    record = MappingProxyType({"type": "book", "issued": MappingProxyType({"literal": "1999"})})
    assert csl_faults(record) == []


def test_subclasses_count_as_their_kind() -> None:
    class Word(str):
        __slots__ = ()

    class Many(list[object]):
        pass

    assert csl_faults({"type": Word("book"), "title": Word("Tides"), "categories": Many(["sea"])}) == []
    assert csl_faults({"type": "book", "title": Many()}) == [(("title",), "title must be text, not a list")]


def test_free_fields_may_be_deep_and_circular() -> None:
    deep: dict[str, object] = {}
    bottom = deep
    for _ in range(1500):
        bottom["down"] = inner = {}
        bottom = inner
    bottom["up"] = deep
    assert csl_faults({"type": "book", "custom": deep}) == []
    bottom["when"] = date(2020, 1, 1)
    [(path, _)] = csl_faults({"type": "book", "custom": deep})
    assert path[-1] == "when"


def test_long_words_are_cut_in_messages() -> None:
    for record in ({"type": "x" * 5000}, {"type": "book", "x" * 5000: ""}):
        [(_, message)] = csl_faults(record)
        assert len(message) < 100


KEYS = st.sampled_from(
    ["type", "author", "issued", "date-parts", "custom", "family", None, 3, date(2018, 5, 1)]
)
WILD = st.recursive(
    st.none() | st.integers() | st.floats() | st.text(max_size=4) | st.dates() | st.binary(max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)


@given(WILD)
def test_nothing_makes_it_raise(value: object) -> None:
    for path, message in csl_faults(value):  # type: ignore[arg-type]
        assert all(isinstance(part, (str, int)) for part in path)
        assert message
