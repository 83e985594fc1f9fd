"""The claims as nanopublications (nanopub.net): each with its assertion, where it comes from, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.export.claim_data import where
from claimbook.export.linked import base, claim_name, license_url, moment, source_name
from claimbook.export.terms import certainty_code, cito, is_side
from claimbook.export.trig import document, graph, iri, literal
from claimbook.pages import address
from claimbook.pages.text import clean
from claimbook.pages.words import CERTAINTY, agreement_word, statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.export.trig import Statement
    from claimbook.model import Claim
    from claimbook.pages.book import Book

NANOPUBS = "nanopubs.trig"

Cited = list[tuple[str, list[str]]]

_PREFIXES = {
    "cito": "http://purl.org/spar/cito/",
    "dct": "http://purl.org/dc/terms/",
    "np": "http://www.nanopub.org/nschema#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def nanopubs(book: Book) -> bytes:
    """Four graphs a claim; the nanopublications are not signed, and stand as the claims do now."""
    graphs = (text for claim in book.library.claims for text in nanopub(book, claim))
    return document(base(book), _PREFIXES, graphs)


def nanopub(book: Book, claim: Claim) -> list[str]:
    """Head, assertion, provenance and publication info of one claim."""
    whole = where(book, address.claim(claim.id)) + "#nanopub"
    this, *parts = (iri(whole + end) for end in ("", "-head", "-assertion", "-provenance", "-info"))
    head, assertion, provenance, info = parts
    cited = _cited(book, claim)
    links: list[Statement] = [
        (this, "a", "np:Nanopublication"),
        (this, "np:hasAssertion", assertion),
        (this, "np:hasProvenance", provenance),
        (this, "np:hasPublicationInfo", info),
    ]
    return [
        graph(head, links),
        graph(assertion, _assertion(book, claim, cited)),
        graph(provenance, _provenance(book, claim, assertion, cited)),
        graph(info, _info(book, claim, this)),
    ]


def _assertion(book: Book, claim: Claim, cited: Cited) -> Iterator[Statement]:
    """The statement with its grades, and the studies on each side; lay pages only as places where it is said."""
    this = iri(claim_name(book, claim))
    yield this, "a", "schema:Claim"
    yield this, "schema:text", literal(clean(statement(claim)), "@en")
    yield from _grades(book, claim, this)
    for source, terms in cited:
        for term in filter(is_side, terms):
            yield this, _short(term), source
    for item in claim.evidence:
        source_ = book.library.sources[item.source or ""]
        if source_.is_lay and item.stance == "supports":
            yield this, "schema:appearance", iri(source_name(book, source_))


def _grades(book: Book, claim: Claim, this: str) -> Iterator[Statement]:
    """How sure, in FHIR's code where it has one, and whether the studies agree."""
    page, certainty = where(book, address.claim(claim.id)), claim.certainty or "none"
    sure, agreeing = iri(f"{page}#certainty"), iri(f"{page}#agreement")
    for term, name in (
        (sure, CERTAINTY[certainty][1]),
        (agreeing, agreement_word(book.agreement(claim), claim)),
    ):
        yield this, "schema:keywords", term
        yield term, "a", "schema:DefinedTerm"
        yield term, "schema:name", literal(name, "@en")
    if coded := certainty_code(certainty):
        yield sure, "schema:termCode", literal(coded["code"])
        yield sure, "schema:inDefinedTermSet", iri(coded["system"])


def _provenance(book: Book, claim: Claim, assertion: str, cited: Cited) -> Iterator[Statement]:
    """What the assertion rests on, web pages only where no study speaks; and how the claim's page cites each."""
    page = iri(where(book, address.claim(claim.id)))
    keys = dict.fromkeys(item.source or "" for item in claim.evidence)
    sources = [book.library.sources[key] for key in keys]
    for source in [each for each in sources if not each.is_lay] or sources:
        yield assertion, "prov:wasDerivedFrom", iri(source_name(book, source))
    for name, terms in cited:
        for term in terms:
            if not is_side(term):
                yield page, _short(term), name


def _info(book: Book, claim: Claim, this: str) -> Iterator[Statement]:
    """The day of the review, the licence, and the site that answers for it; no person is named."""
    home = where(book, address.HOME)
    yield this, "rdfs:label", literal(clean(statement(claim)), "@en")
    yield this, "dct:created", literal(moment(claim.reviewed), "^^xsd:dateTime")
    yield this, "dct:creator", iri(home)
    if book.site.name:
        yield iri(home), "schema:name", literal(clean(book.site.name))
    if url := book.once(license_url):
        yield this, "dct:license", iri(url)


def _cited(book: Book, claim: Claim) -> Cited:
    """Each source of the claim with CiTO's terms for all that the claim takes from it, each once."""
    found: dict[str, dict[str, None]] = {}
    for item in claim.evidence:
        source = book.library.sources[item.source or ""]
        found.setdefault(source_name(book, source), {}).update(dict.fromkeys(cito(item, source)))
    return [(iri(name), list(terms)) for name, terms in found.items()]


def _short(term: str) -> str:
    return "cito:" + term.removeprefix(_PREFIXES["cito"])
