"""claims/method.yaml: how the studies were found, up to when, and what was left out."""

from __future__ import annotations

import re

import pytest

from claimbook import pages
from claimbook.checks import Facts
from claimbook.load import load
from claimbook.pages.book import Book
from tests.bases import TODAY, base, problems
from tests.rich import METHOD

FOUND = "found: We asked two libraries & a friend.\nuntil: 2026-11-01\n"
LEFT_OUT = f"""{FOUND}left_out:
  - {{title: On <b>tea</b>, why: It is a novel.}}
  - {{title: On the leaf, why: Its author is not known., doi: 10.1234/leaf.1}}
"""


def made(tmp_path, text):
    library, found = load(base(tmp_path, {METHOD: text} if text else {}))
    assert not found
    return {path: page.decode() for path, page in pages.make(Book(Facts(library, TODAY))).items()}


def test_how_we_grade_tells_how_the_studies_were_found_and_up_to_when(tmp_path):
    text = made(tmp_path, FOUND)["how-we-grade.md"]
    assert "We asked two libraries &#38; a friend." in text
    assert "They were looked for up to 2026-11-01." in text
    assert (
        "Read: 1 as the abstract only, 0 in an excerpt, 0 in full. How much was read of 1 is not noted."
        in text
    )
    assert "[Left out, and why](left-out.md)" in text


def test_without_the_file_nothing_is_made_up_and_no_page_is_linked(tmp_path):
    found = made(tmp_path, None)
    assert "left-out.md" not in found
    assert not [path for path, text in found.items() if "left-out.md" in text]
    assert "How they were found is not noted in this base." in found["how-we-grade.md"]


def test_what_was_left_out_is_listed_with_its_reason_and_its_doi(tmp_path):
    text = made(tmp_path, LEFT_OUT)["left-out.md"]
    plain = re.sub(r' \{ data-label="[^"]*" \}', "", text)
    assert "| On &#60;b&#62;tea&#60;/b&#62; | It is a novel. |" in plain
    assert '| <a href="https://doi.org/10.1234/leaf.1">On the leaf</a> | Its author is not known. |' in plain


def test_nothing_left_out_is_said(tmp_path):
    assert "Nothing was left out." in made(tmp_path, FOUND)["left-out.md"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("10.1234/leaf.1", "https://doi.org/10.1234/leaf.1", ("bad-doi", 5, 62)),
        ("until: 2026-11-01", "until: 2026-11-31", ("bad-value", 2, 8)),
        ("found:", "fund:", ("unknown-field", 1, 1)),
        ("why: It is", "whi: It is", ("unknown-field", 4, 28)),
    ],
)
def test_its_faults_are_told_with_their_place(tmp_path, old, new, expected):
    (problem,) = problems(base(tmp_path, {METHOD: LEFT_OUT.replace(old, new)}))
    assert (problem.rule, problem.where.line, problem.where.column) == expected
    assert problem.where.path == METHOD


@pytest.mark.parametrize(
    ("doi", "hint"),
    [
        ("doi:10.1234/leaf.1", "write 10.1234/leaf.1"),
        ("see there", "copy it anew from the publication's own page"),
    ],
)
def test_the_doi_of_what_was_left_out_is_told_as_it_is_to_be_written(tmp_path, doi, hint):
    (problem,) = problems(base(tmp_path, {METHOD: LEFT_OUT.replace("10.1234/leaf.1", doi)}))
    assert (problem.rule, problem.hint) == ("bad-doi", hint)


def test_a_misspelt_name_is_not_taken_for_a_claim(tmp_path):
    (problem,) = problems(base(tmp_path, {"claims/methods.yaml": FOUND}))
    assert (problem.rule, problem.hint) == ("bad-id", "did you mean 'claims/method.yaml'?")
