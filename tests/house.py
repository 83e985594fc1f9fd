"""The house as the code has it: the engine's rooms (a module, or a folder of them) and what each imports."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.test_floors import FLOOR

if TYPE_CHECKING:
    from collections.abc import Mapping

Graph = dict[str, set[str]]

PACKAGE = Path(__file__).resolve().parent.parent / "claimbook"


@cache
def rooms(package: Path = PACKAGE) -> dict[str, str]:
    """Each room as import lines name it, and as it stands on disk: `write` is write.py, `pages` is pages/."""
    modules = {path.stem: path.name for path in package.glob("*.py") if path.stem != "__init__"}
    return modules | {path.parent.name: f"{path.parent.name}/" for path in package.glob("*/__init__.py")}


def floors() -> dict[str, int]:
    """The floor of each room that stands, counted from 0 at the ground."""
    heights = sorted({FLOOR[room] for room in rooms()})
    return {room: heights.index(FLOOR[room]) for room in rooms()}


@cache
def imports(package: Path = PACKAGE) -> Graph:
    """What each room imports from other rooms, for types alone or inside a function too."""
    found: Graph = {}
    for room, name in sorted(rooms(package).items()):
        files = (package / name).rglob("*.py") if name.endswith("/") else [package / name]
        names = {name for path in files for name in _imported(path)}
        parts = (name.split(".") for name in names if name.startswith(f"{package.name}."))
        found[room] = {inside[1] for inside in parts} & rooms(package).keys() - {room}
    return found


def _imported(path: Path) -> set[str]:
    """The full names in a file's import lines."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def reduced(graph: Graph) -> Graph:
    """The graph without the arrows that a longer way makes needless (its transitive reduction)."""
    further = {room: set().union(*(reached(graph, target) for target in graph[room])) for room in graph}
    return {room: targets - further[room] for room, targets in graph.items()}


def reached(graph: Graph, room: str) -> set[str]:
    """All that a room imports, by others too; the graph must be without circles."""
    return graph[room].union(*(reached(graph, target) for target in graph[room]))


def duty(room: str) -> str:
    """What a room is for: the first sentence of its docstring."""
    name = rooms()[room]
    path = PACKAGE / name / "__init__.py" if name.endswith("/") else PACKAGE / name
    opening = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
    return " ".join(opening.split())


def table(floors: Mapping[str, int]) -> str:
    """The floors from the top down as a Markdown table: each room and its duty."""
    ordered = sorted(floors, key=lambda room: (-floors[room], room))
    rows = [f"| {floors[room]} | `{rooms()[room]}` | {duty(room)} |" for room in ordered]
    return "\n".join(("| floor | room | duty |", "|---|---|---|", *rows))


def described(graph: Graph, floors: Mapping[str, int]) -> str:
    """The house in words: each floor from the top down, and what each room there imports."""
    lines = []
    for floor in sorted(set(floors.values()), reverse=True):
        on_it = [f"{rooms()[room]} imports {_listed(graph[room])}" for room in graph if floors[room] == floor]
        lines.append(f"Floor {floor}: {'; '.join(on_it)}.")
    return "\n".join(lines)


def _listed(targets: set[str]) -> str:
    return ", ".join(rooms()[target] for target in sorted(targets)) or "nothing of the house"
