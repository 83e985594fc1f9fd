"""What a page can be found by: the filters in its front matter, and the search's own table of them.

A filter is a name with its values as readers see them; the theme writes them into the page's
head, where Pagefind reads them. A page without filters is not found.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from claimbook.grading import AGREEMENTS
from claimbook.pages.text import clean
from claimbook.pages.words import AGREEING, CERTAINTY, DESIGN, agreement_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.model import Claim, Source, Topic, TreatmentWord
    from claimbook.pages.book import Book

Filters = dict[str, list[str]]

DATA = "search.json"  # where `search_data` stands in the site
_QUESTIONS = 6  # examples shown before anything is typed: the shortest
_WEB_PAGE = "Web page"
_SUBJECTS = {"people": "People", "animals": "Animals", "cells": "Cells", "guidance": "Guidance"}
_KINDS = ("Claim", "Topic", "Source", _WEB_PAGE, "Treatment", "About this site")

ABOUT_SITE: Filters = {"kind": ["About this site"]}


class Value(NamedTuple):
    """A value of a filter; `sign` and `look` are those of its chip, where it has one."""

    word: str
    sign: str = ""
    look: str = ""


def claim_filters(book: Book, claim: Claim) -> Filters:
    """Of a claim's page: all filters there are."""
    sources = [book.library.sources[item.source or ""] for item in claim.evidence]
    designs = [item.design or _design(source) for item, source in zip(claim.evidence, sources, strict=True)]
    return _filters(
        kind=["Claim"],
        topic=[book.topic(claim).title or claim.topic],
        treatment=_treatments(book, claim.treatment),
        certainty=[CERTAINTY[claim.certainty or "none"][1]],
        agreement=[agreement_word(book.agreement(claim), claim)],
        about=[_SUBJECTS[claim.about or "people"]],
        sources=[_source_word(design) for design in designs],
        safety=[_named(word) for word in claim.safety],
        question=_asked(book.topic(claim)),
    )


def topic_filters(topic: Topic) -> Filters:
    """Of a topic's page."""
    return _filters(kind=["Topic"], topic=[topic.title or ""], question=_asked(topic))


def source_filters(book: Book, source: Source) -> Filters:
    """Of a study's page; none for a lay page's, since its ledger is found instead."""
    study = source.study
    if source.is_lay or study is None:
        return {}
    return _filters(
        kind=["Source"],
        topic=_topics(book, source),
        treatment=_treatments(book, study.treatment),
        about=[_SUBJECTS[word] for word in study.subjects],
        sources=[_source_word(study.design or "")],
    )


def ledger_filters(book: Book, source: Source) -> Filters:
    """Of a lay page's ledger."""
    return _filters(kind=[_WEB_PAGE], topic=_topics(book, source), sources=[_WEB_PAGE])


def treatment_filters(word: TreatmentWord) -> Filters:
    """Of a treatment's page."""
    return _filters(kind=["Treatment"], treatment=[word.name or ""])


def search_data(book: Book) -> bytes:
    """The search's table, as JSON: its filters in order with all their values, and example questions."""
    facets = [
        {"name": name, "title": title, "values": [_told(value) for value in values]}
        for name, title, values in _facets(book)
    ]
    asked = [clean(topic.question) for topic in book.library.topics if topic.question]
    short = sorted(asked, key=len)[:_QUESTIONS]
    questions = [question for question in asked if question in short]
    return json.dumps({"facets": facets, "questions": questions}, ensure_ascii=False).encode()


def _told(value: Value) -> dict[str, str]:
    return {name: text for name, text in value._asdict().items() if text}


def _facets(book: Book) -> list[tuple[str, str, list[Value]]]:
    words = book.library.vocabulary
    certainty = [Value(word, sign, f"cb-chip--{key}") for key, (sign, word) in CERTAINTY.items()]
    agreeing = {AGREEMENTS[key]: key for key in AGREEMENTS}
    agreeing |= {agreement_word(key := book.agreement(claim), claim): key for claim in book.library.claims}
    agreement = [Value(word, AGREEING[key], f"cb-agreement--{key}") for word, key in agreeing.items()]
    about = [Value(word, look=f"cb-about--{key}") for key, word in _SUBJECTS.items()]
    return [
        ("kind", "Kind of page", [Value(word, look="cb-kind") for word in _KINDS]),
        ("topic", "Topic", _plain(topic.title or "" for topic in book.library.topics)),
        ("treatment", "Treatment", _plain(word.name or "" for word in words.treatments)),
        ("certainty", "How sure", certainty),
        ("agreement", "Do studies agree", agreement),
        ("about", "Who was studied", about),
        ("sources", "Kind of source", _plain([*map(_source_word, DESIGN), _WEB_PAGE])),
        ("safety", "Safety", _plain(_named(word.id or "") for word in words.safety)),
    ]


def _filters(**values: Iterable[str]) -> Filters:
    """Each value once, as it will stand in the page; names without a value left out."""
    named = {name: list(dict.fromkeys(filter(None, map(clean, words)))) for name, words in values.items()}
    return {name: words for name, words in named.items() if words}


def _plain(words: Iterable[str]) -> list[Value]:
    return [Value(clean(word)) for word in words]


def _asked(topic: Topic) -> list[str]:
    """What its readers ask: words by which its claims are found too, though they do not hold them."""
    return [f"{topic.title or ''}: {topic.question or ''}"]


def _topics(book: Book, source: Source) -> list[str]:
    """The topics of the claims that cite it."""
    return [book.topic(each.claim).title or "" for each in book.citations.get(source.key, [])]


def _treatments(book: Book, words: Iterable[str]) -> list[str]:
    return [book.treatments.get(word) or word for word in words]


def _design(source: Source) -> str:
    return (source.study.design if source.study else None) or ""


def _source_word(design: str) -> str:
    word = DESIGN[design][0] if design in DESIGN else _WEB_PAGE
    return word[:1].upper() + word[1:]


def _named(word: str) -> str:
    """`unsupervised-use` as readers see it."""
    return word[:1].upper() + word[1:].replace("-", " ")
