"""Building: strict, plain in its complaints, and the old site stands until the new one is fine."""

from __future__ import annotations

import logging
import os
import re
import threading
import tomllib
from pathlib import Path

import pytest

from claimbook.errors import CannotRunError
from claimbook.links import check_site
from claimbook.listening import listening
from claimbook.site import build_site, site_address, site_settings
from tests.trees import NAV, SETTINGS, bakery, fill

PROJECT = Path(__file__).parent.parent


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr("claimbook.rendering._PATIENCE", 60)  # on a busy machine a second is soon over
    return bakery(tmp_path)


def no_check(site, site_url):
    return []


def build(root, nav=NAV, check=no_check):
    return build_site(root, root / "build" / "docs", root / "site", nav, check)


def shown(root: Path, page: str = "index.html") -> str:
    return (root / "site" / page).read_text()


def test_a_good_build_takes_the_place_of_the_site_and_leaves_nothing_beside_it(root, capfd):
    (root / "site").mkdir()
    (root / "site" / "old.html").write_text("old")
    assert build(root) == []
    assert "Dark." in shown(root, "rye/index.html")
    assert not re.search("\n[ \t]+<", shown(root)), "the theme's own white space"
    assert not (root / "site" / "old.html").exists()
    assert [path.name for path in (root / "build").iterdir()] == ["docs"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("pages", "complaint"),
    [
        ({"index.md": "[oat](oat.md)"}, "Doc file 'index.md' contains a link 'oat.md'"),
        ({"index.md": "[rye](rye.md#crumb)"}, "does not contain an anchor '#crumb'"),
        ({"index.md": "[rye](/rye/)"}, "absolute link '/rye/'"),
        ({"oat.md": "# Oat"}, 'not included in the "nav" configuration:\n  - oat.md'),
    ],
)
def test_a_bad_build_tells_each_fault_and_leaves_the_old_site(root, pages, complaint, capfd, caplog):
    build(root)
    fill(root, {**pages, "rye.md": "# Rye\n\n## Crust\n\nNew.\n"})
    (message,) = build(root)
    assert complaint in message
    assert "Dark." in shown(root, "rye/index.html")
    assert [path.name for path in (root / "build").iterdir()] == ["docs"]
    assert (capfd.readouterr(), caplog.records) == (("", ""), [])


def test_all_faults_are_told_at_once(root):
    fill(root, {"index.md": "[a](a.md) [b](b.md)"})
    assert [re.search(r"'\w\.md'", message)[0] for message in build(root)] == ["'a.md'", "'b.md'"]


def test_anchors_are_checked_even_where_all_is_logged_in_detail(root, monkeypatch):
    monkeypatch.setattr(logging.getLogger("mkdocs"), "level", logging.DEBUG)
    fill(root, {"index.md": "[rye](rye.md#crumb)"})
    assert len(build(root)) == 1
    assert logging.getLogger("mkdocs").level == logging.DEBUG


def test_the_link_check_sees_the_new_site_before_it_stands(root):
    build(root)
    fill(root, {"index.md": '# Bread\n\n<img src="gone.png"> <p id="bread">twice</p>\n'})
    faults = build(root, check=lambda site, url: check_site(site, url).broken)
    assert faults == [
        "index.html: gone.png: there is no such file in the site",
        "index.html: #bread: this id stands 2 times on the page",
    ]
    assert "gone.png" not in shown(root)


def test_files_beside_the_pages_are_laid_in_before_the_check_and_come_with_the_site(root):
    def look(site, _):
        assert (site / "rye.md").read_bytes() == b"# Rye\n"
        assert (site / "a" / "new" / "oats.json").read_bytes() == b"{}"
        yield from complaints

    beside = {"rye.md": b"# Rye\n", "a/new/oats.json": b"{}"}
    complaints = ["no"]
    docs, out = root / "build" / "docs", root / "site"
    assert build_site(root, docs, out, NAV, look, beside) == ["no"]
    assert not out.exists()
    complaints = []
    assert build_site(root, docs, out, NAV, look, beside) == []
    assert (out / "rye.md").read_bytes() == b"# Rye\n"
    assert (out / "rye" / "index.html").is_file()


def test_the_link_check_is_told_the_address(root):
    (root / "mkdocs.yml").write_text(SETTINGS + "site_url: https://example.org/bread\n")
    seen = []
    build(root, check=lambda site, url: seen.append(url) or [])
    assert seen == ["https://example.org/bread/"]


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ("theme: {name: mkdocs}\n", "site_name"),
        (SETTINGS + "plugins: [nowhere]\n", 'The "nowhere" plugin is not installed'),
        ("site_name: [", "error parsing the configuration file"),
    ],
)
def test_bad_settings_are_a_message(root, settings, complaint):
    (root / "mkdocs.yml").write_text(settings)
    (message,) = build(root)
    assert complaint in message


def test_missing_settings_are_a_message(root):
    (root / "mkdocs.yml").unlink()
    (message,) = build(root)
    assert "does not exist" in message


