"""Pages in a real browser, Debian's chromium: what the files hold runs nowhere and shows as it stands."""

from __future__ import annotations

import html
import shutil
import subprocess
import threading
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claimbook import pages
from claimbook.checks import Facts
from claimbook.load import load
from claimbook.site import build_site
from claimbook.write import write
from tests.sites import content
from tests.test_injection import poisoned

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium")
HIT = "document.documentElement.dataset.hit=1"
PAYLOAD = f'</title></p>"><img src=x onerror="{HIT}"><script>{HIT}</script><svg onload="{HIT}">'
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=3000 --enable-logging=stderr --dump-dom"
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None, reason="Debian's chromium is not installed, so no page was looked at"
    ),
]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A site on loopback, built from a base with the payload in every free text."""
    root = tmp_path_factory.mktemp("poisoned")
    shutil.copy(ROOT / "mkdocs.yml", root)
    library, _ = load(poisoned(root / "base", PAYLOAD))
    docs = root / "build" / "docs"
    write(docs, content(Facts(library, date(2026, 11, 21))))
    assert build_site(root, docs, root / "site", pages.nav(library, []), lambda *_: ()) == []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def opened(url, folder):
    """The page after its scripts ran, and what the browser logged."""
    command = [CHROMIUM, *FLAGS.split(), f"--user-data-dir={folder}", url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


@pytest.mark.parametrize(
    "page",
    ["", "claims/honey-cures-all/", "claims/honey-eases-cough/", "ledger/web-bees/", "sources/abeja2012/"],
)
def test_a_payload_in_every_field_runs_nowhere_and_shows(page, address, tmp_path):
    dom, logged = opened(f"{address}/{page}", tmp_path)
    assert "<h1" in dom
    assert "data-hit" not in dom
    assert html.escape(PAYLOAD, quote=False) in dom
    assert logged == []


def test_a_script_that_runs_would_be_seen(tmp_path):
    """Without this, the test above could not fail."""
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>x</title><h1>x</h1><script>{HIT};console.log('x')</script>")
    dom, logged = opened(page.as_uri(), tmp_path / "profile")
    assert 'data-hit="1"' in dom
    assert len(logged) == 1
