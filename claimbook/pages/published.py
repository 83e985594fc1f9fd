"""Where the pages will stand once they are published: addresses as MkDocs makes them of paths."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlencode

from claimbook.pages.address import relative

# A repository on GitHub, and the form there (in .github/ISSUE_TEMPLATE) in which a claim is reported.
_GITHUB = re.compile(r"https?://(?:www\.)?github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?", re.I | re.A)
FORM, FIELD = "problem-with-a-claim.yml", "claim"


class Site(NamedTuple):
    """What the settings say of the site; each is empty where they do not say it.

    `url` is its published address, `license` that of the licence under which its own text stands,
    `copyright` the line on rights below each page, `repo` the address of the repository of its files.
    """

    name: str = ""
    url: str = ""
    description: str = ""
    license: str = ""
    copyright: str = ""
    repo: str = ""

    def address(self, path: str) -> str:
        """The absolute address of a page or file of the site; empty while the site has none."""
        return f"{self.url.rstrip('/')}/{place(path)}" if self.url else ""

    def history(self, path: str) -> str:
        """Where every change of a file of the repository is listed; empty where no repository is named."""
        return self._of("commits", path)

    def file(self, path: str) -> str:
        """Where a file of the repository can be read; empty where no repository is named."""
        return self._of("blob", path)

    def _of(self, view: str, path: str) -> str:
        between = "/-" if "gitlab" in self.repo else ""
        return f"{self.repo.rstrip('/')}{between}/{view}/HEAD/{path}" if self.repo else ""

    def report(self, claim_id: str, path: str) -> str:
        """The form on GitHub in which a problem with a claim is told, with the claim filled in.

        `path` is the claim's page: the form gets its address, or the id where the site has none. Empty where
        the repository is not on GitHub.
        """
        repo = _GITHUB.fullmatch(self.repo)
        if repo is None:
            return ""
        told = {"template": FORM, "title": f"Claim {claim_id}: ", FIELD: self.address(path) or claim_id}
        return f"https://github.com/{repo[1]}/issues/new?{urlencode(told)}"


@lru_cache(maxsize=1 << 14)  # each page is named by many
def place(path: str) -> str:
    """Where a page is published, seen from the home page: `claims/tea.md#top` → `claims/tea/#top`.

    Each page has a folder of its own (MkDocs' `use_directory_urls`); other files stay where they are.
    """
    file, mark, anchor = path.partition("#")
    if not file.endswith(".md"):
        return path
    folder, _, name = file.removesuffix(".md").rpartition("/")
    parts = [folder] if name == "index" else [folder, name]
    return "".join(f"{part}/" for part in parts if part) + mark + anchor


def way(here: str, there: str) -> str:
    """The way from one published page to another, for HTML attributes that MkDocs does not rewrite."""
    return relative(place(here), place(there))
