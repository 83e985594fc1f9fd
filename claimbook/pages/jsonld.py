"""JSON-LD for a page: values cleaned as everywhere, in a script element that no text can close."""

from __future__ import annotations

import re
from typing import Any

from claimbook.pages.text import as_json, clean

Node = dict[str, Any]

_CLOSING = re.compile("[<>&\u2028\u2029]")  # the last two end a line in JavaScript


def script(node: Node) -> str:
    """A block of HTML for a page's Markdown, which holds the node (or the nodes of an `@graph`), a line a term.

    What is empty is left out. `<`, `>` and `&` are written as JSON's escapes, so that no text can end the
    script or begin a comment (HTML Standard, "Restrictions for contents of script elements").
    """
    whole = {"@context": "https://schema.org", **node}
    lines = (f"{as_json(name)}: {as_json(value)}" for name, value in kept(whole).items())
    text = _CLOSING.sub(lambda found: f"\\u{ord(found[0]):04x}", ",\n".join(lines))
    return f'<script type="application/ld+json">\n{{\n{text}\n}}\n</script>'


def reference(node: Node) -> Node:
    """The node by its name alone; the whole node where it has none."""
    return {"@id": node["@id"]} if node.get("@id") else node


def kept(value: object) -> Any:
    """The value with its text cleaned and whatever is empty left out, however deep."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        inside = {name: kept(given) for name, given in value.items()}
        return {name: each for name, each in inside.items() if each and _says(each)}
    if isinstance(value, (list, tuple)):
        return [each for given in value if (each := kept(given)) and _says(each)]
    return clean(str(value)) if value is not None else None


def _says(value: object) -> bool:
    """Whether a value that is not empty says anything: it is no node of which only the type is left."""
    return not (isinstance(value, dict) and len(value) == 1 and "@type" in value)
