"""Where answers from elsewhere are kept between runs: outside the base, so that none becomes part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.errors import CannotRunError, explained

if TYPE_CHECKING:
    from pathlib import Path


def cache_folder(root: Path, name: str, given: Path | None = None) -> Path:
    """The folder `name` in the cache of this computer's user, or in the folder `given`; made if missing.

    Raises `CannotRunError` where it would lie in the base `root`, or cannot be made.
    """
    if given is None:
        from platformdirs import user_cache_path

        given = user_cache_path("claimbook", appauthor=False)
    folder = given.expanduser().resolve() / name
    if folder.is_relative_to(root.resolve()):
        raise CannotRunError(f"the cache {folder} lies in the base; name a folder outside of {root}")
    with explained(f"cannot make the cache {folder}"):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
