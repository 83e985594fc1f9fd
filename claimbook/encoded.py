"""A value → JSON on one line, in which letters stand as they are."""

from __future__ import annotations

import json

import orjson

# Takes what orjson refuses: half of a surrogate pair, a number of more than 64 bits, a name that is no text. Without
# a search for circles: in a base there are none, since YAML with an alias is refused.
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def encoded(value: object) -> str:
    """The value as JSON without a space between its parts.

    Raises `TypeError` for what JSON has no word for.
    """
    try:
        return orjson.dumps(value).decode()
    except orjson.JSONEncodeError:
        return _encode(value)
