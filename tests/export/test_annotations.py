"""The quotes of lay pages as Web Annotations: each finds its words again in the page's text."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import RdfFormat, parse

from claimbook.checks.example import LAY, LAY_TEXT
from claimbook.export.linked import NOWHERE
from tests.exported import NASTY, TEA, URL, exported, nasty
from tests.rich import REVIEW_TEXT

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
_ID = {"@type": "@id"}
# What these files need of the W3C's context, put down after its vocabulary, so that nothing is fetched.
CONTEXT = {
    "oa": OA,
    "id": "@id",
    "type": "@type",
    **{
        name: f"{OA}{name}"
        for name in ("Annotation", "SpecificResource", "TextQuoteSelector", "TextualBody", "TimeState")
    },
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "first": {"@id": f"{AS}first", **_ID},
    "items": {"@id": f"{AS}items", "@container": "@list", **_ID},
    "body": {"@id": f"{OA}hasBody", **_ID},
    "target": {"@id": f"{OA}hasTarget", **_ID},
    "source": {"@id": f"{OA}hasSource", **_ID},
    "selector": {"@id": f"{OA}hasSelector", **_ID},
    "state": {"@id": f"{OA}hasState", **_ID},
    "cached": {"@id": f"{OA}cachedSource", **_ID},
    **{name: f"{OA}{name}" for name in ("exact", "prefix", "suffix")},
    **{name: {"@id": f"{OA}{term}", "@type": "@vocab"} for name, term in
       {"motivation": "motivatedBy", "purpose": "hasPurpose"}.items()},
    **{name: f"{OA}{name}" for name in ("assessing", "tagging", "describing", "linking")},
}  # fmt: skip


def collection(files):
    return json.loads(files["annotations.jsonld"])


def items(files):
    return collection(files)["first"]["items"]


def selectors(each):
    targets = each["target"] if isinstance(each["target"], list) else [each["target"]]
    return [target["selector"] for target in targets]


@pytest.mark.parametrize("url", ["", URL])
def test_the_collection_is_what_the_model_asks_for(tmp_path, url):
    found = collection(exported(tmp_path, url=url))
    assert found["type"] == "AnnotationCollection"
    assert found["total"] == len(found["first"]["items"]) == 4
    context = found.pop("@context")
    if url:
        assert context == "http://www.w3.org/ns/anno.jsonld"
    else:
        assert context == ["http://www.w3.org/ns/anno.jsonld", {"@base": NOWHERE}]
    data = {"@context": {"@base": url or NOWHERE, **CONTEXT}, **found}
    quads = list(parse(json.dumps(data), format=RdfFormat.JSON_LD))
    quotes = [quad for quad in quads if quad.object.value == f"{OA}TextQuoteSelector"]
    motives = {quad.object.value for quad in quads if quad.predicate.value == f"{OA}motivatedBy"}
    annotations = {quad.subject.value for quad in quads if quad.object.value == f"{OA}Annotation"}
    assert (len(quotes), motives) == (5, {f"{OA}assessing"})
    assert f"{url or NOWHERE}claims/tea-keeps-awake/#annotation-1" in annotations
    assert len(annotations) == 4


def test_each_quote_finds_its_words_once_in_the_text(tmp_path):
    text = " ".join(TEA[LAY_TEXT].split())
    for each in items(exported(tmp_path)):
        for quote in selectors(each):
            assert quote["type"] == "TextQuoteSelector"
            assert text.count(f"{quote['prefix']}{quote['exact']}{quote['suffix']}".strip()) == 1


def test_words_left_out_part_the_target(tmp_path):
    parts = selectors(items(exported(tmp_path))[2])
    assert [part["exact"] for part in parts] == ["Tea is of course", "good for every sleeper"]
    assert parts[1]["prefix"].endswith("Tea is of course not only ")


def test_the_context_settles_which_of_several_is_meant(tmp_path):
    (quote,) = selectors(items(exported(tmp_path))[1])
    assert quote["prefix"] == "All agree. "
    assert quote["suffix"].startswith(" all night. ")


def test_of_several_that_may_be_meant_the_first_is_taken(tmp_path):
    twice = {LAY_TEXT: TEA[LAY_TEXT].replace("Boil", "Tea keeps everybody awake all night. Boil")}
    (quote,) = selectors(items(exported(tmp_path, twice))[0])
    assert quote["prefix"] == "All agree. Tea keeps "


def test_a_quoted_study_whose_text_is_not_held_hinders_nothing(tmp_path):
    assert items(exported(tmp_path, {REVIEW_TEXT: None})) == items(exported(tmp_path))


def test_lines_of_the_text_are_folded_in_a_quote(tmp_path):
    broken = {LAY_TEXT: TEA[LAY_TEXT].replace("Tea keeps everybody awake", "Tea  keeps\neverybody awake")}
    assert "Tea keeps everybody awake" in {quote["exact"] for each in items(exported(tmp_path, broken))
                                           for quote in selectors(each)}  # fmt: skip


def test_a_reading_stands_with_its_reason_and_the_claim_with_its_certainty(tmp_path):
    found = items(exported(tmp_path))
    assert [body.get("value") for body in found[1]["body"]] == [
        "Overstated",
        "It speaks of everybody; the study saw a small difference.",
        "Green tea may keep people awake for longer. (Low certainty)",
        None,
    ]
    assert found[1]["body"][3]["source"] == f"{URL}claims/tea-keeps-awake/"
    assert found[0]["body"][2]["value"] == (
        "A web page says: Tea keeps everybody awake until morning. (No study: only web pages say it)"
    )
    assert found[1]["modified"] == "2026-11-01T00:00:00Z"


def test_the_page_is_the_target_and_our_copy_its_state(tmp_path):
    held = f"{URL}ledger/web-tea/"
    assert {
        each["target"]["source"] for each in items(exported(tmp_path)) if isinstance(each["target"], dict)
    } == {held}
    known = {LAY: ("title: Ten things about tea", 'title: Ten, URL: "https://example.org/tea"')}
    target = items(exported(tmp_path, known))[0]["target"]
    assert target["source"] == "https://example.org/tea"
    assert target["state"] == {"type": "TimeState", "cached": held}


def test_hostile_text_stays_text(tmp_path):
    values = [
        body.get("value", "") for each in items(exported(tmp_path, nasty(tmp_path))) for body in each["body"]
    ]
    assert f"{NASTY} (Low certainty)" in values
