"""What a hostile folder may hold, case by case: each is a problem at its place or one sentence, never a traceback."""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from claimbook.checks.example import BASE, CLAIM, LAY, LAY_TEXT, MICE, STUDY, TOPICS, VOCABULARY
from claimbook.importing import read_entries
from claimbook.plainfile import MAX_TEXT
from tests.bases import base
from tests.fuzz.looking import look, look_in_every_form

PROJECT = Path(__file__).parents[2]
ALL = (CLAIM, STUDY, LAY, LAY_TEXT, TOPICS, VOCABULARY)
GIGABYTE = 1 << 30


def told(root: Path, *, forms: bool = False) -> list[tuple[str, str]]:
    """Rule and path of each problem, which may be drawn in every form that there is."""
    status, out, err = look_in_every_form(root) if forms else look(root)
    assert status in (0, 1), err
    return [(each["rule"], each["path"]) for each in json.loads(out)["problems"]]


def is_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the address of a socket may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


ODD = {
    "a pipe": os.mkfifo,
    "a socket": is_socket,
    "a folder": Path.mkdir,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link out of the base": lambda path: path.symlink_to("/etc/hostname"),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("path", [CLAIM, LAY_TEXT, TOPICS])
def test_what_is_no_file_is_neither_opened_nor_waited_for(odd, path, tmp_path):
    root = base(tmp_path, {path: None})
    ODD[odd](root / path)
    found = told(root)
    assert found if odd == "a folder" else found == [("not-utf8", path)]


@pytest.mark.parametrize("folder", ["claims", "sources", "claims/tea"])
@pytest.mark.parametrize("odd", ["a link out of the base", "a link in a circle"])
def test_a_folder_that_is_a_link_is_neither_followed_nor_passed_over(folder, odd, tmp_path):
    root = base(tmp_path)
    if odd == "a link in a circle":
        (root / folder / "circle").symlink_to(root / folder)
    else:
        (root / folder).rename(tmp_path / "elsewhere")
        (root / folder).symlink_to(tmp_path / "elsewhere")
    status, out, err = look(root)
    assert (status, out) == (2, "")
    assert "is a symbolic link" in err


@pytest.mark.parametrize("folder", ["claims", "sources"])
@pytest.mark.parametrize("odd", ["a pipe", "a socket"])
def test_what_stands_in_the_place_of_a_folder_is_one_sentence(folder, odd, tmp_path):
    root = base(tmp_path)
    (root / folder).rename(tmp_path / "elsewhere")
    ODD[odd](root / folder)
    assert look(root) == (2, "", f"could not run: cannot list {root / folder}: Not a directory\n")


def test_files_that_claim_a_gigabyte_are_not_read(tmp_path):
    """In a process that may not have so much memory; each is a hole, so that it takes no room on the disk."""
    root = base(tmp_path)
    for path in (*ALL, "sources/more.txt", "claims/tea/more.yaml", "claims/more.yml"):
        with (root / path).open("wb") as file:
            file.truncate(GIGABYTE)

    def little() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE // 2, GIGABYTE // 2))

    command = [sys.executable, str(PROJECT / "build_claims.py"), "--root", str(root), "check"]
    done = subprocess.run(
        [*command, "--no-cache", "--format", "concise"],
        capture_output=True,
        text=True,
        timeout=120,
        preexec_fn=little,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert all(path in done.stdout for path in ALL)


def test_a_text_has_a_limit_too(tmp_path):
    assert told(base(tmp_path, {LAY_TEXT: BASE[LAY_TEXT] + "\n" * (MAX_TEXT - len(BASE[LAY_TEXT]))})) == []
    assert told(base(tmp_path, {LAY_TEXT: " " * (MAX_TEXT + 1)})) == [("not-utf8", LAY_TEXT)]


@pytest.mark.parametrize(
    "name",
    [
        "te\u0430",  # a Cyrillic letter
        "\uff54ea",  # a wide one
        "te\u0301a",
        "tea\u202e",
        "tea\u200b",
        "Tea",
        "TEA",
        "tea\x1b[31m",
        "tea\n",
        "tea ",
        "tea.",
        "\udcff",  # a byte that is no UTF-8
        "-",
        *("con", "prn", "aux", "nul", "com1", "lpt9"),
    ],
)
def test_a_name_that_only_looks_like_an_id_or_that_other_systems_lack_is_none(name, tmp_path):
    root = base(tmp_path)
    (root / f"claims/tea/{name}.yaml").write_text(BASE[MICE].replace("Mice", "More mice"))
    assert [rule for rule, _ in told(root, forms=True)] == ["bad-id"]


def test_ids_that_look_like_others_in_a_reference_are_unknown(tmp_path):
    root = base(tmp_path, {CLAIM: ("source: kim2019", "source: k\u0456m2019")})
    assert ("unknown-source", CLAIM) in told(root)


@pytest.mark.parametrize("name", ["con", "nul", "com9"])
def test_a_topic_or_a_word_cannot_have_a_name_that_windows_keeps_for_itself(name, tmp_path):
    words = f"{BASE[VOCABULARY]}  - {{id: {name}, name: A word}}\n"
    assert told(base(tmp_path, {VOCABULARY: words})) == [("bad-id", VOCABULARY)]
    topic = f"{BASE[TOPICS]}- {{id: {name}, title: T, question: Q, summary: S}}\n"
    assert told(base(tmp_path, {TOPICS: topic})) == [("bad-id", TOPICS)]


def test_two_names_that_are_one_on_other_systems_cannot_both_stand(tmp_path):
    root = base(
        tmp_path, {"claims/tea/Mice-Run-On-Tea.yaml": BASE[MICE], "sources/Kim2019.yaml": BASE[STUDY]}
    )
    assert [path for rule, path in told(root) if rule == "bad-id"] == [
        "claims/tea/Mice-Run-On-Tea.yaml",
        "sources/Kim2019.yaml",
    ]


def test_the_longest_names_are_told_like_others(tmp_path):
    long = f"{'a' * 250}.yaml"
    root = base(
        tmp_path, {f"claims/tea/{long}": "x", f"sources/{long}": "x", f"claims/{'b' * 250}/x.yaml": "x"}
    )
    assert sorted(told(root)) == [
        ("unknown-topic", f"claims/{'b' * 250}/x.yaml"),
        ("wrong-type", f"claims/{'b' * 250}/x.yaml"),
        ("wrong-type", f"claims/tea/{long}"),
        ("wrong-type", f"sources/{long}"),
    ]


DEEP = {
    "blocks": "\n".join(" " * depth + "-" for depth in range(1400)),
    "keys": "? " * 100_000,
    "quotes": "'" * 100_001,
    "comments": "#\n" * 100_000,
    "one key": "a" * 1_000_000 + ": b",
    "an anchor for each": "".join(f"a{number}: &a{number} x\n" for number in range(20_000)),
}


@pytest.mark.parametrize("case", DEEP)
def test_what_is_deep_or_endless_is_one_problem(case, tmp_path):
    """tests/load/test_hostile.py has more of them."""
    assert [path for _, path in told(base(tmp_path, {CLAIM: DEEP[case]}))][:1] == [CLAIM]


@pytest.mark.parametrize("inner", ["[" * 15 + "]" * 15, "{a: " * 15 + "1" + "}" * 15])
def test_a_record_as_deep_as_a_file_may_be(inner, tmp_path):
    assert told(base(tmp_path, {STUDY: ("  type:", f"  custom: {{x: {inner}}}\n  type:")})) == []


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '[{"a": ' * 100_000, '{"title": "\\ud800"}', "[" + '{"a":1},' * 999]
)
def test_records_of_other_programs_may_be_deep_and_broken(text):
    assert all(entry.fault or entry.work for entry in read_entries(text))


