"""A base on tides to be served live, and a browser of a few lines that asks for its pages."""

from __future__ import annotations

import time
from http.client import HTTPConnection
from typing import TYPE_CHECKING, NamedTuple

import pytest

from claimbook.errors import CannotRunError
from claimbook.serve import LiveServer, Outcome
from claimbook.site import Preview
from claimbook.write import write

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "site_name: Tides\ndocs_dir: build/docs\ntheme: {name: mkdocs, highlightjs: false}\n"
PATIENCE = 10  # seconds in which anything must have happened


class Answer(NamedTuple):
    status: int
    kind: str
    text: str


class Tides:
    """A base of one text file a claim: `bad` in it is a problem, `crash` a fault of the program."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "claims").mkdir()
        (root / "claims" / "moon.txt").write_text("The moon pulls.")
        (root / "mkdocs.yml").write_text(SETTINGS)
        self.preview = Preview(root, root / "build" / "docs", root / "build" / "preview")

    def rebuild(self) -> Outcome:
        texts = {path.stem: path.read_text() for path in sorted((self.root / "claims").iterdir())}
        if problems := [f"{name}: <{text}>" for name, text in texts.items() if "bad" in text]:
            return Outcome(problems)
        if any("crash" in text for text in texts.values()):
            raise RuntimeError("the tide went out")
        if any("exit" in text for text in texts.values()):
            raise SystemExit(3)
        if any("full" in text for text in texts.values()):
            raise CannotRunError("the disk is full")
        files = {"index.md": b"# Tides\n", **{f"{name}.md": text.encode() for name, text in texts.items()}}
        write(self.root / "build" / "docs", files)
        return Outcome(nav=list(files))

    def say(self, text: str, name: str = "moon") -> None:
        (self.root / "claims" / f"{name}.txt").write_text(text)


def get(live: LiveServer, path: str) -> Answer:
    connection = HTTPConnection("127.0.0.1", live.server.server_port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return Answer(response.status, response.headers["Content-Type"], response.read().decode())
    finally:
        connection.close()


def wait(live: LiveServer, path: str, status: int, text: str) -> Answer:
    """Ask until the answer is this one; fail if it never is."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        answer = get(live, path)
        if answer.status == status and text in answer.text:
            return answer
        time.sleep(0.02)
    pytest.fail(f"{path} never answered {status} with {text!r}; last: {answer}")
