"""Links to elsewhere: what becomes of each, whom lychee may reach, and what is kept."""

from __future__ import annotations

import json
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from click.testing import CliRunner

from claimbook.cli import cli
from claimbook.errors import CannotRunError
from claimbook.links_online import FORMATS, Pace, follow, outside
from claimbook.links_online.guard import Guard, PrivateError, connect, guarding, is_public
from claimbook.links_online.report import Outside, OutsideReport
from claimbook.pages.published import Site
from tests.standin import only_loopback
from tests.trees import tidal

QUICK = Pace(apart=1, again=0, tries=2, timeout=5)
TEXT = b"<html><body><h1 id=top>Tides</h1><p>The moon pulls the water up twice a day.</p></body></html>"
FOUND = "http://sea.tide/moon#:~:text=The%20moon%20pulls,twice%20a%20day"
LOST = "http://sea.tide/moon#:~:text=The%20sun%20pulls,twice%20a%20day"


class _Sea(BaseHTTPRequestHandler):
    """Answers for every host, by path."""

    def do_GET(self):
        self.server.asked.append(f"{self.headers['Host']}{self.path}")
        status = int(self.path[1:]) if self.path[1:].isdecimal() else 200
        status = 302 if self.path.startswith("/to/") else status
        self.send_response(status)
        if status == 302:
            self.send_header("Location", f"http://{self.path.removeprefix('/to/')}")
        kind = "application/pdf" if self.path.endswith(".pdf") else "text/html"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(TEXT)))
        self.end_headers()
        self.wfile.write(TEXT)

    def log_message(self, *args):
        pass


@pytest.fixture(autouse=True)
def named(monkeypatch):
    return only_loopback(monkeypatch)


@pytest.fixture
def sea():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Sea) as server:
        server.asked = []
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def through(sea):
    """Every public name leads to the stand-in; `inner.tide` is private, `lost.tide` nowhere."""

    def reach(host, port):
        if host == "inner.tide":
            raise PrivateError(host)
        if host == "lost.tide":
            raise OSError("no such host")
        return socket.create_connection(("127.0.0.1", sea.server_port), timeout=5)

    return reach


@pytest.fixture
def kinds(tmp_path, through):
    """Follows links that stand on one page; link → kind."""

    def of(*links):
        report = follow(dict.fromkeys(sorted(links), ("page/",)), tmp_path, QUICK, through)
        return {each.link: each.kind for each in report.links}

    return of


class TestFollowing:
    def test_each_kind_of_answer(self, kinds, sea):
        expected = {
            "http://sea.tide/moon": "good",
            FOUND: "good",
            LOST: "not-found",
            "http://sea.tide/to/sea.tide/moon#:~:text=moon%20pulls": "good",
            "http://sea.tide/to/sea.tide/moon#:~:text=sun%20pulls": "not-found",
            "http://sea.tide/404#:~:text=The%20moon": "gone",
            "http://sea.tide/410": "gone",
            "http://sea.tide/401": "refused",
            "http://sea.tide/403#:~:text=The%20moon": "refused",
            "http://sea.tide/500": "no-answer",
            "http://lost.tide/": "no-answer",
            "https://lost.tide/": "no-answer",
        }
        assert kinds(*expected) == expected

    def test_private_addresses_are_never_asked(self, kinds, sea):
        links = [
            "http://10.0.0.1/", "http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/x",
            "http://inner.tide/", "https://inner.tide/", "http://sea.tide/to/inner.tide/",
        ]  # fmt: skip
        found = kinds("http://sea.tide/moon", *links)
        assert {found[link] for link in links} == {"private"}
        assert sorted(sea.asked) == ["sea.tide/moon", "sea.tide/to/inner.tide/"]

    def test_a_page_with_many_passages_is_fetched_once(self, kinds, sea):
        assert set(kinds(FOUND, LOST, "http://sea.tide/moon#top").values()) == {"good", "not-found"}
        assert sea.asked == ["sea.tide/moon"]

    def test_what_was_good_is_not_asked_again(self, kinds, sea):
        assert kinds(FOUND, "http://sea.tide/404") == kinds(FOUND, "http://sea.tide/404")
        assert sea.asked.count("sea.tide/moon") == 1
        assert sea.asked.count("sea.tide/404") == 2

    @pytest.mark.parametrize("cut", [0, 3, 20, -9, -4])
    def test_a_half_written_cache_is_not_believed(self, kinds, sea, tmp_path, cut):
        kinds(FOUND)
        (kept,) = tmp_path.iterdir()
        kept.write_bytes(kept.read_bytes().rstrip()[:cut])
        assert kinds(FOUND) == {FOUND: "good"}
        assert len(sea.asked) == 2

    def test_a_link_whose_signs_mean_something_in_html(self, kinds, sea):
        link = 'http://sea.tide/a?b=1&copy=2&q="<i>"'
        assert kinds(link) == {link: "good"}
        assert sea.asked == ["sea.tide/a?b=1&copy=2&q=%22%3Ci%3E%22"]

    def test_troubled_hosts_are_asked_again_within_bounds(self, kinds, sea):
        kinds("http://sea.tide/503", "http://sea.tide/429", "http://sea.tide/moon")
        assert {path: sea.asked.count(f"sea.tide/{path}") for path in ("503", "429", "moon")} == {
            "503": 2,
            "429": 2,
            "moon": 1,
        }

    def test_without_an_answer_it_could_not_run(self, kinds):
        with pytest.raises(
            CannotRunError, match=r"none of 2 links was answered; the first, http://lost.tide/"
        ):
            kinds("http://lost.tide/", "https://lost.tide/")

    def test_without_a_link_it_could_not_run(self, kinds):
        with pytest.raises(CannotRunError, match="no link to elsewhere"):
            kinds()

    def test_what_lychee_does_not_tell_is_not_fine(self, kinds, monkeypatch):
        nothing = {"success_map": {}, "error_map": {}, "timeout_map": {}, "excluded_map": {}}
        told = {**nothing, "success_map": {"x": [{"span": {"line": 1}, "status": {"text": "200 OK"}}]}}
        answers = iter([told, nothing])
        monkeypatch.setattr("claimbook.links_online.run_lychee", lambda *args: next(answers))
        assert kinds("http://a.tide/", "http://b.tide/") == {
            "http://a.tide/": "good",
            "http://b.tide/": "no-answer",
        }


