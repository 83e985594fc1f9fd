"""Other tools on the files of a base: judging their shape, finding its quotes, building the same Markdown.

None is needed for anything else; what is not installed is left out.
"""

from __future__ import annotations

import json
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from benchmarks.processes import PROJECT, Cost, cost, python

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.processes import Costs

    Quote = dict[str, str]

SHAPE = "check-jsonschema"
LINES = "linkml-reference-validator, quotes as lines"
FILES = "linkml-reference-validator, quotes as YAML files"
# Topics alone are in the navigation, as in ours; with every page in it, time grows with the square of their number.
BARE = """\
site_name: Bare
docs_dir: build/docs
site_dir: bare
plugins: []
theme: {{name: material}}
markdown_extensions: [admonition, attr_list, md_in_html, tables, toc]
validation: {{nav: {{omitted_files: ignore}}}}
nav: [index.md, {{Topics: {topics}}}]
"""
_MARKS = ("[…]", "[...]")  # what it writes as three dots
_SCHEMA = """\
id: https://example.org/quotes
name: quotes
prefixes: {linkml: "https://w3id.org/linkml/"}
imports: [linkml:types]
default_range: string
classes:
  Quoting:
    tree_root: true
    attributes:
      evidence: {range: Evidence, multivalued: true, inlined_as_list: true}
  Evidence:
    attributes:
      reference: {implements: [linkml:authoritative_reference]}
      supporting_text: {implements: [linkml:excerpt]}
"""


def judges(root: Path, validator: str | None) -> Costs:
    """check-jsonschema on every claim and source, with our schemas, and `validator` on every quote."""
    schemas = root.parent / f"{root.name}-schemas"
    cost(python(str(PROJECT / "build_claims.py"), "--root", str(root), "schema", str(schemas)), root)
    costs = {SHAPE: shape(root, schemas)}
    if validator:
        costs |= quotes(root, root.parent / f"{root.name}-quotes", str(Path(validator).resolve()))
    return costs


def shape(root: Path, schemas: Path) -> Cost:
    """check-jsonschema on the claims, and on the sources."""
    total = Cost(0)
    for kind, pattern in (("claim", "claims/*/*.yaml"), ("source", "sources/*.yaml")):
        files = sorted(str(path.relative_to(root)) for path in root.glob(pattern))
        schema = str(schemas / f"{kind}.schema.json")
        total += cost(python("-m", "check_jsonschema", "-q", "--schemafile", schema, *files), root)
    return total


def quotes(root: Path, folder: Path, validator: str) -> Costs:
    """linkml-reference-validator on the quotes, its cache of texts filled beforehand.

    As lines of one file, its quickest way, and as one YAML file to each of ours, for which it needs linkml.
    """
    shutil.rmtree(folder, ignore_errors=True)
    files = write_quotes(root, folder)
    lines = ["validate", "text-file", "lines.txt", "--regex", r"^(\S+)\t(.+)$", "--text-group", "2"]
    lines += ["--ref-group", "1", "--summary"]
    ways = {LINES: lines}
    if Path(validator).with_name("linkml-validate").exists():
        ways[FILES] = ["validate", "data", *files, "--schema", "schema.yaml"]
    cost([validator, *lines, "--config", "settings.yaml", "--cache-dir", "cache"], folder)
    return {
        name: cost([validator, *words, "--config", "settings.yaml", "--cache-dir", "cache"], folder)
        for name, words in ways.items()
    }


def write_quotes(root: Path, folder: Path) -> list[str]:
    """The quotes of a base as the validator reads them; returns the names of the YAML files."""
    folder.mkdir()
    claims = {path: read(path)["evidence"] for path in sorted(root.glob("claims/*/*.yaml"))}
    sources = {path: read(path).get("set_aside", []) for path in sorted(root.glob("sources/*.yaml"))}
    every: dict[str, list[Quote]] = {}
    for path, items in (claims | sources).items():
        if found := [quote(item, path.stem) for item in items if "quote" in item]:
            every[f"{path.parent.name}-{path.stem}.yaml"] = found
    for name, evidence in every.items():
        (folder / name).write_text(json.dumps({"evidence": evidence}), encoding="utf-8")
    texts = [f"{each['reference']}\t{each['supporting_text']}\n" for each in flat(every.values())]
    (folder / "lines.txt").write_text("".join(texts), encoding="utf-8")
    (folder / "schema.yaml").write_text(_SCHEMA, encoding="utf-8")
    settings = {"validation": {"reference_base_dir": str(root / "sources")}}
    (folder / "settings.yaml").write_text(json.dumps(settings), encoding="utf-8")
    return list(every)


def quote(item: dict[str, str], key: str) -> Quote:
    """A quote of a source's text, in the validator's words; one without a source is of `key`."""
    text = " ".join(item["quote"].split())
    for mark in _MARKS:
        text = text.replace(mark, "...")
    return {"reference": f"file:{item.get('source', key)}.txt", "supporting_text": text}


def flat(lists: Iterable[list[Quote]]) -> list[Quote]:
    """All their items, in order."""
    return [item for each in lists for item in each]


def read(path: Path) -> dict[str, list[dict[str, str]]]:
    """A file's mapping, read without places or checks."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, list[dict[str, str]]] = yaml.load(path.read_text(encoding="utf-8"), loader)
    return found


def sites(root: Path) -> Costs:
    """Generators alone on the Markdown of a built base, in Material."""
    topics = sorted(path.name for path in (root / "build" / "docs" / "topics").glob("*.md"))
    text = BARE.format(topics=json.dumps([f"topics/{name}" for name in topics]))
    (root / "bare.yml").write_text(text, encoding="utf-8")
    costs: Costs = {}
    for name in ("mkdocs", "zensical"):
        if find_spec(name):
            shutil.rmtree(root / "bare", ignore_errors=True)
            command = [sys.executable, "-m", name, "build", "-f", "bare.yml"]
            costs[f"{name} alone, in Material"] = cost(command, root)
    return costs
