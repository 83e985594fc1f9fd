"""Of what kind a finding is, and into which stretch of years it falls."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from claimbook.pages.pictures.kinds import _kind, _stretches, _year


def source(design="cohort", subjects=("people",), of=None, issued=None):
    csl = {"issued": {"date-parts": [[issued]]}} if issued else {}
    return SimpleNamespace(study=SimpleNamespace(design=design, subjects=subjects, of=of), csl=csl)


def item(design=None, subjects=None):
    return SimpleNamespace(design=design, subjects=subjects)


@pytest.mark.parametrize(
    ("study", "kind"),
    [
        (source("randomized-trial"), "trials"),
        (source("meta-analysis", of="randomized-trial"), "trials"),
        (source("meta-analysis", of="observational"), "people"),
        (source("meta-analysis"), "opinion"),
        (source("meta-analysis", of="animal-experiment"), "animals"),
        (source("narrative-review"), "opinion"),
        (source("drug-label"), "opinion"),
        (source("case-report"), "people"),
        (source("animal-experiment", ("animals",)), "animals"),
        (source("in-vitro", ("cells",)), "animals"),
        (source("randomized-trial", ("animals",)), "animals"),
        (source("randomized-trial", ("people", "animals")), "trials"),
    ],
)
def test_the_kind_of_a_study(study, kind):
    assert _kind(item(), study) == kind


def test_a_finding_may_differ_from_its_study():
    assert _kind(item("narrative-review"), source("randomized-trial")) == "opinion"
    assert _kind(item(subjects=("animals",)), source("cohort")) == "animals"


@pytest.mark.parametrize(
    ("years", "start", "step", "number"),
    [
        ([], 0, 1, 0),
        ([2020], 2020, 1, 1),
        ([2004, 2020], 2004, 1, 17),
        ([2003, 2020], 2002, 2, 10),
        ([1923, 2020], 1920, 10, 11),
        ([1000, 2020], 1000, 100, 11),
    ],
)
def test_stretches_are_as_short_as_a_phone_has_room_for(years, start, step, number):
    found = _stretches(years)
    assert found == (start, step, number)
    assert found.end == start + step * number


def test_what_is_no_year_is_not_drawn():
    assert _year(source(issued=2019)) == 2019
    assert _year(source()) is None
    assert _year(source(issued="99")) is None
