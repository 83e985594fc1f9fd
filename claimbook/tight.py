"""Templates without the white space of their own lines: it is a fifth of the bytes of a page, and not shown."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader
from jinja2.ext import Extension
from jinja2.lexer import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Environment
    from jinja2.lexer import TokenStream

_LINE_END = re.compile(r"[ \t\n]*\n[ \t\n]*")
_AS_WRITTEN = re.compile(r"<(/?)(script|style|pre|textarea)\b", re.I)  # where white space counts
_TEXT_ALONE = {"script", "style", "textarea"}  # in which no other element begins or ends


def tightened(templates: Environment, folders: Sequence[str]) -> Environment:
    """The same templates, which stand in these folders, made tight."""
    templates.add_extension(Tight)
    templates.loader = _Loader(folders)
    return templates


class _Loader(FileSystemLoader):
    """From folders; hidden ones are not listed: of the theme's 14,000 icons there, MkDocs copies none."""

    def list_templates(self) -> list[str]:
        """Paths from the folders, sorted."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, below, files in os.walk(top):
                below[:] = (name for name in below if not name.startswith("."))
                from_top = os.path.relpath(folder, top).replace(os.sep, "/")
                found.update(name if from_top == "." else f"{from_top}/{name}" for name in files)
        return sorted(found)


class Tight(Extension):
    """For Jinja: leaves one end of a line where a template has more white space around it.

    One stays, so what stood apart stands apart.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, its text made tight."""
        opened: tuple[str, ...] = ()
        for token in stream:
            if token.type == "data":
                text, opened = tight(token.value, opened)
                yield Token(token.lineno, token.type, text)
            else:
                yield token


def tight(text: str, opened: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
    """The text of a template made tight, and which elements are open at its end that stay as written.

    `opened`: which are open where it begins, the innermost last.
    """
    parts: list[str] = []
    begin = 0
    for found in _AS_WRITTEN.finditer(text):
        parts.append(_part(text[begin : found.end()], bool(opened)))
        begin, opened = found.end(), _behind(opened, found[2].lower(), bool(found[1]))
    return "".join([*parts, _part(text[begin:], bool(opened))]), opened


def _behind(opened: tuple[str, ...], name: str, is_end: bool) -> tuple[str, ...]:
    """What is open behind a tag."""
    innermost = opened[-1] if opened else ""
    if is_end:
        return opened[:-1] if name == innermost else opened
    return opened if innermost in _TEXT_ALONE else (*opened, name)


def _part(text: str, as_written: bool) -> str:
    return text if as_written else _LINE_END.sub("\n", text)
