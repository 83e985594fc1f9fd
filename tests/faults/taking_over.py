"""Builds that take pages over from the site that stands, broken off where it matters; run as a program of its own."""

from __future__ import annotations

import gc
import json
import shutil
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from claimbook import export, pages
from tests.faults.breaking import build, built, compile_once, state

NAV = [{"Bread": "index.md"}, {"Rye": "rye.md"}, {"Oat": "oat.md"}, {"Wheat": "own/wheat.md"}]
EDITED, KEPT = Path("docs/rye.md"), Path("site/oat/index.html")
OLD, NEW = "# Rye\n\nDark.\n", "# Rye\n\nPale.\n"


class Break(NamedTuple):
    """Break off in this way at the first or the last change that this names; then the word stays, or goes back."""

    way: str
    at: str
    last: bool = False
    back: bool = False


BREAKS = (
    Break("kill", "os.link"),
    Break("half", "site.new/rye/index.html"),
    Break("kill", "ctypes.dlopen"),  # the next change is that the new site takes the old one's place
    Break("half", "site.record", back=True),
    Break("kill", "os.remove", last=True),
)


def main(root: Path) -> None:
    """Print the old site, the new one as a build from nothing makes it, and what came of each build broken off."""
    pages.make = lambda *_: {"index.md": b"# Bread\n"}
    pages.nav = lambda *_: NAV
    export.files = lambda *_: {}
    compile_once()
    old, cold = root.with_name("old"), root.with_name("cold")
    for each, text in ((old, OLD), (cold, NEW)):
        shutil.copytree(root, each)
        (each / EDITED).write_text(text)
        with redirect_stdout(sys.stderr):
            assert build(each) == 0  # in this process, so that the forks need import nothing
    gc.freeze()
    for _ in range(2):  # the first one fills the user's cache, and that counts as changes
        edited(old, root)
        told = built(root, "tell")[1]
    changes = [line for line in told.splitlines() if line.startswith("change ")]
    runs = [tried(old, root, each, changes) for each in BREAKS]
    print(json.dumps({"old": state(old)["site"], "new": state(cold)["site"], "runs": runs}))


def edited(old: Path, root: Path) -> None:
    """Lay the old state into `root` and change a word of a page."""
    shutil.rmtree(root)
    shutil.copytree(old, root)
    (root / EDITED).write_text(NEW)


def tried(old: Path, root: Path, each: Break, changes: list[str]) -> dict[str, Any]:
    """A build broken off, and one after it; `taken`: whether both took over the page that is the same."""
    found = [number for number, line in enumerate(changes, 1) if each.at in line]
    edited(old, root)
    kept = (root / KEPT).stat().st_ino
    status, _ = built(root, each.way, found[-1 if each.last else 0])
    after = state(root)["site"]
    if each.back:
        (root / EDITED).write_text(OLD)
    again, told = built(root)
    following = {"status": again, "told": told, "site": state(root)["site"]}
    following["taken"] = (root / KEPT).stat().st_ino == kept
    return {"break": each._asdict(), "status": status, "after": after, "next": following}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
