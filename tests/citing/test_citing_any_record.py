"""Whatever a record holds, it is cited: on one line, without raising."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.citing import authors_short, primary_url, reference, url_fault, year

FIELDS = [
    "type",
    "title",
    "author",
    "editor",
    "container-title",
    "issued",
    "accessed",
    "volume",
    "page",
    "URL",
    "DOI",
]


@pytest.mark.parametrize(
    "value",
    [10**5000, -(10**5000), float("nan"), float("inf"), True, None, [], {}],
    ids=lambda value: type(value).__name__,
)
def test_a_value_that_is_no_number_or_text_is_left_out(value: object) -> None:
    assert reference({"title": "Foam", "volume": value}, False) == "[no author named]. Foam."


WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["family", "given", "date-parts", "raw"]), inner, max_size=2)
    ),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(FIELDS), WILD, max_size=6), st.booleans())
def test_any_record_is_cited_on_one_line(csl: dict[str, object], more: bool) -> None:
    assert reference(csl, more).split() == reference(csl, more).split(" ")
    assert authors_short(csl, more)
    assert year(csl) != ""
    url = primary_url(csl)
    assert url is None or url_fault(url) is None
