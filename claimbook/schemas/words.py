"""The words that a base itself brings: its sources, claims, topics, and its vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimbook.citing import authors_short
from claimbook.problem import EXCUSABLE
from claimbook.schemas.nodes import ID, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.checks import Facts
    from claimbook.model import Claim, SafetyWord, Source, TreatmentWord

    Node = dict[str, Any]
    Special = dict[tuple[str, ...], Node]

_SAYS = "A web page says:"
_ID: Node = {"pattern": ID, "patternErrorMessage": "lower-case words and digits joined by hyphens"}


def source_words(facts: Facts) -> dict[str, str]:
    """The key of each source, with who wrote it and its title; of a file that could not be read, nothing."""
    read = {key: _called(source) for key, source in facts.library.sources.items()}
    return {key: read.get(key, "") for key in facts.library.source_names}


def claim_words(facts: Facts) -> dict[str, str]:
    """The id of each claim, with its statement."""
    read = {claim.id: _stated(claim) for claim in facts.library.claims}
    return {name: read.get(name, "") for name in facts.library.claim_names}


def of_claim(facts: Facts) -> Special:
    """What the base adds to a claim's fields, by the names that lead to each."""
    tags = {tag for claim in facts.library.claims for tag in claim.tags}
    vocabulary = facts.library.vocabulary
    return {
        ("evidence", "source"): one_of(source_words(facts)),
        ("related", "claim"): one_of(claim_words(facts)),
        ("treatment",): _listed(facts, vocabulary.treatments),
        ("safety",): _listed(facts, vocabulary.safety),
        ("tags",): {"examples": sorted(tags)},
        ("formerly",): _ID,
        ("allow", "rule"): _RULES,
        ("evidence", "allow", "rule"): _RULES,
    }


def of_source(facts: Facts) -> Special:
    """What the base adds to a source's fields."""
    words = _listed(facts, facts.library.vocabulary.treatments)
    return {
        ("study", "treatment"): words,
        ("study", "part_of"): one_of(source_words(facts)),
        ("allow", "rule"): _RULES,
    }


def of_topics(facts: Facts) -> Special:
    """What the base adds to a topic's fields: a topic's id is the name of its folder."""
    folders = {claim.topic for claim in facts.library.claims}
    return {("id",): {**_ID, "examples": sorted(folders | facts.library.topic_ids)}}


def of_vocabulary() -> Special:
    """The form of the vocabulary's own words."""
    return {("safety", "id"): _ID, ("treatments", "id"): _ID}


_RULES: Node = {"enum": sorted(EXCUSABLE)}


def _listed(facts: Facts, words: Iterable[SafetyWord | TreatmentWord]) -> Node:
    """A word of the vocabulary; any text where a word's id could not be read, since it may be that one."""
    listed = list(words)
    if not facts.library.vocabulary.known or any(word.id is None for word in listed):
        return {}
    return one_of({word.id: _meaning(word) for word in listed if word.id is not None})


def _meaning(word: SafetyWord | TreatmentWord) -> str:
    return getattr(word, "name", None) or getattr(word, "line", None) or ""


def _called(source: Source) -> str:
    return f"{authors_short(source.csl or {}, source.more_authors)}: {source.title}"


def _stated(claim: Claim) -> str:
    said = claim.statement or ""
    return f"{_SAYS} {said}" if claim.certainty == "none" and said else said
