"""Studies of bees and of people, small as can be, for tests of grading."""

from __future__ import annotations

from claimbook.grading import ceiling, voices
from claimbook.model import Claim, Evidence, Origin, Source, Study
from claimbook.yamltext import TextFile

NOWHERE = Origin(TextFile("claims/bees/bees-dance.yaml", ""), 0, 0)


def source(key, design, who="people", *, of=None, n=None, part_of=None, kind="article"):
    subjects = tuple(who.split("+"))
    study = Study(NOWHERE, design=design, subjects=subjects, of=of, participants=n, part_of=part_of)
    return Source(NOWHERE, key, kind=kind, study=study)


LAY = Source(NOWHERE, "web", kind="lay-page")


def claim(*items, about="people"):
    """A claim whose evidence is (key, stance) or (key, stance, fields of the item)."""
    evidence = [Evidence(NOWHERE, item[0], item[1], **(item[2] if len(item) > 2 else {})) for item in items]
    return Claim(NOWHERE, "bees-dance", "bees", about=about, evidence=tuple(evidence))


def heard(about, *studies, **more):
    """The voices of studies, each a (source, stance) or (source, stance, fields of the item)."""
    sources = {study[0].key: study[0] for study in studies}
    items = [(study[0].key, *study[1:]) for study in studies]
    return voices(claim(*items, about=about), {**sources, **more})


def graded(about, *studies, domains=()):
    return ceiling(about, heard(about, *studies), domains)


def rct(key="rct", n=None, who="people", **more):
    return source(key, "randomized-trial", who, n=n, **more)


def review(key="review", of="randomized-trial", who="people", design="meta-analysis"):
    return source(key, design, who, of=of)


def mice(key="mice", design="animal-experiment", who="animals"):
    return source(key, design, who)


FOR, AGAINST, QUALIFIES = "supports", "disputes", "qualifies"
