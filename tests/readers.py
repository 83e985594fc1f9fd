"""Small readers of BibTeX and RIS, written apart from the code that writes these formats."""

from __future__ import annotations

import re

_WORDS = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciicircum": "^",
    "textasciitilde": "~",
}
_TEX = re.compile(r"\\(?:([a-z]+)\{\}|([#$%&_]))|([{}])")


def untex(text):
    """TeX back to text: words and escaped signs read, grouping braces gone; nothing else may stand there."""
    return _TEX.sub(lambda found: _WORDS[found[1]] if found[1] else found[2] or "", text)


def braced(text, start):
    """The inside of the braces that open at `start`, and the place behind them; braces are only counted."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return text[start + 1 : place], place + 1
    raise AssertionError("the braces do not close")


def read_bibtex(text):
    """Entries as (type, key, fields), the values as TeX; anything between that is no entry is a fault."""
    entries, place = [], 0
    while head := re.compile(r"\s*@(\w+)(?=\{)").match(text, place):
        inside, place = braced(text, head.end())
        key, _, rest = inside.partition(",")
        entries.append((head[1], key, _fields(rest)))
    assert not text[place:].strip()
    return entries


def _fields(text):
    found, place = {}, 0
    while name := re.compile(r",?\s*(\w+) = (?=\{)").match(text, place):
        assert name[1] not in found
        found[name[1]], place = braced(text, name.end())
    assert not text[place:].strip(), text[place:]
    return found


def names(field):
    """Names split at each "and" outside braces, and each at its commas, as text."""
    parts, depth, here = [[""]], 0, 0
    while here < len(field):
        depth += {"{": 1, "}": -1}.get(field[here], 0)
        if not depth and field.startswith(" and ", here):
            parts.append([""])
            here += 5
            continue
        if not depth and field.startswith(", ", here):
            parts[-1].append("")
            here += 2
            continue
        parts[-1][-1] += field[here]
        here += 1
    return [[untex(each) for each in name] for name in parts]


def read_ris(text):
    """Records as lists of (tag, value); every line is a tag, and a record goes from TY to ER."""
    records = []
    for line in text.split("\r\n"):
        if not line:
            continue
        found = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert found, line
        if found[1] == "TY":
            records.append([])
        records[-1].append((found[1], found[2]))
    assert all(record[-1] == ("ER", "") for record in records)
    return records
