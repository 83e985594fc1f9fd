"""The search for garbage is off for a while, and then as it was."""

from __future__ import annotations

import gc

import pytest

from claimbook.haste import in_haste


@pytest.mark.parametrize("was", [True, False])
def test_the_search_is_off_meanwhile_and_as_it_was_afterwards(was: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was else gc.disable)()
        with in_haste():
            with in_haste():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert gc.isenabled() == was
        with pytest.raises(ZeroDivisionError), in_haste():
            raise ZeroDivisionError
        assert gc.isenabled() == was
    finally:
        (gc.enable if before else gc.disable)()
