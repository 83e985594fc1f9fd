"""An id, which is mostly a file's name, is not made of lower-case words and digits joined by hyphens.

Ids become web addresses, such as tea/tea-keeps-awake. Capitals, spaces, accents and other signs in an
address are a common cause of links that break when they are copied or sent. Names that Windows keeps for
devices, such as con, aux or com1, are none either: nobody could have the file there.

Rename the file, or the entry, as the hint says, and mend the places that name it. Files of claims and
sources end in .yaml, and the text of a source in .txt.
"""

from claimbook.checks.example import VOCABULARY, swap

EXAMPLE = swap(VOCABULARY, "{id: scald,", "{id: Scald!,")
