"""The fields of claims, sources, topics and the vocabulary: one table for reading, docs and editors."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["text", "number", "truth", "date", "choice", "choices", "mapping", "csl"]

CERTAINTIES = ("high", "moderate", "low", "very-low", "none")
GRADED = CERTAINTIES[:-1]
SUBJECTS = ("people", "animals", "cells")
READINGS = ("accurate", "overstated", "contradicted", "out-of-context", "unsupported")
STANCES = ("supports", "disputes", "qualifies")
RELATIONS = ("explains", "follows-from", "conflicts-with", "see-also")
DOMAINS = (
    "risk-of-bias",
    "inconsistency",
    "indirectness",
    "imprecision",
    "publication-bias",
    "large-effect",
    "dose-response",
)
DESIGNS = (
    "meta-analysis",
    "systematic-review",
    "randomized-trial",
    "controlled-experiment",
    "open-label-trial",
    "cohort",
    "cross-sectional",
    "imaging-study",
    "case-report",
    "narrative-review",
    "expert-commentary",
    "consensus-statement",
    "guideline",
    "drug-label",
    "company-page",
    "animal-experiment",
    "in-vitro",
)
POOLED = ("randomized-trial", "controlled-experiment", "observational", "case-report", "animal-experiment")
KINDS = ("article", "label", "guideline", "company", "lay-page")
SET_ASIDE = ("navigation", "advertising", "anecdote", "definition", "off-topic", "repeats")
LAY_PAGE = "lay-page"


class Field(NamedTuple):
    """One field: `many` means a list of its kind; `shape` are the fields inside a mapping.

    `needed_by` tells for which sources an evidence item needs it: ``lay`` pages or ``study``.
    """

    kind: Kind
    about: str
    required: bool = False
    many: bool = False
    options: tuple[str, ...] = ()
    shape: dict[str, Field] | None = None
    needed_by: Literal["lay", "study"] | None = None


Shape = dict[str, Field]

ALLOW: Shape = {
    "rule": Field("text", "the rule whose problem is excused", required=True),
    "because": Field("text", "why it may stand", required=True),
}
_ALLOW = Field("mapping", "problems in this mapping that are known and excused", many=True, shape=ALLOW)

PASSAGE: Shape = {
    "section": Field("text", "where in the study it stands", required=True),
    "starts": Field("text", "its first three to five words", required=True),
    "ends": Field("text", "its last three to five words", required=True),
}
CONTEXT: Shape = {
    "before": Field("text", "the words just before the quote"),
    "after": Field("text", "the words just after the quote"),
}
EVIDENCE: Shape = {
    "source": Field("text", "the key of the source", required=True),
    "stance": Field("choice", "what it does for the statement", required=True, options=STANCES),
    "quote": Field(
        "text",
        "the source's own words, letter by letter (lay pages, openly licensed studies)",
        needed_by="lay",
    ),
    "context": Field("mapping", "which of several occurrences of the quote is meant", shape=CONTEXT),
    "elision": Field("choice", "the words left out were read, negation and all", options=("checked",)),
    "reading": Field(
        "choice", "how a lay page's telling compares with the studies", options=READINGS, needed_by="lay"
    ),
    "fit": Field("text", "why this passage bears on the statement, in a line", needed_by="lay"),
    "finding": Field("text", "what the study found, in our own words", needed_by="study"),
    "figures": Field("text", "its figures, as the study gives them", many=True),
    "passage": Field("mapping", "where the finding stands in the study", shape=PASSAGE, needed_by="study"),
    "limits": Field("text", "what weakens or narrows the finding"),
    "graded": Field("choice", "the certainty that a review's authors gave", options=GRADED),
    "subjects": Field(
        "choices", "who was studied, where this finding differs from its study", options=SUBJECTS
    ),
    "design": Field("choice", "the design, where this finding differs from its study", options=DESIGNS),
    "allow": _ALLOW,
}
REASON: Shape = {
    "domain": Field("choice", "the GRADE domain", required=True, options=DOMAINS),
    "note": Field("text", "what makes the evidence weaker or stronger", required=True),
}
RELATED: Shape = {
    "claim": Field("text", "the id of the other claim", required=True),
    "as": Field("choice", "what this claim is to the other", required=True, options=RELATIONS),
}
CHANGE: Shape = {
    "date": Field("date", "when", required=True),
    "what": Field("text", "what changed for the reader", required=True),
    "why": Field("text", "why it changed", required=True),
}
CLAIM: Shape = {
    "statement": Field("text", "the claim in one sentence", required=True),
    "about": Field("choice", "who the claim speaks of", required=True, options=(*SUBJECTS, "guidance")),
    "plain": Field("text", "what it means, for a lay reader, in at most 60 words", required=True),
    "certainty": Field("choice", "how sure the evidence makes us", required=True, options=CERTAINTIES),
    "reasons": Field("mapping", "why the certainty is what it is", many=True, shape=REASON),
    "evidence": Field("mapping", "the passages that bear on it", required=True, many=True, shape=EVIDENCE),
    "related": Field("mapping", "links to other claims", many=True, shape=RELATED),
    "treatment": Field("text", "treatments it speaks of, words of the vocabulary", many=True),
    "safety": Field("text", "dangers it touches, words of the vocabulary", many=True),
    "tags": Field("text", "free words for finding it", many=True),
    "would_change": Field("text", "what finding would change the conclusion"),
    "changes": Field("mapping", "when a conclusion changed", many=True, shape=CHANGE),
    "formerly": Field("text", "older ids, whose addresses go on working", many=True),
    "allow": _ALLOW,
    "reviewed": Field("date", "when it was last read against its sources", required=True),
}
STUDY: Shape = {
    "design": Field("choice", "how it was done", required=True, options=DESIGNS),
    "of": Field("choice", "on reviews: what they pool, the weaker where mixed", options=POOLED),
    "subjects": Field("choices", "who or what was studied", required=True, options=SUBJECTS),
    "population": Field("text", "who they were"),
    "participants": Field("number", "how many were analysed"),
    "treatment": Field("text", "treatments studied, words of the vocabulary", many=True),
    "funding": Field("choice", "who paid", options=("manufacturer", "other")),
    "registration": Field("text", "its number in a register of trials"),
    "part_of": Field("text", "the key of a source on the same people"),
}
ACCESS: Shape = {
    "read": Field("choice", "how much the curators read", options=("abstract", "excerpt", "full")),
    "license": Field("text", "the licence, where known"),
}
STATUS: Shape = {
    "is": Field("choice", "what became of it", required=True, options=("corrected", "concern", "retracted")),
    "notice": Field("text", "the DOI of the notice"),
    "date": Field("date", "when"),
}
LAY: Shape = {
    "publisher": Field("text", "who put it out, or 'unknown'"),
    "paraphrased": Field("truth", "whether its wording shows machine paraphrase"),
    "signs": Field("text", "the signs of paraphrase that were seen", many=True),
}
ASIDE: Shape = {
    "quote": Field("text", "the words that state nothing", required=True),
    "reason": Field("choice", "why they are set aside", required=True, options=SET_ASIDE),
    "context": Field("mapping", "which of several occurrences is meant", shape=CONTEXT),
}
_SOURCE: Shape = {
    "kind": Field("choice", "what kind of source", required=True, options=KINDS),
    "csl": Field("csl", "its bibliographic record, a CSL-JSON item", required=True),
    "more_authors": Field("truth", "whether the list of authors is cut"),
    "status": Field("mapping", "corrected, under concern or retracted", shape=STATUS),
    "allow": _ALLOW,
}
STUDY_SOURCE: Shape = {
    **_SOURCE,
    "study": Field("mapping", "how it was done and on whom", required=True, shape=STUDY),
    "access": Field("mapping", "how much was read, under which licence", shape=ACCESS),
}
LAY_SOURCE: Shape = {
    **_SOURCE,
    "lay": Field("mapping", "who put it out, and the signs of paraphrase", shape=LAY),
    "set_aside": Field("mapping", "what of its text states nothing", many=True, shape=ASIDE),
}
TOPIC: Shape = {
    "id": Field("text", "its id, the name of its folder", required=True),
    "title": Field("text", "its name", required=True),
    "question": Field("text", "the question that it answers", required=True),
    "summary": Field(
        "text", "the answer in short sentences; a blank line begins a new paragraph", required=True
    ),
    "gaps": Field("text", "questions that no study here answers", many=True),
}
SAFETY_WORD: Shape = {
    "id": Field("text", "the word", required=True),
    "line": Field("text", "the line that a claim so tagged shows", required=True),
    "help": Field("truth", "whether to show where to get help", required=True),
}
TREATMENT_WORD: Shape = {
    "id": Field("text", "the word", required=True),
    "name": Field("text", "its name", required=True),
}
HELP_LINE: Shape = {
    "country": Field("text", "where it answers", required=True),
    "name": Field("text", "what it is called", required=True),
    "how": Field("text", "how to reach it", required=True),
    "url": Field("text", "its own page"),
    "checked": Field("date", "when these details were last looked up", required=True),
}
VOCABULARY: Shape = {
    "safety": Field("mapping", "words for dangers", many=True, shape=SAFETY_WORD),
    "treatments": Field("mapping", "words for treatments", many=True, shape=TREATMENT_WORD),
}
LEFT_OUT: Shape = {
    "title": Field("text", "what it is called, as far as known", required=True),
    "why": Field("text", "why it is not among the sources", required=True),
    "doi": Field("text", "its DOI, where known"),
}
METHOD: Shape = {
    "found": Field("text", "how the studies were found and read", required=True),
    "until": Field("date", "up to which day they were looked for", required=True),
    "left_out": Field("mapping", "what was found and left out", many=True, shape=LEFT_OUT),
}
