"""Pages in a real browser, Debian's chromium: what the files hold runs nowhere and shows as it stands."""

from __future__ import annotations

import html
import shutil
import subprocess
import threading
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from claimbook import pages
from claimbook.checks import Facts
from claimbook.load import load
from claimbook.site import build_site
from claimbook.write import write
from tests.sites import content
from tests.test_injection import poisoned
from tests.widths import CHROMIUM, FLAGS, Quiet, measured

ROOT = Path(__file__).parents[1]
HIT = "document.documentElement.dataset.hit=1"
PAYLOAD = " ".join(
    (
        f'</title></p>"><img src=x onerror="{HIT}"><script>{HIT}</script><svg onload="{HIT}">',
        f"' onmouseover='{HIT}' autofocus onfocus='{HIT}' [x](javascript:{HIT}) {{: onclick={HIT} #stolen }}",
        f'<iframe srcdoc="<script>parent.{HIT}</script>"></iframe><a href="javascript:{HIT}">x</a>',
        "</style><style>* { display: none !important; }</style><base href=//evil.example/><plaintext>",
        '<meta http-equiv=refresh content="0; url=//evil.example/"><link rel=stylesheet href=//evil.example/x>',
        '</script><!-- </div></article></main> {{ config }} {% raw %} &lt;b&gt; ![x](//evil.example/x) "}]}',
    )
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None, reason="Debian's chromium is not installed, so no page was looked at"
    ),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of a site, built from a base with the payload in every free text."""
    root = tmp_path_factory.mktemp("poisoned")
    shutil.copy(ROOT / "mkdocs.yml", root)
    library, _ = load(poisoned(root / "base", PAYLOAD))
    docs = root / "build" / "docs"
    write(docs, content(Facts(library, date(2026, 11, 21))))
    assert build_site(root, docs, root / "site", pages.nav(library, []), lambda *_: ()) == []
    return root / "site"


@pytest.fixture(scope="module")
def address(site):
    """That site on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
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
    ["claims/honey-eases-cough/", "ledger/web-bees/"],
)
def test_a_payload_in_every_field_runs_nowhere_and_shows(page, address, tmp_path):
    dom, logged = opened(f"{address}/{page}", tmp_path)
    assert "<h1" in dom
    assert "data-hit" not in dom
    assert html.escape(PAYLOAD, quote=False) in dom
    assert logged == []


def test_no_page_of_such_a_base_runs_anything_or_breaks_its_layout(site):
    holding = (path.parent for path in site.rglob("index.html") if "evil.example" in path.read_text())
    pages = sorted(f"{folder.relative_to(site).as_posix()}/" for folder in holding)
    found = measured(site, pages, widths=(320,))
    assert len(found) == len(pages) > 20
    for each in found:
        assert each["heading"], each
        assert each["hit"] is None, each
        assert each["wide"] <= each["width"], each
        assert each["cut"] == [], each


def test_markup_that_got_into_a_page_all_the_same_is_stopped_by_its_policy(address, site, tmp_path):
    """The last line of defence: what the pages escape is let through here, after the policy was made."""
    whole = (site / "index.html").read_text()
    smuggled = f'<img src=x onerror="{HIT}"><script>{HIT}</script><svg onload="{HIT}"></svg></article>'
    smuggled += f'<iframe srcdoc="<script>parent.{HIT}</script>"></iframe><p style="display: none">x</p>'
    (site / "smuggled.html").write_text(whole.replace("</article>", smuggled, 1))
    dom, logged = opened(f"{address}/smuggled.html", tmp_path)
    assert f'onerror="{HIT}"' in dom
    assert "data-hit" not in dom
    assert sum("Content Security Policy" in line for line in logged) >= 5


def test_a_script_that_runs_would_be_seen(tmp_path):
    """Without this, the tests above could not fail."""
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>x</title><h1>x</h1><script>{HIT};console.log('x')</script>")
    dom, logged = opened(page.as_uri(), tmp_path / "profile")
    assert 'data-hit="1"' in dom
    assert len(logged) == 1
