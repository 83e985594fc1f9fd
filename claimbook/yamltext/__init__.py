"""YAML text → values that know their line and column; the only importer of yaml."""

from claimbook.yamltext.located import Mapping, Scalar, Sequence, TextFile, Value, plain
from claimbook.yamltext.reader import MAX_BYTES, MAX_DEPTH, MAX_VALUES, mappings, read_yaml
from claimbook.yamltext.scalars import BadDate, calendar_date, control_character

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_VALUES",
    "BadDate",
    "Mapping",
    "Scalar",
    "Sequence",
    "TextFile",
    "Value",
    "calendar_date",
    "control_character",
    "mappings",
    "plain",
    "read_yaml",
]