@pytest.mark.parametrize("spaced", ["TY  - {}ER - ", "TY - {}ER - ", "TY- {}ER-", "TY  - {}ER  -"])
def test_a_record_of_ris_may_be_spaced_by_hand(spaced):
    """As coverage-guided fuzzing found it: a reader that knows one spacing only found nothing."""
    tag = "TI" + spaced[2:].partition("{")[0]
    (entry,) = read_entries(spaced.format(f"JOUR\n{tag}Tides\n") + "\n")
    assert entry.work is not None
    assert entry.work.csl == {"type": "article-journal", "title": "Tides"}


def test_a_record_of_ris_with_a_line_that_is_none_is_broken():
    """This, too, was found by coverage-guided fuzzing."""
    (entry,) = read_entries("TY  - JOUR\nPY  - 2018\nER  -;\nTYage\nmore\nER  - \n")
    assert entry.fault == "a line of it is none of RIS"


def test_a_pile_of_accents_is_read_in_step_with_its_height(tmp_path):
    """Unicode asks for accents to be put in order, which takes the square of their number."""
    pile = "\u0323\u0301"
    changes = {LAY_TEXT: f"a{pile * 200_000}", CLAIM: ('quote: "', f'quote: "a{pile * 5_000}')}
    assert ("quote-not-in-source", CLAIM) in told(base(tmp_path, changes))


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_days_at_the_ends_of_the_calendar(day, tmp_path):
    found = told(base(tmp_path, {CLAIM: ("reviewed: 2026-11-01", f"reviewed: {day}")}))
    assert {rule for rule, _ in found} <= {"review-overdue"}


def test_check_reads_no_settings(tmp_path):
    """mkdocs.yml can name programs that run; a check of somebody else's base must not run them."""
    hostile = "x: !!python/object/apply:os.mkdir [pwned]\nhooks: [pwned.py]\n"
    root = base(tmp_path, {"mkdocs.yml": hostile, "pwned.py": "1/0", "docs/a.md": b"\xff"})
    os.mkfifo(root / "docs" / "pipe.md")
    assert told(root) == []
