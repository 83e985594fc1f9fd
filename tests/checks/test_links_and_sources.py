"""Links and sources: each single fault gives one problem, at its value, and says what to do."""

from __future__ import annotations

import pytest

from claimbook.checks.example import (
    BASE,
    CLAIM,
    HEARSAY,
    HEARSAY_TEXT,
    LAY,
    LAY_TEXT,
    MICE,
    MICE_STUDY,
    STUDY,
    TOPICS,
)
from tests.bases import base, problems, rules

ORPHAN = "sources/zhu2001.yaml"
ORPHAN_TEXT = """\
kind: article
csl: {type: article-journal, title: Tea and bones, DOI: 10.1234/bones.2001}
study: {design: cohort, subjects: people}
"""
MORE = "Subscribe to our letter! Tea also warms the hands.\n"
WITH_MORE = {LAY_TEXT: ("Subscribe to our letter!\n", MORE)}


def placed(root):
    """The problems as rule, path, line and column."""
    return [(each.rule, each.where.path, each.where.line, each.where.column) for each in problems(root)]


def moved(old, new):
    return {old: None, new: BASE[old]}


def one(path, old, new):
    return {path: (old, new)}


# A label, the changes to the good base, and the one problem that they make.
SINGLE = [
    ("a link to no claim", one(CLAIM, "mice-run-on-tea", "mice-sleep"), ("unknown-claim", CLAIM, 17, 13)),
    (
        "a link to itself",
        one(CLAIM, "mice-run-on-tea", "tea-keeps-awake"),
        ("related-to-itself", CLAIM, 17, 13),
    ),
    (
        "a link to its own older id",
        {CLAIM: BASE[CLAIM].replace("mice-run-on-tea", "old-name") + "formerly: [old-name]\n"},
        ("related-to-itself", CLAIM, 17, 13),
    ),
    ("a folder that is no topic", one(TOPICS, "id: tea", "id: tees"), ("unknown-topic", MICE, 1, 1)),
    ("a source that nothing cites", {ORPHAN: ORPHAN_TEXT}, ("orphan-source", ORPHAN, 1, 1)),
    ("a text without source", {"sources/x.txt": "Words.\n"}, ("orphan-text", "sources/x.txt", 1, 1)),
    ("a renamed text", moved(LAY_TEXT, "sources/web-tee.txt"), ("orphan-text", "sources/web-tee.txt", 1, 1)),
    ("a lay page's text gone", {LAY_TEXT: None}, ("lay-page-without-text", LAY, 1, 7)),
    ("a DOI cut off", one(STUDY, "10.1234/tea.2019", "10.1234/"), ("bad-doi", STUDY, 5, 8)),
    (
        "a notice that is no DOI",
        {STUDY: BASE[STUDY] + "status: {is: corrected, notice: see the journal}\n"},
        ("bad-doi", STUDY, 9, 33),
    ),
    ("a PMID with words", one(STUDY, '"31000001"', '"PMID 31000001"'), ("bad-pmid", STUDY, 6, 9)),
    ("a PMCID cut off", one(STUDY, "  PMID:", "  PMCID: PMC\n  PMID:"), ("bad-pmid", STUDY, 6, 10)),
    ("an address cut off", one(STUDY, "  PMID:", "  URL: tea.example\n  PMID:"), ("bad-url", STUDY, 6, 8)),
    ("a PMID that is a number", one(STUDY, '"31000001"', "31000001"), ("invalid-csl", STUDY, 6, 9)),
    ("a DOI that is a list", one(MICE_STUDY, "10.1234/mice.2021", "[a]"), ("invalid-csl", MICE_STUDY, 2, 65)),
    ("a DOI misnamed", one(MICE_STUDY, "DOI:", "doi:"), ("invalid-csl", MICE_STUDY, 2, 65)),
    ("a type that CSL lacks", one(LAY, "type: webpage", "type: web"), ("invalid-csl", LAY, 2, 13)),
    (
        "csl without a type",
        one(MICE_STUDY, "type: article-journal, ", ""),
        ("invalid-csl", MICE_STUDY, 2, 7),
    ),
    (
        "an author's name that is a list",
        one(STUDY, "  PMID:", "  author: [{family: Kim}, {family: [Lee]}]\n  PMID:"),
        ("invalid-csl", STUDY, 6, 36),
    ),
    (
        "one DOI twice",
        one(MICE_STUDY, "10.1234/mice.2021", "10.1234/Tea.2019"),
        ("duplicate-source", MICE_STUDY, 2, 65),
    ),
    (
        "one PMID twice",
        one(MICE_STUDY, "10.1234/mice.2021", '10.1234/mice.2021, PMID: "31000001"'),
        ("duplicate-source", MICE_STUDY, 2, 90),
    ),
    (
        "one DOI and PMID twice",
        one(MICE_STUDY, "10.1234/mice.2021", '10.1234/tea.2019, PMID: "31000001"'),
        ("duplicate-source", MICE_STUDY, 2, 65),
    ),
    (
        "an article that cannot be found",
        one(MICE_STUDY, ", DOI: 10.1234/mice.2021", ""),
        ("missing-identifier", MICE_STUDY, 2, 7),
    ),
    (
        "a guideline without address",
        one(STUDY, "kind: article", "kind: guideline"),
        ("missing-identifier", STUDY, 3, 3),
    ),
    ("a sentence more", WITH_MORE, ("unaccounted-sentence", LAY_TEXT, 1, 63)),
]


