"""The pages of a built site, each given its policy, and the header for servers that can send one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.policy import header, scripts_of, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

HEADERS = "_headers"  # as some hosts read it; to others it is a text file


def seal(site: Path, themes: Iterable[Path]) -> list[str]:
    """Write its policy into each page of the folder `site`, and the header into ``_headers``.

    `themes` are the folders of the templates that the pages were made from; only their scripts may stand
    in a page. Returns what the policy would refuse, as text; a ``_headers`` that is there already stays.
    """
    templates = (path for folder in themes for path in sorted(folder.rglob("*.html")))
    scripts = scripts_of(path.read_text(encoding="utf-8", errors="replace") for path in templates)
    faults: list[str] = []
    hashes: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        page = sealed(path.read_bytes(), scripts)
        path.write_bytes(page.html)
        hashes.update(page.hashes)
        faults += (f"{path.relative_to(site).as_posix()}: {each}" for each in dict.fromkeys(page.refused))
    if not (site / HEADERS).exists():
        text = f"/*\n  Content-Security-Policy: {header(hashes)}\n"
        (site / HEADERS).write_text(text, encoding="utf-8", newline="\n")
    return faults
