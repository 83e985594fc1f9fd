"""Pages of a site opened in a browser, wide and narrow, all in one window: what runs in them and what is cut off."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=3000 --enable-logging=stderr --dump-dom"
)
WIDTHS = (320, 1280)
HARNESS = """<!doctype html><meta charset="utf-8"><title>widths</title><script>
const found = [], ways = %s, widths = %s;
const look = async (way, width) => {
  const frame = Object.assign(document.createElement("iframe"), { width, height: 800, src: way });
  await new Promise((done) => { frame.onload = done; document.body.append(frame); });
  await new Promise((done) => setTimeout(done, 50));
  const page = frame.contentDocument, root = page.documentElement;
  const cut = [...page.querySelectorAll("h1, h2, p, li, blockquote, .cb-stack, .cb-stack *")]
    .filter((each) => each.offsetParent && each.scrollWidth > each.clientWidth + 1 && each.clientWidth)
    .filter((each) => !each.closest(".md-sidebar, .md-header, .md-footer, .cb-grid"))
    .map((each) => each.outerHTML.slice(0, 90));
  const hit = root.dataset.hit ?? null, heading = page.querySelector("h1") !== null;
  found.push({ way, width, wide: root.scrollWidth, cut, hit, heading });
  frame.remove();
};
onload = async () => {
  for (const way of ways) for (const width of widths) await look(way, width);
  %s
  document.title = "done";
  document.body.textContent = JSON.stringify(found);
};
</script><body></body>"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *args: object) -> None:
        """Not even of a request."""


def measured(
    site: Path, pages: Iterable[str], more: str = "", widths: tuple[int, ...] = WIDTHS
) -> list[dict[str, Any]]:
    """What the browser measured on each page at each width, then what the script `more` found."""
    harness = HARNESS % (json.dumps([f"/{way}" for way in pages]), json.dumps(widths), more)
    (site / "harness.html").write_text(harness, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        flags = FLAGS.replace("=3000", "=60000 --window-size=1400,900")
        url = f"http://127.0.0.1:{server.server_port}/harness.html"
        with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            command = [str(CHROMIUM), *flags.split(), f"--user-data-dir={profile}", url]
            done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    finally:
        server.shutdown()
        server.server_close()
        (site / "harness.html").unlink()
    assert "<title>done</title>" in done.stdout, done.stdout[:500]
    body = re.search(r"<body>(.*)</body>", done.stdout, re.S)
    assert body
    found: list[dict[str, Any]] = json.loads(
        body[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    )
    return found
