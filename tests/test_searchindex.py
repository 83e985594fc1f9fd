"""The search index: of marked pages only, the same for the same site, and never a silent failure."""

from __future__ import annotations

import gzip
import json
import re
import sys

import pytest

from claimbook import searchindex
from claimbook.errors import CannotRunError
from claimbook.searchindex import essence, index
from claimbook.site import Preview, build_site
from tests.tides import PATIENCE
from tests.trees import NAV, bakery, fill, held, tidal

MARKED = '<meta data-pagefind-filter="kind[content]" content="{}"><div data-pagefind-body>{}</div>'
MARKED_PAGES = {"index.md": f"# Bread\n\n{MARKED.format('Loaf', 'Rye and wheat.')}\n"}


@pytest.fixture
def site(tmp_path):
    kinds = {f"tides/{kind}": MARKED.format(kind, f"The {kind} rises.") for kind in ("spring", "neap", "red")}
    return tidal(tmp_path / "site", **kinds)


def counted(site):
    """How many pages Pagefind says that it indexed."""
    return json.loads((site / "pagefind" / "pagefind-entry.json").read_text())["languages"]["en"][
        "page_count"
    ]


def unpacked(files):
    return sorted(sorted(gzip.decompress(text)) for path, text in files.items() if path.endswith("_filter"))


def test_marked_pages_are_indexed_and_no_others(site):
    for page in site.rglob("*.html"):
        page.write_text(page.read_text().replace("<html", '<html lang="en"'))
    index(site)
    assert counted(site) == 3
    assert len(list((site / "pagefind" / "fragment").iterdir())) == 3


def test_what_the_search_does_not_use_is_left_out(site):
    index(site)
    assert not [name for name in held(site / "pagefind") if re.search("ui|highlight", name)]
    assert (site / "pagefind" / "pagefind.js").exists()


def test_a_site_without_marked_pages_has_no_index_and_loses_an_old_one(site):
    index(site)
    for page in (site / "tides").glob("*.html"):
        page.unlink()
    index(site)
    assert not (site / "pagefind").exists()


def test_the_same_site_gives_the_same_words_and_texts(site):
    runs = []
    for _ in range(2):
        index(site)
        runs.append(held(site / "pagefind"))
    ordered_by_chance = re.compile("filter/|pf_meta|entry.json")
    first, second = (
        {name: text for name, text in run.items() if not ordered_by_chance.search(name)} for run in runs
    )
    assert first == second
    assert any(name.startswith("fragment/") for name in first)
    assert unpacked(runs[0]) == unpacked(runs[1]) != []


FRAMED = (
    '<!doctype html><html lang="en"><head><title>Tide</title>'
    '<meta data-pagefind-filter="kind[content]" content="Neap"></head>'
    '<body class="x"><header><p>Menu {0}</p></header><main><article data-pagefind-body class="y"><h1>Tide</h1>'
    '<h2 id="neap">Neap</h2><p>It <b>rises</b>.</p><article>Less.</article></article></main>'
    "<footer>{1}</footer></body></html>"
)


def test_of_a_page_the_head_and_the_article_are_indexed_and_nothing_changes_by_that(tmp_path, monkeypatch):
    texts = {"a": FRAMED.format("a", "Foot"), "b/c": FRAMED.format("b", "").replace("rises", "falls")}
    runs = []
    for known in (essence, lambda html: html):
        monkeypatch.setattr(searchindex, "essence", known)
        for name, text in texts.items():
            (tmp_path / "site" / name).mkdir(parents=True, exist_ok=True)
            (tmp_path / "site" / name / "index.html").write_text(text)
        index(tmp_path / "site")
        runs.append(held(tmp_path / "site" / "pagefind"))
    names = [{name for name in run if not re.search("filter/|pf_meta", name)} for run in runs]
    assert names[0] == names[1] >= {"pagefind.js"}
    assert not any(name.startswith("pages/") for name in names[0])
    fragments = [{name: run[name] for name in run if name.startswith("fragment/")} for run in runs]
    assert fragments[0] == fragments[1]
    assert len(fragments[0]) == 2
    assert unpacked(runs[0]) == unpacked(runs[1]) != []


def test_the_frame_around_an_article_is_cut_off():
    cut = essence(FRAMED.format("a", "Foot").encode()).decode()
    assert cut.startswith("<!doctype html>")
    assert cut.count("<body>") == cut.count("Neap</h2>") == 1
    assert cut.endswith("Less.</article></article>")
    assert "Menu" not in cut


@pytest.mark.parametrize(
    "page",
    [
        MARKED.format("a", "b"),
        FRAMED.format("<span data-pagefind-meta='x'>", ""),
        FRAMED.format("", "<IMG src=a>"),
        FRAMED.format("<h1>", ""),
        FRAMED.replace("<article data", "</article><article  data"),
        FRAMED.replace("</article>", ""),
    ],
)
def test_a_page_of_another_form_stays_whole(page):
    assert essence(page.encode()) == page.encode()


def test_no_program_that_lies_in_the_site_is_run(site):
    (site / "subprocess.py").write_text("raise SystemExit('run')")
    (site / "pagefind.py").write_text("raise SystemExit('run')")
    index(site)
    assert (site / "pagefind" / "pagefind.js").exists()


def broken(tmp_path, monkeypatch, script):
    """Let another program stand where Python is."""
    program = tmp_path / "python"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))


def test_a_missing_pagefind_is_told(site, tmp_path, monkeypatch):
    broken(tmp_path, monkeypatch, "echo 'Traceback' >&2; echo 'No module named pagefind' >&2; exit 1")
    with pytest.raises(CannotRunError, match=r"Pagefind, which .*, broke off: No module named pagefind$"):
        index(site)


def test_a_pagefind_that_does_not_end_is_told(site, tmp_path, monkeypatch):
    broken(tmp_path, monkeypatch, f"exec sleep {PATIENCE}")
    monkeypatch.setattr(searchindex, "_PATIENCE", 0.1)
    with pytest.raises(CannotRunError, match="did not end within"):
        index(site)


def test_an_old_site_stands_where_its_index_fails(tmp_path, monkeypatch):
    root = bakery(tmp_path)
    docs, out = root / "build" / "docs", root / "site"
    fill(root, MARKED_PAGES)
    assert build_site(root, docs, out, NAV, lambda *_: ()) == []
    before = held(out)
    assert "pagefind/pagefind.js" in before
    fill(root, {"rye.md": "# Rye\n\n## Crust\n\nPale.\n"})
    broken(tmp_path, monkeypatch, "exit 3")
    with pytest.raises(CannotRunError):
        build_site(root, docs, out, NAV, lambda *_: ())
    assert held(out) == before
    assert [path.name for path in (root / "build").iterdir()] == ["docs"]


def test_a_preview_is_indexed_with_all_pages_and_keeps_its_index_with_some(tmp_path, monkeypatch):
    root = bakery(tmp_path)
    fill(root, MARKED_PAGES)
    preview = Preview(root, root / "build" / "docs", root / "build" / "preview")
    assert preview.build(NAV) == []
    before = held(preview.out / "pagefind")
    broken(tmp_path, monkeypatch, "exit 3")
    fill(root, {"rye.md": "# Rye\n\n## Crust\n\nPale.\n"})
    assert preview.build(NAV) == []
    assert held(preview.out / "pagefind") == before != {}
    with pytest.raises(CannotRunError):
        preview.build([{"Loaf": "index.md"}, NAV[1]])
