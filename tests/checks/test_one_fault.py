"""One fault, one problem: each field of a good base is spoilt in every simple way, one at a time."""

from __future__ import annotations

import copy

import pytest
import yaml

from claimbook import fields
from claimbook.checks.example import BASE, CLAIM
from claimbook.load import LISTS
from tests.bases import problems, written
from tests.rich import RICH

BASES = {"small": BASE, "rich": RICH}
LIST_SHAPES = {
    "claims/topics.yaml": fields.TOPIC,
    "claims/help-lines.yaml": fields.HELP_LINE,
    "claims/vocabulary.yaml": fields.VOCABULARY,
    "claims/method.yaml": fields.METHOD,
}


class Dumper(yaml.CSafeDumper):
    """Writes no aliases."""

    def ignore_aliases(self, data):
        return True


def shape_of(path, data):
    if path in LISTS:
        return LIST_SHAPES[path]
    if path.startswith("claims/"):
        return fields.CLAIM
    return fields.LAY_SOURCE if data["kind"] == "lay-page" else fields.STUDY_SOURCE


def places(value, shape, steps=()):
    """The way to every field of a file, with the field's description."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from places(item, shape, (*steps, number))
        return
    for name, inner in value.items():
        field = shape[name]
        yield (*steps, name), field
        if field.shape:
            yield from places(inner, field.shape, (*steps, name))


def all_places():
    """Every field of both bases, once for each kind of source where that makes a difference."""
    seen = set()
    for name, files in BASES.items():
        for path, text in files.items():
            data = parsed(text) if path.endswith(".yaml") else {}
            for steps, field in places(data, shape_of(path, data)) if data else ():
                kind = kind_of(files, data, steps)
                if (id(field), kind) not in seen:
                    seen.add((id(field), kind))
                    yield pytest.param(
                        name, path, steps, field, kind, id=f"{name}:{path}:{'.'.join(map(str, steps))}"
                    )


def parsed(text):
    return yaml.load(text, Loader=yaml.CSafeLoader)


def kind_of(files, data, steps):
    """The kind of the source that a field belongs to or is evidence of, if any."""
    if steps[0] == "evidence" and len(steps) > 1:
        return parsed(files[f"sources/{data['evidence'][steps[1]]['source']}.yaml"])["kind"]
    return data.get("kind") if isinstance(data, dict) else None


def holder(data, steps):
    for step in steps[:-1]:
        data = data[step]
    return data, steps[-1]


def renamed(mapping, old, new):
    """The mapping with one name changed, in the same order."""
    return {new if name == old else name: value for name, value in mapping.items()}


def spoil(data, steps, how):
    """The data with one field spoilt."""
    data = copy.deepcopy(data)
    mapping, name = holder(data, steps)
    if how == "delete":
        del mapping[name]
    elif how.startswith("misspell"):
        wrong = {"misspell-end": name + "x", "misspell-swap": name[1] + name[0] + name[2:]}[how]
        again = renamed(mapping, name, wrong)
        mapping.clear()
        mapping.update(again)
    else:
        mapping[name] = copy.deepcopy(SPOILT[how])
    return data


SPOILT = {
    "null": None,
    "list": [7],
    "empty-list": [],
    "mapping": {"odd": 7},
    "empty-mapping": {},
    "number": 7,
    "truth": False,
    "blank": " ",
}
WAYS = ("delete", "misspell-end", "misspell-swap", *SPOILT)


def spoilt_text(base, path, steps, how):
    data = spoil(parsed(BASES[base][path]), steps, how)
    return yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=1000)


def is_needed(field, kind):
    """Whether the field must be there: always, or for its source's kind."""
    return field.required or field.needed_by == ("lay" if kind == "lay-page" else "study")


def is_several(path, steps, field, how, found):
    """Whether the spoilt value is several faults: a mapping of wrong fields, or the loss of a list of words."""
    wrong_fields = how == "mapping" and field.kind in ("mapping", "csl") and not field.many
    lost_words = path == "claims/vocabulary.yaml" and len(steps) == 1
    return wrong_fields or (lost_words and {rule for rule, *_ in found} == {"bad-value"})


@pytest.mark.parametrize(("base", "path", "steps", "field", "kind"), list(all_places()))
def test_a_spoilt_field_is_one_problem_at_most_and_exactly_one_where_it_is_needed(
    base, path, steps, field, kind, tmp_path
):
    needed = is_needed(field, kind)
    root = written(tmp_path, BASES[base])
    told = {}
    for how in WAYS:
        (root / path).write_text(spoilt_text(base, path, steps, how), encoding="utf-8")
        told[how] = [(each.rule, each.where.path, each.where.line) for each in problems(root)]
    for how, found in told.items():
        if not is_several(path, steps, field, how, found):
            assert len(found) <= 1, (how, found)
        if needed and how in ("delete", "null", "misspell-end", "misspell-swap", "empty-mapping"):
            assert len(found) == 1, how
    if needed:
        assert told["misspell-end"][0][0] == told["misspell-swap"][0][0] == "unknown-field"


def test_the_two_bases_are_good_and_the_rich_one_uses_every_field(tmp_path):
    for files in BASES.values():
        assert problems(written(tmp_path, files)) == []
    used = {id(param.values[3]) for param in all_places()}
    tables = [table for name, table in vars(fields).items() if name.isupper() and isinstance(table, dict)]
    unused = [name for table in tables for name, field in table.items() if id(field) not in used]
    assert unused == []


def lines(base, path):
    return BASES[base][path].splitlines(keepends=True)


@pytest.mark.parametrize("base", BASES)
def test_a_field_that_stands_twice_is_one_problem_whatever_it_says(base, tmp_path):
    for path in BASES[base]:
        if not path.endswith(".yaml") or path == "claims/topics.yaml" or path == "claims/help-lines.yaml":
            continue
        for name in parsed(BASES[base][path]):
            for text in (f"{name}: [x]\n{BASES[base][path]}", f"{BASES[base][path]}{name}: [x]\n"):
                found = problems(written(tmp_path, {**BASES[base], path: text}))
                assert [each.rule for each in found] == ["duplicate-key"], (path, name)


@pytest.mark.parametrize("base", BASES)
def test_a_file_that_is_lost_in_any_way_is_one_problem(base, tmp_path):
    for path in BASES[base]:
        ways = {b"\xff": "not-utf8"}
        if path.endswith(".yaml"):
            ways |= {
                b"": "missing-field",
                b"# nothing\n": "missing-field",
                b"a: b: c\n": "yaml-syntax",
                b"just words\n": "wrong-type",
                b"a: &b c\n": "unsafe-yaml",
            }
        for raw, rule in ways.items():
            found = problems(written(tmp_path, {**BASES[base], path: raw}))
            assert [(each.rule, each.where.path) for each in found] == [(rule, path)], (path, raw)


@pytest.mark.parametrize("line", range(len(BASE[CLAIM].splitlines())))
def test_a_line_that_is_taken_out_gives_no_exception_and_only_problems_of_the_base(line, tmp_path):
    kept = lines("small", CLAIM)
    del kept[line]
    for found in problems(written(tmp_path, {**BASE, CLAIM: "".join(kept)})):
        assert found.where.path in {*BASE, "claims"}
