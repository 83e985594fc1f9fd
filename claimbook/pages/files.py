"""The files that stand beside the pages: where each is, and links to them."""

from __future__ import annotations

from claimbook.pages import address

CLAIMS_JSON = "claims.json"
CLAIMS_CSV = "claims.csv"
SOURCES = "sources"  # with the ending of each format of reference managers
FEED = "changes.xml"
LLMS = "llms.txt"


def claim_json(claim_id: str) -> str:
    """The file of one claim, beside its page."""
    return beside(address.claim(claim_id), "json")


def beside(page: str, ending: str) -> str:
    """A file of the name of a page: `claims/tea.md` → `claims/tea.bib`."""
    return f"{page.removesuffix('.md')}.{ending}"


def links(here: str, *paths: str) -> str:
    """Markdown links from a page to files, by their own names."""
    return ", ".join(address.link(here, path, path.rpartition("/")[2]) for path in paths)
