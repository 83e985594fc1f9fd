"""A check and a build by a user who may neither read one file nor write anywhere; run as a program of its own.

To root all may be read and written, so this process becomes somebody else once it has imported what it needs.
"""

from __future__ import annotations

import os
import sys

from claimbook import export, pages
from claimbook.cli import cli

NOBODY = 65534


def run(root: str, *words: str) -> None:
    """Print the command's status after all that it printed."""
    try:
        print("status", cli.main(["--root", root, *words], standalone_mode=False) or 0, flush=True)
    except SystemExit as ended:
        print("status", ended.code, flush=True)


def main(fine: str, unread: str, unwritable: str) -> None:
    """Look at a base that is fine, for the imports; then, as nobody, at those that are not."""
    pages.make = lambda *_: {"index.md": b"# Bread\n"}  # what the engine reads for more, nobody may read
    pages.nav = lambda *_: None
    export.files = lambda *_: {}
    run(fine, "check", "--no-cache")
    run(fine, "build")
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    os.chdir("/")
    print("now", flush=True)
    run(unread, "check", "--format", "concise")
    run(unwritable, "build")


if __name__ == "__main__":
    main(*sys.argv[1:])
