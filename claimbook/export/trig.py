"""TriG, the text of RDF graphs (W3C, "RDF 1.1 TriG"): one statement a line, in which any text stays text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Statement = tuple[str, str, str]

# What the grammar keeps out of an IRI (IRIREF) and out of a string in double quotes (STRING_LITERAL_QUOTE),
# and beside these all that a terminal or an editor would not show as it is.
_NO_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\\x7f-\x9f\ud800-\udfff]')
_NO_STRING = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def iri(address: str) -> str:
    """An address in angle brackets, percent-encoded where it could end them."""
    return f"<{_NO_IRI.sub(_percent, address)}>"


def literal(text: str, kind: str = "") -> str:
    """A string; `kind` is `@en` or `^^` with a name, and stands behind it. What is no text is U+FFFD."""
    return f'"{_NO_STRING.sub(_escaped, text)}"{kind}'


def document(base: str | None, prefixes: Mapping[str, str], graphs: Iterable[str]) -> bytes:
    """A whole file."""
    first = [f"@base {iri(base)} ."] if base else []
    names = [f"@prefix {name}: {iri(address)} ." for name, address in prefixes.items()]
    return ("\n".join([*first, *names, "", *graphs])).encode()


def graph(name: str, statements: Iterable[Statement]) -> str:
    """A graph under its name; subjects, terms and objects are written out already."""
    lines = [f"  {subject} {term} {object_} .\n" for subject, term, object_ in statements]
    return f"{name} {{\n{''.join(lines)}}}\n"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    if character in _SHORT:
        return _SHORT[character]
    lost = character == "\x00" or "\ud800" <= character <= "\udfff" or character >= "\ufffe"
    return "\ufffd" if lost else f"\\u{ord(character):04X}"
