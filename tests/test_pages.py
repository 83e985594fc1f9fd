"""Pages, held against golden Markdown: a folder with a tiny base in, its pages out."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from claimbook import pages
from claimbook.checks import Facts
from claimbook.examine import examine
from claimbook.load import load
from claimbook.pages import address
from claimbook.pages.book import Book
from claimbook.pages.text import _SPACE, _UNSHOWN, clean, front_matter, md, shorten
from claimbook.problem import RULES

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())
TODAY = date(2026, 11, 21)


def made(case: str) -> dict[str, bytes]:
    """The case's pages, but for those of the rules, which are the same for every base."""
    library, _ = load(GOLDEN / case / "base")
    every = pages.make(Book(Facts(library, TODAY)), "# Head\n\nWritten by hand.")
    return {path: text for path, text in every.items() if not path.startswith(("rules/", "how-"))}


@pytest.mark.parametrize("case", CASES)
def test_a_golden_base_has_no_error(case):
    assert not [problem for problem in examine(GOLDEN / case / "base", TODAY).problems if problem.is_error]


@pytest.mark.parametrize("case", CASES)
def test_pages_are_as_the_golden_ones(case, update_golden):
    expected = GOLDEN / case / "pages"
    found = made(case)
    if update_golden:
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in found.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(text)
        pytest.fail("golden pages were written anew: read them, then run without the switch")
    golden = {path.relative_to(expected).as_posix(): path for path in expected.rglob("*.*")}
    assert sorted(found) == sorted(golden)
    for path, text in found.items():
        assert text.decode() == golden[path].read_text(encoding="utf-8"), path


@pytest.mark.parametrize("case", CASES)
def test_the_same_base_gives_the_same_bytes(case):
    assert made(case) == made(case)


def test_every_claim_names_its_sources_and_every_source_its_claims():
    library, _ = load(GOLDEN / "bees" / "base")
    found = {path: text.decode() for path, text in made("bees").items()}
    for claim in library.claims:
        here = address.claim(claim.id)
        assert f"]({address.relative(address.topic(claim.topic), here)})" in found[address.topic(claim.topic)]
        assert f"]({address.relative(here, address.topic(claim.topic))})" in found[here]
        for item in claim.evidence:
            source = library.sources[item.source]
            there = address.source(source.key)
            assert f"]({address.relative(there, here)})" in found[there]
            back = address.ledger(source.key) if source.is_lay else there
            assert f"]({address.relative(here, back)}" in found[here]
            if source.is_lay:
                assert f"]({address.relative(back, here)})" in found[back]
        for link in claim.related:
            assert f"]({link.claim}.md)" in found[here]
            assert f"]({claim.id}.md)" in found[address.claim(link.claim)]


def test_a_statement_of_lay_pages_alone_never_stands_without_its_prefix():
    for path, text in made("bees").items():
        for line in text.decode().splitlines():
            if "Honey helps with every illness" in line:
                assert "A web page says:" in line, (path, line)


def test_a_base_without_lay_pages_and_help_lines_has_no_pages_on_them(tmp_path):
    root = tmp_path / "base"
    shutil.copytree(GOLDEN / "bees" / "base", root)
    shutil.rmtree(root / "claims" / "honey")
    dance = root / "claims" / "dance" / "bees-dance.yaml"
    dance.write_text(
        dance.read_text().replace("related:\n  - {claim: honey-eases-cough, as: explains}\n", "")
    )
    for name in ("claims/help-lines.yaml", "sources/web-bees.yaml", "sources/web-bees.txt"):
        (root / name).unlink()
    library, _ = load(root)
    found = pages.make(Book(Facts(library, TODAY)))
    assert "help.md" not in found
    assert [path for path in found if path.startswith("ledger/")] == ["ledger/index.md"]
    assert "No web page stands in this base yet." in found["index.md"].decode()
    assert "No claim stands here yet." in found["topics/honey.md"].decode()
    assert "No claim uses it." in found["sources/kim2018.md"].decode()
    assert "Where to get help" not in str(pages.nav(library, []))


def test_the_navigation_lists_topics_in_reading_order_and_pages_written_by_hand():
    library, _ = load(GOLDEN / "bees" / "base")
    nav = pages.nav(library, ["index.md", "how_we_count.md", "assets/x.css", "notes/bee-lore.md"])
    topics = next(entry["Topics"] for entry in nav if "Topics" in entry)
    assert [next(iter(entry)) for entry in topics] == ["All topics", "Honey &amp; health", "The dance"]
    about = next(entry["About"] for entry in nav if "About" in entry)
    assert about[-2:] == [{"How we count": "how_we_count.md"}, {"Bee lore": "notes/bee-lore.md"}]


def test_no_page_but_that_of_all_topics_becomes_the_page_of_its_section():
    """The theme would take such a page out of the section's list, and open it for the section's name."""
    library, _ = load(GOLDEN / "bees" / "base")
    sections = [entry for entry in pages.nav(library, []) if isinstance(next(iter(entry.values())), list)]
    listed = {
        path for each in sections for items in each.values() for item in items for path in item.values()
    }
    assert address.RULES in listed
    assert [path for path in listed if path.endswith("index.md")] == [address.TOPICS]


def test_every_rule_has_a_page_with_its_examples():
    library, _ = load(GOLDEN / "bees" / "base")
    found = pages.make(Book(Facts(library, TODAY)))
    for name in RULES:
        text = found[address.rule(name)].decode()
        assert f"# {name}" in text
        assert "## Bad" in text
        assert f"[{name}](rules/{name}.md)" in found[address.RULES].decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a  b\n c", "a b c"),
        ("a\x02b\x00", "a\ufffdb\ufffd"),
        ("abc\u202edef", "abc\ufffddef"),
        ("\ud800", "\ufffd"),
    ],
)
def test_clean_folds_space_and_replaces_what_cannot_be_shown(text, expected):
    assert clean(text) == expected


def test_text_that_clean_leaves_alone_holds_nothing_to_replace():
    shown = "".join(filter(str.isprintable, map(chr, range(0x110000)))).replace(" ", "")
    assert clean(f"a {shown}") == f"a {shown}"
    assert not _UNSHOWN.search(shown)
    assert not _SPACE.search(shown)


OPENINGS = ["# a", "- a", "+ a", "1. a", "12) a", "=== a", "!!! a", ": a", "    a", "> a", "* a"]


@pytest.mark.parametrize("opening", OPENINGS)
def test_no_text_begins_a_block(opening):
    import markdown

    extensions = ["admonition", "attr_list", "md_in_html", "tables", "toc"]
    assert markdown.markdown(md(opening), extensions=extensions).startswith("<p>")


def test_a_title_is_escaped_for_html_and_quoted_for_yaml():
    expected = '---\ntitle: "a &quot;b&quot; &lt;c&gt;: d"\ndescription: "e"\n---'
    assert front_matter('a "b" <c>: d', "e") == expected


def test_shorten_cuts_between_words():
    assert shorten("one two three", 9) == "one two…"
    assert shorten("one two", 9) == "one two"
