"""What pages say of themselves in JSON-LD: schema.org's terms, and only what the base holds."""

from __future__ import annotations

import json

import pytest
from rdflib import Graph, URIRef, namespace

from claimbook.pages import address
from claimbook.pages.published import Site
from claimbook.pages.structured import data_set, every
from claimbook.pages.words import SAYS
from tests.jsonlds import SITE, book_of, data_of, edited, nodes, parsed, strings
from tests.test_injection import BEES

CITO = "http://purl.org/spar/cito/"
PAGE = "@type name url medicalAudience description about"
# What the page of each kind says at its top.
KINDS = {
    "index.md": "@type name url description",
    "claims/honey-eases-cough.md": f"{PAGE} isPartOf lastReviewed mainEntity citation",
    "topics/honey.md": f"{PAGE} hasPart",
    "sources/abeja2012.md": "@type name url mainEntity mentions",
    "ledger/web-bees.md": "@graph",
}


@pytest.fixture(scope="module")
def bees():
    return book_of(BEES)


@pytest.fixture(scope="module")
def data():
    return data_of(BEES)


def test_pages_of_each_kind_have_a_block(bees, data):
    library = bees.library
    kinds = [address.HOME, *(address.claim(each.id) for each in library.claims)]
    kinds += [address.topic(each.id) for each in library.topics] + [address.ledger("web-bees")]
    assert sorted(data) == sorted(kinds + [address.source(key) for key in library.sources])


def graph(data):
    """The data as a JSON-LD reader takes it; nothing is fetched for it."""
    text = json.dumps({"@context": {"@vocab": str(namespace.SDO)}, **data})
    return Graph().parse(data=text, format="json-ld")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own use of it
def test_a_reader_of_json_ld_finds_only_terms_that_there_are(data):
    rdf, sdo = namespace.RDF, namespace.SDO
    cito = {URIRef(CITO + side) for side in ("isSupportedBy", "isDisputedBy", "isQualifiedBy")}
    seen = set()
    for path, whole in data.items():
        for _, term, value in graph(whole):
            seen.add(term)
            assert term in cito | {rdf.type} or term in sdo, (path, term)
            assert term != rdf.type or value in sdo, (path, value)
    assert seen > cito
    assert {sdo.lastReviewed, sdo.claimReviewed, sdo.publicationType, sdo.appearance} < seen
    assert URIRef(f"{sdo}madeUp") not in sdo


@pytest.mark.parametrize("path", KINDS)
def test_a_page_holds_the_terms_of_its_kind(data, path):
    assert set(data[path]) == set(KINDS[path].split())


def test_nobody_is_said_to_have_endorsed_a_page_and_no_rating_is_a_number(data):
    for whole in data.values():
        for node in nodes(whole):
            assert not node.keys() & {"reviewedBy", "endorsers", "ratingValue", "bestRating", "worstRating"}


def test_a_claim_s_page(data):
    page = data["claims/honey-eases-cough.md"]
    assert page["lastReviewed"] == "2026-11-01"
    assert page["url"] == "https://example.org/bees/claims/honey-eases-cough/"
    assert [each["name"] for each in page["about"]] == ["Honey & health", "honey from a spoon"]
    assert [each["name"] for each in page["citation"]] == [
        "Bees | the *whole* truth",
        "Effect of honey on nocturnal cough",
        "Honey or nothing",
        "The third night",
    ]
    claim = page["mainEntity"]
    assert claim["text"] == "Honey probably eases a night cough in children."
    assert claim["keywords"][0]["termCode"] == "moderate"
    assert claim["appearance"] == [
        {
            "@type": "WebPage",
            "@id": "https://example.org/bees?a=1&b=2",
            "name": "Bees | the *whole* truth",
            "genre": "Web page for lay readers",
            "archivedAt": "https://example.org/bees/ledger/web-bees/#s1",
        }
    ]
    sides = {name.removeprefix(CITO): each for name, each in claim.items() if name.startswith(CITO)}
    assert sides == {
        "isSupportedBy": [{"@id": "https://doi.org/10.1234/honey.2012"}],
        "isDisputedBy": [{"@id": "https://example.org/kim"}],
        "isQualifiedBy": [{"@id": "https://example.org/kim"}, {"@id": "https://doi.org/10.1234/honey.2013"}],
    }


