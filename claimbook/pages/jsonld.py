"""JSON-LD for a page: values cleaned as everywhere, in a script element that no text can close."""

from __future__ import annotations

from typing import Any

from claimbook.encoded import encoded
from claimbook.pages.text import clean

Node = dict[str, Any]


class Kept(dict[str, Any]):
    """A node as `kept` leaves it."""


_CLOSING = "<>&\u2028\u2029"  # the last two end a line in JavaScript


def script(node: Node) -> str:
    """A block of HTML for a page's Markdown, which holds the node (or the nodes of an `@graph`), a line a term.

    What is empty is left out. `<`, `>` and `&` are written as JSON's escapes, so that no text can end the
    script or begin a comment (HTML Standard, "Restrictions for contents of script elements").
    """
    whole = {"@context": "https://schema.org", **node}
    lines = (f'"{name}": {encoded(value)}' for name, value in kept(whole).items())
    text = ",\n".join(lines)
    for sign in _CLOSING:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">\n{{\n{text}\n}}\n</script>'


def reference(node: Node) -> Node:
    """The node by its name alone; the whole node where it has none."""
    return {"@id": node["@id"]} if node.get("@id") else node


def kept(value: object) -> Any:
    """The value with its text cleaned and whatever is empty left out, however deep; a node is looked at once."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return value if isinstance(value, Kept) else _inside(value)
    if isinstance(value, (list, tuple)):
        return [each for given in value if (each := kept(given))]
    return clean(str(value)) if value is not None else None


def _inside(node: Node) -> Kept:
    """What is kept of a node; nothing where that is its type alone."""
    found = Kept()
    for name, given in node.items():
        if each := clean(given) if isinstance(given, str) else kept(given):
            found[name] = each
    return Kept() if len(found) == 1 and "@type" in found else found
