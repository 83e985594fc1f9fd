"""What is said of records without asking anybody, and of answers without a network."""

from __future__ import annotations

import json

import pytest

from claimbook.checks import Facts
from claimbook.checks.example import CLAIM, MICE_STUDY, STUDY
from claimbook.citations import FORMATS, Absent, Asked, Notice, Published, Unchecked, judge, to_ask
from claimbook.citations.words import folded, likeness, same_name, without_mark
from claimbook.load import load
from tests.bases import TODAY, base

DOI, PMID, MICE = (
    Asked("DOI", "10.1234/tea.2019"),
    Asked("PMID", "31000001"),
    Asked("DOI", "10.1234/mice.2021"),
)
RECORD = "  title: Green tea and sleep\n"
FULL = RECORD + "  issued: {date-parts: [[2019]]}\n  author: [{family: Kim, given: A}]\n"


def facts(tmp_path, changes=None):
    return Facts(load(base(tmp_path, changes))[0], TODAY)


def with_record(*swaps):
    text = base_study()
    for old, new in ((RECORD, FULL), *swaps):
        assert text.count(old) == 1
        text = text.replace(old, new)
    return {STUDY: text}


def base_study():
    from claimbook.checks.example import BASE

    return BASE[STUDY]


def good(asked=DOI, **more):
    return Published(
        asked, **{"titles": ("Green tea and sleep",), "years": frozenset({2019}), "author": "Kim", **more}
    )


def judged(tmp_path, answers=(), *swaps):
    """The report where the other identifiers are answered well."""
    given = {DOI: good(), PMID: good(PMID), MICE: Published(MICE), **{each.asked: each for each in answers}}
    return judge(facts(tmp_path, with_record(*swaps)), given)


def kinds(report, source="kim2019"):
    return [each.kind for each in report.findings if each.source == source]


class TestRecords:
    def test_gaps_are_told_and_counted(self, tmp_path):
        report = judge(facts(tmp_path))
        assert kinds(report) == ["no-author", "no-year"]
        assert report.counts["sources"] == 3
        assert (report.counts["DOI"], report.counts["PMID"], report.counts["without_any"]) == (2, 1, 1)
        assert (report.counts["without_year"], report.counts["without_author"], report.status) == (3, 3, 0)
        assert not report.online

    def test_a_lay_page_lacks_nothing(self, tmp_path):
        assert kinds(judge(facts(tmp_path)), "web-tea") == []

    @pytest.mark.parametrize(
        ("old", "new", "kind"),
        [
            ("DOI: 10.1234/tea.2019", "DOI: https://doi.org/10.1234/tea.2019", "bad-identifier"),
            ('PMID: "31000001"', "PMID: PMC31", "bad-identifier"),
            ('PMID: "31000001"', "PMCID: '31'", "bad-identifier"),
            ('PMID: "31000001"', "URL: ftp://x.org", "bad-identifier"),
            ('PMID: "31000001"', "URL: https://doi.org/10.1234/other", "other-identifier"),
            ('PMID: "31000001"', "URL: https://pubmed.ncbi.nlm.nih.gov/31000001/", "identifier-in-address"),
            (
                'PMID: "31000001"',
                "URL: https://pmc.ncbi.nlm.nih.gov/articles/PMC31/",
                "identifier-in-address",
            ),
            ("DOI: 10.1234/tea.2019", "DOI: 10.1234/MICE.2021", "same-identifier"),
        ],
    )
    def test_each_fault_of_an_identifier(self, tmp_path, old, new, kind):
        (found,) = [
            each
            for each in judge(facts(tmp_path, with_record((old, new)))).findings
            if each.source == "kim2019"
        ]
        assert (found.kind, found.where.path, found.where.line > 1) == (kind, STUDY, True)
        assert found.hint

    def test_an_address_that_says_the_same_is_fine(self, tmp_path):
        swap = ('PMID: "31000001"', "URL: https://doi.org/10.1234/TEA.2019")
        assert kinds(judge(facts(tmp_path, with_record(swap)))) == []

    def test_an_address_shared_is_a_warning(self, tmp_path):
        swap = ('PMID: "31000001"', "URL: https://x.org/a/")
        mice = {MICE_STUDY: ("DOI: 10.1234/mice.2021", "URL: https://x.org/a")}
        report = judge(facts(tmp_path, {**with_record(swap), **mice}))
        assert "same-address" in kinds(report)
        assert "same-address" in kinds(report, "lopez2021")

    def test_no_identifier_and_a_bad_notice(self, tmp_path):
        changes = {
            MICE_STUDY: (", DOI: 10.1234/mice.2021}", "}\nstatus: {is: corrected, notice: doi 10.1/x}")
        }
        found = kinds(judge(facts(tmp_path, changes)), "lopez2021")
        assert sorted(found) == ["bad-identifier", "no-author", "no-identifier", "no-year"]

    def test_a_file_that_cannot_be_read_is_not_fine(self, tmp_path):
        report = judge(facts(tmp_path, {STUDY: "kind: [\n"}))
        assert (kinds(report), report.status) == (["not-checked"], 2)

    def test_a_claim_that_cannot_be_read_might_cite_anything(self, tmp_path):
        report = judge(facts(tmp_path, {CLAIM: "statement: [\n"}))
        assert (kinds(report, "tea-keeps-awake"), report.status) == (["not-checked"], 2)