def test_a_lay_page_is_never_a_study_s_side(data):
    claim = data["claims/honey-cures-all.md"]["mainEntity"]
    assert not [name for name in claim if name.startswith(CITO)]
    assert "termCode" not in claim["keywords"][0]
    (appearance,) = claim["appearance"]  # the quote that disputes it is no appearance of it
    assert appearance["archivedAt"].endswith("/ledger/web-bees/#s2")


def test_a_study_with_two_findings_on_one_side_stands_there_once(tmp_path):
    side = ("stance: qualifies\n    finding: In mice", "stance: disputes\n    finding: In mice")
    found = edited(tmp_path, "claims/honey/honey-eases-cough.yaml", *side)
    claim = found["claims/honey-eases-cough.md"]["mainEntity"]
    assert claim[f"{CITO}isDisputedBy"] == [{"@id": "https://example.org/kim"}]


def test_a_statement_of_lay_pages_alone_carries_its_prefix_everywhere(data):
    found = [
        each for whole in data.values() for each in strings(whole) if "Honey helps with every illness" in each
    ]
    assert len(found) >= 5
    assert all(each.startswith(SAYS) for each in found)


def test_each_quote_of_a_lay_page_is_reviewed(bees, data):
    reviews = data["ledger/web-bees.md"]["@graph"]
    assert len(reviews) == len(bees.citations["web-bees"]) == 3
    first = next(each for each in reviews if each["claimReviewed"].startswith("Honey from the hive"))
    assert first["claimReviewed"] == "Honey from the hive […] stops every cough in one night"
    assert first["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Overstated",
        "ratingExplanation": "It promises an end; the studies saw a little less coughing.",
    }
    assert first["url"] == "https://example.org/bees/ledger/web-bees/#s1"
    assert first["author"] == {"@type": "Project", "name": "Bees", "url": "https://example.org/bees/"}
    assert first["datePublished"] == "2026-11-01"
    assert first["itemReviewed"]["appearance"]["@id"] == "https://example.org/bees?a=1&b=2"
    assert first["citation"]["url"] == "https://example.org/bees/claims/honey-eases-cough/"


def test_a_topic_s_parts_are_its_claims(bees, data):
    parts = data["topics/honey.md"]["hasPart"]
    assert [each["url"] for each in parts] == [
        f"https://example.org/bees/claims/{claim.id}/" for claim in bees.claims_by_topic["honey"]
    ]


def test_the_home_page_tells_of_the_site(data):
    site = data["index.md"]
    assert (site["@type"], site["url"]) == ("WebSite", "https://example.org/bees/")


def test_what_is_offered_as_files_is_a_data_set(bees):
    base = parsed(data_set(bees, SITE, {"claims.json": "application/json"}))
    assert (base["@type"], base["url"]) == ("Dataset", "https://example.org/bees/use-the-data/")
    assert base["license"] == "https://example.org/licence"
    assert base["copyrightNotice"] == "Quoted words belong to their authors."
    assert base["dateModified"] == "2026-11-02"
    (file,) = base["distribution"]
    assert file["contentUrl"] == "https://example.org/bees/claims.json"
    (near,) = parsed(data_set(bees, Site(), {"claims.json": "application/json"}))["distribution"]
    assert near["contentUrl"] == "../claims.json"
    assert all(term in namespace.SDO for _, term, _ in graph(base) if term != namespace.RDF.type)


def test_without_an_address_or_a_name_nothing_is_made_up():
    nowhere = data_of(BEES, Site())
    for whole in nowhere.values():
        for node in nodes(whole):
            assert not node.keys() & {"archivedAt", "creator", "license"}
            assert "url" not in node or node["@type"] == "CorrectionComment"
            assert node.get("@type") not in ("Project", "WebSite")
    assert nowhere["claims/bees-dance.md"]["lastReviewed"] == "2026-11-01"


def test_a_claim_is_spoken_of_in_its_own_words(bees, data):
    held = json.dumps([str(value) for value in base_texts(bees)])
    for name in ("claimReviewed", "ratingExplanation", "text", "description"):
        for whole in data.values():
            for node in nodes(whole):
                said = node.get(name, "").removeprefix(f"{SAYS} ")
                assert json.dumps(said)[1:-1] in held or said == SITE.description, said


def base_texts(book):
    for claim in book.library.claims:
        yield from (claim.statement, claim.plain)
        for item in claim.evidence:
            yield from (item.quote, item.fit)
    for topic in book.library.topics:
        yield from (topic.question, topic.summary)


def test_the_same_base_gives_the_same_bytes(bees):
    assert every(book_of(BEES), SITE) == every(bees, SITE)
