"""A web address does not have the form of one.

The address is where a reader finds a source, or help, so the site makes a link of it. An address begins with
https:// or http://, then comes the name of a site, and it holds no spaces and no quotation marks.

Open the page in a browser and copy the address from there, whole. Leave out a user name or a password.
Where the form that was meant can be guessed, the problem shows it. Whether the page still answers is
not asked here: that is looked up apart, since it needs the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, STUDY, swap
from claimbook.checks.identifiers import identifier_problems
from claimbook.citing import url_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.checks.whole import Whole
    from claimbook.model import Source
    from claimbook.problem import Problem

_ADDRESS = "https://tea.example/2019"
_WITH_ADDRESS = {STUDY: BASE[STUDY].replace("  PMID", f"  URL: {_ADDRESS}\n  PMID")}

EXAMPLE = swap(STUDY, f"URL: {_ADDRESS}", "URL: tea.example/2019", _WITH_ADDRESS)


def of_source(source: Source, view: View) -> Iterator[Problem]:
    """A problem for an unsound URL of the source."""
    yield from identifier_problems(source, "bad-url", "URL")


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each unsound URL of a line on where to get help."""
    for line in whole.base.help_lines:
        fault = url_fault(line.url) if line.url is not None else None
        if fault:
            message, meant = fault
            hint = f"write {meant}" if meant else "copy the address anew, or take the field out"
            yield line.origin.problem("bad-url", "url", message, hint)
