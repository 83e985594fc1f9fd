"""JSON on one line, as Python's own encoder writes it."""

from __future__ import annotations

import json

import pytest

from claimbook.encoded import encoded

SOUND = [
    None,
    True,
    0,
    -1,
    2019,
    1.5,
    "",
    "a",
    'é"\\/\n\x00\x7f\u2028𝄞',
    [],
    {},
    (1, [2]),
    {"ö": {"b": [None]}},
]
REFUSED = ["x\ud800", ["\udfff", "a"], {"a\ud800": 1}, 1 << 64, [-(1 << 70)], {1: {"a": 2}}]


@pytest.mark.parametrize("value", [*SOUND, *REFUSED], ids=ascii)
def test_it_is_what_python_would_write(value):
    assert encoded(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("value", [b"a", {1, 2}, object()], ids=["bytes", "set", "object"])
def test_what_json_has_no_word_for_is_an_error(value):
    with pytest.raises(TypeError):
        encoded(value)
