"""What a curator is told of a faulty bibliographic record, and where."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from claimbook.citing import csl_faults

BEES = {
    "type": "article-journal",
    "title": "How bees find home",
    "author": [{"family": "Kale", "given": "AB"}, {"literal": "The Hive Group"}],
    "container-title": "Journal of Hives",
    "issued": {"date-parts": [[2018, 5]]},
    "volume": 12,
    "page": "3-9",
    "PMID": "1234",
}
DATE = "issued: a date must be given as date-parts, "
EXAMPLE = "such as {date-parts: [[2018, 5, 1]]}"


def test_a_sound_record_has_no_fault() -> None:
    assert csl_faults(BEES) == []


@pytest.mark.parametrize("identity", ["bees", 3, None, ["x"], date(2020, 1, 1)])
def test_the_id_is_neither_asked_for_nor_read(identity: object) -> None:
    assert csl_faults({**BEES, "id": identity}) == []


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("PMID", 30153752, "PMID must be text; put it in quotes"),
        ("title", True, "title must be text; put it in quotes"),
        ("title", date(2018, 5, 1), "title must be text; put it in quotes"),
        ("volume", False, "volume must be text or a number; put it in quotes"),
        ("title", None, "title has no value; give it one or leave it out"),
        ("issued", None, "issued has no value; give it one or leave it out"),
        ("title", ["How bees"], "title must be text, not a list"),
        ("title", {"en": "x"}, "title must be text, not a mapping"),
        ("title", b"bees", "title must be text, not a value of another kind"),
        ("volume", float("nan"), "volume must be a number with an end"),
        ("author", "Kale AB", "author must be a list, not text"),
        ("author", {"family": "Kale"}, "author must be a list, not a mapping"),
        ("issued", date(2018, 5, 2), DATE + "{date-parts: [[2018, 5, 2]]}"),
        ("issued", datetime(2018, 5, 2, 3), DATE + "{date-parts: [[2018, 5, 2]]}"),
        ("issued", "2018", DATE + EXAMPLE),
        ("issued", 2018, DATE + EXAMPLE),
        ("custom", "x", "custom must be a mapping, not text"),
        ("type", "journal-article", "'journal-article' is no known type; did you mean 'article-journal'?"),
        ("type", "Book", "'Book' is no known type; did you mean 'book'?"),
        ("type", "zzz", "'zzz' is no known type"),
        ("type", 7, "type must be text; put it in quotes"),
        ("doi", "10.1000/1", "CSL-JSON has no field 'doi' here; did you mean 'DOI'?"),
        ("event_title", "x", "CSL-JSON has no field 'event_title' here; did you mean 'event-title'?"),
        ("title_event", "x", "CSL-JSON has no field 'title_event' here; did you mean 'event-title'?"),
        ("abstrct", "x", "CSL-JSON has no field 'abstrct' here; did you mean 'abstract'?"),
        ("zzz", "x", "CSL-JSON has no field 'zzz' here"),
    ],
)  # fmt: skip
def test_one_fault_of_a_field_is_one_message_there(field: str, value: object, message: str) -> None:
    assert csl_faults({**BEES, field: value}) == [((field,), message)]


@pytest.mark.parametrize(
    ("value", "path", "message"),
    [
        (["Kale AB"], (0,), "an entry of author must be a mapping such as {family: …, given: …}, not text"),
        ([{}, {"famly": "K"}], (1, "famly"), "CSL-JSON has no field 'famly' here; did you mean 'family'?"),
        ([{"family": 3}], (0, "family"), "family must be text; put it in quotes"),
    ],
)
def test_a_fault_of_an_author_is_found_where_it_stands(
    value: object, path: tuple[str | int, ...], message: str
) -> None:
    assert csl_faults({**BEES, "author": value}) == [(("author", *path), message)]


@pytest.mark.parametrize(
    ("parts", "path", "message"),
    [
        ([], (), "date-parts must have 1 to 2 entries"),
        ([[2017], [2018], [2019]], (), "date-parts must have 1 to 2 entries"),
        ([[]], (0,), "an entry of date-parts must have 1 to 3 entries"),
        ([[2018, 5, 1, 12]], (0,), "an entry of date-parts must have 1 to 3 entries"),
        ([2018, 5, 1], (), DATE + EXAMPLE),
        ("2018", (), DATE + EXAMPLE),
        ([date(2018, 5, 1)], (), DATE + EXAMPLE),
        ([[date(2018, 5, 1)]], (0, 0), DATE + "{date-parts: [[2018, 5, 1]]}"),
        ([[2018, True]], (0, 1), DATE + EXAMPLE),
    ],
)
def test_a_fault_of_a_date_is_one_fault(parts: object, path: tuple[int, ...], message: str) -> None:
    assert csl_faults({**BEES, "issued": {"date-parts": parts}}) == [
        (("issued", "date-parts", *path), message)
    ]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"season": []}, "season must be text or a number, not a list"),
        ({"circa": None}, "circa has no value; give it one or leave it out"),
    ],
)
def test_the_other_fields_of_a_date_are_told_as_any_field(value: dict[str, object], message: str) -> None:
    assert csl_faults({**BEES, "issued": value}) == [(("issued", *value), message)]


def test_the_entries_of_a_plain_list_are_checked() -> None:
    assert csl_faults({**BEES, "categories": ["sea", 1]}) == [
        (("categories", 1), "an entry of categories must be text; put it in quotes")
    ]


def test_a_record_without_a_type() -> None:
    assert csl_faults({"title": "Tides"}) == [((), "the record has no type")]


def test_a_mistyped_field_name_is_not_missed_as_well() -> None:
    assert csl_faults({"Type": "book"}) == [
        (("Type",), "CSL-JSON has no field 'Type' here; did you mean 'type'?")
    ]


def test_all_faults_are_told_in_one_run() -> None:
    faults = csl_faults({"type": "scroll", "PMID": 3, "author": [{"given": 1}, "Kale"], "colour": "red"})
    assert [path for path, _ in faults] == [
        ("type",), ("PMID",), ("author", 0, "given"), ("author", 1), ("colour",),
    ]  # fmt: skip
