"""The deeper link check: lychee's findings in our words, and what happens where it cannot run."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path

import pytest

from claimbook.errors import CannotRunError
from claimbook.links import lychee
from tests.trees import tidal


@pytest.fixture
def site(tmp_path):
    return partial(tidal, tmp_path / "site")


needs_lychee = pytest.mark.skipif(
    not (Path(sys.executable).parent / "lychee").exists() and not shutil.which("lychee"),
    reason="lychee (the extra “links”) is not installed",
)


@needs_lychee
def test_lychee_finds_the_same(site):
    folder = site(
        page='<a href="tides/sun/"><a href="tides/moon/#away"><a href="tides/moon/#pull"><img src="gone.png">'
    )
    report = lychee(folder)
    assert [(broken.page, broken.link) for broken in report.broken] == [
        ("page.html", "gone.png"),
        ("page.html", "tides/moon#away"),
        ("page.html", "tides/sun"),
    ]
    assert (report.pages, report.links) == (3, 4)


@needs_lychee
def test_lychee_knows_the_site_s_own_address(site):
    folder = site(page='<a href="/sea/tides/moon/#pull"><a href="/tides/">')
    assert [broken.link for broken in lychee(folder, "https://example.org/sea/").broken] == ["tides"]


@needs_lychee
def test_lychee_with_nothing_to_check_is_no_success(site):
    with pytest.raises(CannotRunError, match="no link to check"):
        lychee(site())


def test_lychee_that_is_not_there_is_told(site, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda *args, **kwargs: None)
    with pytest.raises(CannotRunError, match="lychee is not installed"):
        lychee(site())


def test_lychee_that_breaks_off_is_told(site, tmp_path, monkeypatch):
    program = tmp_path / "lychee"
    program.write_text("#!/bin/sh\necho no such option >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr("shutil.which", lambda *args, **kwargs: str(program))
    with pytest.raises(CannotRunError, match="lychee broke off: no such option"):
        lychee(site())
    program.write_text("#!/nowhere/sh\n")
    with pytest.raises(CannotRunError, match="cannot run lychee: No such file"):
        lychee(site())