@pytest.mark.parametrize(
    ("changes", "expected"), [each[1:] for each in SINGLE], ids=[each[0] for each in SINGLE]
)
def test_a_single_fault_gives_one_problem_at_its_value(changes, expected, tmp_path):
    assert placed(base(tmp_path, changes)) == [expected]


def test_a_text_of_the_working_folder_does_not_count_as_held(tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "web-tea.txt").write_text(BASE[LAY_TEXT])
    assert rules(base(tmp_path, {LAY_TEXT: None}), texts) == ["lay-page-without-text"]


def only(root):
    """The one problem of a base."""
    (problem,) = problems(root)
    return problem


def hint(root):
    return only(root).hint


def test_a_link_is_told_the_id_that_was_meant(tmp_path):
    assert (
        hint(base(tmp_path, one(CLAIM, "mice-run-on-tea", "mice-runs-on-tea")))
        == "did you mean 'mice-run-on-tea'?"
    )
    renamed = {**one(CLAIM, "mice-run-on-tea", "rats-run"), MICE: BASE[MICE] + "formerly: [rats-run]\n"}
    assert hint(base(tmp_path, renamed)) == "it is now called 'mice-run-on-tea'"
    assert "without .yaml" in (hint(base(tmp_path, one(CLAIM, "mice-run-on-tea", "zzz"))) or "")


@pytest.mark.parametrize("length", [3, 60, 61])
def test_a_link_to_no_claim_is_told_by_its_first_letters(length, tmp_path):
    found = only(base(tmp_path, one(CLAIM, "mice-run-on-tea", "z" * length)))
    assert found.message == f"there is no claim '{'z' * min(length, 60)}'"


def test_a_like_id_is_searched_for_the_first_links_only(tmp_path):
    links = "".join(f"  - {{claim: mice-run-on-te{number}, as: see-also}}\n" for number in range(30))
    found = problems(base(tmp_path, one(CLAIM, "related:\n", f"related:\n{links}")))
    assert sum("did you mean" in (each.hint or "") for each in found) == 20
    assert len(found) == 30


def test_a_folder_is_told_the_topic_that_was_meant_and_reported_once(tmp_path):
    files = {
        **moved(MICE, "claims/teaa/mice-run-on-tea.yaml"),
        **moved(CLAIM, "claims/teaa/tea-keeps-awake.yaml"),
    }
    found = only(base(tmp_path, files))
    assert (found.rule, found.where.path) == ("unknown-topic", "claims/teaa/mice-run-on-tea.yaml")
    way = "move the file to the folder of a topic, or add the topic to claims/topics.yaml"
    assert found.hint == f"did you mean 'tea'? If not, {way}"
    assert hint(base(tmp_path, {**moved(MICE, "claims/zzz/mice-run-on-tea.yaml")})) == way


