"""A stand-in for Crossref and PubMed on this computer: it answers as they do, with what a test tells it."""

from __future__ import annotations

import json
import socket
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from claimbook.cite_online.pace import Clock

if TYPE_CHECKING:
    from collections.abc import Mapping

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Reply(NamedTuple):
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = MappingProxyType({})
    after: float = 0.0  # seconds to keep the asker waiting


class Request(NamedTuple):
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    at: float


class QuickClock(Clock):
    """A clock on which every pause is over at once; `waits` are those pauses, in seconds."""

    def __init__(self):
        super().__init__()
        self.waits, self.time, self.day = [], 0.0, 1_800_000_000.0

    def now(self):
        return self.time

    def date(self):
        return self.day

    def sleep(self, seconds):
        self.waits.append(seconds)
        self.time += seconds


class StandIn(ThreadingHTTPServer):
    """`replies` by DOI, `DOI/agency` or PMID: one reply, or several that are given in turn, the last again."""

    daemon_threads = True

    def __init__(self, replies):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies = {
            name: list(each) if isinstance(each, list) else [each] for name, each in replies.items()
        }
        self.requests: list[Request] = []
        self.lock = Lock()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def reply(self, name):
        with self.lock:
            left = self.replies.get(name, [Reply(404, b"Resource not found.")])
            return left.pop(0) if len(left) > 1 else left[0]

    def asked(self, name):
        return [each for each in self.requests if _name(each.path, each.query) == name]


def _name(path, query):
    return query["id"][0] if "id" in query else unquote(path.removeprefix("/works/"))


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        request = Request(parts.path, query, dict(self.headers.items()), time.monotonic())
        self.server.requests.append(request)
        reply = self.server.reply(_name(parts.path, query))
        time.sleep(reply.after)
        headers = {"Content-Length": str(len(reply.body)), **reply.headers}
        status = reply.status
        if "ETag" in headers and self.headers.get("If-None-Match") == headers["ETag"]:
            status = 304
        try:
            self.send_response(status)
            for name, value in headers.items():
                if status != 304 or name == "ETag":
                    self.send_header(name, value)
            self.end_headers()
            if status != 304:
                self.wfile.write(reply.body)
        except ConnectionError:
            pass  # the asker did not wait

    def log_message(self, *args):
        pass


@contextmanager
def standing_in(replies):
    with StandIn(replies) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.shutdown()


def only_loopback(monkeypatch):
    """Let no connection go anywhere else; returns the list of hosts that were named."""
    named = []
    resolve, connect = socket.getaddrinfo, socket.socket.connect

    def resolving(host, *args, **kwargs):
        named.append(host)
        assert host in LOOPBACK, f"{host} was to be contacted"
        return resolve(host, *args, **kwargs)

    def connecting(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            named.append(address[0])
            assert address[0] in LOOPBACK, f"{address} was to be contacted"
        return connect(self, address)

    monkeypatch.setattr(socket, "getaddrinfo", resolving)
    monkeypatch.setattr(socket.socket, "connect", connecting)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return named


def work(title="Green tea and sleep", year=2019, family="Kim", **more):
    """Crossref's answer on a work."""
    message = {
        "DOI": "10.1234/tea.2019",
        "title": [title],
        "issued": {"date-parts": [[year]]},
        "author": [{"given": "A.", "family": family, "sequence": "first"}],
        **more,
    }
    return Reply(body=json.dumps({"status": "ok", "message-type": "work", "message": message}).encode())


DOCTYPE = (
    '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n'
)


def record(
    title="Green tea and sleep.",
    year=2019,
    family="Kim",
    pmid="31000001",
    abstract="",
    types="",
    notes="",
    ids="",
):
    """PubMed's answer on a record."""
    text = f"""{DOCTYPE}<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID>
<DateRevised><Year>2024</Year></DateRevised><Article>
<Journal><JournalIssue><PubDate><Year>{year}</Year></PubDate></JournalIssue></Journal>
<ArticleTitle>{title}</ArticleTitle>{abstract}
<AuthorList><Author><LastName>{family}</LastName><Initials>A</Initials></Author></AuthorList>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>{types}</PublicationTypeList>
</Article>{notes}</MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">{pmid}</ArticleId>{ids}
</ArticleIdList><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.9999/cited</ArticleId>
</ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>"""
    return Reply(body=text.encode(), headers={"Content-Type": "text/xml; charset=UTF-8"})


def note(kind, pmid="31999999"):
    """A notice on a PubMed record."""
    return (
        f'<CommentsCorrectionsList><CommentsCorrections RefType="{kind}"><RefSource>J Tea. 2021</RefSource>'
        f"<PMID>{pmid}</PMID></CommentsCorrections></CommentsCorrectionsList>"
    )


def abstract(*parts):
    """The parts of an abstract: text, or (label, text)."""
    told = [part if isinstance(part, tuple) else ("", part) for part in parts]
    inside = "".join(
        f'<AbstractText Label="{label}">{text}</AbstractText>'
        if label
        else f"<AbstractText>{text}</AbstractText>"
        for label, text in told
    )
    return f"<Abstract>{inside}</Abstract>"
