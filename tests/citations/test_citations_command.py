"""The command `citations` as a user meets it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from claimbook.checks.example import CLAIM, STUDY
from claimbook.citations_command import citations
from claimbook.usercache import cache_folder
from tests.bases import base
from tests.standin import QuickClock, Reply, abstract, only_loopback, record, standing_in, work

FULL = "  title: Green tea and sleep\n  issued: {date-parts: [[2019]]}\n  author: [{family: Kim, given: A}]\n"
STUDIED = {STUDY: ("  title: Green tea and sleep\n", FULL), CLAIM: ("section: Results", "section: abstract")}
MICE = work(title="Wheel running in mice", year=2021, family="Lopez")
GOOD = {"10.1234/tea.2019": work(), "10.1234/mice.2021": MICE, "31000001": record()}


@pytest.fixture(autouse=True)
def named(monkeypatch):
    for name in ("EMAIL", "CACHE", "CROSSREF", "PUBMED"):
        monkeypatch.delenv(f"CLAIMBOOK_{name}", raising=False)
    monkeypatch.setattr("claimbook.cite_online.Clock", QuickClock)
    return only_loopback(monkeypatch)


@pytest.fixture
def root(tmp_path):
    return base(tmp_path, STUDIED)


def run(root, *words, **environment):
    return CliRunner().invoke(citations, words, obj=root, env=environment, prog_name="citations")


def online(root, server, *words):
    cache = root.parent / "cache"
    given = ("--online", "--email", "me@example.org", "--cache", str(cache), "--timeout", "1")
    return run(root, *given, "--crossref", server.url, "--pubmed", server.url, *words)


def test_offline_nobody_is_asked(root, named):
    done = run(root)
    assert done.exit_code == 0
    assert done.stdout.endswith("Crossref and PubMed were not asked (--online does).\n")
    assert named == []


def test_all_is_well(root, named):
    text = (
        "<Abstract><AbstractText>Adults who drank tea slept later than with water.</AbstractText></Abstract>"
    )
    with standing_in({**GOOD, "31000001": record(abstract=text)}) as server:
        done = online(root, server)
    assert done.exit_code == 0, done.output
    assert "0 errors, 2 warnings, 0 not checked" in done.stdout  # the mice's record lacks year and author
    assert "3 of 3 identifiers answered" in done.stdout
    assert "1 of 1 passage found in abstracts" in done.stdout
    assert "Asking Crossref and PubMed" in done.stderr
    assert set(named) == {"127.0.0.1"}


@pytest.mark.parametrize(
    ("name", "reply", "kind", "status"),
    [
        ("10.1234/tea.2019", Reply(404), "no-such-record", 1),
        ("10.1234/tea.2019", work(title="Coffee in the morning"), "wrong-title", 1),
        ("31000001", record(year=2001), "wrong-year", 1),
        ("31000001", record(pmid="7"), "no-such-record", 1),
        (
            "10.1234/tea.2019",
            work(**{"updated-by": [{"type": "retraction", "DOI": "10.1/n"}]}),
            "retracted",
            1,
        ),
        ("10.1234/tea.2019", work(**{"updated-by": [{"type": "expression_of_concern"}]}), "concern", 1),
        ("10.1234/tea.2019", work(**{"updated-by": [{"type": "correction"}]}), "corrected", 0),
        ("31000001", record(abstract=abstract("Something else.")), "passage-not-in-abstract", 0),
        ("31000001", Reply(403), "not-checked", 2),
    ],
)
def test_what_each_answer_leads_to(root, name, reply, kind, status):
    with standing_in({**GOOD, name: reply}) as server:
        done = online(root, server, "--format", "json")
    assert done.exit_code == status, done.output
    assert ("not everything could be checked" in done.stderr) == (kind == "not-checked")
    told = [each["kind"] for each in json.loads(done.stdout)["findings"] if each["source"] == "kim2019"]
    assert told == [kind]


def test_the_issue_names_the_claims(root):
    with standing_in({**GOOD, "10.1234/tea.2019": Reply(404)}) as server:
        done = online(root, server, "--format", "markdown")
    assert "### Without kim2019: 1 claim\n\n- `tea-keeps-awake` (it supports)" in done.stdout


def test_the_second_run_asks_nobody(root):
    with standing_in(GOOD) as server:
        first = online(root, server)
        asked = len(server.requests)
        assert online(root, server).stdout == first.stdout
        assert len(server.requests) == asked == 3


def test_without_a_network_it_could_not_run(root):
    with standing_in({}) as server:
        gone = server.url
        server.server_close()
        given = ("--online", "--email", "me@example.org", "--cache", str(root.parent / "c"))
        done = run(root, *given, "--crossref", gone, "--pubmed", gone)
    assert done.exit_code != 0
    assert "none of 3 questions was answered" in str(done.exception)
    assert done.stdout == ""


@pytest.mark.parametrize(
    "email", [None, "nobody", "a@b", "a@b.org\r\nX: y", "a b@c.org", "me@example.org (x)"]
)
def test_a_mail_address_is_asked_for(root, email, named):
    done = run(root, "--online", *(("--email", email) if email else ()))
    assert "want a mail address" in str(done.exception)
    assert named == []


def test_without_its_extra_it_could_not_run(root, monkeypatch):
    monkeypatch.setattr("claimbook.cite_online.single.find_spec", lambda name: None)
    with standing_in(GOOD) as server:
        done = online(root, server)
        assert server.requests == []
    assert "install this project with its extra “online”" in str(done.exception)


def test_settings_may_stand_in_the_environment(root, tmp_path):
    with standing_in(GOOD) as server:
        settings = {
            "EMAIL": "us@example.org",
            "CACHE": str(tmp_path / "kept"),
            "CROSSREF": server.url,
            "PUBMED": server.url,
        }
        done = run(root, "--online", **{f"CLAIMBOOK_{name}": value for name, value in settings.items()})
        assert done.exit_code == 0, done.output
        assert all("(mailto:us@example.org)" in each.headers["User-Agent"] for each in server.requests)
    assert len(list((tmp_path / "kept" / "citations").iterdir())) == 3


def test_an_address_that_is_none(root):
    done = run(root, "--online", "--email", "me@example.org", "--crossref", "file:///etc")
    assert "“file:///etc” is no address of a service" in str(done.exception)


def test_the_cache_may_not_lie_in_the_base(root):
    done = run(root, "--online", "--email", "me@example.org", "--cache", str(root / "sources"))
    assert "lies in the base" in str(done.exception)


def test_the_cache_of_the_user(root, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name, appauthor: tmp_path / name)
    assert cache_folder(root, "citations") == tmp_path / "claimbook" / "citations"


def test_no_source_and_nothing_to_ask(tmp_path):
    bare = base(tmp_path, {"sources/web-tea.yaml": None, STUDY: None, "sources/lopez2021.yaml": None})
    assert "there is no source" in str(run(bare).exception)
    lay = base(tmp_path, {STUDY: None, "sources/lopez2021.yaml": None})
    given = ("--online", "--email", "me@example.org", "--cache", str(tmp_path / "c"))
    assert "no source has a sound DOI or PMID" in str(run(lay, *given).exception)
