"""The page "How to contribute": a claim's file, its fields, and how to check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import fields
from claimbook.checks.example import BASE, CLAIM
from claimbook.pages import address
from claimbook.pages.text import code, front_matter, md, page, table

if TYPE_CHECKING:
    from claimbook.fields import Shape
    from claimbook.pages.published import Site

_STEPS = """\
1. Read the source, not only a summary of it.
2. Write one file for one fact: `claims/<topic>/<id>.yaml`. The name of the file is the claim's id.
   `python build_claims.py new claim <topic> <id>` begins it, `new source --doi <doi>` (or `--pmid`, or
   `--file` with what Zotero exports) the record of a study; each gap says what belongs there.
3. Quote lay pages word for word. Tell what a study found in your own words, with its figures,
   and give the first and last words of the passage.
4. Run `python build_claims.py check`. It shows every problem with its line, and how to mend it; `explain`
   with a rule's name tells more, and `fix` with a file's name puts quotation marks, identifiers and the
   order of fields right.
5. Run `python build_claims.py serve` and look at the page as a reader would.
6. Ask somebody else to read the claim against its sources: first readings are often wrong."""

_WORDING = """\
- One fact a claim, in one sentence of your own. It never says more than its evidence.
- Quote whole clauses, so that a quote keeps its conditions and its *not*.
- Say people *with* a condition; write *chance*, not *risk*, for lay readers; explain every technical word.
- Give no advice and no dose beyond what a named study reports.
- Where a source is garbled and the sense is a guess, say that it is."""


def contributing_page(site: Site) -> bytes:
    """Steps, wording, an example and the fields of every kind of file; a first claim is walked through elsewhere."""
    here = address.CONTRIBUTING
    walk = site.file("CONTRIBUTING.md")
    named = address.outside(walk, "CONTRIBUTING.md") if walk else "The file <code>CONTRIBUTING.md</code>"
    shapes = (
        ("Fields of a claim", fields.CLAIM),
        ("Fields of an evidence item", fields.EVIDENCE),
        ("Fields of a study, label or guideline", fields.STUDY_SOURCE),
        ("Fields of its study", fields.STUDY),
        ("Fields of a lay page", fields.LAY_SOURCE),
    )
    return page(
        front_matter("How to contribute", "How to mend a claim or add one, and what every claim is held to."),
        "# How to contribute",
        f"{named} walks through a first claim, in the browser or on your computer, and says how to judge one. "
        "This page tells what the fields hold.",
        _STEPS,
        f"## How to word it\n\n{_WORDING}",
        f"## An example\n\n{code(BASE[CLAIM])}",
        *(f"## {name}\n\n{_table(shape)}" for name, shape in shapes),
        f"{address.link(here, address.RULES, 'The rules')} say what is checked, with an example of each.",
    )


def _table(shape: Shape) -> str:
    rows = [
        [f"<code>{name}</code>", "yes" if field.required else "", md(field.about) + _options(field.options)]
        for name, field in shape.items()
    ]
    return table(["Field", "Required", "What it holds"], rows)


def _options(options: tuple[str, ...]) -> str:
    return f": {', '.join(f'<code>{option}</code>' for option in options)}" if options else ""
