"""What each kind of page says of itself in schema.org's terms; never more than the page says."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.jsonld import kept, reference, script
from claimbook.pages.published import place
from claimbook.pages.text import clean
from claimbook.pages.words import CERTAINTY, READINGS, agreement_word, statement
from claimbook.pages.works import briefs, works

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.model import Claim, Evidence, Source, Topic
    from claimbook.pages.book import Book, Citation
    from claimbook.pages.jsonld import Node
    from claimbook.pages.published import Site

# Written out as addresses, since many readers of schema.org take no second context.
_CITO = "http://purl.org/spar/cito/"
_SIDES = {"supports": "isSupportedBy", "disputes": "isDisputedBy", "qualifies": "isQualifiedBy"}
_FHIR = "http://terminology.hl7.org/CodeSystem/certainty-rating"
_AUDIENCE = kept(
    [
        {"@type": "Patient", "audienceType": "patients"},
        {"@id": "https://schema.org/Clinician"},
        {"@id": "https://schema.org/MedicalResearcher"},
    ]
)


def every(book: Book, site: Site) -> dict[str, str]:
    """The block of each page that has one, by the page's path."""
    library = book.library
    nodes = {address.HOME: _home(site)}
    nodes.update({address.topic(each.id or ""): _topic(book, each, site) for each in library.topics})
    nodes.update({address.claim(each.id): _claim_page(book, each, site) for each in library.claims})
    nodes.update({address.source(each.key): _source(book, each, site) for each in library.sources.values()})
    nodes.update({address.ledger(each.key): _ledger(book, each, site) for each in book.lay_pages})
    return {path: script(node) for path, node in nodes.items() if node}


def _claim_page(book: Book, claim: Claim, site: Site) -> Node:
    """A claim's page, the claim itself, and every source that the page cites, each once."""
    topic = book.topic(claim)
    therapies = [
        {"@type": "MedicalTherapy", "name": book.treatments.get(word) or word} for word in claim.treatment
    ]
    keys = dict.fromkeys(item.source or "" for item in claim.evidence)
    return {
        **_page(site, address.claim(claim.id), statement(claim), claim.plain),
        "lastReviewed": claim.reviewed,
        "about": [{"@type": "Thing", "name": topic.title}, *therapies],
        "isPartOf": _link(site, address.topic(claim.topic), topic.title or claim.topic),
        "mainEntity": _claim(book, claim, site),
        "citation": [book.once(briefs)[key] for key in keys],
    }


def _claim(book: Book, claim: Claim, site: Site) -> Node:
    """Studies stand by their side, in CiTO's words; lay pages only as places where it is said."""
    node: Node = {"@type": "Claim", "text": statement(claim), "keywords": grades(book, claim)}
    for item in claim.evidence:
        source, stance = book.library.sources[item.source or ""], item.stance or "supports"
        if not source.is_lay:
            _add(node, _CITO + _SIDES[stance], reference(book.once(briefs)[source.key]))
        elif stance == "supports":
            _add(node, "appearance", _told(book, source, item, site))
    return node


def _add(node: Node, name: str, value: Node) -> None:
    """One more value of a term, unless it stands there."""
    values = node.setdefault(name, [])
    if value not in values:
        values.append(value)


def grades(book: Book, claim: Claim) -> list[Node]:
    """How sure, in FHIR's words where it has one, and whether the studies agree."""
    return _grades(claim.certainty or "none", agreement_word(book.agreement(claim), claim))


@cache  # of a few dozen
def _grades(certainty: str, agreement: str) -> list[Node]:
    coded = {} if certainty == "none" else {"termCode": certainty, "inDefinedTermSet": _FHIR}
    sure = {"@type": "DefinedTerm", "name": CERTAINTY[certainty][1], **coded}
    return [kept(sure), kept({"@type": "DefinedTerm", "name": agreement})]


