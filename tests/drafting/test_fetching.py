"""Records asked for over HTTP, from a stand-in on this computer: good answers, refusals, silence."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from claimbook.cite_online import one_answer
from claimbook.drafting import entry_of_doi, entry_of_pmid
from claimbook.errors import CannotRunError
from tests.records import crossref, pubmed
from tests.standin import QuickClock


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr("claimbook.cite_online.single.Clock", QuickClock)


def patience(monkeypatch, seconds):
    monkeypatch.setattr("claimbook.drafting.entries.one_answer", partial(one_answer, timeout=seconds))


@contextmanager
def service(status=200, body=b"", headers=(), *, cut=0):
    """A service that always answers so, as (its address, the requests that came); `cut` bytes never arrive."""
    requests = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            requests.append((self.path, self.headers["User-Agent"]))
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) - cut])

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", requests
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("given", ["10.1234/tea_2031", "https://doi.org/10.1234/tea_2031"])
def test_a_doi_with_or_without_its_address(given):
    with service(body=crossref()) as (address, requests):
        entry = entry_of_doi(given, "me@example.org", f"{address}/")
    assert entry.work.csl["title"] == "Tea and sleep: A trial"
    ((path, agent),) = requests
    assert path == "/works/10.1234%2Ftea_2031"
    assert agent.startswith("claimbook/")
    assert agent.endswith(" (mailto:me@example.org)")


def test_a_pmid_without_a_mail_address():
    with service(body=pubmed()) as (address, requests):
        entry = entry_of_pmid("PMID: 31000009", None, address)
    assert entry.work.csl["PMID"] == "31000009"
    ((path, agent),) = requests
    assert "email" not in path
    assert "mailto" not in agent


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"status": 404}, "DOI 10.1234/x: Crossref knows no such DOI"),
        ({"status": 500}, "Crossref could not be asked: the service answered 500, 3 times. Try again later"),
        ({"status": 429, "headers": [("Retry-After", "90")]}, "answered 429, and asks to wait 90 seconds"),
        ({"status": 302, "headers": [("Location", "http://localhost:1/works/x")]}, "sends on to another one"),
        ({"status": 400}, "the service answered 400"),
        ({"body": crossref()[:50]}, "its record cannot be used: Crossref's answer is no whole JSON"),
        ({"body": crossref(), "cut": 20}, "could not be asked"),
        ({"body": b" " * (9 << 20)}, "longer than 8 MiB"),
    ],
)
def test_a_service_that_gives_no_record(answer, told):
    with service(**answer) as (address, _), pytest.raises(CannotRunError) as raised:
        entry_of_doi("10.1234/x", None, address)
    assert told in str(raised.value)


def test_pubmed_that_knows_no_such_number():
    with (
        service(status=400, body=b"ID list is empty! Possibly it has no correct IDs.") as (address, _),
        pytest.raises(CannotRunError, match="PubMed knows no such number"),
    ):
        entry_of_pmid("1", None, address)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1", "nonsense", "http://[::", "http://" + "a" * 70 + ".invalid"]
)
def test_without_a_way_to_the_service_a_file_is_offered(address, monkeypatch):
    patience(monkeypatch, 2.0)
    with pytest.raises(
        CannotRunError, match="export the record from a reference manager and give it with --file"
    ):
        entry_of_doi("10.1234/x", None, address)


def test_a_service_that_keeps_silent(monkeypatch):
    patience(monkeypatch, 0.05)
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as silent,
        pytest.raises(CannotRunError, match="could not be asked"),
    ):
        entry_of_doi("10.1234/x", None, f"http://127.0.0.1:{silent.server_port}")


@pytest.mark.parametrize("given", ["10.1/x", "tea", ""])
def test_what_is_no_doi_is_never_asked_for(given):
    with pytest.raises(CannotRunError, match="DOI"):
        entry_of_doi(given, None, "http://127.0.0.1:1")


def test_what_is_no_pmid_is_never_asked_for():
    with pytest.raises(CannotRunError, match="this is 'PMC77'"):
        entry_of_pmid("PMC77", None, "http://127.0.0.1:1")
