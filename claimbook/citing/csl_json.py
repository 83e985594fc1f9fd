"""Records as CSL-JSON (Citation Style Language data, as the schema in claimbook/data says)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing.lines import OTHERS, persons
from claimbook.encoded import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimbook.citing.lines import Work


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


def csl_json(work: Work) -> str:
    """Return the `csl_item` as it stands in a file, a field a line."""
    item = csl_item(work.key, work.csl, work.more_authors)
    lines = ",\n".join([f"    {encoded(name)}: {encoded(value)}" for name, value in item.items()])
    return f"  {{\n{lines}\n  }}"


def csl_file(items: Iterable[str]) -> str:
    """Return the text of a file: one JSON list of what `csl_json` gave."""
    return "[\n" + ",\n".join(items) + "\n]\n"