def _told(book: Book, source: Source, item: Evidence, site: Site) -> Node:
    """The lay page, and the sentence of it in our copy of its text."""
    return {
        **book.once(briefs)[source.key],
        "archivedAt": site.address(address.ledger(source.key) + book.anchor(item)),
    }


def _source(book: Book, source: Source, site: Site) -> Node:
    """A source's page; the source itself is what it is about."""
    used = {each.claim.id: each.claim for each in book.citations.get(source.key, [])}
    held = site.address(address.ledger(source.key)) if source.is_lay else ""
    return {
        **_link(site, address.source(source.key), source.title),
        "mainEntity": {**book.once(works)[source.key], "archivedAt": held},
        "mentions": [_claim_link(claim, site) for claim in used.values()],
    }


def _ledger(book: Book, source: Source, site: Site) -> Node:
    """A review of each quote of a lay page; nothing where none is quoted."""
    reviews = [_review(book, source, each, site) for each in book.citations.get(source.key, [])]
    return {"@graph": reviews} if reviews else {}


def _review(book: Book, source: Source, each: Citation, site: Site) -> Node:
    """Our reading in words: a rating in numbers would be made up."""
    item = each.item
    reading = READINGS[item.reading or "unsupported"][1]
    told = _told(book, source, item, site)
    return {
        "@type": "ClaimReview",
        "url": told["archivedAt"],
        "claimReviewed": item.quote,
        "itemReviewed": {"@type": "Claim", "text": item.quote, "appearance": told},
        "reviewRating": {"@type": "Rating", "alternateName": reading, "ratingExplanation": item.fit},
        "author": _project(site),
        "datePublished": each.claim.reviewed,
        "citation": _link(site, address.claim(each.claim.id), statement(each.claim), "MedicalWebPage"),
    }


def _topic(book: Book, topic: Topic, site: Site) -> Node:
    """A topic's page and the claims that are part of it."""
    claims = book.claims_by_topic.get(topic.id or "", [])
    return {
        **_page(site, address.topic(topic.id or ""), topic.title or "", clean(topic.summary or "")),
        "about": {"@type": "Thing", "name": topic.title, "description": topic.question},
        "hasPart": [_claim_link(claim, site) for claim in claims],
    }


def _home(site: Site) -> Node:
    """The site; nothing where it has no name."""
    if not site.name:
        return {}
    return {**_link(site, address.HOME, site.name, "WebSite"), "description": site.description}


def data_set(book: Book, site: Site, downloads: Mapping[str, str]) -> str:
    """The block of the page that offers the base as files; `downloads` are their paths with their media types."""
    here = f"{place(address.DATA)}index.html"
    days = [claim.reviewed for claim in book.library.claims if claim.reviewed]
    files = [
        {
            "@type": "DataDownload",
            "name": path,
            "encodingFormat": kind,
            "contentUrl": site.address(path) or address.relative(here, path),
        }
        for path, kind in downloads.items()
    ]
    node = {
        **_link(site, address.DATA, site.name, "Dataset"),
        "description": site.description,
        "license": site.license,
        "copyrightNotice": site.copyright,
        "creator": _project(site),
        "dateModified": max(days, default=None),
        "keywords": [topic.title for topic in book.library.topics],
        "distribution": files,
    }
    return script(node)


def _page(site: Site, path: str, name: str, description: str | None) -> Node:
    audience = {"medicalAudience": _AUDIENCE}
    return {**_link(site, path, name, "MedicalWebPage"), "description": description, **audience}


def _link(site: Site, path: str, name: str, kind: str = "WebPage") -> Node:
    return {"@type": kind, "name": name, "url": site.address(path)}


def _claim_link(claim: Claim, site: Site) -> Node:
    return {"@type": "Claim", "text": statement(claim), "url": site.address(address.claim(claim.id))}


def _project(site: Site) -> Node:
    """Whoever answers for the site: the base names nobody else, and no clinician endorsed it."""
    return _link(site, address.HOME, site.name, "Project")
