"""The engine is a house of floors: a module imports only from floors below its own."""

from __future__ import annotations

import ast
import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import claimbook

HOUSE = Path(claimbook.__file__).parent

# From the ground up; a package is one module here, and its parts may import each other.
FLOORS = """
problem errors fields lasting digesting encoded plainfile turns swapping below haste
yamltext usage
model
quoting grading citing
load
checks importing htmlpage sitesettings listening splitting tight
report pages policy problempage
linkcheck sealing searchindex comparing export citations usercache takingover
handwritten write rendering links serve examine revision cache remembering
site
building explaining diff cite_online links_online schemas fixing
serving exporting citations_command links_command explain_command drafting
editing
cli
"""
FLOOR = {name: number for number, names in enumerate(FLOORS.split("\n")) for name in names.split()}

# Packages from elsewhere, and the only parts of the house that may import them.
ONLY_IN = {
    "yaml": ("yamltext",),
    "rapidfuzz": ("quoting",),
    "orjson": ("encoded",),
    "mkdocs": ("rendering", "serve", "sitesettings", "takingover"),
    "jinja2": ("tight",),
    "citeproc": ("citing",),
    "bibtexparser": ("importing",),
    "pylatexenc": ("importing",),
    "rispy": ("importing",),
    "httpx": ("cite_online",),
    "vl_convert": ("pages",),
}
# Slow to import, and not needed for a check.
INSIDE_FUNCTIONS = ("mkdocs", "citeproc", "bibtexparser", "pylatexenc", "rispy", "vl_convert")

SUBJECT = re.compile(
    r"ketamin|depress|opioid|naltrexon|nmda|glutamat|synap[st]|dissociat|psycho(?:sis|tic)|psychiatr"
    r"|transcranial|\btms\b|spravato|janssen",
    re.IGNORECASE,
)

FILES = sorted(path for path in HOUSE.rglob("*.py"))


def part(path):
    """The module or package of the house to which a file belongs; empty for the house's own __init__."""
    first = path.relative_to(HOUSE).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imported(tree):
    """Every module that is imported, with the line and whether it is inside a function."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    inside = {id(node) for each in ast.walk(tree) if isinstance(each, functions) for node in ast.walk(each)}
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            names = [node.module]
            if node.module == "claimbook":
                names = [f"claimbook.{alias.name}" for alias in node.names if alias.name != "__version__"]
        for name in names:
            yield name, node.lineno, id(node) in inside


@cache
def imports():
    """(file, module imported, line, inside a function) for the whole house."""
    return [
        (path, name, line, inside)
        for path in FILES
        for name, line, inside in imported(ast.parse(path.read_text("utf-8")))
    ]


def test_every_part_of_the_house_has_a_floor():
    assert FILES
    parts = {part(path) for path in FILES} - {""}
    assert parts <= FLOOR.keys(), f"give these a floor: {sorted(parts - FLOOR.keys())}"


def test_imports_go_downward_only():
    upward = [
        f"{path.relative_to(HOUSE)}:{line} imports {name}"
        for path, name, line, _ in imports()
        if name.startswith("claimbook.")
        and (above := name.split(".")[1]) != (here := part(path))
        and here
        and FLOOR[above] >= FLOOR[here]
    ]
    assert upward == []


def module(path):
    """The dotted name of a file."""
    parts = path.relative_to(HOUSE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def loaded_with(path):
    """The modules of the house that are loaded when this file is, types aside."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module.startswith("claimbook"):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in names)


MODULES = {module(path) for path in FILES}


def test_no_module_needs_itself_to_be_loaded():
    needs = {module(path): set(loaded_with(path)) for path in FILES}
    assert len(list(TopologicalSorter(needs).static_order())) == len(MODULES)


def test_the_house_itself_imports_nothing():
    assert list(imported(ast.parse((HOUSE / "__init__.py").read_text("utf-8")))) == []


@pytest.mark.parametrize("package", ONLY_IN)
def test_some_packages_are_imported_in_few_places(package):
    strays = [
        f"{path.relative_to(HOUSE)}:{line}"
        for path, name, line, inside in imports()
        if name.split(".")[0] == package
        and (part(path) not in ONLY_IN[package] or (package in INSIDE_FUNCTIONS and not inside))
    ]
    assert strays == []


def test_the_packages_with_a_place_are_indeed_imported_there():
    found = {(name.split(".")[0], part(path)) for path, name, _, _ in imports()}
    for package, places in ONLY_IN.items():
        assert any((package, place) in found for place in places), package


def test_the_engine_knows_nothing_of_the_subject():
    told = []
    for path in sorted(HOUSE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            text = path.read_bytes().decode("utf-8", "replace")
            told += [f"{path.relative_to(HOUSE)}: {word}" for word in SUBJECT.findall(text)]
    assert told == []


def test_an_upward_import_would_be_seen():
    tree = ast.parse("from claimbook import cli\ndef f():\n    import claimbook.pages.home\n")
    assert list(imported(tree)) == [("claimbook.cli", 1, False), ("claimbook.pages.home", 3, True)]
