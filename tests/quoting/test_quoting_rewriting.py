"""The way back from a rewritten text to the offsets of the old one."""

from __future__ import annotations

import pytest

from claimbook.quoting.rewriting import rewrite

OLD = "a...b  c-d"
NEW, LAYER = rewrite(OLD, [(1, 4, "…"), (5, 7, ""), (7, 8, ""), (8, 9, "---")])


def test_rewrite():
    assert NEW == "a…b---d"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ((0, 1), (0, 1)),
        ((1, 2), (1, 4)),
        ((2, 3), (4, 5)),
        ((0, 3), (0, 5)),
        ((3, 4), (8, 9)),
        ((4, 5), (8, 9)),
        ((3, 7), (8, 10)),
        ((6, 7), (9, 10)),
        ((2, 7), (4, 10)),
    ],
)
def test_stretches_lead_back_without_what_was_taken_out_beside_them(new, old):
    assert LAYER.before(*new) == old


def test_nothing_to_rewrite():
    text, layer = rewrite(OLD, [])
    assert (text, layer.before(2, 5)) == (OLD, (2, 5))
