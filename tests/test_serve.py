"""The live server: the page after an edit, the problems while there are any, and no way to kill it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from mkdocs.livereload import LiveReloadServer

from claimbook.errors import CannotRunError
from claimbook.serve import LiveServer, serve
from tests.tides import PATIENCE, Tides, get, wait

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture
def tides(tmp_path):
    return Tides(tmp_path)


@pytest.fixture
def live(tides):
    server = LiveServer(tides.root, tides.preview.out, tides.rebuild, tides.preview.build, "127.0.0.1", 0)
    thread = Thread(target=server.run)
    thread.start()
    yield server
    server.stop()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_an_edit_shows_a_problem_stands_and_goes(tides, live, capfd, caplog):
    assert "livereload(" in wait(live, "/moon/", 200, "The moon pulls.").text
    tides.say("bad & worse")
    page = wait(live, "/moon/", 500, "1 problem to mend")
    assert "moon: &lt;bad &amp; worse&gt;" in page.text
    assert "livereload(" in page.text
    assert page.kind == "text/html; charset=utf-8"
    assert get(live, "/index.html").status == 500
    assert get(live, "/css/base.css").status == 200
    assert "1 problem to mend" in get(live, "/nowhere").text
    tides.say("The moon pulls harder.")
    wait(live, "/moon/", 200, "The moon pulls harder.")
    printed = capfd.readouterr()
    assert "moon: <bad & worse>\n\n" in printed.out
    assert f"serving on {live.url}" in printed.out
    assert (printed.err, caplog.records) == ("", [])


def test_a_waiting_browser_is_told_of_problems_and_of_their_end(tides, live):
    wait(live, "/", 200, "Tides")
    for text in ("bad", "mended"):
        epoch = live.server._visible_epoch
        tides.say(text)
        assert int(get(live, f"/livereload/{epoch}/0").text) > epoch


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("crash", "RuntimeError: the tide went out"),
        ("exit", "SystemExit: 3"),
        ("full", "<pre>the disk is full</pre>"),
        ("[gone](gone.md)", "contains a link &#x27;gone.md&#x27;"),
    ],
)
def test_whatever_goes_wrong_is_a_page_and_the_server_lives_on(tides, live, text, shown):
    tides.say(text)
    wait(live, "/", 500, shown)
    tides.say("Calm.")
    wait(live, "/moon/", 200, "Calm.")


def test_pages_come_and_go_with_their_files(tides, live):
    missing = wait(live, "/sun/", 404, "Page not found")
    assert "livereload(" in missing.text
    tides.say("The sun pulls too.", "sun")
    wait(live, "/sun/", 200, "The sun pulls too.")
    (tides.root / "claims" / "sun.txt").unlink()
    wait(live, "/sun/", 404, "Page not found")


def test_a_folder_that_goes_away_for_a_moment_is_watched_again(tides, live):
    wait(live, "/moon/", 200, "The moon pulls.")
    (tides.root / "claims").rename(tides.root / "away")
    wait(live, "/", 500, "No such file")
    (tides.root / "away").rename(tides.root / "claims")
    wait(live, "/moon/", 200, "The moon pulls.")
    tides.say("Watched again.")
    wait(live, "/moon/", 200, "Watched again.")


def test_a_folder_made_later_is_watched(tides, live):
    wait(live, "/", 200, "Tides")
    seen = live.server._visible_epoch
    (tides.root / "docs").mkdir()
    (tides.root / "docs" / "about.md").write_text("About")
    assert int(get(live, f"/livereload/{seen}/0").text) > seen


def test_problems_at_the_start_are_shown_too(tides):
    tides.say("bad")
    with_problems = LiveServer(
        tides.root, tides.preview.out, tides.rebuild, tides.preview.build, "127.0.0.1", 0
    )
    thread = Thread(target=with_problems.run)
    thread.start()
    try:
        wait(with_problems, "/", 500, "moon: &lt;bad&gt;")
        assert get(with_problems, "/nowhere").text.count("bad") == 1
        tides.say("good")
        wait(with_problems, "/moon/", 200, "good")
    finally:
        with_problems.stop()
        thread.join(PATIENCE)


def test_an_address_that_is_not_there_without_a_site(tides, live):
    wait(live, "/", 200, "Tides")
    (tides.preview.out / "404.html").unlink()
    assert get(live, "/nowhere/").text == "404 Not Found"


def test_a_taken_port_is_told(tides, monkeypatch):
    closed = []
    monkeypatch.setattr(LiveReloadServer, "server_close", lambda server: closed.append(server.socket.close()))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotRunError, match=f"cannot serve on 127.0.0.1:{port}: Address already in use"):
            serve(tides.root, tides.preview.out, tides.rebuild, tides.preview.build, port=port)
    assert len(closed) == 1


SERVER = """
import signal
import sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background would leave it ignored
from claimbook.serve import Outcome, serve
assert "mkdocs" not in sys.modules
serve(Path(sys.argv[1]), Path(sys.argv[1]) / "site", lambda: Outcome(), lambda nav: [], port=0)
"""


def test_ctrl_c_ends_it_cleanly(tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    )
    assert child.stdout is not None
    assert "fine" in child.stdout.readline()
    assert "serving on http://127.0.0.1:" in child.stdout.readline()
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=PATIENCE)
    assert (child.returncode, out, err) == (0, "stopped\n", "")


def test_the_port_is_given_back(tides, monkeypatch, capsys):
    def interrupted(live):
        raise KeyboardInterrupt

    monkeypatch.setattr(LiveServer, "run", interrupted)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for _ in range(2):
        serve(tides.root, tides.preview.out, tides.rebuild, tides.preview.build, port=port)
    assert capsys.readouterr().out == "stopped\nstopped\n"
