"""Tiny bases for tests: the one about tea in which the rules show their examples, and changes to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from claimbook.checks.example import BASE
from claimbook.examine import examine
from claimbook.load import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.problem import Problem

    Change = str | bytes | tuple[str, str] | None

TODAY = date(2026, 11, 21)


def base(tmp_path: Path, changes: Mapping[str, Change] | None = None) -> Path:
    """A fresh folder below `tmp_path` that holds the good tiny base with `changes`.

    By path: a text or bytes is the file's new content, None takes the file away, and a pair (old, new)
    replaces a stretch that stands in it exactly once.
    """
    files: dict[str, str | bytes] = dict(BASE)
    for path, change in (changes or {}).items():
        if change is None:
            del files[path]
        elif isinstance(change, tuple):
            files[path] = changed(str(files[path]), *change)
        else:
            files[path] = change
    return written(tmp_path, files)


def written(tmp_path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A fresh folder below `tmp_path` with these files, byte for byte."""
    root = Path(mkdtemp(prefix="base-", dir=tmp_path))
    for path, content in files.items():
        full = root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def changed(text: str, old: str, new: str) -> str:
    """The text with a stretch replaced that must stand in it exactly once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def problems(root: Path, texts: Path | None = None, today: date = TODAY) -> list[Problem]:
    """All problems of the base, those met while loading it among them."""
    return examine(root, today, texts).problems


def rules(root: Path, texts: Path | None = None, today: date = TODAY) -> list[str]:
    """The names of the rules that speak, sorted by place."""
    return [problem.rule for problem in problems(root, texts, today)]


def loaded(root: Path) -> list[Problem]:
    """Only the problems met while loading, sorted."""
    return sorted(load(root)[1])
