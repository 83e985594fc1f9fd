"""Stretches of a run in which nobody looks for garbage."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def in_haste() -> Iterator[None]:
    """Spare the search for circles of garbage where what is made is kept: it would look at all that stands, each time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
