"""Looks that are kept: whatever is edited, a check that recalls them says what one without a memory says."""

from __future__ import annotations

import os
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest

from claimbook.checks import Memory, rule, shelf
from claimbook.checks.example import BASE, CLAIM, LAY_TEXT, MICE, MICE_STUDY, STUDY, VOCABULARY
from claimbook.checks.shelf import Shelf
from claimbook.checks.view import View
from claimbook.examine import examine
from claimbook.load import Base
from claimbook.problem import RULES
from tests.bases import TODAY, base, changed
from tests.rich import RICH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BAD = [rule(name).EXAMPLE.bad_files for name in RULES]
STEPS = 250


class State(NamedTuple):
    """The files of a base, the texts at hand beside it, and the day of the check."""

    files: dict[str, bytes]
    texts: dict[str, bytes]
    today: date


def said(root: Path, texts: Path, today: date, memory: Memory | None = None) -> tuple[object, ...]:
    """All that a check has to say."""
    found = examine(root, today, texts, memory)
    return found.problems, found.counts(found.problems), found.texts(found.problems)


def recalled(memory: Memory) -> Memory:
    """What the next run has of this one's looks."""
    return Memory(memory.used.values())


def as_in_an_example(files, path, chance):
    example = chance.choice(BAD)
    path = chance.choice(sorted(example))
    return {**files, path: example[path]}


def a_whole_example(files, path, chance):
    return dict(chance.choice(BAD))


def without_it(files, path, chance):
    return {other: raw for other, raw in files.items() if other != path}


def again_elsewhere(files, path, chance):
    name = path.rpartition("/")[2]
    return {
        **files,
        chance.choice([path.replace(".", "-too."), f"claims/{name}", f"sources/{name}"]): files[path],
    }


def without_a_line(files, path, chance):
    lines = files[path].splitlines(keepends=True)
    if lines:
        del lines[chance.randrange(len(lines))]
    return {**files, path: b"".join(lines)}


def with_another_letter(files, path, chance):
    lines = files[path].splitlines(keepends=True) or [b""]
    number = chance.randrange(len(lines))
    lines[number] = lines[number].replace(b"a", chance.choice([b"e", b"", b"\xff", b"no ", b"7"]), 1)
    return {**files, path: b"".join(lines)}


EDITS = (
    *(as_in_an_example, as_in_an_example, a_whole_example, a_whole_example),
    *(without_it, again_elsewhere, without_a_line, with_another_letter),
)


def edited(state: State, chance: random.Random) -> State:
    """The state after one edit, be it a sensible one or not."""
    way = chance.randrange(10)
    if way == 0:
        at_hand = {"kim2019": RICH[LAY_TEXT].encode(), "lopez2021": b"Tea raised it per night."}
        return state._replace(texts={} if state.texts else at_hand)
    if way == 1:
        return state._replace(today=TODAY + timedelta(days=chance.choice([0, 700, 800, 1500])))
    path = chance.choice(sorted(state.files))
    return state._replace(files=chance.choice(EDITS)(state.files, path, chance))