class TestWords:
    def test_only_a_difference_in_words_counts(self):
        assert likeness("Green Tea &amp; β-Sleep: <i>a trial</i>", "Green tea & beta sleep — A trial.") == 1
        assert likeness("Green tea", "Green teas") < 1
        assert folded("Höflich, Łódź: ½") == ["hoflich", "lodz", "1", "2"]

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("Höflich", "Hoeflich", True),
            ("van der Berg", "Berg", True),
            ("Pomarol‐Clotet", "Pomarol-Clotet", True),
            ("Chen", "Cheng", False),
            ("Kim", "", False),
        ],
    )
    def test_names(self, one, other, same):
        assert same_name(one, other) is same

    def test_the_mark_of_a_retraction_is_no_part_of_the_title(self):
        assert without_mark("RETRACTED: Green tea") == without_mark("[Retracted] Green tea") == "Green tea"


class TestAnswers:
    def test_all_agree(self, tmp_path):
        report = judged(tmp_path)
        assert kinds(report) == []
        assert (report.status, report.counts["answered"], report.counts["nothing_to_ask"]) == (0, 3, 1)

    @pytest.mark.parametrize(
        ("answer", "kind"),
        [
            (good(titles=("Green tea and the sleep",)), "title-differs"),
            (good(titles=("Black coffee and running",)), "wrong-title"),
            (good(years=frozenset({2018})), "year-differs"),
            (good(years=frozenset({2010, 2011})), "wrong-year"),
            (good(author="Lee"), "wrong-author"),
            (good(titles=("Black coffee and running",), author="Lee"), "another-work"),
            (Absent(DOI), "no-such-record"),
            (Absent(DOI, "DataCite"), "other-agency"),
            (Unchecked(DOI, "no answer"), "not-checked"),
        ],
    )
    def test_each_difference_is_shown_once(self, tmp_path, answer, kind):
        report = judged(tmp_path, [answer])
        assert kinds(report) == [kind]
        (found,) = [each for each in report.findings if each.source == "kim2019"]
        if isinstance(answer, Published):
            assert found.ours in found.message
            assert found.theirs in found.message
            assert (found.likeness is not None) == ("title" in kind or kind == "another-work")

    def test_a_year_of_several_is_enough(self, tmp_path):
        assert kinds(judged(tmp_path, [good(years=frozenset({2018, 2019}))])) == []

    def test_an_error_comes_before_what_was_not_checked(self, tmp_path):
        assert judged(tmp_path, [Unchecked(DOI, "x")]).status == 2
        assert judged(tmp_path, [Unchecked(DOI, "x"), Absent(PMID)]).status == 1
        assert judged(tmp_path, [Absent(DOI, "DataCite")]).status == 0

    def test_pubmed_tells_which_doi_its_record_has(self, tmp_path):
        assert kinds(judged(tmp_path, [good(PMID, ids={"DOI": "10.1234/TEA.2019"})])) == []
        report = judged(tmp_path, [good(PMID, ids={"DOI": "10.1234/other"})])
        assert kinds(report) == ["other-identifier"]

    def test_a_retraction_told_twice_is_one_finding(self, tmp_path):
        notices = [
            good(
                notices=(
                    Notice("retracted", "Retraction", "10.1/n", "2021-03-04"),
                    Notice("corrected", "Erratum"),
                )
            ),
            good(PMID, notices=(Notice("retracted", "RetractionIn", "PMID 3"),)),
        ]
        report = judged(tmp_path, notices)
        (found,) = [each for each in report.findings if each.source == "kim2019"]
        assert found.kind == "retracted"
        assert "Crossref: Retraction 10.1/n (2021-03-04); PubMed: RetractionIn PMID 3" in found.message
        assert "{is: retracted, notice: 10.1/n, date: 2021-03-04}" in found.hint
        (claim,) = report.affected
        assert (claim.claim, claim.stances) == ("tea-keeps-awake", ("supports",))
        assert claim.changes == (
            "certainty none at most, now low",
            "“No study in this base speaks of it”, now “One study only”",
        )

    def test_a_correction_is_no_error(self, tmp_path):
        report = judged(tmp_path, [good(PMID, notices=(Notice("corrected", "ErratumIn", "PMID 3"),))])
        assert (kinds(report), report.status) == (["corrected"], 0)
        assert [each.claim for each in report.affected] == ["tea-keeps-awake"]

    def test_a_concern_is_an_error(self, tmp_path):
        report = judged(tmp_path, [good(notices=(Notice("concern", "Concern"),))])
        assert (kinds(report), report.status) == (["concern"], 1)

    @pytest.mark.parametrize(("status", "expected"), [("retracted", []), ("concern", ["retracted"])])
    def test_what_the_record_says_already_is_no_news(self, tmp_path, status, expected):
        swap = ("study: {design", f"status: {{is: {status}}}\nstudy: {{design")
        report = judged(tmp_path, [good(notices=(Notice("retracted", "Retraction"),))], swap)
        assert kinds(report) == expected

    def test_a_status_that_nobody_knows_of_is_doubted_only_if_all_answered(self, tmp_path):
        swap = ("study: {design", "status: {is: corrected}\nstudy: {design")
        assert kinds(judged(tmp_path, [], swap)) == ["status-not-confirmed"]
        assert kinds(judged(tmp_path, [Unchecked(DOI, "x")], swap)) == ["not-checked"]

    def test_a_notice_of_an_unknown_kind_and_a_notice_itself(self, tmp_path):
        assert kinds(judged(tmp_path, [good(notices=(Notice("unknown", "novel"),))])) == ["unknown-notice"]
        assert kinds(judged(tmp_path, [good(is_notice=(Notice("retracted", "R"),))])) == ["is-notice"]
        assert kinds(judged(tmp_path, [good(is_notice=(Notice("corrected", "C"),))])) == []
        assert kinds(judged(tmp_path, [good(PMID, is_notice=(Notice("corrected", "E"),))])) == ["is-notice"]

    def test_another_work_says_nothing_of_this_one(self, tmp_path):
        other = good(
            titles=("Black coffee",), author="Lee", notices=(Notice("retracted", "R"),), abstracts=("x",)
        )
        assert kinds(judged(tmp_path, [other])) == ["another-work"]

    def test_a_source_that_is_part_of_another_falls_by_itself(self, tmp_path):
        part = {MICE_STUDY: ("subjects: animals}", "subjects: people, part_of: kim2019}")}
        claim = {
            CLAIM: ("related:\n", "  - source: lopez2021\n    stance: disputes\n    finding: x\nrelated:\n")
        }
        found = facts(tmp_path, {**with_record(), **part, **claim})
        notices = Published(MICE, notices=(Notice("retracted", "R"),))
        report = judge(found, {DOI: good(), PMID: good(PMID), MICE: notices})
        (awake,) = [each for each in report.affected if each.claim == "tea-keeps-awake"]
        assert awake.stances == ("disputes",)
        assert awake.changes == ("“One study only”, now “The studies only qualify it”",)

    def test_identifiers_are_asked_once(self, tmp_path):
        assert to_ask(facts(tmp_path).library) == {"kim2019": (DOI, PMID), "lopez2021": (MICE,)}


