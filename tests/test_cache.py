"""The cache of `check` makes it quicker and changes nothing else, whatever stands in it."""

from __future__ import annotations

import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook import cache, usage
from claimbook.checks import memory, rule
from claimbook.checks.example import CLAIM, LAY, STUDY
from claimbook.cli import cli
from claimbook.examine import examine
from claimbook.problem import RULES
from claimbook.report import FORMATS
from claimbook.yamltext import reader
from tests.bases import TODAY, base, written
from tests.rich import RICH

GOLDEN = Path(__file__).parent / "golden"
BASES = {
    "tea, every field": RICH,
    **{f"{name}, bad": rule(name).EXAMPLE.bad_files for name in RULES},
    **{f"{name}, good": rule(name).EXAMPLE.good_files for name in RULES},
}


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A cache folder of the test's own."""
    monkeypatch.setenv(usage.CACHE_PLACE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def check(root, *words):
    """What `check` prints, on both ways out, and its status."""
    given = ["--root", str(root), "check", "--today", "2026-11-21", "--format", "json", *words]
    done = CliRunner().invoke(cli, given, obj=root)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.stdout, done.stderr, done.exit_code


def kept(place):
    """The one file of the cache."""
    (file,) = (place / "read").iterdir()
    return file


def warm(root):
    """Fill the cache; returns what the check says without it."""
    plain = check(root, "--no-cache")
    assert check(root) == plain
    return plain


@pytest.mark.parametrize("name", BASES)
def test_the_first_and_the_second_check_say_what_one_without_a_cache_says(name, tmp_path):
    root = written(tmp_path, BASES[name])
    assert check(root) == warm(root)


@pytest.mark.parametrize("case", sorted(each.name for each in GOLDEN.iterdir()))
def test_so_they_do_on_every_golden_base(case, tmp_path):
    root = shutil.copytree(GOLDEN / case / "base", tmp_path / "base")
    assert check(root) == warm(root)


def test_a_file_that_did_not_change_is_not_read_as_yaml_again(tmp_path, monkeypatch):
    root = base(tmp_path)
    warm(root)
    read = []
    scanner = reader._LOADER
    monkeypatch.setattr(reader, "_LOADER", lambda text: read.append(text) or scanner(text))
    check(root)
    assert not any("evidence:" in text or "kind:" in text for text in read)
    (root / CLAIM).write_text((root / CLAIM).read_text() + "# a remark\n")
    check(root)
    cited = [(root / path).read_text() for path in (CLAIM, LAY, STUDY)]
    assert sorted(text for text in read if "evidence:" in text or "kind:" in text) == sorted(cited)


def test_an_edit_is_seen_and_its_undoing_too(tmp_path):
    root = base(tmp_path)
    good = warm(root)
    before = (root / CLAIM).read_text()
    (root / CLAIM).write_text(before.replace("certainty: low", "certainty: high"))
    assert check(root) == check(root, "--no-cache") != good
    (root / CLAIM).write_text(before)
    assert check(root) == good


def test_two_files_of_the_same_text_are_two_claims(tmp_path):
    root = base(tmp_path)
    warm(root)
    (root / CLAIM).with_name("again.yaml").write_text((root / CLAIM).read_text())
    assert check(root) == check(root, "--no-cache")


def test_without_a_cache_none_is_written_nor_made_ready(tmp_path, place, monkeypatch):
    root = base(tmp_path)
    plain = check(root, "--no-cache")
    monkeypatch.setattr(memory, "written", None)
    assert check(root, "--no-cache") == plain
    assert not place.exists()


def test_a_memory_tells_of_the_last_check(tmp_path):
    root, again, fresh = base(tmp_path), memory.Memory(), memory.Memory()
    examine(root, TODAY, None, again)
    before = again.used
    (root / CLAIM).write_text((root / CLAIM).read_text() + "# a remark\n")
    for each in (again, fresh):
        examine(root, TODAY, None, each)
    assert again.used == fresh.used != before


def test_nothing_is_written_where_nothing_changed(tmp_path, place):
    root = base(tmp_path)
    warm(root)
    before = kept(place).stat()
    check(root)
    after = kept(place).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def spoilt(raw):
    """Ways in which a cache may lie there."""
    chance = random.Random(7)
    flipped = bytearray(raw)
    flipped[chance.randrange(100, len(raw))] ^= 4
    return {
        "nothing": b"",
        "one byte": b"\xff",
        "random bytes": chance.randbytes(5000),
        "cut off": raw[: len(raw) // 2],
        "cut after the checksum": raw[:65],
        "one bit": bytes(flipped),
        "more behind": raw + b"\n{}",
        "two in one": raw + raw,
    }


@pytest.mark.parametrize("way", spoilt(b"x" * 200))
def test_a_spoilt_cache_is_as_good_as_none_and_made_anew(way, tmp_path, place):
    root = base(tmp_path, {STUDY: ("kind: article", "kind: articel")})
    plain = warm(root)
    good = kept(place).read_bytes()
    kept(place).write_bytes(spoilt(good)[way])
    assert check(root) == plain
    assert kept(place).read_bytes() == good


def test_the_cache_of_another_engine_is_not_used(tmp_path, place, monkeypatch):
    root = base(tmp_path)
    plain = warm(root)
    with monkeypatch.context() as other:
        other.setattr(cache, "_engine", lambda: "another")
        assert not cache.recalled(cache.cache_file(root)).kept
        assert check(root) == plain
    assert not cache.recalled(cache.cache_file(root)).kept
    assert check(root) == plain
    assert cache.recalled(cache.cache_file(root)).kept


@pytest.mark.parametrize("what", ["a file for its folder", "a folder for its file"])
def test_a_place_that_cannot_be_used_changes_nothing(what, tmp_path, place):
    root = base(tmp_path)
    if what == "a file for its folder":
        place.write_text("in the way")
    else:
        cache.cache_file(root).mkdir(parents=True)
        (cache.cache_file(root) / "in the way").touch()
    assert check(root) == check(root, "--no-cache") == check(root)


@pytest.mark.parametrize("refused", ["read_bytes", "mkdir", "replace"])
def test_a_folder_that_refuses_changes_nothing(refused, tmp_path, place, monkeypatch):
    root = base(tmp_path)
    plain = warm(root)
    (root / CLAIM).write_text((root / CLAIM).read_text() + "# a remark\n")
    usual = getattr(Path, refused)

    def refusing(path, *words, **named):
        if path.is_relative_to(place):
            raise PermissionError(13, "Permission denied")
        return usual(path, *words, **named)

    monkeypatch.setattr(Path, refused, refusing)
    assert check(root) == plain
    assert [each.name for each in (place / "read").iterdir()] == [kept(place).name]


def test_no_home_means_no_cache(tmp_path, monkeypatch):
    monkeypatch.setenv(usage.CACHE_PLACE, "~nobody-of-this-name")
    assert cache.cache_file(tmp_path) is None
    root = base(tmp_path)
    assert check(root) == check(root, "--no-cache")


def test_no_cache_is_kept_in_the_base_itself(tmp_path, monkeypatch):
    root = base(tmp_path)
    before = sorted(root.rglob("*"))
    monkeypatch.setenv(usage.CACHE_PLACE, str(root / "sources"))
    assert check(root)[2] == 0
    assert sorted(root.rglob("*")) == before


def test_checks_at_once_agree(tmp_path):
    """Eight look at once at a base that changed since the cache was written."""
    root = base(tmp_path)
    for number in range(3):
        (root / CLAIM).write_text((root / CLAIM).read_text() + f"# {number}\n")
        with ThreadPoolExecutor(4) as pool:
            said = set(pool.map(looked, [root] * 8))
        assert said == {check(root, "--no-cache")[0]}


def looked(root):
    """One check in a thread; the command line itself is no thing for threads."""
    file = cache.cache_file(root)
    memory = cache.recalled(file)
    found = examine(root, TODAY, None, memory)
    cache.keep(file, memory)
    return FORMATS["json"](found.problems, found.counts(found.problems), found.texts(found.problems))
