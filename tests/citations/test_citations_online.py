"""Asking over HTTP: what is sent, how often, what is kept, and what becomes of faulty answers."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from claimbook.citations import Absent, Asked, Published, Unchecked
from claimbook.cite_online import ask
from claimbook.cite_online.asking import Asker
from claimbook.cite_online.cache import FRESH, Cache, Kept
from claimbook.cite_online.pace import INTERVAL, Clock, Pace, backoff, retry_after
from claimbook.cite_online.services import Services
from claimbook.errors import CannotRunError
from tests.standin import QuickClock, Reply, only_loopback, record, standing_in, work

DOI, PMID = Asked("DOI", "10.1234/tea.2019"), Asked("PMID", "31000001")
NONE_ELSEWHERE = Reply(404, b"Resource not found.")


@pytest.fixture(autouse=True)
def named(monkeypatch):
    return only_loopback(monkeypatch)


class Desk:
    """Asks a stand-in, without waiting; `waits` are the pauses, in seconds, beside those of the pace."""

    def __init__(self, server, folder, timeout=5.0, clock=None):
        self.services = Services("me@example.org", f"{server.url}/", server.url)
        self.clock = clock or QuickClock()
        self.asker = Asker("claimbook/0 (mailto:me@example.org)", Cache(folder), self.clock, timeout)

    @property
    def waits(self):
        return [round(each) for each in self.clock.waits if each > INTERVAL]

    def ask(self, asked):
        return self.services.answer(self.asker, asked)


@pytest.fixture
def desk(tmp_path):
    opened = []

    def open_(server, **more):
        folder = tmp_path / "cache"
        folder.mkdir(exist_ok=True)
        opened.append(Desk(server, folder, **more))
        return opened[-1]

    yield open_
    for each in opened:
        each.asker.close()


class TestAsking:
    def test_good_answers_and_who_asks(self, desk, named):
        with standing_in({DOI.value: work(), PMID.value: record()}) as server:
            d = desk(server)
            assert d.ask(DOI).titles == d.ask(PMID).titles == ("Green tea and sleep",)
            first, second = server.requests
            assert first.path == "/works/10.1234%2Ftea.2019"
            assert second.path == "/efetch.fcgi"
            assert second.query == {
                "db": ["pubmed"],
                "id": ["31000001"],
                "retmode": ["xml"],
                "tool": ["claimbook"],
                "email": ["me@example.org"],
            }
            assert {each.headers["User-Agent"] for each in server.requests} == {
                "claimbook/0 (mailto:me@example.org)"
            }
            assert set(named) == {"127.0.0.1"}

    def test_none_such(self, desk):
        with standing_in({PMID.value: Reply(400, b"<ERROR>Empty id list - nothing todo</ERROR>")}) as server:
            d = desk(server)
            assert d.ask(DOI) == Absent(DOI)
            assert d.ask(PMID) == Absent(PMID)
            assert [each.path for each in server.requests][1].endswith("/agency")

    def test_an_empty_set_is_none_such(self, desk):
        with standing_in({PMID.value: Reply(body=b"<PubmedArticleSet></PubmedArticleSet>")}) as server:
            assert desk(server).ask(PMID) == Absent(PMID)

    def test_another_agency_may_keep_it(self, desk):
        body = json.dumps({"message": {"agency": {"id": "datacite", "label": "DataCite"}}}).encode()
        with standing_in({f"{DOI.value}/agency": Reply(body=body)}) as server:
            assert desk(server).ask(DOI) == Absent(DOI, "DataCite")

    @pytest.mark.parametrize("status", [429, 500, 503])
    def test_it_asks_again_and_then_knows(self, desk, status):
        with standing_in({DOI.value: [Reply(status), work()]}) as server:
            d = desk(server)
            assert isinstance(d.ask(DOI), Published)
            assert (len(server.requests), d.waits) == (2, [1])

    def test_it_waits_as_long_as_it_is_asked_to(self, desk):
        with standing_in({DOI.value: [Reply(429, headers={"Retry-After": "7"}), work()]}) as server:
            d = desk(server)
            assert isinstance(d.ask(DOI), Published)
            assert d.waits == [7]

    def test_it_does_not_wait_for_ever(self, desk):
        with standing_in({DOI.value: Reply(429, headers={"Retry-After": "3600"})}) as server:
            d = desk(server)
            assert d.ask(DOI) == Unchecked(
                DOI, "Crossref: the service answered 429, and asks to wait 3600 seconds"
            )
            assert (len(server.requests), d.waits) == (1, [])

    def test_it_asks_three_times_and_no_more(self, desk):
        with standing_in({DOI.value: Reply(500)}) as server:
            d = desk(server)
            assert d.ask(DOI) == Unchecked(DOI, "Crossref: the service answered 500, 3 times")
            assert (len(server.requests), d.waits) == (3, [1, 2])

    def test_a_refusal_is_not_repeated(self, desk):
        with standing_in({DOI.value: Reply(403), PMID.value: Reply(400, b"bad request")}) as server:
            d = desk(server)
            assert d.ask(DOI) == Unchecked(DOI, "Crossref: the service answered 403")
            assert d.ask(PMID) == Unchecked(PMID, "PubMed: the service answered 400")
            assert len(server.requests) == 2

    def test_silence(self, desk):
        with standing_in({DOI.value: Reply(after=0.5)}) as server:
            d = desk(server, timeout=0.1)
            assert d.ask(DOI) == Unchecked(DOI, "Crossref: no answer within 0.1 seconds, 3 times")
            assert len(server.requests) == 3

    def test_nobody_there(self, desk):
        with standing_in({}) as server:
            d = desk(server)
            d.services = Services("me@example.org", "http://127.0.0.1:1", "http://127.0.0.1:1")
            assert "no answer (" in d.ask(DOI).why

    @pytest.mark.parametrize(
        "reply",
        [
            Reply(body=work().body[:-40]),
            Reply(body=b"<html>Please log in</html>"),
            Reply(body=work().body[:40], headers={"Content-Length": "4000"}),
        ],
    )
    def test_an_answer_cut_short_is_asked_for_again_and_never_kept(self, desk, reply):
        with standing_in({DOI.value: [reply, reply, reply, work()]}) as server:
            d = desk(server, timeout=0.3)
            assert "3 times" in d.ask(DOI).why
            assert len(server.requests) == 3
            assert isinstance(d.ask(DOI), Published)

    def test_hostile_xml_is_not_checked(self, desk):
        body = (
            b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&b;</PubmedArticleSet>'
        )
        with standing_in({PMID.value: Reply(body=body)}) as server:
            assert "it is no sound XML" in desk(server).ask(PMID).why

    def test_an_endless_answer_is_not_listened_to(self, desk, monkeypatch):
        monkeypatch.setattr("claimbook.cite_online.asking._BIGGEST", 2**20)
        with standing_in({DOI.value: Reply(body=b" " * (2**20 + 1))}) as server:
            assert desk(server).ask(DOI).why == "Crossref: the answer is longer than 1 MiB"

    def test_a_slow_answer_is_not_listened_to(self, desk, monkeypatch):
        monkeypatch.setattr("claimbook.cite_online.asking._WHOLE", -1.0)
        with standing_in({DOI.value: work()}) as server:
            assert "took longer" in desk(server).ask(DOI).why

    def test_it_follows_a_move_within_the_service_only(self, desk, named):
        moved = {
            DOI.value: Reply(301, headers={"Location": "/works/10.1%2Fnew"}),
            "10.1/new": work(),
            PMID.value: Reply(302, headers={"Location": "http://192.0.2.1/x"}),
        }
        with standing_in(moved) as server:
            d = desk(server)
            assert isinstance(d.ask(DOI), Published)
            assert d.ask(PMID).why == "PubMed: the service sends on to another one (192.0.2.1)"
        assert set(named) == {"127.0.0.1"}

    def test_it_does_not_run_in_circles(self, desk):
        with standing_in(
            {DOI.value: Reply(301, headers={"Location": "/works/10.1234%2Ftea.2019"})}
        ) as server:
            assert desk(server).ask(DOI).why == "Crossref: the service sends on and on"
            assert len(server.requests) == 4

    def test_a_service_that_never_answers_is_given_up(self, desk):
        with standing_in({f"10.1/{n}": Reply(403) for n in range(9)}) as server:
            d = desk(server)
            whys = [d.ask(Asked("DOI", f"10.1/{n}")).why for n in range(9)]
            assert len(server.requests) == 5
            assert "not asked any more" in whys[-1]


class TestKeeping:
    def test_the_second_time_nobody_is_asked(self, desk):
        with standing_in({DOI.value: work(), PMID.value: record()}) as server:
            first = [desk(server).ask(each) for each in (DOI, PMID)]
            assert [desk(server).ask(each) for each in (DOI, PMID)] == first
            assert len(server.requests) == 2

    def test_what_does_not_exist_is_kept_too(self, desk):
        with standing_in({}) as server:
            assert desk(server).ask(DOI) == desk(server).ask(DOI) == Absent(DOI)
            assert len(server.requests) == 2

    def test_the_mail_address_is_not_kept(self, desk, tmp_path):
        with standing_in({PMID.value: record()}) as server:
            desk(server).ask(PMID)
        assert b"me@example.org" not in b"".join(path.read_bytes() for path in (tmp_path / "cache").iterdir())

    def test_later_it_asks_whether_it_changed(self, desk):
        marks = {"ETag": '"1"', "Last-Modified": "Sat, 21 Nov 2026 10:00:00 GMT"}
        with standing_in({DOI.value: work()._replace(headers=marks)}) as server:
            clock = QuickClock()
            first = desk(server, clock=clock).ask(DOI)
            clock.day += FRESH
            assert desk(server, clock=clock).ask(DOI) == first
            again = server.requests[1].headers
            assert again["If-None-Match"] == '"1"'
            assert again["If-Modified-Since"] == "Sat, 21 Nov 2026 10:00:00 GMT"
            assert desk(server, clock=clock).ask(DOI) == first
            assert len(server.requests) == 2

    def test_a_kept_answer_that_was_spoilt_is_asked_for_again(self, desk, tmp_path):
        with standing_in({DOI.value: work()}) as server:
            desk(server).ask(DOI)
            (path,) = (tmp_path / "cache").iterdir()
            whole = path.read_bytes()
            zeroed = whole[:-9] + bytes(9)  # what a power cut may leave
            for spoilt in (b"", b"[]\n", whole[:-9], whole[:9], zeroed, b"\xff", b"{}\n{}"):
                path.write_bytes(spoilt)
                assert isinstance(desk(server).ask(DOI), Published)
            assert len(server.requests) == 8

    @pytest.mark.parametrize(
        "spoil", [lambda w: w[:-2], lambda w: w[:-2] + b"\0\0", lambda w: w.replace(b"2019", b"2018")]
    )
    def test_an_answer_that_is_not_what_was_written_is_absent(self, tmp_path, spoil):
        cache, kept = Cache(tmp_path), Kept(200, b'{"year": 2019}', 5.0, '"1"', "then")
        cache.keep("here", kept)
        assert cache.get("here") == kept
        (path,) = tmp_path.iterdir()
        path.write_bytes(spoil(path.read_bytes()))
        assert cache.get("here") is None

    def test_a_kept_answer_that_can_no_longer_be_read_is_asked_for_again(self, tmp_path, desk):
        with standing_in({DOI.value: work()}) as server:
            d = desk(server)
            Cache(tmp_path / "cache").keep(
                f"{server.url}/works/10.1234%2Ftea.2019", Kept(200, b"{}", d.clock.date())
            )
            assert isinstance(d.ask(DOI), Published)

    def test_an_answer_from_the_future_is_not_fresh(self):
        assert not Kept(200, b"", 100.0).is_fresh(99.0)
        assert Kept(200, b"", 100.0).is_fresh(100.0 + FRESH - 1)
        assert not Kept(200, b"", 100.0).is_fresh(100.0 + FRESH)


class TestPace:
    def test_at_most_three_a_second(self):
        clock = QuickClock()
        pace, sent = Pace(clock), []
        for _ in range(9):
            pace.wait()
            sent.append(clock.now())
        assert all(fourth - first > 1 for first, fourth in zip(sent, sent[3:], strict=False))
        assert sent[-1] - sent[0] < 3

    def test_each_service_has_its_own(self, desk):
        asked = [Asked("DOI", f"10.1/{n}") for n in range(4)]
        with standing_in({each.value: work() for each in asked}) as one, standing_in({}) as other:
            d = desk(one)
            for each in asked:
                d.ask(each)
            assert d.clock.waits == [pytest.approx(INTERVAL)] * 3
            d.services = Services("me@example.org", other.url, other.url)
            d.ask(PMID)
            assert len(d.clock.waits) == 3

    def test_a_pause_holds_everyone(self):
        clock = QuickClock()
        pace = Pace(clock)
        pace.wait()
        pace.hold(3)
        pace.wait()
        pace.wait()
        assert clock.waits == [pytest.approx(3), pytest.approx(INTERVAL)]

    @pytest.mark.parametrize(
        ("header", "seconds"),
        [
            ("12", 12.0),
            (" 0 ", 0.0),
            ("Sat, 21 Nov 2026 10:00:30 GMT", 30.0),
            ("Sat, 21 Nov 2026 09:00:00 GMT", 0.0),
            ("Sat, 21 Nov 2026 10:00:30 -0000", 30.0),
            ("", None),
            ("soon", None),
            ("-5", None),
            ("9" * 400, 999999999.0),
        ],
    )
    def test_retry_after(self, header, seconds):
        assert retry_after(header, datetime(2026, 11, 21, 10, tzinfo=UTC).timestamp()) == seconds

    def test_backing_off(self):
        assert [backoff(n) for n in (1, 2, 3)] == [1.0, 2.0, 4.0]


class TestAll:
    def all(self, server, folder, asked, done=lambda: None, clock=None):
        where = Services("me@example.org", server.url, server.url)
        return ask(where, asked, folder, done, clock=clock or QuickClock())

    def test_each_is_asked_once(self, tmp_path):
        asked, ticks = [Asked("DOI", f"10.1/{n}") for n in range(5)], []
        with standing_in({each.value: work() for each in asked}) as server:
            answers = self.all(server, tmp_path, asked * 2, lambda: ticks.append(1))
            assert (len(answers), len(ticks), len(server.requests)) == (5, 5, 5)

    def test_nothing_answered_is_no_result(self, tmp_path):
        refused = {DOI.value: Reply(403), PMID.value: Reply(403)}
        with (
            standing_in(refused) as server,
            pytest.raises(
                CannotRunError, match=r"none of 2 questions was answered; the first, .*answered 403"
            ),
        ):
            self.all(server, tmp_path, [DOI, PMID])

    def test_broken_off_it_goes_on_where_it_stood(self, tmp_path):
        asked = [Asked("DOI", f"10.1/{n}") for n in range(40)]

        def stop():
            raise KeyboardInterrupt

        with standing_in({each.value: work() for each in asked}) as server:
            with pytest.raises(KeyboardInterrupt):
                self.all(server, tmp_path, asked, stop)
            assert 0 < len(server.requests) < 40
            assert len(self.all(server, tmp_path, asked)) == 40
            assert len(server.requests) == 40

    def test_an_interrupt_ends_a_long_pause(self, tmp_path):
        clock = Clock()
        clock.break_off()
        clock.sleep(3600)
        with standing_in({DOI.value: work()}) as server, pytest.raises(CannotRunError, match="broken off"):
            self.all(server, tmp_path, [DOI], clock=clock)
        assert server.requests == []
