"""What Crossref and PubMed answer becomes a record; how they are asked is seen by a stand-in handed in."""

from __future__ import annotations

import pytest

from claimbook.importing import BrokenError, Notice, work_of_doi, work_of_pmid
from tests.records import crossref, pubmed


def answering(body):
    """A `get` that always answers so; the addresses asked are kept in its list `asked`."""

    def get(address):
        get.asked.append(address)
        return body

    get.asked = []
    return get


def of_doi(**changes):
    return work_of_doi("10.1234/tea_2031", answering(crossref(**changes)))


def test_a_work_of_crossref():
    get = answering(crossref())
    work = work_of_doi("10.1234/a<b>/c", get)
    assert get.asked == ["https://api.crossref.org/works/10.1234%2Fa%3Cb%3E%2Fc"]
    assert work.csl == {
        "type": "article-journal",
        "title": "Tea and sleep: A trial",
        "author": [{"family": "Kim", "given": "Ann"}, {"literal": "World Tea Group"}],
        "container-title": "Journal of Tea",
        "issued": {"date-parts": [[2031, 5]]},
        "volume": "12",
        "page": "11-19",
        "DOI": "10.1234/tea_2031",
    }
    assert work.called == ("journal-article",)


def test_a_book_names_its_publisher():
    assert of_doi(type="book").csl["publisher"] == "Copper Press"


def test_the_gravest_notice_is_told():
    updates = [{"type": "correction", "DOI": "10.1234/c"}, {"type": "retraction", "DOI": "10.1234/r"}]
    assert of_doi(**{"updated-by": updates}).notice == Notice("retracted", "10.1234/r")
    assert of_doi(**{"updated-by": [{"type": "expression_of_concern"}]}).notice == Notice("concern")
    assert of_doi(**{"updated-by": "soon"}).notice is None


def test_what_a_service_does_not_know_is_none():
    assert work_of_doi("10.1234/x", answering(None)) is None
    assert work_of_pmid("1", answering(None)) is None
    assert work_of_pmid("1", answering(b"<PubmedArticleSet></PubmedArticleSet>")) is None


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'{"message": {"title": ["Tea', "no whole JSON"),
        (b"[" * 100_000, "no whole JSON"),
        (b"[]", "no record"),
        (b'{"message": 7}', "no record"),
        (crossref(title=[]), "no title"),
    ],
)
def test_an_answer_of_crossref_that_cannot_be_used(body, told):
    with pytest.raises(BrokenError, match=told):
        work_of_doi("10.1234/x", answering(body))


def test_a_record_of_pubmed():
    get = answering(pubmed())
    work = work_of_pmid("31000009", get, email="me@example.org")
    (asked,) = get.asked
    assert asked.endswith(
        "efetch.fcgi?db=pubmed&id=31000009&retmode=xml&tool=claimbook&email=me%40example.org"
    )
    assert work.csl == {
        "type": "article-journal",
        "title": "Tea, <i>Camellia</i> and sleep",
        "author": [{"family": "Kim", "given": "Ann"}, {"literal": "World Tea Group"}],
        "container-title": "Journal of Tea",
        "issued": {"date-parts": [[2031, 5]]},
        "volume": "12",
        "issue": "3",
        "page": "11-9",
        "DOI": "10.1234/tea_2031",
        "PMID": "31000009",
        "PMCID": "PMC77",
    }
    assert work.more_authors
    assert work.notice is None


@pytest.mark.parametrize(
    ("kind", "notice"),
    [
        ("RetractionIn", Notice("retracted", "10.1234/r")),
        ("ErratumIn", Notice("corrected", "10.1234/r")),
        ("CommentIn", None),
    ],
)
def test_notices_of_pubmed(kind, notice):
    source = "<RefSource>J Tea. 2032. doi: 10.1234/r.</RefSource>"
    listed = f'<CommentsCorrectionsList><CommentsCorrections RefType="{kind}">{source}'
    body = pubmed(f"{listed}</CommentsCorrections></CommentsCorrectionsList>")
    assert work_of_pmid("31000009", answering(body)).notice == notice


def test_a_retracted_paper_without_its_notice():
    body = pubmed(types="<PublicationType>Retracted Publication</PublicationType>")
    assert work_of_pmid("31000009", answering(body)).notice == Notice("retracted")


def test_dates_in_words_and_days():
    body = pubmed().replace(b"<Year>2031</Year><Month>May</Month>", b"<MedlineDate>2031 Spring</MedlineDate>")
    assert work_of_pmid("31000009", answering(body)).csl["issued"] == {"literal": "2031 Spring"}
    body = pubmed().replace(b"<Month>May</Month>", b"<Month>05</Month><Day>2</Day>")
    assert work_of_pmid("31000009", answering(body)).csl["issued"] == {"date-parts": [[2031, 5, 2]]}
    body = pubmed().replace(b"<PubDate><Year>2031</Year><Month>May</Month></PubDate>", b"")
    assert "issued" not in work_of_pmid("31000009", answering(body)).csl


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (pubmed()[:400], "no whole XML"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "no whole XML"),
        (b"<PubmedArticleSet><PubmedBookArticle/></PubmedArticleSet>", "a book"),
        (b"<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>", "no record"),
        (pubmed(pmid="31000010"), "another article"),
    ],
)
def test_an_answer_of_pubmed_that_cannot_be_used(body, told):
    with pytest.raises(BrokenError, match=told):
        work_of_pmid("31000009", answering(body))