def walk(seed: int) -> Iterator[State]:
    """Edit after edit."""
    chance = random.Random(seed)
    state = State({path: text.encode() for path, text in RICH.items()}, {}, TODAY)
    for _ in range(STEPS):
        yield state
        state = edited(state, chance)


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Bring a folder to hold these files and no others."""
    for path in [each for each in folder.rglob("*") if each.is_file()]:
        path.unlink()
    for name, raw in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)


def test_after_any_edit_the_looks_that_are_recalled_change_nothing(tmp_path):
    root, texts = tmp_path / "base", tmp_path / "texts"
    root.mkdir()
    texts.mkdir()
    memory, seen = Memory(), set()
    for number, state in enumerate(walk(7)):
        write(root, state.files)
        write(texts, {f"{key}.txt": raw for key, raw in state.texts.items()})
        memory = recalled(memory)
        plain = said(root, texts, state.today)
        assert said(root, texts, state.today, memory) == plain, f"after edit {number}"
        seen.update(problem.rule for problem in plain[0])
    assert len(seen) > 40, "the walk meets most of the rules"


@pytest.mark.parametrize("name", RULES)
def test_from_the_good_to_the_bad_example_and_back(name, tmp_path):
    example, memory = rule(name).EXAMPLE, Memory()
    for files in (example.good_files, example.bad_files, example.good_files):
        write(tmp_path, files)
        memory = recalled(memory)
        assert said(tmp_path, tmp_path, TODAY, memory) == said(tmp_path, tmp_path, TODAY)


def looked_at(root: Path, change: dict[str, str], today: date = TODAY) -> set[str]:
    """The files that are looked at anew once these changed."""
    first = Memory()
    examine(root, TODAY, None, first)
    for path, text in change.items():
        (root / path).write_text(text)
    second = recalled(first)
    examine(root, today, None, second)
    return {path for path, line in second.used.items() if line != first.used.get(path)}


def test_only_what_hangs_on_a_change_is_looked_at_anew(tmp_path):
    good = base(tmp_path)
    text = (good / MICE).read_text()
    assert looked_at(good, {MICE: f"{text}# a remark\n"}) == {MICE}
    text = (good / STUDY).read_text()
    assert looked_at(good, {STUDY: f"{text}# a remark\n"}) == {STUDY, CLAIM}
    text = (good / VOCABULARY).read_text()
    assert looked_at(
        good, {VOCABULARY: changed(text, "{id: green-tea, name: green tea}", "{id: x, name: y}")}
    ) == {
        CLAIM,
        STUDY,
    }


def test_a_day_that_changes_no_answer_leaves_the_looks_as_they_are(tmp_path):
    root = base(tmp_path)
    assert looked_at(root, {}, TODAY + timedelta(days=1)) == set()
    assert looked_at(root, {}, TODAY + timedelta(days=900)) == {CLAIM, MICE}
    due = base(tmp_path, {MICE: ("reviewed: 2026-11-01", "reviewed: 2024-11-21")})
    assert looked_at(due, {}, TODAY + timedelta(days=1)) == {MICE}


def test_a_source_whose_name_no_text_can_hold_is_remembered_like_others(tmp_path):
    root = base(tmp_path, {CLAIM: ("source: kim2019", "source: kim209")})
    (root / os.fsdecode(b"sources/kim\xff.yaml")).write_text(BASE[STUDY])
    assert looked_at(root, {}) == set()


def test_a_question_that_no_view_asks_is_a_mistake(tmp_path):
    with pytest.raises(KeyError):
        Shelf(Base(base(tmp_path)), TODAY).answer("weather tomorrow")


# By kind of question: changes to the tiny base, files that then change, and days that then pass.
ANSWERS = {
    "source": ({}, {STUDY: BASE[STUDY].replace("randomized-trial", "narrative-review")}, 0),
    "text": ({}, {LAY_TEXT: BASE[LAY_TEXT].replace("everybody", "nobody")}, 0),
    "file": ({CLAIM: ("source: kim2019", "source: kim2091")}, {"sources/kim2091.yml": "kind: article\n"}, 0),
    "held": (
        {CLAIM: ("    finding: In 48", "    quote: slept somewhat later than others\n    finding: In 48")},
        {"sources/kim2019.txt": "\ud8ff"},
        0,
    ),
    "keys": ({CLAIM: ("source: kim2019", "source: kim209")}, {"sources/kim2090.yaml": "kind: article\n"}, 0),
    "treatment": ({}, {VOCABULARY: BASE[VOCABULARY].replace("green-tea", "white-tea")}, 0),
    "safety": (
        {CLAIM: ("reviewed:", "safety: [scald]\nreviewed:")},
        {VOCABULARY: BASE[VOCABULARY].replace("id: scald", "id: burn")},
        0,
    ),
    "words": (
        {CLAIM: ("treatment: [green-tea]", "treatment: [green-te]")},
        {VOCABULARY: BASE[VOCABULARY].replace("black-tea", "green-ten")},
        0,
    ),
    "past": ({}, {}, 900),
    "today": ({CLAIM: ("reviewed: 2026", "reviewed: 2021")}, {}, 1),
}


def test_there_is_a_case_for_each_kind_of_question():
    assert ANSWERS.keys() == shelf._ANSWERS.keys()


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_that_changes_is_asked_anew_and_would_be_missed(kind, tmp_path, monkeypatch):
    before, after, days = ANSWERS[kind]

    def then() -> tuple[object, object]:
        """What is said after the change, with what was kept before it and without."""
        root, first = base(tmp_path, before), Memory()
        said(root, tmp_path, TODAY, first)
        for path, text in after.items():
            (root / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        day = TODAY + timedelta(days)
        return said(root, tmp_path, day, recalled(first)), said(root, tmp_path, day)

    with_memory, without = then()
    assert with_memory == without
    answer = Shelf.answer
    monkeypatch.setattr(
        Shelf, "answer", lambda on, asked: "" if asked.split()[0] == kind else answer(on, asked)
    )
    with_memory, without = then()
    assert with_memory != without


def test_who_goes_through_all_sources_has_asked_for_each(tmp_path):
    on = Shelf(Base(base(tmp_path, {MICE_STUDY: "kind\n"})), TODAY)
    view = View(on, on.base.claim(CLAIM))
    assert list(view.sources) == ["kim2019", "web-tea"]
    assert len(view.sources) == 2
    assert {"keys", "source kim2019", "source lopez2021", "source web-tea"} == set(view.asked)
