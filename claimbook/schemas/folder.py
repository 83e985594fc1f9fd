"""The schemas in the folder from which editors read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.errors import explained
from claimbook.schemas.files import FOLDER, make
from claimbook.write import put

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.checks import Facts


def write_schemas(folder: Path, facts: Facts) -> list[Path]:
    """Write the schemas into a folder and return what was written.

    What is already there stays untouched, since editors read a changed schema at once.
    """
    written = []
    for name, content in make(facts).items():
        path = folder / name
        with explained(f"cannot read {path}"):
            is_there = path.is_file() and path.read_bytes() == content
        if not is_there:
            put(path, content)
            written.append(path)
    return written


def refresh_schemas(root: Path, facts: Facts) -> None:
    """Bring the schemas of a base up to date where a curator has them, so that a new key is completed at once."""
    if (root / FOLDER).is_dir():
        write_schemas(root / FOLDER, facts)
