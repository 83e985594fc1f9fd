"""A file cannot be read as text, because it is not saved in the encoding UTF-8.

An encoding says which bytes stand for which letters. Everything here is UTF-8, in which every sign of
every language can be written; older programs save accents, curly quotation marks and dashes in their own
way, and those would turn into wrong letters.

Open the file in your editor and save it again with the encoding UTF-8. Look at the accents and quotation
marks afterwards. The same rule speaks where a file cannot be opened at all, or is only a link to another, and
where the text of a source holds more than 4 MiB.
"""

from claimbook.checks.example import LAY_TEXT, Example, swap

_GOOD, _BAD = "Subscribe to our letter!", "Subscribe to our \\xe9 letter!"


def _example() -> Example:
    """The lay page's text with one byte of an older encoding in it."""
    example = swap(LAY_TEXT, _GOOD, _BAD)
    raw = example.bad_files[LAY_TEXT].replace(b"\\xe9", b"\xe9")
    return example._replace(bad_files={**example.bad_files, LAY_TEXT: raw})


EXAMPLE = _example()