class TestPassages:
    ABSTRACT = ("section: Results", "section: abstract, Results")

    def look(self, tmp_path, text, section="abstract, Results"):
        claim = {CLAIM: ("section: Results", f"section: '{section}'")}
        found = facts(tmp_path, {**with_record(), **claim})
        return judge(found, {DOI: good(), PMID: good(PMID, abstracts=(text,)), MICE: Published(MICE)})

    def test_a_passage_that_stands_there(self, tmp_path):
        report = self.look(tmp_path, "Adults who drank green tea slept later than with water.")
        assert (kinds(report), report.counts["passages"], report.counts["passages_found"]) == ([], 1, 1)

    def test_a_passage_that_does_not(self, tmp_path):
        report = self.look(tmp_path, "People who drank green tea slept later than with water.")
        (found,) = report.findings[:1]
        assert (found.kind, found.where.path) == ("passage-not-in-abstract", CLAIM)
        assert "“Adults who drank”" in found.message
        assert "who drank" in found.hint
        assert (report.counts["passages_found"], report.status) == (0, 0)

    def test_anchors_in_the_wrong_order(self, tmp_path):
        report = self.look(
            tmp_path, "Later than with water slept some. Some more than with water. Adults who drank tea."
        )
        assert "not as one passage" in report.findings[0].message

    def test_a_passage_of_another_section_may_be_missing(self, tmp_path):
        report = self.look(tmp_path, "Nothing of it.", "Results")
        assert (kinds(report), report.counts["passages"]) == ([], 0)


