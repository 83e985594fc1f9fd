"""Problems → text: the formats that `check` can print, one module each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimbook.problem import Problem
from claimbook.report import as_json, concise, full, github, sarif

# (sorted problems, counts, path → text of the files they stand in; a path may be missing) → what to print.
# The text ends in one line break, and any output can be written as UTF-8, whatever the problems hold.
Renderer = Callable[[Sequence[Problem], Mapping[str, int], Mapping[str, str]], str]

FORMATS: dict[str, Renderer] = {
    "full": full.render,
    "concise": concise.render,
    "github": github.render,
    "json": as_json.render,
    "sarif": sarif.render,
}

__all__ = ["FORMATS", "Renderer"]
