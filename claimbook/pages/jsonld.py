"""JSON-LD for a page: values cleaned as everywhere, in a script element that no text can close."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from claimbook.pages.text import clean

Node = dict[str, Any]

_CLOSING = re.compile("[<>&\u2028\u2029]")  # the last two end a line in JavaScript


def script(node: Node) -> str:
    """A block of HTML for a page's Markdown, which holds the node (or the nodes of an `@graph`), a line a term.

    What is empty is left out. `<`, `>` and `&` are written as JSON's escapes, so that no text can end the
    script or begin a comment (HTML Standard, "Restrictions for contents of script elements").
    """
    whole = {"@context": "https://schema.org", **node}
    lines = (f"{_json(name)}: {_json(value)}" for name, value in kept(whole).items())
    text = _CLOSING.sub(lambda found: f"\\u{ord(found[0]):04x}", ",\n".join(lines))
    return f'<script type="application/ld+json">\n{{\n{text}\n}}\n</script>'


def reference(node: Node) -> Node:
    """The node by its name alone; the whole node where it has none."""
    return {"@id": node["@id"]} if node.get("@id") else node


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def kept(value: object) -> Any:
    """The value with its text cleaned and whatever is empty left out, however deep."""
    if isinstance(value, Mapping):
        pairs = ((name, kept(each)) for name, each in value.items())
        return {name: each for name, each in pairs if not _says_nothing(each)}
    if isinstance(value, (list, tuple)):
        return [each for each in map(kept, value) if not _says_nothing(each)]
    return clean(str(value)) if value is not None else None


def _says_nothing(value: object) -> bool:
    """Whether it is empty, or a node of which only the type is left."""
    return not value or (isinstance(value, dict) and not value.keys() - {"@type"})
