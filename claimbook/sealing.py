"""The pages of a built site, each given its policy, and the header for servers that can send one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.below import files_below
from claimbook.policy import header, scripts_of, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimbook.policy import Seen

HEADERS = "_headers"  # as some hosts read it; to others it is a text file


def seal(site: Path, themes: Iterable[Path], done: dict[str, Seen] | None = None) -> list[str]:
    """Write its policy into each page of the folder `site`, and the header into ``_headers``.

    `themes` are the folders of the templates that the pages were made from; only their scripts may stand
    in a page. `done` are pages, by path, that are sealed already; the others are added to it.
    Returns what the policy would refuse, as text; a ``_headers`` that is there already stays.
    """
    done = {} if done is None else done
    templates = (path for folder in themes for path in sorted(folder.rglob("*.html")))
    scripts = scripts_of(path.read_text(encoding="utf-8", errors="replace") for path in templates)
    faults: list[str] = []
    for name in files_below(site, ".html"):
        if name not in done:
            with (site / name).open("r+b") as file:
                page = sealed(file.read(), scripts)
                file.seek(0)
                file.write(page.html)  # which is as long, or longer
            done[name] = page.seen
            faults += (f"{name}: {each}" for each in dict.fromkeys(page.refused))
    if not (site / HEADERS).exists():
        text = f"/*\n  Content-Security-Policy: {header(each for page in done.values() for each in page.hashes)}\n"
        (site / HEADERS).write_text(text, encoding="utf-8", newline="\n")
    return faults
