"""A claim as plain data: everything that its file says, with what is worked out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimbook import citing, grading
from claimbook.export.terms import certainty_code, cito, domain_term
from claimbook.pages import address, files
from claimbook.pages.published import place
from claimbook.pages.verdict import VERDICTS, verdict
from claimbook.pages.words import CERTAINTY, READINGS, agreement_word, is_hearsay, statement

if TYPE_CHECKING:
    from claimbook.model import Claim, Evidence, Source
    from claimbook.pages.book import Book

Data = dict[str, Any]


def where(book: Book, path: str) -> str:
    """The address of a page or file; seen from the home page while the site has none."""
    return book.site.address(path) or place(path)


def claim_data(book: Book, claim: Claim) -> Data:
    """The claim; its statement carries "A web page says:" where only lay pages say it."""
    topic = book.topic(claim)
    return {
        "id": claim.id,
        "url": where(book, address.claim(claim.id)),
        "json": where(book, files.claim_json(claim.id)),
        "topic": {"id": claim.topic, "title": topic.title, "url": where(book, address.topic(claim.topic))},
        "statement": statement(claim),
        "only_lay_pages": is_hearsay(claim),
        "about": claim.about,
        "plain": claim.plain,
        **_judged(book, claim),
        "evidence": [_evidence(book, item) for item in claim.evidence],
        "related": [
            {
                "relation": name.lower().replace(" ", "-"),
                "id": other.id,
                "url": where(book, address.claim(other.id)),
            }
            for name, other in book.relations.get(claim.id, [])
        ],
        **_words(book, claim),
        "would_change": claim.would_change,
        "changes": [
            {"date": str(change.date), "what": change.what, "why": change.why} for change in claim.changes
        ],
        "formerly": list(claim.formerly),
        "excuses": [{"rule": each.rule, "because": each.because} for each in claim.allow],
        "reviewed": str(claim.reviewed),
    }


def _judged(book: Book, claim: Claim) -> Data:
    certainty, agreement, standing = claim.certainty or "none", book.agreement(claim), verdict(book, claim)
    return {
        "certainty": {
            "value": certainty,
            "label": CERTAINTY[certainty][1],
            "fhir": certainty_code(certainty),
            "ceiling": book.facts.ceiling(claim),
        },
        "agreement": {"value": agreement, "label": agreement_word(agreement, claim)},
        "verdict": {"value": standing, "label": VERDICTS[standing][1]},
        "reasons": [
            {"domain": each.domain, "fhir": domain_term(each.domain or ""), "note": each.note}
            for each in claim.reasons
        ],
        "rests_on": grading.rests_on(certainty, book.falls(claim)),
    }


def _words(book: Book, claim: Claim) -> Data:
    lines = {word.id: word.line for word in book.library.vocabulary.safety}
    return {
        "treatment": [{"id": word, "name": book.treatments.get(word)} for word in claim.treatment],
        "safety": [{"id": word, "line": lines.get(word)} for word in claim.safety],
        "tags": list(claim.tags),
    }


def _evidence(book: Book, item: Evidence) -> Data:
    source = book.library.sources[item.source or ""]
    return {
        "source": source.key,
        "kind": "lay" if source.is_lay else "study",
        "url": where(book, address.source(source.key)),
        "stance": item.stance,
        "cito": cito(item, source),
        "quote": _quote(item),
        "quote_url": where(book, address.ledger(source.key) + book.anchor(item)) if source.is_lay else None,
        "reading": _reading(item),
        "fit": item.fit,
        "finding": item.finding,
        "figures": list(item.figures),
        "passage": _passage(item, source),
        "limits": item.limits,
        "graded": item.graded,
        "subjects": list(item.subjects),
        "design": item.design,
        "elision_checked": item.elision == "checked",
        "excuses": [{"rule": each.rule, "because": each.because} for each in item.allow],
    }


def _quote(item: Evidence) -> Data | None:
    """The words as a selector of the W3C's Web Annotation Data Model, with the context that tells them apart."""
    if item.quote is None:
        return None
    before, after = (item.context.before, item.context.after) if item.context else (None, None)
    return {"type": "TextQuoteSelector", "exact": item.quote, "prefix": before, "suffix": after}


def _reading(item: Evidence) -> Data | None:
    if item.reading is None:
        return None
    _, label, meaning = READINGS[item.reading]
    return {"value": item.reading, "label": label, "meaning": meaning}


def _passage(item: Evidence, source: Source) -> Data | None:
    passage = item.passage
    if passage is None:
        return None
    url = citing.primary_url(source.csl or {})
    fragment = citing.text_fragment(passage.starts or "", passage.ends or "")
    return {
        "section": passage.section,
        "starts": passage.starts,
        "ends": passage.ends,
        "url": url + fragment if url else None,
    }