def test_part_of_is_use_of_a_source_and_its_loss_hides_one(tmp_path):
    part = {ORPHAN: ORPHAN_TEXT, **one(STUDY, "subjects: people,", "subjects: people, part_of: zhu2001,")}
    assert rules(base(tmp_path, part)) == []
    lost = BASE[STUDY].replace("subjects: people,", "subjects: people, part_of: zhu2001,") + "more: [\n"
    assert rules(base(tmp_path, {ORPHAN: ORPHAN_TEXT, STUDY: lost})) == ["yaml-syntax"]
    misspelt = {ORPHAN: ORPHAN_TEXT, **one(STUDY, "subjects: people,", "subjects: people, partof: zhu2001,")}
    assert rules(base(tmp_path, misspelt)) == ["unknown-field"]
    unread = {
        ORPHAN: ORPHAN_TEXT + "more: [\n",
        "sources/lima2003.yaml": ORPHAN_TEXT.replace("bones", "nails"),
    }
    assert rules(base(tmp_path, unread)) == ["orphan-source", "yaml-syntax"]


@pytest.mark.parametrize(("unknown", "orphans"), [(50, ["orphan-source"]), (51, [])])
def test_many_unknown_keys_leave_no_source_certain_to_be_an_orphan(unknown, orphans, tmp_path):
    passage = "{section: Results, starts: Mice run on, ends: each night}"
    item = "  - {{source: lopez{}, stance: supports, finding: Mice ran in year {}., passage: {}}}\n"
    many = "".join(item.format(number, number, passage) for number in range(unknown))
    found = rules(base(tmp_path, {ORPHAN: ORPHAN_TEXT, **one(MICE, "evidence:\n", f"evidence:\n{many}")}))
    assert found == ["unknown-source"] * unknown + orphans


def test_an_unknown_key_is_a_source_that_nothing_cites_rather_than_one_that_is_cited(tmp_path):
    twin = {"sources/kim2010.yaml": ORPHAN_TEXT}
    item = "  - {source: kim20190, stance: supports, finding: It was hot., passage: {section: Results, "
    unknown = one(MICE, "evidence:\n", f"evidence:\n{item}starts: Mice run on, ends: each night}}}}\n")
    assert rules(base(tmp_path, {**twin, **unknown})) == ["unknown-source"]


def test_words_of_no_source_that_are_quoted_hide_only_a_page_that_holds_them(tmp_path):
    lost = one(CLAIM, "Tea keeps everybody awake all night", "Cups are round and never square")
    page = "kind: lay-page\ncsl: {type: webpage, title: Cups}\n"
    lost[HEARSAY] = HEARSAY_TEXT.replace("everybody awake all night", "Cups warm the hands")
    cups = {"sources/web-cups.yaml": page, "sources/web-cups.txt": "Cups are round and never square.\n"}
    assert rules(base(tmp_path, {**lost, **cups})) == ["quote-not-in-source"] * 2
    cups["sources/web-cups.txt"] = "Cups are dear.\n"
    assert "orphan-source" in rules(base(tmp_path, {**lost, **cups}))


def test_a_text_without_a_source_is_told_to_be_described(tmp_path):
    root = base(tmp_path, {"sources/x.txt": "Words.\n"})
    assert hint(root) == "describe its source in sources/x.yaml, or take it out"


def test_a_renamed_text_is_told_its_page(tmp_path):
    assert (
        hint(base(tmp_path, moved(LAY_TEXT, "sources/web-tee.txt")))
        == "it holds the quotes of web-tea: call it web-tea.txt"
    )


def test_a_renamed_text_is_known_by_any_one_of_the_quotes(tmp_path):
    root = base(
        tmp_path, {**moved(LAY_TEXT, "sources/web-tee.txt"), **one(CLAIM, "keeps everybody", "keeps us")}
    )
    assert hint(root) == "it holds the quotes of web-tea: call it web-tea.txt"


def test_a_text_is_told_its_source_s_spelling(tmp_path):
    root = base(tmp_path, moved(LAY_TEXT, "sources/Web_Tea.txt"))
    assert (only(root).rule, hint(root)) == ("orphan-text", "call it web-tea.txt")


def test_a_renamed_page_is_reported_where_it_is_named_alone(tmp_path):
    bare = BASE[LAY][: BASE[LAY].index("set_aside")]
    renamed = {LAY: None, "sources/web-leaf.yaml": bare}
    assert rules(base(tmp_path, renamed)) == ["unknown-source"]


@pytest.mark.parametrize(("number", "page"), [(100, []), (101, ["lay-page-without-text"])])
def test_a_hundred_pairs_of_lone_pages_and_texts_are_the_most_to_be_compared(tmp_path, number, page):
    texts = {f"sources/x{each}.txt": BASE[LAY_TEXT] for each in range(number)}
    assert rules(base(tmp_path, {LAY_TEXT: None, **texts})) == [*page, *["orphan-text"] * number]
