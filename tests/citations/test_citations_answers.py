"""What services answer, read: Crossref's JSON and PubMed's XML, sound or hostile."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.citations.crossref import read_agency, read_work
from claimbook.citations.published import Asked
from claimbook.citations.pubmed import read_record
from tests.standin import abstract, note, record, work

DOI, PMID = Asked("DOI", "10.1234/tea.2019"), Asked("PMID", "31000001")


def crossref(**more):
    return read_work(work(**more).body, DOI)


def pubmed(**more):
    return read_record(record(**more).body, PMID)


class TestCrossref:
    def test_a_work_is_read(self):
        found = crossref(subtitle=["a trial"], **{"published-online": {"date-parts": [[2018, 12]]}})
        assert found.titles == ("Green tea and sleep", "Green tea and sleep: a trial")
        assert found.years == {2018, 2019}
        assert found.author == "Kim"
        assert found.notices == found.is_notice == ()

    def test_the_author_marked_as_first_counts(self):
        authors = [
            {"family": "Lee", "sequence": "additional"},
            {"name": "The Tea Group", "sequence": "first"},
        ]
        assert crossref(author=authors).author == "The Tea Group"
        assert crossref(author=[]).author == ""

    @pytest.mark.parametrize(
        ("kind", "what"),
        [
            ("retraction", "retracted"),
            ("withdrawal", "retracted"),
            ("expression_of_concern", "concern"),
            ("partial_retraction", "concern"),
            ("erratum", "corrected"),
            ("correction", "corrected"),
            ("something_new", "unknown"),
        ],
    )
    def test_an_update_of_the_paper_is_a_notice(self, kind, what):
        update = {"type": kind, "label": "L", "DOI": "10.1/n", "updated": {"date-parts": [[2021, 3, 4]]}}
        (notice,) = crossref(**{"updated-by": [update]}).notices
        assert (notice.what, notice.by, notice.date) == (what, "10.1/n", "2021-03-04")
        assert str(notice) == "L 10.1/n (2021-03-04)"

    def test_a_new_version_is_no_notice(self):
        assert crossref(**{"updated-by": [{"type": "new_version", "DOI": "10.1/n"}]}).notices == ()

    def test_what_the_work_itself_updates_is_kept_apart(self):
        found = crossref(**{"update-to": [{"type": "retraction", "DOI": "10.1/old"}]})
        assert found.notices == ()
        assert found.is_notice[0].what == "retracted"

    def test_a_title_that_says_retracted_is_a_notice(self):
        assert crossref(title="RETRACTED ARTICLE: Green tea").notices[0].what == "retracted"
        assert crossref(title="Retracted studies of tea").notices == ()

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"{",
            b'{"message": {"title": ["Gre',
            b"[]",
            b'{"message": []}',
            b'{"message": {}}',
            b"\xff\xfe\x00",
            b"[" * 99999,
        ],
    )
    def test_what_is_no_work_is_refused(self, body):
        with pytest.raises(ValueError, match=r".+"):
            read_work(body, DOI)

    def test_the_agency_is_named(self):
        assert read_agency(b'{"message": {"agency": {"id": "datacite", "label": "DataCite"}}}') == "DataCite"
        with pytest.raises(ValueError, match="names no agency"):
            read_agency(b'{"message": {"agency": []}}')

    values = st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=6),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "title",
                        "DOI",
                        "author",
                        "family",
                        "issued",
                        "date-parts",
                        "updated-by",
                        "type",
                        "updated",
                        "label",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )

    @settings(max_examples=60, deadline=None)
    @given(values)
    def test_whatever_it_answers_is_read_or_refused(self, message):
        with suppress(ValueError):
            read_work(json.dumps({"message": message}).encode(), DOI)


class TestPubMed:
    def test_a_record_is_read(self):
        ids = '<ArticleId IdType="doi">10.1234/tea.2019</ArticleId><ArticleId IdType="pmc">PMC7</ArticleId>'
        found = pubmed(ids=ids, abstract=abstract(("RESULTS", "Adults slept <i>later</i>.")))
        assert found.titles == ("Green tea and sleep",)
        assert found.years == {2019}
        assert found.author == "Kim"
        assert found.ids == {"DOI": "10.1234/tea.2019", "PMCID": "PMC7"}
        assert found.abstracts == (
            "Adults slept later.",
            "Results: Adults slept later.",
            "RESULTS: Adults slept later.",
        )

    def test_another_record_is_not_taken_for_it(self):
        assert read_record(record(pmid="5").body, PMID) is None
        assert read_record(b"<PubmedArticleSet></PubmedArticleSet>", PMID) is None

    def test_a_season_has_a_year_too(self):
        body = record().body.replace(
            b"<PubDate><Year>2019</Year></PubDate>",
            b"<PubDate><MedlineDate>2018 Dec-2019 Jan</MedlineDate></PubDate>",
        )
        assert read_record(body, PMID).years == {2018, 2019}

    def test_a_translated_title_stands_in_brackets(self):
        assert pubmed(title="[Green tea].").titles == ("Green tea",)

    def test_a_group_may_be_the_author(self):
        body = record().body.replace(
            b"<LastName>Kim</LastName>", b"<CollectiveName>Tea Group</CollectiveName>"
        )
        assert read_record(body, PMID).author == "Tea Group"
        assert read_record(record().body.replace(b"Author>", b"Editor>"), PMID).author == ""

    def test_a_chapter_of_a_book_is_read(self):
        body = b"""<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>31000001</PMID><Book><BookTitle>Teas</BookTitle>
        <PubDate><Year>2020</Year></PubDate></Book><ArticleTitle>Green tea</ArticleTitle></BookDocument></PubmedBookArticle>
        </PubmedArticleSet>"""
        found = read_record(body, PMID)
        assert (found.titles, found.years) == (("Green tea", "Teas"), {2020})

    @pytest.mark.parametrize(
        ("kind", "what"),
        [
            ("RetractionIn", "retracted"),
            ("ErratumIn", "corrected"),
            ("ExpressionOfConcernIn", "concern"),
            ("PartialRetractionIn", "concern"),
        ],
    )
    def test_a_note_on_the_paper_is_a_notice(self, kind, what):
        (notice,) = pubmed(notes=note(kind)).notices
        assert (notice.what, notice.by) == (what, "PMID 31999999")

    def test_a_comment_or_what_it_corrects_is_none(self):
        assert pubmed(notes=note("CommentIn")).notices == ()
        assert pubmed(notes=note("ErratumFor")).notices == ()

    def test_the_kind_of_publication_tells_of_a_retraction_once(self):
        kind = '<PublicationType UI="D016441">Retracted Publication</PublicationType>'
        assert [each.word for each in pubmed(types=kind).notices] == ["Retracted Publication"]
        assert len(pubmed(types=kind, notes=note("RetractionIn")).notices) == 1

    def test_a_notice_itself_is_told(self):
        for kind, what in (("Published Erratum", "corrected"), ("Retraction Notice", "retracted")):
            assert pubmed(types=f"<PublicationType>{kind}</PublicationType>").is_notice[0].what == what

    def test_its_doctype_is_not_fetched(self, monkeypatch):
        monkeypatch.setattr("socket.socket.connect", None)
        assert pubmed() is not None

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"<PubmedArticleSet>",
            b"<eFetchResult><ERROR>Cannot</ERROR></eFetchResult>",
            b'<!DOCTYPE a [<!ENTITY b "bb">]><PubmedArticleSet>&b;</PubmedArticleSet>',
            b'<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><PubmedArticleSet>&c;</PubmedArticleSet>',
            b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&b;</PubmedArticleSet>',
            b'<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:1/x"> %b;]><PubmedArticleSet/>',
            b"<PubmedArticleSet>&unknown;</PubmedArticleSet>",
            b'<?xml version="1.0" encoding="nowhere"?><PubmedArticleSet/>',
            b"{}",
        ],
    )
    def test_what_is_unsound_or_dangerous_is_refused(self, body):
        with pytest.raises(ValueError, match="it is no"):
            read_record(body, PMID)

    def test_deep_nesting_does_no_harm(self):
        depth = 50_000
        body = b"<PubmedArticleSet>" + b"<a>" * depth + b"</a>" * depth + b"</PubmedArticleSet>"
        assert read_record(body, PMID) is None

    def test_endless_titles_are_cut(self):
        assert len(pubmed(title="tea " * 9000).titles[0]) <= 1000
