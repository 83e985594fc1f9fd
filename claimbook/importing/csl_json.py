"""CSL-JSON as Zotero and others export it → works; an item that is no JSON does not take the others along."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from claimbook.importing.cleaning import BrokenError, Work, csl_item
from claimbook.importing.files import broken, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.importing.files import Made

_BETWEEN = re.compile(r"[\s,]*")
_NEXT_ITEM = re.compile(r"^[ \t]{0,4}\{", re.MULTILINE)


def csl_json_entries(text: str) -> Iterator[tuple[str, Made]]:
    """Where each item stands, and how a work is made of it; what cannot be read is passed over to the next."""
    at = _BETWEEN.match(text, text.index("[") + 1 if text.lstrip()[0] == "[" else 0).end()  # type: ignore[union-attr]
    while at < len(text) and text[at] != "]":
        where = f"line {line_of(text, at)}"
        try:
            item, at = json.JSONDecoder().raw_decode(text, at)
            yield where, partial(_work, item)
        except (json.JSONDecodeError, RecursionError) as error:
            yield where, broken(f"it is no JSON: {getattr(error, 'msg', 'nested too deeply')}")
            following = _NEXT_ITEM.search(text, at + 1)
            at = following.end() - 1 if following else len(text)
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]


def _work(item: object) -> Work:
    if not isinstance(item, Mapping):
        raise BrokenError("it is no item with fields")
    return Work(csl_item(item))
