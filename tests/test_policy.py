"""The policy of each page: the theme's own scripts by their hashes, and nothing that was smuggled in."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from claimbook.policy import header, policy, scripts_of, sealed
from claimbook.sealing import HEADERS, seal

THEME = (
    '{#- of the theme -#}\n<script>begin(new URL("{{ base_url }}",location))</script>\n<script>end()</script>'
)
SCRIPTS = scripts_of([THEME, "<script>{% if x %}some(){% endif %}</script>", "<script src=x></script>"])
META = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def page(body, head='<meta charset="utf-8">'):
    return (
        f"<!doctype html>\n<html>\n<head>\n  {head}<title>é</title></head><body>{body}</body></html>".encode()
    )


def hashed(script):
    return "sha256-" + b64encode(sha256(script.encode()).digest()).decode()


def test_a_page_gets_its_policy_right_after_its_encoding():
    html = page("<h1>Tides</h1>")
    done = sealed(html, SCRIPTS)
    (found,) = META.finditer(done.html.decode())
    assert found[1] == policy([])
    assert done.html.replace(f"\n{found[0]}".encode(), b"") == html
    assert done.html.index(b"charset") < found.start() < done.html.index(b"<title>")
    assert (done.hashes, done.refused) == ([], [])


@pytest.mark.parametrize(
    "script", ['begin(new URL("../..",location))', 'begin(new URL("/a/b",location))', "end()"]
)
def test_a_script_of_the_theme_is_allowed_by_its_hash(script):
    done = sealed(page(f"<script>{script}</script><script>{script}</script>"), SCRIPTS)
    assert done.hashes == [hashed(script)]
    assert f"script-src 'self' '{hashed(script)}';" in META.search(done.html.decode())[1]
    assert done.refused == []


@pytest.mark.parametrize(
    "script",
    [
        "steal()",
        "end();steal()",
        "END()",
        'begin(new URL("",steal(),"",location))',
        'begin(new URL("",location=x,"",location))',
        'begin(new URL("`${x}",location))',
        "",
    ],
)
@pytest.mark.parametrize(
    "tag", ["<script>", "<SCRIPT type=module>", "<script type='text/javascript' data-x='>'>"]
)
def test_any_other_script_is_named_and_not_allowed(script, tag):
    done = sealed(page(f"{tag}{script}</script>"), SCRIPTS)
    assert done.hashes == []
    assert len(done.refused) == 1
    assert done.refused[0].startswith("an inline script that is not the theme's")


@pytest.mark.parametrize(
    "body",
    [
        '<script type="application/ld+json">{"a": "style=\'x\' onload=y"}</script>',
        '<script id="x" type="application/json">{}</script>',
        '<script src="a.js" defer></script><img src="../a.png"><img src="data:image/svg+xml,x">',
        "<!-- <script>no()</script> <p style='x'> -->",
        '<p title=\'style="x" onclick=1\'>style="x" onclick=1</p>',
        '<p data-style="x" data-on="y" content="on=1">x</p>',
    ],
)
def test_what_needs_no_leave_passes(body):
    done = sealed(page(body), SCRIPTS)
    assert (done.hashes, done.refused) == ([], [])


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<p style='x'>", "style= on <p>"),
        ("<svg/onload=x>", "onload= on <svg>"),
        ("<P CLASS=a ONCLICK = x>", "onclick= on <p>"),
        ("<style>p { color: red }</style>", "a <style> element"),
        (
            "<script src='https://evil.example/x.js'></script>",
            "<script> from elsewhere: https://evil.example/x.js",
        ),
        ("<img src=' //evil.example/x.png'>", "<img> from elsewhere: //evil.example/x.png"),
        ("<iframe src='data:text/html,x'></iframe>", "<iframe> from elsewhere: data:text/html,x"),
        # What browsers take for the end of a comment or a script, or for a tag, without being well written.
        ("<!--><img onerror=x>-->", "onerror= on <img>"),
        ("<!-- --!><img onerror=x>-->", "onerror= on <img>"),
        ("<script-x><img onerror=x></script>", "onerror= on <img>"),
        ("<script src=x.js></script y><img onerror=x><script src=x.js></script>", "onerror= on <img>"),
        ("<script src=x.js></script/><img onerror=x><script src=x.js></script>", "onerror= on <img>"),
        ("<img onerror=x a<b>", "onerror= on <img>"),
        ('<img a" onerror=x><p class="b">', "onerror= on <img>"),
        ("<img a' onerror=x>", "onerror= on <img>"),
    ],
)
def test_what_the_policy_would_refuse_is_named(body, what):
    (told,) = sealed(page(body), SCRIPTS).refused
    assert told.startswith(what)


def test_a_page_without_a_head_is_named_and_stays():
    done = sealed(b"<header>x</header>", SCRIPTS)
    assert done.html == b"<header>x</header>"
    assert done.refused == ["no <head>, where the page's policy would stand"]
    assert META.search(sealed(page("", head=""), SCRIPTS).html.decode())


def test_bytes_that_are_no_utf_8_stay():
    assert b"\xff\xfe" in sealed(page("x").replace(b"x", b"\xff\xfe"), SCRIPTS).html


def test_the_header_allows_all_pages_and_the_search_s_worker():
    sent = header(["sha256-b", "sha256-a", "sha256-b"])
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-a' 'sha256-b'; " in sent
    assert sent.endswith("; frame-ancestors 'none'")
    for word in ("wasm", "unsafe", "frame-ancestors"):
        assert word not in policy(["sha256-a"])


def test_a_folder_is_sealed_with_its_theme(tmp_path):
    site, theme = tmp_path / "site", tmp_path / "theme"
    for path, text in {
        theme / "partials" / "x.html": THEME.encode(),
        site / "index.html": page("<script>end()</script>"),
        site / "a" / "index.html": page("<script>steal()</script><script>steal()</script>"),
        site / "a.txt": b"x",
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    assert seal(site, [theme]) == ["a/index.html: an inline script that is not the theme's: steal()"]
    assert all(META.search(path.read_text()) for path in site.rglob("*.html"))
    assert (site / HEADERS).read_text() == f"/*\n  Content-Security-Policy: {header([hashed('end()')])}\n"
    assert (site / "a.txt").read_bytes() == b"x"


def test_a_header_of_the_base_s_own_stays(tmp_path):
    (tmp_path / HEADERS).write_text("mine")
    assert seal(tmp_path, []) == []
    assert (tmp_path / HEADERS).read_text() == "mine"
