"""Records of sources: identifiers that are missing or stand twice, and publications that were retracted."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, MICE_STUDY, STUDY
from tests.bases import base, problems, rules

ORPHAN = "sources/zhu2001.yaml"
ORPHAN_TEXT = """\
kind: article
csl: {type: article-journal, title: Tea and bones, DOI: 10.1234/bones.2001}
study: {design: cohort, subjects: people}
"""


def one(path, old, new):
    return {path: (old, new)}


def test_a_third_source_with_one_doi_is_reported_as_well(tmp_path):
    third = ORPHAN_TEXT.replace("10.1234/bones.2001", "10.1234/TEA.2019")
    files = {ORPHAN: third, **one(MICE_STUDY, "10.1234/mice.2021", "10.1234/tea.2019")}
    found = [each for each in problems(base(tmp_path, files)) if each.rule == "duplicate-source"]
    assert [each.where.path for each in found] == [MICE_STUDY, ORPHAN]
    assert all("'kim2019'" in each.message for each in found)


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("PMID: '31000002'", None),
        ("PMCID: PMC12", None),
        ("URL: https://tea.example", None),
        ("DOI: none", "bad-doi"),
    ],
)
def test_an_article_needs_one_identifier_and_an_unsound_one_is_one_problem(field, rule, tmp_path):
    root = base(tmp_path, one(MICE_STUDY, "DOI: 10.1234/mice.2021", field))
    assert rules(root) == ([rule] if rule else [])


def test_an_article_is_told_all_the_ways_to_it(tmp_path):
    (problem,) = problems(base(tmp_path, one(MICE_STUDY, ", DOI: 10.1234/mice.2021", "")))
    assert problem.message == "nothing here leads to an article: it has no DOI, PMID, PMCID, URL"
    assert problem.hint == "add its DOI, PMID, PMCID or URL"


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("https://doi.org/10.1234/tea.2019", "write 10.1234/tea.2019"),
        ("tea", "copy the DOI anew from the publication's own page"),
    ],
)
def test_an_unsound_identifier_is_shown_as_it_is_to_be_written(value, hint, tmp_path):
    (problem,) = problems(base(tmp_path, one(STUDY, "10.1234/tea.2019", value)))
    assert (problem.rule, problem.hint, problem.where.line) == ("bad-doi", hint, 5)


@pytest.mark.parametrize("kind", ["label", "guideline", "company"])
def test_a_page_of_an_issuer_needs_its_address(kind, tmp_path):
    files = {STUDY: BASE[STUDY].replace("kind: article", f"kind: {kind}")}
    (problem,) = problems(base(tmp_path, files))
    assert (problem.rule, problem.hint) == ("missing-identifier", "add the URL at its issuer")
    assert problem.message == f"nothing here leads to a {kind} page: it has no URL"
    files[STUDY] = files[STUDY].replace("  DOI:", "  URL: https://tea.example/leaflet\n  DOI:")
    assert rules(base(tmp_path, files)) == []


def test_an_id_pasted_into_csl_is_ignored(tmp_path):
    assert rules(base(tmp_path, one(MICE_STUDY, "csl: {type", "csl: {id: [x], type"))) == []


RETRACTED = {ORPHAN: ORPHAN_TEXT + "status: {is: retracted}\n"}
CITING = """\
  - source: zhu2001
    stance: qualifies
    finding: People who drank tea had the same bones as others.
    passage: {section: Results, starts: Bones were the, ends: same in both}
"""


def citing(number):
    """A claim that a retracted source and a lay page speak on."""
    text = BASE[CLAIM].replace("related:\n  - {claim: mice-run-on-tea, as: see-also}\n", "")
    return {f"claims/tea/more-{number}.yaml": text.replace("treatment:", f"{CITING}treatment:")}


def test_a_retracted_source_names_those_who_cite_it(tmp_path):
    assert rules(base(tmp_path, RETRACTED)) == ["orphan-source"]
    files = {**RETRACTED, **citing(1)}
    found = [each for each in problems(base(tmp_path, files)) if each.rule == "retracted-source"]
    assert [each.message for each in found] == ["this was retracted, and is cited by more-1"]
    assert (found[0].where.path, found[0].where.line, found[0].where.column) == (ORPHAN, 4, 14)
    files.update(citing(2))
    for number, rest in ((3, ""), (4, " and 1 more"), (5, " and 2 more")):
        files.update(citing(number))
        (found_one,) = [each for each in problems(base(tmp_path, files)) if each.rule == "retracted-source"]
        assert found_one.message == f"this was retracted, and is cited by more-1, more-2, more-3{rest}"


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("javascript:alert(1)", "copy the address anew, or take the field out"),
        ("tea.example/help", "write https://tea.example/help"),
    ],
)
def test_the_address_of_a_help_line_is_one_that_a_link_may_have(url, hint, tmp_path):
    line = f"- {{country: Tealand, name: Tea line, how: call 000, url: '{url}', checked: 2026-11-01}}\n"
    (problem,) = problems(base(tmp_path, {"claims/help-lines.yaml": line}))
    assert (problem.rule, problem.hint) == ("bad-url", hint)
    assert problem.where[:3] == ("claims/help-lines.yaml", 1, line.index("'") + 1)
