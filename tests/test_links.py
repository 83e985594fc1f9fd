"""The link check on built pages: what it must find, and what it must let be."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pytest

from claimbook.errors import CannotRunError
from claimbook.htmlpage import read
from claimbook.links import check_site
from tests.trees import tidal

if TYPE_CHECKING:
    from pathlib import Path

NO_FILE = "there is no such file in the site"
OPEN = "links are http, https or mailto"


@pytest.fixture
def site(tmp_path):
    return partial(tidal, tmp_path / "site")


def faults(folder: Path, site_url: str = "") -> list[tuple[str, str]]:
    return [(broken.link, broken.what) for broken in check_site(folder, site_url).broken]


@pytest.mark.parametrize(
    "link",
    [
        "tides/moon/",
        "tides/moon",
        "tides/moon/index.html",
        "./tides/../tides/moon/#pull",
        "/tides/moon/#pull",
        "tides/moon/?q=1#pull",
        "tides/m%6Fon/#p%75ll",
        "#home",
        "#",
        "#top",
        "",
        "?q=ebb",
        " tides/moon/ ",
        "tides/moon/#:~:text=the%20moon",
        "tides/moon/#pull:~:text=the%20moon",
        "https://example.org/nowhere",
        "//example.org/nowhere",
        "mailto:a@example.org",
        "http://example.org/nowhere",
        "chart.svg#layer",
        "tides%20and%20ebb.pdf",
    ],
)
def test_good_links_pass(site, link):
    folder = site(**{"chart.svg": "", "tides and ebb.pdf": "", "page": f'<a id=home href="{link}">x</a>'})
    assert faults(folder) == []


@pytest.mark.parametrize(
    ("link", "what"),
    [
        ("tides/sun/", NO_FILE),
        ("tides/", NO_FILE),
        ("../index.html", NO_FILE),
        ("/tides/Moon/", NO_FILE),
        ("#away", "page.html has no anchor “away”"),
        ("tides/moon/#top", "tides/moon/index.html has no anchor “top”"),
        ("tides/moon/#p%C3%BCll", "tides/moon/index.html has no anchor “püll”"),
        ("tides/moon/#away:~:text=moon", "tides/moon/index.html has no anchor “away”"),
        ("http://[broken", "this is no address"),
        ("https://example.org@[broken", "this is no address"),
        ("javascript:void(0)", OPEN),
        (" jAvA\nscript:void(0)", OPEN),
        ("data:text/html,x", OPEN),
        ("vbscript:x", OPEN),
        ("tel:123", OPEN),
    ],
)
def test_broken_links_are_told(site, link, what):
    assert faults(site(page=f'<a href="{link}">x</a>')) == [(link, what)]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="gone">',
        "<IMG SRC='gone'>",
        "<img src=gone>",
        '<img alt="a > b" src="gone">',
        '<img srcset="index.html 1x, gone 2x">',
        '<picture><source srcset="gone"></picture>',
        '<object data="gone"></object>',
        '<link rel="stylesheet" href="gone">',
        '<video poster="gone"></video>',
        '<blockquote cite="gone">Words</blockquote>',
        '<svg><use xlink:href="gone"/></svg>',
        '<script src="gone"></script>',
        '<meta http-equiv="Refresh" content="0; url=gone">',
        "<meta http-equiv=refresh content=\"0;URL='gone'\">",
        "<p>text\n<a\n  class='x'\n  href='gone'>x</a>",
    ],
)
def test_every_kind_of_link_is_followed(site, html):
    assert faults(site(page=html)) == [("gone", NO_FILE)]


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <a href="gone"> -->',
        '<script>var a = "<a href=gone>";</script>',
        "<style>a[href='gone'] {}</style>",
        '<meta name="description" content="0; url=gone">',
        '<div data-href="gone">&lt;a href="gone"&gt;</div>',
        "<img srcset>",
        '<a href="#" href="gone"><a href href="gone">',  # of two the first counts, with or without a value
    ],
)
def test_what_only_looks_like_a_link_is_none(site, html):
    assert faults(site(page=html)) == []


def test_a_link_is_told_once_a_page_and_pages_come_sorted(site):
    link = '<a href="gone">x</a>'
    report = check_site(site(b=link * 2, a=link))
    assert [str(broken) for broken in report.broken] == [
        f"a.html: gone: {NO_FILE}",
        f"b.html: gone: {NO_FILE}",
    ]
    assert (report.pages, report.links) == (4, 3)


def test_ids_that_stand_twice_are_told_and_names_of_links_are_anchors(site):
    folder = site(
        page='<p id="ebb"><b id="ebb"><b id="ebb"><a name="flow" id="flow"><a href="#flow"><input name="ebb">'
    )
    assert faults(folder) == [("#ebb", "this id stands 3 times on the page")]


def test_links_below_the_site_s_own_address(site):
    home = "https://example.org/sea/"
    good = '<a href="/sea/tides/moon/#pull"><a href="/sea"><a href="https://example.org/sea/tides/moon/">'
    elsewhere = '<a href="http://example.org/sea/x"><a href="https://example.net/sea/x">'
    assert faults(site(page=good + elsewhere), home) == []
    bad = '<a href="/tides/moon/"><a href="/air/tides/moon/"><a href="/sea/#x">' + f'<a href="{home}gone/">'
    assert faults(site(page=bad), home) == [
        ("/tides/moon/", NO_FILE),
        ("/air/tides/moon/", NO_FILE),
        ("/sea/#x", "index.html has no anchor “x”"),
        ("https://example.org/sea/gone/", NO_FILE),
    ]


def test_a_link_is_seen_from_its_own_page_wherever_else_it_stands(site):
    links = '<a href="../../tides/moon/#pull"></a><a href="../../gone.html"></a><a href="../tides/moon/"></a>'
    folder = site(**{f"{path}index": links for path in ("a/b/", "a/c/", "a/", "")})
    outside = [(link, NO_FILE) for link in ("../../gone.html", "../../tides/moon/#pull", "../tides/moon/")]
    told = {}
    for broken in check_site(folder).broken:
        told.setdefault(broken.page, []).append((broken.link, broken.what))
    assert {page: sorted(faults) for page, faults in told.items()} == {
        "a/b/index.html": [outside[0], outside[2]],
        "a/c/index.html": [outside[0], outside[2]],
        "a/index.html": outside[:2],
        "index.html": outside,
    }


def test_a_page_is_read_into_links_and_ids():
    page = read(b'<body id=a><a name=b href="x?a=1&amp;b=2">&copy;</a><p id=""><p name=c>')
    assert page.links == ["x?a=1&b=2"]
    assert page.ids == Counter("ab")


def test_a_page_that_cannot_be_read_is_named(site, monkeypatch):
    folder = site()

    def refuse(self, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(CannotRunError, match=r"cannot read .*index\.html: Permission denied"):
        check_site(folder)
