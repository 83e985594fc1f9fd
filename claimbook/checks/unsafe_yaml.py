"""A file uses a part of YAML that has no place here, or is far too large.

YAML can do more than this knowledge base needs: tags (a word that begins with !) can make a program build
things of its own, and anchors and aliases (& and *) let a file of a few lines unfold into billions. So
none of them is read. A file may hold 1 MiB, 10,000 values and 20 levels of nesting; a claim needs a
hundredth of that. Behind a value without quotes, a # after a space begins a remark that is not read; where no
space follows the #, as in “the #1 reason”, it is taken for text that would be lost.

If the sign belongs to your text, put the text in quotes. If a file is too large, split it.
"""

from claimbook.checks.example import CLAIM, swap

EXAMPLE = swap(CLAIM, "plain: People who", "plain: &first People who")
