"""Several processes make the pages of a site as one does."""

from __future__ import annotations

import os
import signal

import mkdocs.utils
import pytest

from claimbook import splitting
from claimbook.links import check_site
from claimbook.rendering import render
from claimbook.searchindex import FOLDER
from claimbook.site import build_site
from claimbook.takingover import TakingOver
from tests.trees import SETTINGS, fill, held

LOAVES = [f"loaf{number}" for number in range(7)]
RUSKS = ["oat", "plum"]
PAGES = {
    "index.md": "# Bread\n\n" + " ".join(f"[{name}]({name}.md#crust)" for name in LOAVES) + "\n",
    "flour.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    **{f"{name}.md": f"# {name}\n\n## Crust\n\n[home](index.md) ![](flour.svg)\n" for name in LOAVES},
    **{f"rusks/{name}.md": f"# {name}\n" for name in RUSKS},  # no page leads there
}
NAV = [{"Bread": "index.md"}, *({name: f"{name}.md"} for name in LOAVES)]

pytestmark = pytest.mark.skipif(not splitting._CAN, reason="processes are copied on Linux alone")


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr("claimbook.rendering._PATIENCE", 60)
    monkeypatch.setattr("claimbook.splitting._FEWEST", 2)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS + "not_in_nav: /rusks/\n")
    fill(tmp_path, PAGES)
    return tmp_path


@pytest.fixture
def copies(monkeypatch):
    """The processes that were started."""
    started = []
    fork = os.fork

    def noted():
        copy = fork()
        if copy:
            started.append(copy)
        return copy

    monkeypatch.setattr("os.fork", noted)
    return started


def build(root, processes, out="site"):
    def look(site, url):
        return check_site(site, url).broken

    over = TakingOver(root / out)
    return build_site(root, root / "build" / "docs", root / out, NAV, look, None, over, processes)


def site(root, out):
    """All files of a site but the search index, whose files are named by chance."""
    return {path: text for path, text in held(root / out).items() if not path.startswith(f"{FOLDER}/")}


@pytest.mark.parametrize(("processes", "started"), [(2, 1), (99, 3)])
def test_the_site_is_the_same(root, copies, processes, started):
    assert build(root, 1, "alone") == build(root, processes) == []
    assert len(copies) == started
    assert site(root, "site") == site(root, "alone")
    assert {f"{name}/index.html" for name in (*LOAVES, "rusks/oat", "rusks/plum")} <= site(
        root, "site"
    ).keys()


def test_no_process_makes_what_another_does(root, copies, monkeypatch):
    (root / "made").mkdir()
    write, copy = mkdocs.utils.write_file, mkdocs.utils.copy_file

    def written(content, path):
        (root / "made" / f"{path.removeprefix(str(root / 'new')).replace('/', '_')}-{os.getpid()}").touch()
        write(content, path)

    def copied(source, path):
        written(b"", path)
        copy(source, path)

    monkeypatch.setattr("mkdocs.utils.write_file", written)
    monkeypatch.setattr("mkdocs.utils.copy_file", copied)
    settings = {"docs_dir": str(root / "build" / "docs"), "site_dir": str(root / "new"), "nav": NAV}
    made = render(root, settings, over=TakingOver(root / "site"), processes=2)
    assert (made.messages, made.was_shared) == ([], True)
    files, processes = zip(*(each.name.rsplit("-", 1) for each in (root / "made").iterdir()), strict=True)
    assert len(files) == len(set(files)) > len(PAGES)
    assert set(map(int, processes)) == {os.getpid(), *copies}


@pytest.mark.parametrize("page", [f"{name}.md" for name in LOAVES[:2]])  # each in another process
def test_faults_are_told_as_by_one(root, copies, page):
    fill(root, {page: PAGES[page] + "[no](/loaf5/)\n"})  # the link check would let it pass
    (fault,) = build(root, 2)
    assert [fault] == build(root, 1)
    assert f"Doc file '{page}' contains an absolute link '/loaf5/'" in fault
    assert len(copies) == 1
    assert not (root / "site").exists()


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def stop():
    raise KeyboardInterrupt


@pytest.mark.parametrize("how", [die, stop])
def test_a_copy_that_breaks_off_costs_time_only(root, copies, monkeypatch, how):
    here, write = os.getpid(), mkdocs.utils.write_file

    def breaking(content, path):
        if os.getpid() != here and "rusks" in path:  # the last page, which no other misses
            how()
        write(content, path)

    with monkeypatch.context() as patched:
        patched.setattr("mkdocs.utils.write_file", breaking)
        assert build(root, 2) == []
    assert len(copies) == 1
    assert build(root, 1, "alone") == []
    assert site(root, "site") == site(root, "alone")


def test_a_system_that_starts_no_more_costs_time_only(root, monkeypatch):
    fork, started = os.fork, []

    def refused():
        if started:
            raise OSError(11, "Resource temporarily unavailable")
        started.append(fork())
        return started[-1]

    with monkeypatch.context() as patched:
        patched.setattr("os.fork", refused)
        assert build(root, 3) == []
    assert build(root, 1, "alone") == []
    assert site(root, "site") == site(root, "alone")


def test_a_full_disk_in_any_of_them_is_told(root, copies, monkeypatch):
    def full(content, path):
        raise OSError(28, "No space left on device", path)

    monkeypatch.setattr("mkdocs.utils.write_file", full)
    with pytest.raises(Exception, match="No space left on device"):
        build(root, 2)
    assert len(copies) == 1
    assert [path.name for path in (root / "build").iterdir()] == ["docs"]


def test_with_a_plugin_one_process_makes_all(root, copies):
    (root / "mkdocs.yml").write_text(
        SETTINGS.replace("plugins: []", "plugins: [search]") + "not_in_nav: /rusks/\n"
    )
    assert build(root, 2) == []
    assert copies == []