class TestFormats:
    @pytest.fixture
    def report(self, tmp_path):
        answer = good(titles=("Tea @all\x1b[31m #7 <b>*x*",), author="Lee", notices=())
        return judged(tmp_path, [answer, Unchecked(PMID, "PubMed: no answer")])

    def test_text_says_all_and_drives_no_terminal(self, report):
        text = FORMATS["text"](report)
        assert text.startswith(f"{MICE_STUDY}\n") or text.startswith(f"{STUDY}\n")
        assert (
            "error: another-work: Crossref, DOI 10.1234/tea.2019: another work; title: here “Green tea and sleep”"
            in text
        )
        assert "\x1b" not in text
        assert "\n  without kim2019\n    tea-keeps-awake (it supports): Green tea may keep" in text
        assert "1 error, 2 warnings, 1 not checked\n" in text
        assert "2 of 3 identifiers answered, 1 source without DOI and PMID" in text

    def test_a_claim_that_would_stand_is_said_to(self, report):
        changed = report._replace(affected=(report.affected[0]._replace(changes=()),))
        assert "would stand as before" in FORMATS["text"](changed)
        assert "would stand as before" in FORMATS["markdown"](changed)

    def test_markdown_names_the_claims_first_and_calls_nobody(self, report):
        text = FORMATS["markdown"](report)
        assert text.index("### Without kim2019: 1 claim") < text.index(
            "## Error: the identifier is that of another work (1)"
        )
        assert "`tea-keeps-awake` (it supports)" in text
        assert "@<!-- -->all" in text
        assert "#<!-- -->7" in text
        assert "<b>" not in text

    def test_markdown_fits_an_issue(self, report):
        many = report._replace(findings=report.findings * 400)
        text = FORMATS["markdown"](many)
        assert len(text) < 65_000
        assert text.endswith("`citations --online` shows all of it.\n")

    def test_json_has_both_values(self, report):
        told = json.loads(FORMATS["json"](report))
        (found,) = [each for each in told["findings"] if each["kind"] == "another-work"]
        assert (found["ours"], found["severity"], found["path"]) == ("Green tea and sleep", "error", STUDY)
        assert 0 < found["likeness"] < 0.9
        assert told["affected"][0]["claim"] == "tea-keeps-awake"
        assert told["counts"]["not_answered"] == 1

    def test_offline_says_that_nobody_was_asked(self, tmp_path):
        assert "were not asked" in FORMATS["text"](judge(facts(tmp_path)))
        assert "## Claims" not in FORMATS["markdown"](judge(facts(tmp_path)))
