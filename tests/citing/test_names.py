"""How authors are named, in a reference and in running text; years and titles as plain text."""

from __future__ import annotations

import pytest

from claimbook.citing import authors_short, reference, year


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ({"family": "Kale", "given": "Nolan R."}, "Kale NR"),
        ({"family": "Kale", "given": "N. R."}, "Kale NR"),
        ({"family": "Kale", "given": "Jean-Pierre"}, "Kale JP"),
        ({"family": "Kale", "given": "élodie"}, "Kale É"),
        ({"family": "Kale", "given": "MARIA"}, "Kale M"),
        ({"family": "王", "given": "小明"}, "王 小明"),
        ({"family": "Berg", "given": "J", "non-dropping-particle": "van der"}, "van der Berg J"),
        (
            {"family": "Humboldt", "given": "A", "dropping-particle": "von", "suffix": "Jr"},
            "von Humboldt A Jr",
        ),
        ({"given": "Aristotle"}, "Aristotle"),
        ({"literal": "The  Hive\nGroup", "family": "x"}, "The Hive Group"),
        ({"family": 3, "given": None}, "3"),
    ],
)
def test_a_name_as_a_reference_writes_it(name: dict[str, object], written: str) -> None:
    assert reference({"title": "Foam", "author": [name]}, False) == f"{written}. Foam."


@pytest.mark.parametrize(
    ("families", "more", "short"),
    [
        (["Kale"], False, "Kale 2018"),
        (["Kale"], True, "Kale and others 2018"),
        (["Two", "Three"], False, "Two & Three 2018"),
        (["Two", "Three"], True, "Two and others 2018"),
        (["Two", "Three", "Four"], False, "Two and others 2018"),
    ],
)
def test_running_text_names_at_most_two_authors(families: list[str], more: bool, short: str) -> None:
    csl = {"author": [{"family": name} for name in families], "issued": {"date-parts": [[2018]]}}
    assert authors_short(csl, more) == short


@pytest.mark.parametrize(
    ("csl", "short"),
    [
        ({"author": [{"family": "Berg", "non-dropping-particle": "van der"}]}, "van der Berg"),
        ({"author": [{"literal": "The Hive Group"}]}, "The Hive Group"),
        ({"author": [{"given": "Aristotle"}]}, "Aristotle"),
        ({"author": [{}, "x"], "editor": [{"family": "Kale"}]}, "Kale"),
        ({"title": "Foam", "issued": {"date-parts": [[1999]]}}, "Foam 1999"),
        ({"title": "One two three four five"}, "One two three four five"),
        ({"title": "One two three four five, six"}, "One two three four five…"),
        ({"title": "One two three", "title-short": "One"}, "One"),
        ({}, "[no title]"),
    ],
)
def test_running_text_falls_back_on_the_title(csl: dict[str, object], short: str) -> None:
    assert authors_short(csl, False) == short


@pytest.mark.parametrize(
    ("issued", "said"),
    [
        ({"date-parts": [[2018, 5, 1]]}, "2018"),
        ({"date-parts": [[2018], [2019]]}, "2018"),
        ({"date-parts": (("2018",),)}, "2018"),
        ({"date-parts": [[2018.0]]}, "2018"),
        ({"literal": "spring of 2018 or 2019"}, "2018"),
        ({"raw": "2018-05-01"}, "2018"),
        ({"date-parts": [[]], "raw": "2018"}, "2018"),
        ({"literal": "no. 20189"}, None),
        ({"literal": "in press"}, None),
        ({"date-parts": []}, None),
        ({"date-parts": [2018]}, None),
        ({"date-parts": [[True]]}, None),
        ({"date-parts": [[None]]}, None),
        ({}, None),
        ("2018", None),
        (None, None),
    ],
)
def test_the_year_of_publication(issued: object, said: str | None) -> None:
    assert year({"issued": issued}) == said


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("<i>Apis</i>  <b>mellifera</b> in <span class='nocase'>PET</span>", "Apis mellifera in PET"),
        ("[<sup>11</sup>C]wax and CO<sub>2</sub>", "[¹¹C]wax and CO₂"),
        ("10<sup>-3</sup> and x<sup>n</sup>", "10⁻³ and xn"),
        ("p < 5 > q", "p < 5 > q"),
        (1984, "1984"),
        (1.5, "1.5"),
    ],
)
def test_titles_become_plain_text(title: object, plain: str) -> None:
    assert authors_short({"title-short": title}, False) == plain
