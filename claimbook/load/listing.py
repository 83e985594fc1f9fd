"""Which files a base has, and what each is by its place and name; nothing of them is read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from claimbook.load.files import walk
from claimbook.load.ids import is_id, proper_id
from claimbook.load.placing import LISTS, misplaced_claim, misplaced_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_YAML = (".yaml", ".yml")


class Listing:
    """The paths of a base's files, relative to its root, in the order in which they are read.

    `sources` and `texts` are by key; `misplaced` are those that cannot stand where they stand.
    Raises `CannotRunError` where a folder cannot be listed.
    """

    def __init__(self, root: Path) -> None:
        below_claims = {each.path: each for each in walk(root, "claims")}
        self.lists = sorted(LISTS & below_claims.keys())
        wrong = {path: misplaced_claim(each) for path, each in below_claims.items() if path not in LISTS}
        self.claims = [path for path, fault in wrong.items() if path.endswith(".yaml") and not fault]
        wrong |= {each.path: misplaced_source(each) for each in walk(root, "sources")}
        self.misplaced = {path: fault for path, fault in wrong.items() if fault}
        rest = [path for path in wrong if path.startswith("sources/") and path not in self.misplaced]
        self.sources = {stem(path): path for path in rest if path.endswith(".yaml")}
        self.texts = {stem(path): path for path in rest if path.endswith(".txt")}

    @cached_property
    def claim_names(self) -> frozenset[str]:
        """The ids that a claim's file bears or was meant to bear, readable or not."""
        return _names([*self.claims, *self._astray("claims/", _YAML)])

    @cached_property
    def source_names(self) -> frozenset[str]:
        """The keys that a source's file bears or was meant to bear, readable or not."""
        return _names([*self.sources.values(), *self._astray("sources/", _YAML)])

    @cached_property
    def text_names(self) -> frozenset[str]:
        """The keys for which a text is held, readable or not."""
        return _names([*self.texts.values(), *self._astray("sources/", (".txt",))])

    def _astray(self, folder: str, endings: tuple[str, ...]) -> list[str]:
        return [path for path in self.misplaced if path.startswith(folder) and path.lower().endswith(endings)]


def stem(path: str) -> str:
    """The name of a file without its ending."""
    return path.rpartition("/")[2].rpartition(".")[0]


def _names(paths: Iterable[str]) -> frozenset[str]:
    stems = {stem(path) for path in paths}
    return frozenset(stems | {proper_id(each) for each in stems if not is_id(each)})
