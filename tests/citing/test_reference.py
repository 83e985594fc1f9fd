"""The reference line: what is known of a work, in order, and no more."""

from __future__ import annotations

import pytest

from claimbook.citing import reference

BEES: dict[str, object] = {
    "type": "article-journal",
    "title": "How bees find home",
    "author": [{"family": "Kale", "given": "NR"}, {"family": "Heather", "given": "Bo D."}],
    "container-title": "Journal of Hives",
    "issued": {"date-parts": [[2018, 5]]},
    "volume": "175",
    "issue": 12,
    "page": "1205-1215",
    "publisher": "Sea Press",
    "DOI": "10.1000/bees",
    "PMID": "34",
}
TIDES: dict[str, object] = {
    "type": "report",
    "title": "Where do tides go?",
    "genre": "Guideline",
    "number": "NG222",
    "edition": 2,
    "version": "1.3",
    "publisher": "Sea Press",
    "publisher-place": "London",
    "issued": {"date-parts": [["2021"]]},
    "URL": "https://example.org/tides",
    "accessed": {"date-parts": [[2022, 3, 9]]},
}


def without(record: dict[str, object], *names: str) -> dict[str, object]:
    return {name: value for name, value in record.items() if name not in names}


BEES_END = "How bees find home. Journal of Hives. 2018;175(12):1205-1215. doi:10.1000/bees"
FOAM: dict[str, object] = {"type": "book", "title": "Foam"}
FOAM_IN_TIDES: dict[str, object] = {
    "type": "chapter",
    "title": "Foam",
    "container-title": "All Tides",
    "editor": [{"family": "Kale", "given": "N"}],
    "publisher": "Sea Press",
    "page": 7,
    "issued": {"date-parts": [[1999]]},
}


@pytest.mark.parametrize(
    ("left_out", "added", "line"),
    [
        ([], {}, "doi:10.1000/bees"),
        (["DOI"], {}, "PMID: 34"),
        (["DOI", "PMID"], {"PMCID": "PMC12", "URL": "https://example.org/"}, "PMCID: PMC12"),
        (["DOI", "PMID"], {"URL": "https://example.org/"}, "https://example.org/"),
    ],
)
def test_a_reference_ends_with_the_first_identifier(
    left_out: list[str], added: dict[str, object], line: str
) -> None:
    assert reference({**without(BEES, *left_out), **added}, False).endswith(
        f" 2018;175(12):1205-1215. {line}"
    )


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        (["issue", "page"], "Journal of Hives. 2018;175."),
        (["volume"], "Journal of Hives. 2018;(12):1205-1215."),
        (["volume", "issue"], "Journal of Hives. 2018:1205-1215."),
        (["issued"], "Journal of Hives. 175(12):1205-1215."),
        (["issued", "volume", "issue"], "Journal of Hives. Pages 1205-1215."),
        (["issued", "volume", "issue", "page"], "Journal of Hives."),
        (["container-title"], "Sea Press; 2018;175(12):1205-1215."),
    ],
)
def test_a_reference_leaves_out_what_is_not_known(left_out: list[str], said: str) -> None:
    known = without(BEES, "DOI", "PMID", *left_out)
    assert reference(known, False) == f"Kale NR, Heather BD. How bees find home. {said}"


def test_a_reference_names_every_author_given_and_says_when_there_are_more() -> None:
    assert reference(BEES, False) == f"Kale NR, Heather BD. {BEES_END}"
    assert reference(BEES, True) == f"Kale NR, Heather BD, and others. {BEES_END}"


def test_an_article_number_stands_for_its_pages() -> None:
    csl = {**without(BEES, "page", "DOI", "PMID"), "number": "e12"}
    assert reference(csl, False) == (
        "Kale NR, Heather BD. How bees find home. Journal of Hives. 2018;175(12):e12."
    )


def test_missing_authors_are_said_where_no_publisher_answers() -> None:
    assert reference(without(BEES, "author"), False) == BEES_END
    assert reference(without(BEES, "author", "publisher"), True) == f"[no author named]. {BEES_END}"


@pytest.mark.parametrize(
    ("csl", "more", "line"),
    [
        (FOAM_IN_TIDES, False, "Kale N, editor. Foam. In: All Tides. Sea Press; 1999:7."),
        ({**FOAM, "editor": [{"family": "Kale"}, {"literal": "Hive"}]}, False, "Kale, Hive, editors. Foam."),
        ({**FOAM, "editor": [{"family": "Kale"}]}, True, "Kale and others, editors. Foam."),
        ({**FOAM, "authority": "The Hive"}, False, "Foam. The Hive."),
        ({**FOAM, "edition": "second edition"}, False, "[no author named]. Foam. second edition."),
        (FOAM, True, "[no author named]. Foam."),
        ({}, False, "[no author named]. [no title]."),
    ],
)  # fmt: skip
def test_references_to_books_and_little_known_works(csl: dict[str, object], more: bool, line: str) -> None:
    assert reference(csl, more) == line


def test_a_reference_to_a_guideline() -> None:
    assert reference(TIDES, False) == (
        "Where do tides go? Guideline NG222. Edition 2. Version 1.3. London: Sea Press; 2021. "
        "https://example.org/tides (accessed 2022-03-09)"
    )
