"""First questions to ask the files, one a format; a test runs each on the files of a tiny base."""

from __future__ import annotations

from typing import NamedTuple


class Question(NamedTuple):
    """What is asked, of which file (for its media type and what stands in it), and the code that answers.

    `how` is the code that runs `code` where it does not run by itself.
    """

    asked: str
    about: str
    code: str
    how: str = ""


PYTHON = """\
import json

with open("claims.json", encoding="utf-8") as file:
    base = json.load(file)

for claim in base["claims"]:
    for item in claim["evidence"]:
        if item["reading"] and item["reading"]["value"] == "overstated":
            print(claim["certainty"]["label"], "|", item["quote"]["exact"], "|", claim["url"])
"""
SQL = """\
SELECT certainty_label, count(*) AS claims, sum(studies_against > 0) AS disputed
FROM claims
GROUP BY certainty_label
ORDER BY claims DESC, certainty_label;
"""
JOINED = """\
SELECT claims.certainty_label, sources.design, count(DISTINCT sources.key) AS studies
FROM claims
JOIN evidence ON evidence.claim = claims.id
JOIN sources ON sources.key = evidence.source
WHERE evidence.kind = 'study' AND evidence.stance = 'supports'
GROUP BY claims.certainty_label, sources.design
ORDER BY claims.certainty_label, studies DESC, sources.design;
"""
LINKED = """\
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX schema: <https://schema.org/>
SELECT ?sure ?statement ?study ?found WHERE {
  ?claim a schema:Claim ; schema:text ?statement ; schema:url ?page ; cito:isDisputedBy ?source ;
    schema:keywords ?keyword .
  ?keyword schema:inDefinedTermSet ?set ; schema:name ?sure .
  ?source schema:name ?study .
  ?citation cito:hasCitingEntity ?page ; cito:hasCitedEntity ?source ; schema:description ?found ;
    cito:hasCitationCharacterization cito:isDisputedBy .
}
ORDER BY ?statement ?study ?found
"""
NAMED_GRAPHS = """\
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX np: <http://www.nanopub.org/nschema#>
PREFIX schema: <https://schema.org/>
SELECT ?source (count(?claim) AS ?claims) (max(?created) AS ?latest) WHERE {
  GRAPH ?head { ?nanopub np:hasAssertion ?assertion ; np:hasPublicationInfo ?info }
  GRAPH ?assertion { ?claim a schema:Claim ; cito:isSupportedBy ?source }
  GRAPH ?info { ?nanopub dct:created ?created }
}
GROUP BY ?source
ORDER BY DESC(?claims) ?source
"""
ANNOTATED = """\
import json

with open("annotations.jsonld", encoding="utf-8") as file:
    collection = json.load(file)

for each in collection["first"]["items"]:
    reading, why, claim, page = each["body"]
    targets = each["target"] if isinstance(each["target"], list) else [each["target"]]
    words = " […] ".join(target["selector"]["exact"] for target in targets)
    print(reading["value"], "|", words, "|", why["value"])
"""
LABELLED = """\
import json

with open("scifact-corpus.jsonl", encoding="utf-8") as file:
    studies = {study["doc_id"]: study for study in map(json.loads, file)}

with open("scifact-claims.jsonl", encoding="utf-8") as file:
    for claim in map(json.loads, file):
        for number, found in claim["evidence"].items():
            for each in found:
                for sentence in each["sentences"]:
                    said = studies[int(number)]["abstract"][sentence]
                    print(claim["claim"], "|", claim["certainty"], "|", each["label"], "|", said)
"""

_SQLITE = 'sqlite3 :memory: ".import --csv claims.csv claims" ".read question.sql"'
_TABLES = " ".join(f'".import --csv {name}.csv {name}"' for name in ("claims", "evidence", "sources"))


def _store(path: str, syntax: str) -> str:
    return f"""\
from pyoxigraph import RdfFormat, Store

store = Store()
store.load(path="{path}", format=RdfFormat.{syntax})

with open("question.rq", encoding="utf-8") as file:
    for row in store.query(file.read()):
        print(*(value.value for value in row), sep=" | ")
"""


STORED_JSON_LD = _store("claims.jsonld", "JSON_LD")
STORED_TRIG = _store("nanopubs.trig", "TRIG")

QUESTIONS = (
    Question(
        "What do web pages overstate?",
        "`claims.json` holds everything, and `claims.schema.json` says how it is built. In Python, beside the file:",
        PYTHON,
    ),
    Question(
        "How sure are the claims, and how many are disputed?",
        "`claims.csv` opens in a spreadsheet and in any database. In SQL; save this as `question.sql` beside it:",
        SQL,
        f"Then ask, here with SQLite:\n{_SQLITE}",
    ),
    Question(
        "On which kinds of study do the claims rest?",
        "`datapackage.json` describes the three tables column by column (Frictionless Data): a row of `evidence.csv` "
        "names a claim and a source by their keys. A cell that a spreadsheet would run as a formula has an "
        "apostrophe before it. In SQL:",
        JOINED,
        f'Then ask, here with SQLite:\nsqlite3 :memory: {_TABLES} ".read question.sql"',
    ),
    Question(
        "Which studies dispute a claim, and what did they find?",
        "`claims.jsonld` is one graph of claims, sources and citations, in the terms of schema.org and of CiTO, the "
        "Citation Typing Ontology. A source goes by the address of its DOI, PMID or PMCID where it has one. "
        "In SPARQL; save this as `question.rq` beside the file:",
        LINKED,
        f"Then ask, here with pyoxigraph, which fetches nothing:\n{STORED_JSON_LD}",
    ),
    Question(
        "On which studies do most claims rest?",
        "`nanopubs.trig` holds each claim as a nanopublication: four named graphs, for what is claimed, where it comes "
        "from, and who says so since when. They stand as the claims do now, and are not signed. In SPARQL:",
        NAMED_GRAPHS,
        f"Then ask, here with pyoxigraph:\n{STORED_TRIG}",
    ),
    Question(
        "Which words of web pages were judged, and how?",
        "`annotations.jsonld` is a collection of Web Annotations (W3C), one for each quote of a web page. Each finds "
        "its words again by a quote and what stands beside it. In Python:",
        ANNOTATED,
    ),
    Question(
        "What would a program that verifies claims have to find?",
        "`scifact-claims.jsonl` and `scifact-corpus.jsonl` are built as the data set SciFact is. The sentences of a "
        "study are ours, on what it found; none is the study's own. Its numbers hold for one export; `key` stays. "
        "A study that takes no side, or is on others than the claim, is cited without a label. In Python:",
        LABELLED,
    ),
)
