"""What one build takes over from the site that stands, page by page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.below import files_below
from claimbook.plainfile import read_plain
from claimbook.takingover.record import Made, Record, digest, keep, recalled

if TYPE_CHECKING:
    from claimbook.policy import Seen

_NOT_FOUND = "404.html"  # made anew each time; it is in no index


class TakingOver:
    """What one build takes over from the site `out`, and what it notes in `file` for the next; without it, nothing.

    `taken` are the pages taken over, by path in the site; `seen` is what was seen of these and of the others.
    """

    def __init__(self, out: Path, file: Path | None = None) -> None:
        self.out, self.file = out, file
        self.known = recalled(file)
        self.taken: dict[str, Made] = {}
        self.seen: dict[str, Seen] = {}
        self._sources: dict[str, str] = {}
        self._now = Record("", {}, {})

    def begin(self, terms: str) -> None:
        """Say on what all pages hang this time; empty: on what cannot be told."""
        self._now = Record(terms, {}, {})

    def take(self, path: str, source: bytes, fresh: Path) -> bool:
        """Lay the page of this Markdown into the folder `fresh`, if it stands in the site as it was made."""
        self._sources[path] = digest(source)
        made = self.known.pages.get(path)
        if not made or self.known.terms != self._now.terms or made.source != self._sources[path]:
            return False
        html = _plain_file(f"{self.out}/{path}")
        if html is None or digest(html) != made.seen.digest:
            return False
        self._lay(path, html, fresh)
        self.taken[path], self.seen[path] = made, made.seen
        return True

    def take_index(self, fresh: Path) -> bool:
        """Lay the search index into the folder `fresh` too, if all its pages were taken over and it stands as made."""
        if self.seen.keys() - self.taken.keys() - {_NOT_FOUND}:
            return False
        files = {path: _plain_file(f"{self.out}/{path}") for path in self.known.search}
        if any(held is None or digest(held) != self.known.search[path] for path, held in files.items()):
            return False
        for path, held in files.items():
            self._lay(path, held or b"", fresh)
        return bool(files)

    def _lay(self, path: str, held: bytes, fresh: Path) -> None:
        """The file itself, under one more name, where the disk can; nothing is ever written into it again."""
        new = f"{fresh}/{path}"  # as text, like all paths of thousands of files
        folder = new.rpartition("/")[0]
        if not os.path.isdir(folder):  # noqa: PTH112
            Path(folder).mkdir(parents=True)
        try:
            os.link(f"{self.out}/{path}", new)
        except OSError:
            Path(new).write_bytes(held)

    def forget(self) -> None:
        """Take nothing over after all."""
        self.known = Record("", {}, {})
        self.taken.clear()
        self.seen.clear()

    def note(self, fresh: Path, index: str) -> None:
        """Note the pages of a site that is fine, and its search index, which stands in the folder `index` of it."""
        for path in self._sources.keys() & self.seen.keys():
            self._now.pages[path] = Made(self._sources[path], self.seen[path])
        for name in files_below(fresh / index) if (fresh / index).is_dir() else ():
            self._now.search[f"{index}/{name}"] = digest((fresh / index / name).read_bytes())

    def keep(self) -> None:
        """Write down what was noted, now that this site stands."""
        if self._now.terms:
            keep(self.file, self._now)


def _plain_file(path: str) -> bytes | None:
    """The content of a file that is no link; None where there is none, or it cannot be read."""
    try:
        return read_plain(path)
    except OSError:
        return None