class TestGathering:
    def test_links_to_elsewhere_with_their_pages(self, tmp_path):
        link = '<a href="https://sea.tide/x#:~:text=a,b">'
        form = Site(repo="https://github.com/sea/tide").report("x", "x.md")
        page = f'{link}<a href="{form}"><a href="index.html"><a href="https://own.tide/base/y"><a href="mailto:a@b.org"><a href="http://[x">'
        site = tidal(tmp_path / "site", page=page)
        (site / "other").mkdir()
        (site / "other" / "index.html").write_text(link)
        assert outside(site, "https://own.tide/base/") == {
            "http://[x": ("page.html",),
            "https://sea.tide/x#:~:text=a,b": ("other/", "page.html"),
        }


class TestGuard:
    @pytest.mark.parametrize(
        ("address", "public"),
        [
            ("8.8.8.8", True),
            ("2001:4860:4860::8888", True),
            ("::ffff:8.8.8.8", True),
            *((address, False) for address in (
                "10.1.2.3", "127.0.0.1", "0.0.0.0", "169.254.169.254", "100.64.0.1", "224.0.0.1", "::1",
                "fe80::1%eth0", "::ffff:10.0.0.1", "2002:7f00:1::", "ff0e::1",
            )),
        ],
    )  # fmt: skip
    def test_which_addresses_are_public(self, address, public):
        assert is_public(address) is public

    def test_a_name_that_stands_for_private_addresses(self, monkeypatch):
        answer = [(2, 1, 6, "", ("127.0.0.1", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
        monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kwargs: answer)
        with pytest.raises(PrivateError, match="no public address"):
            connect("rebound.tide", 80)

    def test_only_the_public_one_of_its_addresses_is_asked(self, monkeypatch):
        answer = [(2, 1, 6, "", ("127.0.0.1", 80)), (2, 1, 6, "", ("8.8.8.8", 80))]
        monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kwargs: answer)
        monkeypatch.setattr("socket.create_connection", lambda where, timeout: where)
        assert connect("both.tide", 80) == ("8.8.8.8", 80)

    def test_a_way_through_for_what_only_the_ends_can_read(self, sea, through):
        with guarding(through) as guard, socket.create_connection(("127.0.0.1", guard.server_port), 5) as end:
            end.sendall(b"CONNECT sea.tide:443 HTTP/1.1\r\n\r\n")
            answer = end.makefile("rb")
            assert b" 200 " in answer.readline()
            assert answer.readline() == b"\r\n"
            end.sendall(b"GET /moon HTTP/1.0\r\nHost: sea.tide\r\n\r\n")
            assert answer.read().endswith(TEXT)

    def test_a_program_goes_through_this_door_alone(self, monkeypatch):
        for name in ("ALL_PROXY", "no_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, "elsewhere")
        with Guard() as guard:
            named = {name: value for name, value in guard.environment.items() if "proxy" in name.lower()}
            assert set(named) == {"http_proxy", "https_proxy"}
            assert set(named.values()) == {f"http://127.0.0.1:{guard.server_port}"}


REPORT = OutsideReport(
    (
        Outside("http://a.tide/1", "good", "200 OK", ("claims/a/b/",)),
        Outside(LOST, "not-found", "Cannot find fragment", ("claims/a/b/",)),
        Outside("http://b.tide/`@all`\x1b#:~:text=x", "gone", "404 Not Found", tuple(f"p{n}/" for n in range(5))),
        Outside("http://c.tide/1#:~:text=x", "refused", "403 Forbidden", ("p1/",)),
        Outside("http://c.tide/2", "refused", "403 Forbidden", ("p1/",)),
    )
)  # fmt: skip


class TestReport:
    def test_text_is_no_wall_of_refusals(self):
        text = FORMATS["text"](REPORT)
        assert (
            "The page is gone (1):\n  http://b.tide/`@all`\\x1b (404 Not Found)\n    on p0/, p1/, p2/ and 2 more\n"
            in text
        )
        assert "    “The sun pulls … twice a day”\n    on claims/a/b/\n" in text
        assert text.count("403") == 1
        assert "  c.tide: 2 (403 Forbidden)\n" in text
        assert text.endswith(
            "5 links to 5 pages elsewhere: 1 good, 1 broken, 2 not open to programs. "
            "3 passages: 0 found (or in a file that is not searched, such as a PDF), 1 not found, "
            "2 on pages that could not be read.\n"
        )

    def test_markdown_lets_nothing_become_markup(self):
        text = FORMATS["markdown"](REPORT)
        assert "- `http://b.tide/'@all'" in text
        assert "\x1b" not in text
        assert "    - `on claims/a/b/`\n" in text

    def test_json_tells_all_that_is_not_good(self):
        told = json.loads(FORMATS["json"](REPORT))
        assert [each["kind"] for each in told["links"]] == ["not-found", "gone", "refused", "refused"]
        assert told["counts"]["no_answer"] == 0

    def test_what_is_broken(self):
        assert REPORT.is_broken
        assert not OutsideReport(tuple(each for each in REPORT.links if each.kind != "gone")).is_broken


class TestCommand:
    def run(self, root, monkeypatch, through, *words):
        monkeypatch.setattr(
            "claimbook.links_online.follow", lambda links, cache: follow(links, cache, QUICK, through)
        )
        given = ("--root", str(root), "links", "--online", "--cache", str(root.parent / "cache"), *words)
        return CliRunner().invoke(cli, given, obj=root, prog_name="build_claims.py")

    @pytest.fixture
    def root(self, tmp_path):
        (tmp_path / "base").mkdir()
        (tmp_path / "base" / "mkdocs.yml").write_text("site_name: Tides\n")
        return tmp_path / "base"

    def test_a_good_site_and_a_broken_one(self, root, monkeypatch, through):
        tidal(root / "site", page=f'<a href="{FOUND}"><a href="tides/moon/">')
        done = self.run(root, monkeypatch, through)
        assert done.exit_code == 0, done.output
        assert "1 links to 1 pages elsewhere: 1 good" in done.stdout
        assert "Following 1 links" in done.stderr
        tidal(root / "site", page='<a href="http://sea.tide/404"><a href="http://sea.tide/moon">')
        assert self.run(root, monkeypatch, through).exit_code == 1

    def test_another_format_stands_alone(self, root, monkeypatch, through):
        tidal(root / "site", page=f'<a href="{FOUND}"><a href="gone.html">')
        done = self.run(root, monkeypatch, through, "--format", "json")
        assert json.loads(done.stdout)["counts"]["good"] == 1
        assert (done.exit_code, "gone.html" in done.stderr) == (1, True)

    def test_without_a_network_it_could_not_run(self, root, monkeypatch, through):
        tidal(root / "site", page='<a href="http://lost.tide/"><a href="tides/moon/">')
        done = self.run(root, monkeypatch, through, "--format", "json")
        assert (done.exit_code, done.stdout) == (2, "")
        assert "could not run: none of 1 links was answered" in done.stderr
