"""JSON-LD and nanopublications, in an RDF store and before their own judges; nothing is fetched."""

from __future__ import annotations

import json

import pytest
from nanopub import Nanopub
from pyoxigraph import RdfFormat, Store
from rdflib import ConjunctiveGraph, URIRef, namespace

from claimbook.checks.example import CLAIM, MICE_STUDY, STUDY
from claimbook.export.linked import NOWHERE, base
from claimbook.export.nanopubs import _PREFIXES, nanopub
from claimbook.export.questions import LINKED, NAMED_GRAPHS
from claimbook.export.trig import document
from tests.exported import NASTY, SITE, URL, book_of, exported, nasty

SDO, CITO = str(namespace.SDO), "http://purl.org/spar/cito/"
HEARD = "A web page says: Tea keeps everybody awake until morning."
AGAINST = {CLAIM: ("source: ito2020\n    stance: supports", "source: ito2020\n    stance: disputes")}
FILES = {"claims.jsonld": RdfFormat.JSON_LD, "nanopubs.trig": RdfFormat.TRIG}
PREFIXES = f"PREFIX cito: <{CITO}> PREFIX schema: <{SDO}> PREFIX np: <{_PREFIXES['np']}>"


def store(files, path):
    found = Store()
    found.load(files[path], format=FILES[path])
    return found


def ask(files, path, query):
    rows = store(files, path).query(f"{PREFIXES} {query}", use_default_graph_as_union=True)
    return [tuple(each.value if each else None for each in row) for row in rows]


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize(("url", "start"), [(URL, URL), ("", NOWHERE)])
def test_every_claim_stands_on_the_side_of_its_sources(tmp_path, path, url, start):
    rows = ask(
        exported(tmp_path, AGAINST, url),
        path,
        "SELECT ?claim ?side ?source WHERE { ?claim a schema:Claim ; ?side ?source ."
        " FILTER(STRSTARTS(STR(?side), STR(cito:))) }",
    )
    tea = f"{start}claims/tea-keeps-awake/#claim"
    assert {(side.removeprefix(CITO), source) for claim, side, source in rows if claim == tea} == {
        ("isSupportedBy", "https://doi.org/10.1234/tea.2019"),
        ("isDisputedBy", "https://doi.org/10.1234/pool.2020"),
        ("isQualifiedBy", "https://doi.org/10.1234/tea.2021"),
    }
    label = f"{start}sources/tea-label/#source"  # an address that others may share is no name
    assert (f"{start}claims/label-names-a-dose/#claim", f"{CITO}isSupportedBy", label) in rows
    assert not [row for row in rows if "tea-all-night" in row[0]]


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("changes", [None, nasty])
def test_each_statement_stands_with_its_certainty_and_its_prefix(tmp_path, path, changes):
    rows = ask(
        exported(tmp_path, changes and changes(tmp_path)),
        path,
        "SELECT ?text ?name ?code WHERE { ?claim a schema:Claim ; schema:text ?text ; schema:keywords ?sure ."
        " ?sure schema:name ?name OPTIONAL { ?sure schema:termCode ?code } }",
    )
    told = {text: (name, code) for text, name, code in rows if "certainty" in name or "No study:" in name}
    assert len(told) == 4
    assert told[HEARD] == ("No study: only web pages say it", None)
    assert told[NASTY if changes else "Green tea may keep people awake for longer."] == (
        "Low certainty",
        "low",
    )


@pytest.mark.parametrize("path", FILES)
def test_without_its_prefix_such_a_statement_stands_nowhere(tmp_path, path):
    text = exported(tmp_path)[path].decode()
    assert text.count(HEARD) == text.count(HEARD.removeprefix("A web page says: ")) > 0


@pytest.mark.parametrize("path", FILES)
def test_a_lay_page_is_where_it_is_said_and_nothing_more(tmp_path, path):
    lay = f"{URL}sources/web-tea/#source"
    rows = ask(exported(tmp_path), path, f"SELECT ?subject ?term WHERE {{ ?subject ?term <{lay}> }}")
    terms = {term.removeprefix(SDO).removeprefix(CITO) for _, term in rows}
    assert terms & {"isSupportedBy", "isDisputedBy", "isQualifiedBy"} == set()
    assert {subject for subject, term in rows if term == f"{SDO}appearance"} == {
        f"{URL}claims/tea-keeps-awake/#claim",
        f"{URL}claims/tea-all-night/#claim",
    }


def test_json_ld_holds_only_terms_that_there_are(tmp_path):
    found = store(exported(tmp_path), "claims.jsonld")
    terms = {quad.predicate.value for quad in found}
    kinds = {quad.object.value for quad in found if quad.predicate.value.endswith("#type")}
    ours = {f"{CITO}{name}" for name in ("Citation", "hasCitingEntity", "hasCitedEntity")}
    ours |= {f"{CITO}{side}" for side in ("isSupportedBy", "isQualifiedBy", "hasCitationCharacterization")}
    assert ours <= terms | kinds
    for name in (terms | kinds) - ours - {str(namespace.RDF.type)}:
        assert URIRef(name) in namespace.SDO, name


