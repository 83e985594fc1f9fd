"""Mappings of YAML → typed values, by the table of fields; collects every shape problem on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimbook import model
from claimbook.load.values import DROPPED, SHOWN, Dropped, ValueReader
from claimbook.yamltext import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimbook.fields import Field, Shape

CLASSES: dict[str, Callable[..., object]] = {
    "allow": model.Allow,
    "passage": model.Passage,
    "context": model.Context,
    "evidence": model.Evidence,
    "reasons": model.Reason,
    "related": model.Related,
    "changes": model.Change,
    "study": model.Study,
    "access": model.Access,
    "status": model.Status,
    "lay": model.Lay,
    "set_aside": model.Aside,
    "safety": model.SafetyWord,
    "treatments": model.TreatmentWord,
    "left_out": model.LeftOut,
}
_FIELDS = ("mapping", "csl")  # the kinds of which a value holds fields
ATTRIBUTES = {"as": "relation", "is": "value"}


class ShapeReader(ValueReader):
    """Reads one file's mappings."""

    def read(self, shape: Shape, mapping: Mapping) -> tuple[model.Origin, dict[str, Any]]:
        """Return where the mapping stands, with the names of its faulty fields, and its good values.

        A repeated field is faulty: nobody can tell which of its values was meant.
        """
        faults = self._unknown_fields(shape, mapping)
        if mapping.repeated:
            faults |= mapping.repeated & shape.keys()
        values: dict[str, Any] = {}
        for name, field in shape.items():
            if name in faults:
                continue
            given = mapping.values.get(name)
            if given is not None:
                value = self._field(name, field, given, faults)
                if value is not DROPPED:
                    values[ATTRIBUTES.get(name, name)] = value
            elif field.required:
                faults.add(name)
                message, hint = f"the field '{name}' is missing", f"add '{name}': {_asked(field)}"
                self.report("missing-field", mapping, message, hint)
        return model.Origin(self.file, mapping.start, mapping.end, frozenset(faults)), values

    def _unknown_fields(self, shape: Shape, mapping: Mapping) -> set[str]:
        """Report what the table does not know; return the absent fields that were probably meant."""
        if mapping.keys.keys() <= shape.keys():
            return set()
        absent = tuple(name for name in shape if name not in mapping.values)
        meant: set[str] = set()
        for name, key in mapping.keys.items():
            if name not in shape:
                guess = self.guess(name, absent) or self.guess(name, tuple(shape))
                if guess in absent:
                    meant.add(guess)
                hint = f"did you mean '{guess}'?" if guess else f"known here: {', '.join(shape)}"
                self.report("unknown-field", key, f"'{name[:SHOWN]}' is no field known here", hint)
        return meant

    def _field(self, name: str, field: Field, value: Value, faults: set[str]) -> object:
        """Read a field's value; where it was reported, note its name among the `faults`."""
        if _is_empty(field, value):
            if field.needed_by:
                return DROPPED  # as good as absent; the source's kind decides whether it is missing
            if field.required:
                faults.add(name)
                return self._empty(name, value, f"add {_asked(field)}")
        read = self._list(name, field, value, faults) if field.many else self._one(name, field, value)
        if read is DROPPED:
            faults.add(name)
        return read

    def _list(self, name: str, field: Field, value: Value, faults: set[str]) -> object:
        """The good entries of a list."""
        if not isinstance(value, Sequence):
            return self.wrong(name, "a list", value, "begin each entry on a line of its own with '- '")
        read = [self._one(name, field, item) for item in value.items]
        good = tuple([item for item in read if item is not DROPPED])
        if len(good) < len(read):
            faults.add(name)
        return good

    def _empty(self, name: str, value: Value, hint: str) -> Dropped:
        return self.report("missing-field", value, f"the field '{name}' is empty", hint)

    def _one(self, name: str, field: Field, value: Value) -> object:
        return getattr(self, field.kind)(name, field, value)

    def mapping(self, name: str, field: Field, value: Value) -> object:
        """The fields of a mapping; an empty one is reported once, not for each field that it needs."""
        shape = field.shape or {}
        if not isinstance(value, Mapping):
            return self.wrong(name, "fields with values", value, f"its fields: {', '.join(shape)}")
        if not value.values and (needed := [inner for inner, each in shape.items() if each.required]):
            return self._empty(name, value, f"needed in it: {', '.join(needed)}")
        origin, values = self.read(shape, value)
        return CLASSES[name](origin, **values)


def _asked(field: Field) -> str:
    return f"{field.about}; one of: {', '.join(field.options)}" if field.options else field.about


def _is_empty(field: Field, value: Value) -> bool:
    if isinstance(value, Scalar):
        return value.value is None
    return isinstance(value, Mapping) and not value.values and not field.many and field.kind in _FIELDS
