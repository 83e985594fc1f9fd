"""diff against a revision of a real repository, and what it says where there is none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook.checks.example import BASE, CLAIM
from claimbook.cli import cli
from claimbook.errors import CannotRunError
from claimbook.revision import base_at
from tests.bases import base

DOOR = "import sys; from pathlib import Path; from claimbook.cli import main; main(Path(sys.argv.pop(1)))"
WHO = ("-c", "user.name=Ann", "-c", "user.email=ann@tea.example", "-c", "commit.gpgsign=false")


def git(root, *words):
    done = subprocess.run(["git", "-C", str(root), *WHO, *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def run(root, *words):
    return CliRunner().invoke(
        cli, ["--root", str(root), "diff", *words], obj=root, prog_name="build_claims.py"
    )


@pytest.fixture
def repository(tmp_path):
    root = base(tmp_path)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "tea")
    return root


def test_files_not_yet_committed_are_compared(repository):
    (repository / CLAIM).write_text(BASE[CLAIM].replace("overstated", "accurate"))
    done = run(repository, "main")
    assert done.exit_code == 0
    assert "reading **overstated → accurate**" in done.stdout


def test_nothing_changed(repository):
    assert run(repository, "HEAD").stdout.endswith("Nothing that a reader would see.\n")


def test_json(repository):
    (repository / CLAIM).unlink()
    found = json.loads(run(repository, "HEAD", "--format", "json").stdout)
    assert [claim["kind"] for claim in found["claims"]] == ["gone"]


def test_a_base_in_a_folder_of_its_repository(tmp_path):
    top = tmp_path / "top"
    top.mkdir()
    root = base(tmp_path).rename(top / "a base")
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "tea")
    assert run(root, "HEAD").stdout.endswith("Nothing that a reader would see.\n")


def test_the_repositorys_bytes_are_those_compared(repository):
    with base_at(repository, "HEAD") as folder:
        found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}
    assert found == {path: text.encode() for path, text in BASE.items()}
    assert not folder.exists()


def test_links_are_left_out(repository):
    (repository / "claims/tea/link.yaml").symlink_to("/etc/hostname")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "link")
    with base_at(repository, "HEAD") as folder:
        assert not (folder / "claims/tea/link.yaml").is_symlink()
        assert not (folder / "claims/tea/link.yaml").exists()


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD:claims", "", "HEAD~9"])
def test_no_such_revision(repository, name):
    done = run(repository, "--", name)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith(f"could not run: there is no revision '{name}' here; 'git log")
    assert not (repository / "x").exists()


def test_a_shallow_clone_is_named(repository, tmp_path):
    git(repository, "commit", "-q", "--allow-empty", "-m", "more")
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    done = run(tmp_path / "shallow", "HEAD~1")
    assert done.exit_code == 2
    assert "git fetch --unshallow" in done.stderr


def test_no_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    done = run(base(tmp_path), "HEAD")
    assert done.exit_code == 2
    assert "is in no git repository" in done.stderr


def test_no_git(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    done = run(repository, "HEAD")
    assert done.exit_code == 2
    assert done.stderr.startswith("could not run: git is not installed")


def test_a_revision_without_a_base(repository):
    git(repository, "checkout", "-q", "--orphan", "bare")
    git(repository, "rm", "-rfq", "--cached", ".")
    git(repository, "commit", "-q", "--allow-empty", "-m", "bare")
    done = run(repository, "bare")
    assert done.exit_code == 2
    assert "there is no base at the revision 'bare'" in done.stderr


def test_a_refusal_of_git_is_one_line(repository):
    (repository / ".git/objects").rename(repository / ".git/gone")
    (repository / ".git/objects").mkdir()
    with pytest.raises(CannotRunError), base_at(repository, "HEAD"):
        pytest.fail("it cannot be read")


def test_a_pipe_closed_early_leaves_no_traceback(repository):
    (repository / CLAIM).unlink()
    command = [sys.executable, "-c", DOOR, str(repository), "diff", "HEAD"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path(__file__).parents[1]
    ) as running:
        running.stdout.close()
        said = running.stderr.read()
        running.wait(timeout=30)
    assert said == b""


def test_what_cannot_be_relied_on_yet_is_named(repository):
    (repository / CLAIM).write_text(BASE[CLAIM].replace("stance: supports", "stance: support", 1))
    assert (
        f"**Not to be relied on yet:** `check` names problems in `{CLAIM}`" in run(repository, "main").stdout
    )
    found = json.loads(run(repository, "main", "--format", "json").stdout)
    assert (found["faulty"], found["unread"]) == ([CLAIM], [])


def test_where_nothing_could_be_compared_nothing_is_counted(repository):
    (repository / CLAIM).write_text("```yaml\n" + BASE[CLAIM])
    assert run(repository, "main").stdout == (
        f"## What changed since `main`\n\n> **Not compared:** `{CLAIM}` cannot be read; `check` tells why.\n"
    )