def test_what_a_killed_run_left_is_cleared(root):
    for name in ("site.new", "site.old"):
        (root / "build" / name).mkdir()
    (root / "site").mkdir()
    assert build(root) == []
    assert [path.name for path in (root / "build").iterdir()] == ["docs"]


def test_a_swap_that_was_broken_off_is_undone_even_if_the_next_build_fails(root):
    build(root)
    (root / "site").rename(root / "build" / "site.old")
    fill(root, {"index.md": "[oat](oat.md)"})
    assert len(build(root)) == 1
    assert "Dark." in shown(root, "rye/index.html")


def test_a_site_that_cannot_be_swapped_stays(root, monkeypatch):
    """In a system that cannot exchange two folders at once."""
    build(root)
    real = os.rename

    def rename(source, target):
        if Path(source).name == "site.new":
            raise OSError(18, "Invalid cross-device link")
        real(source, target)

    monkeypatch.setattr("ctypes.CDLL", object())
    monkeypatch.setattr("os.rename", rename)
    with pytest.raises(CannotRunError, match=r"cannot build .*site: Invalid cross-device link"):
        build(root)
    assert "Dark." in shown(root, "rye/index.html")


def test_something_else_in_the_site_s_place_is_refused(root):
    (root / "own").mkdir()
    (root / "site").symlink_to(root / "own")
    with pytest.raises(CannotRunError, match="not a folder of its own"):
        build(root)
    (root / "site").unlink()
    (root / "site").write_text("mine")
    with pytest.raises(CannotRunError, match="not a folder of its own"):
        build(root)
    assert (root / "site").read_text() == "mine"


def test_a_long_build_says_what_it_does_on_standard_error(root, monkeypatch, capsys):
    monkeypatch.setattr("claimbook.rendering._PATIENCE", 0.01)
    build(root)
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"MkDocs is building {root / 'build' / 'site.new'} …\n"


def test_a_short_build_says_nothing(root, capsys):
    build(root)
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join()
    assert capsys.readouterr() == ("", "")


def test_the_address_comes_from_the_settings(root, monkeypatch):
    assert site_address(root) == ""
    (root / "mkdocs.yml").write_text(SETTINGS + "site_url: !ENV [BREAD_URL, '']\n")
    assert site_address(root) == ""
    monkeypatch.setenv("BREAD_URL", "https://example.org/bread/")
    assert site_address(root) == "https://example.org/bread/"
    (root / "mkdocs.yml").write_text("site_name: [")
    with pytest.raises(CannotRunError, match="error parsing"):
        site_address(root)
    (root / "mkdocs.yml").unlink()
    with pytest.raises(CannotRunError, match="cannot read mkdocs"):
        site_address(root)


def test_what_the_settings_say_of_the_site(root):
    (root / "mkdocs.yml").write_text(
        "site_name: Bread & butter\nsite_description: >-\n  On\n  bread\ncopyright: Ours\n"
        "extra: {license: https://example.org/l}\nrepo_url: https://example.org/r\n"
    )
    told = {"name": "Bread & butter", "url": "", "description": "On bread", "copyright": "Ours"}
    told |= {"license": "https://example.org/l", "repo": "https://example.org/r"}
    assert site_settings(root) == told
    (root / "mkdocs.yml").write_text("extra: [nothing]\n")
    assert set(site_settings(root).values()) == {""}


def test_an_installed_engine_has_its_templates_and_its_data():
    """What is no Python file is left out of a wheel unless it is named."""
    engine = PROJECT / "claimbook"
    named = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]
    packed = {path for pattern in named["claimbook"] for path in engine.glob(pattern)}
    others = {path for path in engine.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert engine / "theme" / "main.html" in packed
    assert others <= packed


def test_two_builds_at_once_do_not_hear_each_other():
    heard, log = [], logging.getLogger("mkdocs")

    def other():
        with listening() as theirs:
            log.warning("theirs")
        heard.extend(theirs)

    second = threading.Thread(target=other, daemon=True)
    with listening() as ours:
        second.start()
        second.join(0.1)
        log.warning("ours")
    second.join(10)
    assert (ours, heard, log.propagate) == (["ours"], ["theirs"], True)


@pytest.mark.parametrize("listed", [50, 51])
def test_a_long_navigation_is_listed_where_its_pages_stand(root, listed):
    loaves = [f"loaf{number}.md" for number in range(listed - 2)]
    fill(root, {"index.md": "# Bread\n", **dict.fromkeys(loaves, "# Loaf\n")})
    nav = [{"Bread": "index.md"}, {"Loaves": [{path: path} for path in loaves]}, {"Rye": "rye.md"}]
    assert build(root, nav) == []
    counts = [shown(root, page).count("loaf47.md") for page in ("index.html", "loaf0/index.html")]
    assert [bool(count) for count in counts] == [listed == 50, True]
    assert 'href="loaf0/"' in shown(root)
