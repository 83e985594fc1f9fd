"""Where each page stands, and the links between pages."""

from __future__ import annotations

from claimbook.pages.text import attr, md

HOME = "index.md"
TOPICS = "topics/index.md"
CLAIMS = "claims/index.md"
SOURCES = "sources/index.md"
LEDGERS = "ledger/index.md"
RULES = "rules.md"  # no index.md: the theme would make that the page of the section in which it stands
GRADING = "how-we-grade.md"
CONTRIBUTING = "how-to-contribute.md"
HELP = "help.md"
DISAGREEMENTS = "where-studies-disagree.md"
OVERSTATED = "often-overstated.md"
MATRIX = "claims-and-studies.md"
PICTURES = "pictures.md"
TREATMENTS = "treatments/index.md"
LEFT_OUT = "left-out.md"
DATA = "use-the-data.md"


def topic(topic_id: str) -> str:
    """The page of a topic."""
    return f"topics/{topic_id}.md"


def sheet(topic_id: str) -> str:
    """The page of a topic that fits one sheet of paper."""
    return f"sheets/{topic_id}.md"


def claim(claim_id: str) -> str:
    """The page of a claim; its topic is no part of the address, so that a claim can move."""
    return f"claims/{claim_id}.md"


def source(key: str) -> str:
    """The page of a source."""
    return f"sources/{key}.md"


def treatment(word: str) -> str:
    """The page of a treatment."""
    return f"treatments/{word}.md"


def ledger(key: str) -> str:
    """The page with a lay page's text, sentence by sentence."""
    return f"ledger/{key}.md"


def rule(name: str) -> str:
    """The page of a rule."""
    return f"rules/{name}.md"


def relative(here: str, there: str) -> str:
    """The way from one page to another; an anchor may follow the path."""
    folder, up = here[: here.rfind("/") + 1], ""
    while not there.startswith(folder):
        folder, up = folder[: folder.rfind("/", 0, -1) + 1], f"{up}../"
    return up + there.removeprefix(folder)


def link(here: str, there: str, text: str) -> str:
    """A Markdown link with `text` as it is."""
    return f"[{md(text)}]({relative(here, there)})"


def outside(url: str, text: str) -> str:
    """A link to another site."""
    return f'<a href="{attr(url)}">{md(text)}</a>'


def crumbs(here: str, *steps: tuple[str, str]) -> str:
    """The way from the home page to `here`: (page, name) pairs between."""
    links = [link(here, HOME, "Home"), *(link(here, there, name) for there, name in steps)]
    inside = ' <span aria-hidden="true">›</span> '.join(links)
    return f'<nav class="cb-crumbs" aria-label="Breadcrumb" markdown="span">{inside}</nav>'
