"""What a whole process costs: processor seconds, peak memory and time on the clock, its children included.

Processor seconds (user and system) hardly depend on what else the machine does.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-22"

_IMPORTS = "import mkdocs.commands.build, material"
_EMPTY = "from mkdocs.config import load_config; mkdocs.commands.build.build(load_config('mkdocs.yml'))"

_PLAIN = re.compile(r"^plain:(.*(?:\n[ \t].*)*)", re.MULTILINE)
_LAST_WORD = re.compile(r"\w+(?=\W*$)")
_SAID = ("hours", "days", "weeks", "months", "years")  # short, and nothing that a rule would ask about


class Cost(NamedTuple):
    """Processor seconds, the most memory at one time in MB, seconds by the clock; 0 where they were not measured."""

    seconds: float
    memory: float = 0
    elapsed: float = 0

    def __add__(self, other: object) -> Cost:
        """What two runs cost, one after the other."""
        if not isinstance(other, Cost):
            return NotImplemented
        elapsed = self.elapsed + other.elapsed
        return Cost(self.seconds + other.seconds, max(self.memory, other.memory), elapsed)


Costs = dict[str, Cost]


def cost(command: list[str], folder: Path) -> Cost:
    """What a command costs; it must end with status 0. Compiled code is kept, as where it is installed."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=environment(folder), stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        elapsed = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise SystemExit(f"{command[:6]}: status {process.returncode}\n{output.read().decode()[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, elapsed)


def environment(folder: Path) -> dict[str, str]:
    """The environment, with a cache beside the folder."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return own | {"CLAIMBOOK_CACHE": str(folder.parent / f"{folder.name}-cache")}


def python(*words: str) -> list[str]:
    """A command for this Python."""
    return [sys.executable, *words]


def claimbook(root: Path, *words: str) -> Cost:
    """One command of ours on a base."""
    return cost(python(str(PROJECT / "build_claims.py"), "--root", str(root), *words), root)


def checks(root: Path) -> Costs:
    """`check` from a state without a cache, and starting the site generator alone."""
    costs = {
        "Python alone": cost(python("-c", "pass"), root),
        "check, no cache": claimbook(root, "check", "--no-cache", "--today", TODAY),
        "check, cold cache": claimbook(root, "check", "--today", TODAY),
        "check, nothing changed": claimbook(root, "check", "--today", TODAY),
    }
    edit(root)
    costs["check, a word of one claim changed"] = claimbook(root, "check", "--today", TODAY)
    with tempfile.TemporaryDirectory() as folder:
        empty = empty_project(Path(folder) / "empty")
        costs["importing MkDocs and Material"] = cost(python("-c", _IMPORTS), empty)
        costs["importing them, building an empty site"] = cost(python("-c", f"{_IMPORTS}; {_EMPTY}"), empty)
    return costs


def builds(root: Path) -> Costs:
    """The whole build from a state without a site."""
    costs = {
        "build, cold": claimbook(root, "build"),
        "build, nothing changed": claimbook(root, "build"),
    }
    edit(root)
    costs["build, a word of one claim changed"] = claimbook(root, "build")
    return costs


def edit(root: Path) -> None:
    """Change a word that readers see: the last one of a claim's `plain`, each time to another."""
    path = min((root / "claims").glob("*/*.yaml"))
    text = path.read_text(encoding="utf-8")
    plain = _PLAIN.search(text)
    word = _LAST_WORD.search(text, *plain.span(1)) if plain else None
    if word is None:
        raise SystemExit(f"{path} has no `plain` of which a word could be changed")
    other = _SAID[(_SAID.index(word[0]) + 1) % len(_SAID)] if word[0] in _SAID else _SAID[0]
    path.write_text(f"{text[: word.start()]}{other}{text[word.end() :]}", encoding="utf-8")


def empty_project(folder: Path) -> Path:
    """Make an MkDocs project of one empty page, in the theme of the site."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").touch()
    (folder / "mkdocs.yml").write_text("site_name: Empty\ntheme: {name: material}\n", encoding="utf-8")
    return folder
