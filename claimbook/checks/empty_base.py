"""The knowledge base holds no claim at all.

A check that finds nothing wrong because it found nothing to look at would be misleading. Mostly the
folder is the wrong one, or the claims stand somewhere else than in claims/<topic>/<id>.yaml.

Look at the folder that `--root` names. If the base is new, write its first claim; the command `new claim`
prepares the file.
"""

from claimbook.checks.example import BASE, CLAIM, MICE, Example, swap


def _example() -> Example:
    """The tiny base without its two claims."""
    example = swap(CLAIM, BASE[CLAIM], "# no claim here\n")
    emptied = {path: raw for path, raw in example.good_files.items() if path not in (CLAIM, MICE)}
    return example._replace(bad="", bad_files=emptied)


EXAMPLE = _example()
