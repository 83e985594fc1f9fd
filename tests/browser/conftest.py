"""A site built whole, served on loopback below a sub-path, and Debian's chromium to look at it."""

from __future__ import annotations

import shutil
import threading
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claimbook.building import build
from claimbook.examine import examine
from claimbook.sealing import HEADERS

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            if CHROMIUM is None:
                item.add_marker(
                    pytest.mark.skip(reason="Debian's chromium is not installed, so no page was looked at")
                )


class Host(SimpleHTTPRequestHandler):
    """A host that sends the header which the site asks for; that of tests/test_search.py sends none."""

    def end_headers(self):
        everywhere, header = Path(self.directory, "sub", HEADERS).read_text().splitlines()
        assert everywhere == "/*"
        name, _, policy = header.strip().partition(": ")
        self.send_header(name, policy)
        super().end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture(scope="package")
def address(tmp_path_factory):
    """The bees, built as a user builds them and served below a sub-path: the address, ending in a slash."""
    top = tmp_path_factory.mktemp("bees")
    root = top / "base"
    shutil.copytree(ROOT / "tests" / "golden" / "bees" / "base", root)
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("# Bees\n\nWhat is said of bees, and what was found.\n")
    shutil.copy(ROOT / "mkdocs.yml", root)
    served = top / "served"
    served.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(served)))
    there = f"http://127.0.0.1:{server.server_port}/sub/"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", there)
        assert build(root, examine(root, date(2026, 11, 21))).faults == []
    (root / "site").rename(served / "sub")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield there
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="package")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        browser.close()


class Reader:
    """A page in a window of its own; keeps what it asked of other hosts and what its console said."""

    def __init__(self, context, address):
        self.address, self.foreign, self.said = address, [], []
        self.page = context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("request", self._asked)
        self.page.on(
            "console", lambda message: self.said.append(message.text) if message.type == "error" else None
        )
        self.page.on("response", lambda each: self.said.append(each.url) if each.status >= 400 else None)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _asked(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.foreign.append(request.url)

    def open(self, path=""):
        self.page.goto(self.address + path)
        return self.page

    def overflow(self):
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )


@pytest.fixture
def reader(browser, address):
    """Opens windows; at the end, none may have asked another host for anything, or logged an error."""
    contexts, readers = [], []

    def window(width=1440, height=900, **more):
        context = browser.new_context(viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        readers.append(Reader(context, address))
        return readers[-1]

    yield window
    told = [(each.foreign, each.said) for each in readers]
    for context in contexts:
        context.close()
    assert all(each == ([], []) for each in told), told
