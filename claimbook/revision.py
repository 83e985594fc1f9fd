"""A base as it stood at a git revision: asks git, writes nothing into the repository."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.errors import CannotRunError, explained

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = ("claims", "sources")
_PLAIN = (
    "100644",
    "100755",
)  # git's modes of plain files; links are left out, as the reading leaves them out


@contextmanager
def base_at(root: Path, revision: str) -> Iterator[Path]:
    """A temporary folder with the claims and sources of the base `root` as of `revision`.

    Bytes are those of the repository, whatever a checkout makes of them. Raises `CannotRunError` where
    there is no git, no repository, no such revision, or no base at it.
    """
    files = _files(root, _commit(root, revision))
    if not files:
        raise CannotRunError(f"there is no base at the revision '{revision}': it has no claims/ or sources/")
    with (
        tempfile.TemporaryDirectory(prefix="claimbook-") as folder,
        explained("cannot write a temporary copy"),
    ):
        for path, content in zip(files, _contents(root, list(files.values())), strict=True):
            full = Path(folder, path)
            full.parent.mkdir(parents=True, exist_ok=True)
            full.write_bytes(content)
        yield Path(folder)


def _commit(root: Path, revision: str) -> str:
    if shutil.which("git") is None:
        raise CannotRunError("git is not installed, and only git knows what the base was")
    if _git(root, "rev-parse", "--is-inside-work-tree", refusal="").strip() != b"true":
        raise CannotRunError(f"{root} is in no git repository, so there is nothing to compare with")
    found = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", refusal=""
    )
    if not found:
        shallow = _git(root, "rev-parse", "--is-shallow-repository", refusal="").strip() == b"true"
        hint = (
            "this clone is shallow, so it holds only the newest revisions; get the rest with: git fetch --unshallow"
            if shallow
            else "'git log --oneline' lists those that there are"
        )
        raise CannotRunError(f"there is no revision '{revision}' here; {hint}")
    return found.decode().strip()


def _files(root: Path, commit: str) -> dict[str, str]:
    """The object names of plain files by their path below the root."""
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", *FOLDERS)
    found = {}
    for entry in filter(None, listed.split(b"\0")):
        mode, _, rest = entry.decode("utf-8", "surrogateescape").partition(" ")
        kind, _, rest = rest.partition(" ")
        name, _, path = rest.partition("\t")
        if mode in _PLAIN and kind == "blob":
            found[path] = name
    return found


def _contents(root: Path, names: list[str]) -> Iterator[bytes]:
    """The contents of these objects, from one run of git."""
    answer = _git(root, "cat-file", "--batch", input_="".join(f"{name}\n" for name in names).encode())
    at = 0
    for _ in names:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[-1])
        yield answer[end + 1 : end + 1 + size]
        at = end + size + 2


def _git(root: Path, *words: str, input_: bytes = b"", refusal: str | None = None) -> bytes:
    """What git prints; where it refuses, `refusal` in bytes, or an error if that is None."""
    with explained("cannot run git"):
        done = subprocess.run(
            ["git", "-C", str(root), *words], input=input_, capture_output=True, check=False
        )
    if done.returncode == 0:
        return done.stdout
    if refusal is not None:
        return refusal.encode()
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    raise CannotRunError(f"git refused: {said[0] if said else 'no reason given'}")
