"""Our verdict on a CSL-JSON item is that of jsonschema, on the same schema file, whatever the item."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.citing import csl_faults
from claimbook.citing.schema import SCHEMA_FILE, Shape, item_shape

SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
ORACLE = jsonschema.Draft7Validator(SCHEMA)
NAMES = sorted(name for name in item_shape().fields if name != "id")
SCALARS = {
    "string": st.text(max_size=5),
    "number": st.integers(-3000, 3000) | st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
}
ANYTHING = st.recursive(
    st.none() | st.one_of(*SCALARS.values()),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["family", "given", "date-parts", "circa", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def sound(shape: Shape) -> st.SearchStrategy[object]:
    """Values that fit `shape`, save that any list or mapping inside may hold something else in a place."""
    if shape.choices:
        return st.sampled_from(sorted(shape.choices))
    if "array" in shape.kinds and shape.entries is not None:
        most = 3 if shape.most is None else shape.most
        return st.lists(mostly(shape.entries), min_size=shape.least, max_size=most)
    if "object" in shape.kinds and shape.fields:
        some = st.lists(st.sampled_from(sorted(shape.fields)), unique=True, max_size=3)
        return some.flatmap(
            lambda names: st.fixed_dictionaries({name: mostly(shape.fields[name]) for name in names})
        )
    if "object" in shape.kinds:
        return st.dictionaries(st.text(max_size=3), ANYTHING, max_size=2)
    return st.one_of(*(SCALARS[kind] for kind in sorted(shape.kinds)))


def mostly(shape: Shape) -> st.SearchStrategy[object]:
    return st.integers(0, 11).flatmap(lambda roll: sound(shape) if roll else ANYTHING)


@st.composite
def items(draw: st.DrawFn) -> dict[str, object]:
    """An item of a few fields: sound, or here and there an ill value, a stray field, or no type."""
    fields = item_shape().fields
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
    item = {name: draw(mostly(fields[name])) for name in names}
    if draw(st.integers(0, 9)):
        item["type"] = draw(mostly(fields["type"]))
    if not draw(st.integers(0, 9)):
        item[draw(st.text(max_size=6).filter(lambda name: name != "id"))] = draw(ANYTHING)
    return item


def accepts(item: object) -> bool:
    return ORACLE.is_valid([{**item, "id": "tides"} if isinstance(item, dict) else item])


@settings(max_examples=400, deadline=None)
@given(items())
def test_valid_for_us_is_valid_for_jsonschema(item: dict[str, object]) -> None:
    assert (csl_faults(item) == []) is accepts(item)


DATES = [
    {"date-parts": parts} for parts in ([], [[]], [[1]], [[1, 2, 3, 4]], [[1], [2], [3]], [1, 2], [[True]])
]


PARTS = ([], [[]], [[1]], [[1, 2, 3, 4]], [[1], [2], [3]], [1, 2], [[True]])
VALUES = [None, True, 3, 2.5, "", "2018", [], ["x"], [[2018]], [{}], [{"family": "Kale"}], {}, {"circa": 1}]


@pytest.mark.parametrize("value", [*VALUES, *({"date-parts": parts} for parts in PARTS)], ids=repr)
def test_every_field_takes_what_the_schema_lets_it_take(value: object) -> None:
    items = [{"type": "book", name: value} for name in NAMES]
    assert [csl_faults(item) == [] for item in items] == [accepts(item) for item in items]


def test_every_type_of_the_schema_is_taken_and_no_other() -> None:
    known = SCHEMA["items"]["properties"]["type"]["enum"]
    assert [
        kind for kind in [*known, "Book", "", "journal-article"] if not csl_faults({"type": kind})
    ] == known


def test_the_generated_items_are_of_both_sorts() -> None:
    """Guards the tests above against a strategy that only ever makes one verdict."""
    verdicts = set()

    @settings(max_examples=100, deadline=None, database=None, derandomize=True)
    @given(items())
    def collect(item: dict[str, object]) -> None:
        verdicts.add(accepts(item))

    collect()
    assert verdicts == {True, False}
