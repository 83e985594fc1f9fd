"""The claims, their sources and each citation as one graph in JSON-LD: schema.org's terms, and CiTO's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimbook.export.claim_data import where
from claimbook.export.linewise import file, line, listed
from claimbook.export.linked import base, claim_name, license_url, source_name
from claimbook.export.terms import CITO, cito, is_side
from claimbook.pages import address
from claimbook.pages.jsonld import kept
from claimbook.pages.structured import grades
from claimbook.pages.words import READINGS, statement
from claimbook.pages.works import works

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.model import Claim, Evidence, Source
    from claimbook.pages.book import Book
    from claimbook.pages.jsonld import Node

CLAIMS_JSONLD = "claims.jsonld"

_NAMES = {"@type": "@id"}
_SIDES = ("isSupportedBy", "isDisputedBy", "isQualifiedBy")
_REIFIED = ("hasCitingEntity", "hasCitedEntity", "hasCitationCharacterization")
_ADDRESSES = ("url", "sameAs", "license", "archivedAt", "isPartOf", "appearance", "inDefinedTermSet")
# Stands in the file itself, so that nobody has to fetch it to read the file.
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "cito": CITO,
    **{name: {"@id": f"cito:{name}", **_NAMES} for name in (*_SIDES, *_REIFIED)},
    **dict.fromkeys(_ADDRESSES, _NAMES),
}


def claims_jsonld(book: Book) -> bytes:
    """A data set, the claims in reading order, each followed by its citations, and the sources by key, a node a line.

    Names and addresses start from `linked.NOWHERE` while the site has no address.
    """
    start = {"@base": address_} if (address_ := base(book)) else {}
    nodes = listed(line(kept(node)) for node in _nodes(book))  # each written at once, so that none piles up
    return file({"@context": line({**start, **CONTEXT}), "@graph": nodes})


def _nodes(book: Book) -> Iterator[Node]:
    yield _whole(book)
    for claim in book.library.claims:
        yield _claim(book, claim)
        for number, item in enumerate(claim.evidence, 1):
            yield _citation(book, claim, number, item)
    for _, source in sorted(book.library.sources.items()):
        yield _source(book, source)


def _whole(book: Book) -> Node:
    home = where(book, address.HOME) or "./"
    return {
        "@id": where(book, CLAIMS_JSONLD),
        "@type": "Dataset",
        "name": book.site.name,
        "license": license_url(book),
        "isPartOf": home,
    }


def _claim(book: Book, claim: Claim) -> Node:
    """The claim with each study on its side; lay pages only as places where it is said."""
    topic = book.topic(claim)
    node: Node = {
        "@id": claim_name(book, claim),
        "@type": "Claim",
        "identifier": claim.id,
        "url": where(book, address.claim(claim.id)),
        "text": statement(claim),
        "description": claim.plain,
        "about": {"@type": "Thing", "name": topic.title},
        "keywords": grades(book, claim),
        "dateModified": claim.reviewed,
    }
    for item in claim.evidence:
        source = book.library.sources[item.source or ""]
        for name in _sides(item, source):
            values = node.setdefault(name, [])
            if (said := source_name(book, source)) not in values:
                values.append(said)
    return node


def _sides(item: Evidence, source: Source) -> list[str]:
    if source.is_lay:
        return ["appearance"] if item.stance == "supports" else []
    return [term.removeprefix(CITO) for term in cito(item, source) if is_side(term)]


def _citation(book: Book, claim: Claim, number: int, item: Evidence) -> Node:
    """One use of a source by a claim's page: what was found, or how a lay page's words compare."""
    source = book.library.sources[item.source or ""]
    page = where(book, address.claim(claim.id))
    return {
        "@id": f"{page}#citation-{number}",
        "@type": ["cito:Citation", "ClaimReview"] if source.is_lay else "cito:Citation",
        "hasCitingEntity": page,
        "hasCitedEntity": source_name(book, source),
        "hasCitationCharacterization": cito(item, source),
        "description": item.finding,
        **(_review(item) if source.is_lay else {"text": item.quote}),
    }


def _review(item: Evidence) -> Node:
    """Our reading of a lay page's words, in words; a rating in numbers would be made up."""
    reading = READINGS[item.reading or "unsupported"][1]
    rating = {"@type": "Rating", "alternateName": reading, "ratingExplanation": item.fit}
    return {"claimReviewed": item.quote, "reviewRating": rating}


def _source(book: Book, source: Source) -> Node:
    """All that is known of a source in schema.org's terms, under the name that the claims cite."""
    page = where(book, address.source(source.key))
    node = {
        **book.once(works)[source.key],
        "@id": source_name(book, source),
        "mainEntityOfPage": {"@id": page},
    }
    if source.is_lay:
        node["archivedAt"] = where(book, address.ledger(source.key))
    return node
