"""The "cite this" boxes as a browser reads them."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import jsonschema
import markdown
import pytest
import yaml

from claimbook.checks.example import CLAIM
from claimbook.citing.records import FORMATS
from claimbook.citing.schema import SCHEMA_FILE
from claimbook.pages.cite import cite_claim, cite_source
from claimbook.pages.published import Site
from claimbook.pages.text import md
from tests.exported import NASTY, SITE, URL, book_of, exported, nasty
from tests.readers import read_bibtex, read_ris, untex

SETTINGS = yaml.load((Path(__file__).parents[1] / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
EXTENSIONS = [
    next(iter(each)) if isinstance(each, dict) else each for each in SETTINGS["markdown_extensions"]
]
CSL = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def rendered(text):
    return markdown.markdown(text, extensions=EXTENSIONS)


def of_source(tmp_path, key="kim2019", changes=None):
    book = book_of(tmp_path, changes)
    return rendered(cite_source(book, book.library.sources[key]))


def of_claim(tmp_path, key="tea-keeps-awake", site=SITE, changes=None):
    book = book_of(tmp_path, changes, site)
    return rendered(cite_claim(book, book.library.by_id[key]))


def formats(page):
    """The text that a reader copies, by the name of its format."""
    found = re.findall(r"<summary>(.*?)</summary>\s*<pre><code>(.*?)</code></pre>", page, re.S)
    return {name: html.unescape(text) for name, text in found}


def test_a_study_is_cited_in_two_styles_and_three_formats(tmp_path):
    page = of_source(tmp_path)
    assert "<dt>Vancouver</dt>\n<dd>Kim A, and others. Green tea and sleep." in page
    assert "<dt>APA</dt>\n<dd>Kim, A., and others. (n.d.). <i>Green tea and sleep</i>." in page
    texts = formats(page)
    assert list(texts) == ["BibTeX", "RIS", "CSL-JSON"]
    ((kind, key, fields),) = read_bibtex(texts["BibTeX"])
    assert (kind, key, fields["author"]) == ("article", "kim2019", "Kim, A and others")
    (record,) = read_ris(texts["RIS"].replace("\n", "\r\n"))
    assert ("DO", "10.1234/tea.2019") in record
    jsonschema.Draft7Validator(CSL).validate(json.loads(texts["CSL-JSON"]))
    for ending in ("bib", "ris", "csl.json"):
        assert f'<a href="../sources.{ending}">sources.{ending}</a>' in page
        assert f'<a href="kim2019.{ending}">kim2019.{ending}</a>' in page


@pytest.mark.parametrize("changes", [None, nasty])
def test_what_is_copied_is_what_is_downloaded(tmp_path, changes):
    files = exported(tmp_path, changes and changes(tmp_path))
    for name, of in (("sources/kim2019", of_source), ("claims/tea-keeps-awake", of_claim)):
        page = of(tmp_path, changes=changes and changes(tmp_path))
        copied = formats(page)
        for ending, form in FORMATS.items():
            text = files[f"{name}.{ending}"].decode()
            assert copied[form.name] == text.replace("\r\n", "\n").strip("\n")
            assert f'<a href="{name.partition("/")[2]}.{ending}">' in page


def test_a_study_without_authors_or_year_is_cited_all_the_same(tmp_path):
    page = of_source(tmp_path, "kim2021")
    assert "<dd>Green tea and sleep a month later. doi:10.1234/tea.2021</dd>" in page
    assert "(n.d.)" in page


def test_a_claim_is_cited_as_a_page_of_its_review(tmp_path):
    page = of_claim(tmp_path)
    where = f"{URL}claims/tea-keeps-awake/"
    said = "Green tea may keep people awake for longer."
    assert f"<dd>Tea &amp; truth [Internet]. 2026. {said} Available from: {where}</dd>" in page
    assert f"<dd><i>{said}</i> (2026). Tea &amp; Truth. {where}</dd>" in page
    assert '<a href="tea-keeps-awake.json">tea-keeps-awake.json</a>' in page
    assert '<a href="../claims.json">claims.json</a>' in page
    (item,) = json.loads(formats(page)["CSL-JSON"])
    jsonschema.Draft7Validator(CSL).validate([item])
    assert (item["URL"], item["issued"]) == (where, {"date-parts": [[2026, 11, 1]]})


def test_a_statement_of_lay_pages_alone_is_cited_as_what_a_web_page_says(tmp_path):
    page = of_claim(tmp_path, "tea-all-night")
    assert page.count("Tea keeps everybody awake until morning") == 5
    assert page.count("A web page says: Tea keeps everybody awake until morning") == 5


def test_a_site_without_name_and_address_leaves_them_out(tmp_path):
    page = of_claim(tmp_path, site=Site())
    assert "<dd><i>Green tea may keep people awake for longer.</i> (2026).</dd>" in page
    assert "url" not in formats(page)["BibTeX"]
    assert "howpublished" not in formats(page)["BibTeX"]


@pytest.mark.parametrize("of", [of_source, of_claim])
def test_hostile_text_brings_no_markup_and_can_be_copied(tmp_path, of):
    page = of(tmp_path, changes=nasty(tmp_path))
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z]\w*)", page))
    assert tags <= {"h2", "p", "a", "dl", "dt", "dd", "i", "details", "summary", "pre", "code"}
    assert not re.search(r"\son\w+=|javascript:", re.sub(r">[^<]*<", "><", page))
    ((_, _, fields),) = read_bibtex(formats(page)["BibTeX"])
    assert untex(fields["title"]) == NASTY
    assert json.loads(formats(page)["CSL-JSON"])[0]["title"] == NASTY


def test_signs_that_cannot_be_seen_are_left_out(tmp_path):
    book = book_of(tmp_path, site=Site(name="a\u202eb\x02wzxhzdk:0\x03", url=URL))
    claim = book.library.by_id["tea-keeps-awake"]
    box = cite_claim(book, claim)
    assert "\u202e" not in box
    assert "\x02" not in box
    assert "<dd>abwzxhzdk:0 [Internet]" in box
    assert md(claim.statement) in box
    assert CLAIM.endswith(f"{claim.id}.yaml")
