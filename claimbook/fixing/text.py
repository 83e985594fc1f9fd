"""The text of one file → the same with its quotes, identifiers and order of fields mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import fields
from claimbook.fixing.changes import apply
from claimbook.fixing.identifiers import identifier_changes
from claimbook.fixing.order import in_order
from claimbook.fixing.quotes import quote_changes
from claimbook.load import LISTS
from claimbook.yamltext import Mapping, Scalar, TextFile, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping as Held

    from claimbook.fields import Shape
    from claimbook.yamltext import Value

_LISTS = {
    "topics.yaml": fields.TOPIC,
    "vocabulary.yaml": fields.VOCABULARY,
    "help-lines.yaml": fields.HELP_LINE,
    "method.yaml": fields.METHOD,
}


def fix_text(path: str, text: str, held: Held[str, TextFile]) -> str:
    """Mend the file at `path`, relative to the root; `held` are the texts of lay pages by their keys.

    Quotes get the characters of the text that they stand in, identifiers their canonical form, fields
    the order of the table. A text that cannot be read whole comes back as it is.
    """
    value, problems = read_yaml(TextFile(path, text))
    if value is None or problems:
        return text
    changes = [*identifier_changes(value), *quote_changes(path, value, held)]
    return in_order(apply(text, changes), _shape(path, value))


def _shape(path: str, value: Value) -> Shape:
    """The fields of this kind of file, in the order of the table."""
    if path in LISTS:
        return _LISTS[path.rpartition("/")[2]]
    if path.startswith("claims/"):
        return fields.CLAIM
    kind = value.values.get("kind") if isinstance(value, Mapping) else None
    is_lay = isinstance(kind, Scalar) and kind.value == fields.LAY_PAGE
    return fields.LAY_SOURCE if is_lay else fields.STUDY_SOURCE
