"""Records as CSL-JSON (Citation Style Language data, as the schema in claimbook/data says)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimbook.citing.lines import OTHERS, persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def csl_item(key: str, csl: Mapping[str, object], more_authors: bool = False) -> dict[str, object]:
    """Return the record as it stands, with its key as `id`.

    `more_authors` says that the list of authors is cut: it then ends with the literal name "others", which
    is how other tools keep BibTeX's "and others".
    """
    item = {"id": key, **{name: value for name, value in csl.items() if name != "id"}}
    given = csl.get("author")
    if more_authors and isinstance(given, (list, tuple)) and persons(csl, "author"):
        item["author"] = [*given, {"literal": OTHERS}]
    return item


def csl_json(key: str, csl: Mapping[str, object], more_authors: bool = False) -> str:
    """Return the `csl_item` as it stands in a file, readable; no text of JSON has a line's end in it."""
    text = json.dumps(csl_item(key, csl, more_authors), ensure_ascii=False, indent=2)
    return "  " + text.replace("\n", "\n  ")


def csl_file(items: Iterable[str]) -> str:
    """Return the text of a file: one JSON list of what `csl_json` gave."""
    return "[\n" + ",\n".join(items) + "\n]\n"