def test_each_use_of_a_source_is_a_citation(tmp_path):
    (row,) = ask(
        exported(tmp_path),
        "claims.jsonld",
        "SELECT ?page ?quote ?word ?why WHERE { ?each a cito:Citation, schema:ClaimReview ;"
        " cito:hasCitingEntity ?page ; schema:claimReviewed ?quote ; schema:reviewRating ?rating ;"
        " cito:hasCitationCharacterization cito:critiques, cito:includesQuotationFrom ."
        " ?rating schema:alternateName ?word ; schema:ratingExplanation ?why . FILTER(?word = 'Overstated') }",
    )
    assert row == (
        f"{URL}claims/tea-keeps-awake/",
        "Tea keeps everybody awake",
        "Overstated",
        "It speaks of everybody; the study saw a small difference.",
    )


def test_a_claim_says_once_what_several_quotes_and_findings_say(tmp_path):
    twice = {CLAIM: ("source: kim2021\n    stance: qualifies", "source: kim2019\n    stance: supports")}
    whole = json.loads(exported(tmp_path, twice)["claims.jsonld"])
    (claim,) = [each for each in whole["@graph"] if each.get("identifier") == "tea-keeps-awake"]
    assert claim["isSupportedBy"] == [
        "https://doi.org/10.1234/pool.2020",
        "https://doi.org/10.1234/tea.2019",
    ]


def test_names_are_those_that_other_data_use(tmp_path):
    changes = {
        STUDY: ("  DOI: 10.1234/tea.2019\n", ""),
        MICE_STUDY: ("DOI: 10.1234/mice.2021", "PMCID: PMC123"),
    }
    text = exported(tmp_path, changes)["claims.jsonld"].decode()
    assert '"https://pubmed.ncbi.nlm.nih.gov/31000001/"' in text
    assert '"https://pmc.ncbi.nlm.nih.gov/articles/PMC123/"' in text


@pytest.mark.parametrize("url", ["", URL])
@pytest.mark.parametrize("changes", [None, nasty])
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_every_nanopublication_is_valid_before_the_library(tmp_path, changes, url):
    book = book_of(
        tmp_path, changes and changes(tmp_path), SITE._replace(url=url, license="https://example.org/l")
    )
    assert len(book.library.claims) == 4
    for claim in book.library.claims:
        text = document(base(book), _PREFIXES, nanopub(book, claim))
        rdf = ConjunctiveGraph().parse(data=text, format="trig")
        one = Nanopub(rdf=rdf)
        assert one.is_valid
        names = {one.metadata.np_uri, one.metadata.head, one.metadata.assertion, one.metadata.provenance}
        assert len(names | {one.metadata.pubinfo}) == 5
        assert len(one.pubinfo) == 5
        dct = namespace.DCTERMS
        assert str(one.pubinfo.value(one.metadata.np_uri, dct.license)) == "https://example.org/l"
        assert one.pubinfo.value(one.metadata.np_uri, dct.created).toPython().isoformat()[:10] == "2026-11-01"
        assert list(one.provenance.objects(one.metadata.assertion, namespace.PROV.wasDerivedFrom))


def test_an_assertion_rests_on_web_pages_only_where_no_study_speaks(tmp_path):
    rows = ask(
        exported(tmp_path),
        "nanopubs.trig",
        "PREFIX prov: <http://www.w3.org/ns/prov#> SELECT ?assertion ?source WHERE"
        " { ?nanopub np:hasAssertion ?assertion . ?assertion prov:wasDerivedFrom ?source }",
    )
    lay = f"{URL}sources/web-tea/#source"
    assert {name for name, source in rows if source == lay} == {
        f"{URL}claims/tea-all-night/#nanopub-assertion"
    }
    assert len(rows) == 6


@pytest.mark.parametrize(
    ("license_", "told"), [("", False), ("CC BY", False), ("https://example.org/l", True)]
)
def test_a_licence_is_told_only_where_it_has_an_address(tmp_path, license_, told):
    from claimbook import export

    files = export.files(book_of(tmp_path, site=SITE._replace(license=license_, name="")))
    assert (b"dct:license" in files["nanopubs.trig"]) == told
    for path in ("claims.jsonld", "annotations.jsonld", "datapackage.json"):
        assert (b'"https://example.org/l"' in files[path]) == told


def test_the_questions_on_the_page_have_answers(tmp_path):
    files = exported(tmp_path, AGAINST)
    (row,) = store(files, "claims.jsonld").query(LINKED)
    assert [each.value for each in row] == [
        "Low certainty",
        "Green tea may keep people awake for longer.",
        "A pooled look at tea",
        "Pooled over 9 trials, tea delayed sleep.",
    ]
    rows = [[each.value for each in row] for row in store(files, "nanopubs.trig").query(NAMED_GRAPHS)]
    assert rows[0] == ["https://doi.org/10.1234/mice.2021", "1", "2026-11-01T00:00:00Z"]
    assert len(rows) == 3


def test_the_same_base_gives_the_same_bytes(tmp_path):
    assert exported(tmp_path) == exported(tmp_path)
