"""What the README promises is what the commands do: its commands, its claim and its drawn problem."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from click.testing import CliRunner

from claimbook.cli import cli
from claimbook.report import FORMATS
from tests.bases import written

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"```(yaml|text)\n(.*?)```", README, re.DOTALL))
SAID, MENDED = "can previous for", "can last for"
AFTER = "and will contain:13 While in the brains."


def test_there_are_two_commands_to_set_up():
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    assert blocks == ["pip install -e . && python build_claims.py\n", "pip install -e '.[test]' && pytest\n"]


def test_the_table_names_every_command():
    table = README.partition("## Commands")[2].partition("\n\n`check --format`")[0]
    assert sorted(re.findall(r"^\| `(\w+)", table, re.MULTILINE)) == sorted(cli.commands)


def test_every_format_is_named():
    told = README.partition("`check --format` prints")[2].partition("`--root DIR`")[0]
    assert re.findall(r"`(\w+)`", told) == list(FORMATS)


def test_the_drawn_problem_is_what_a_check_prints(tmp_path):
    claim, drawn = BLOCKS["yaml"], BLOCKS["text"]
    path = drawn.partition(":")[0]
    assert f"`{path}`" in README
    root = _base(tmp_path, path, claim)
    assert CliRunner().invoke(cli, ["check"], obj=root).exit_code == 0
    written_claim = (root / path).read_text(encoding="utf-8")
    before, _, after = written_claim.partition("quote:")
    (root / path).write_text(before + "quote:" + after.replace(SAID, MENDED, 1), encoding="utf-8")
    printed = CliRunner().invoke(cli, ["check"], obj=root).stdout
    assert _without_counts(printed) == _without_counts(drawn)


def _base(tmp_path: Path, path: str, claim: str) -> Path:
    """A base of the README's claim alone, and of the words that follow its quote on the page."""
    topic = path.split("/")[1]
    item = yaml.safe_load(claim)["evidence"][0]
    alone = re.sub(r"^(?:related:\n(?:  - .*\n)+|safety: .*\n)", "", claim, flags=re.MULTILINE)
    entry = f"- {{id: {topic}, title: Title, question: A question?, summary: A summary.}}\n"
    record = "kind: lay-page\ncsl: {type: webpage, title: A page}\nlay: {publisher: unknown}\n"
    files = {
        "claims/topics.yaml": entry,
        path: alone,
        f"sources/{item['source']}.yaml": f'{record}set_aside: [{{quote: "{AFTER}", reason: off-topic}}]\n',
        f"sources/{item['source']}.txt": f"{item['quote']} {AFTER}\n",
    }
    return written(tmp_path, files)


def _without_counts(printed: str) -> str:
    """All but the last line, which counts what the base holds."""
    return printed.rstrip("\n").rpartition("\n")[0]
