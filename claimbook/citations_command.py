"""The command `citations`: the sources' records by themselves, or against Crossref and PubMed."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from claimbook.errors import CannotRunError
from claimbook.usage import cache_option, examples

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.citations import Answer, Asked
    from claimbook.model import Library

_FORMATS = ("text", "json", "markdown")


@click.command(
    epilog=examples(
        "citations",
        "citations --online --email you@example.org",
        "citations --online --format markdown > issue.md",
    )
)
@click.option("--online", is_flag=True, help="Ask Crossref for each DOI and PubMed for each PMID.")
@click.option(
    "--email", envvar="CLAIMBOOK_EMAIL", show_envvar=True, help="Your mail address, which both ask for."
)
@cache_option
@click.option(
    "--crossref", envvar="CLAIMBOOK_CROSSREF", show_envvar=True, help="Crossref, or a mirror of it."
)
@click.option(
    "--pubmed", envvar="CLAIMBOOK_PUBMED", show_envvar=True, help="E-utilities, or a mirror of them."
)
@click.option(
    "--timeout", default=20.0, show_default=True, type=click.FloatRange(0.1, 300), help="In seconds."
)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.pass_obj
def citations(
    root: Path,
    online: bool,
    email: str | None,
    cache: Path | None,
    crossref: str | None,
    pubmed: str | None,
    timeout: float,
    form: str,
) -> None:
    """Check the sources' identifiers, and what stands behind them.

    Without --online: their form, doubles, contradictions and gaps. With it, also whether each exists, whether
    title, year and first author agree, whether it was retracted or corrected, and whether the passages that
    claims name stand in the abstract. At most three requests a second are sent; a run that is broken off goes
    on where it stood. Ends with status 1 where an error was found, else 2 where something was not checked.
    """
    from claimbook.checks import Facts
    from claimbook.citations import FORMATS, UNCHECKED, judge
    from claimbook.load import load

    library, _ = load(root)
    if not library.sources:
        raise CannotRunError(f"there is no source in {root / 'sources'}")
    places = {name: value for name, value in (("crossref", crossref), ("pubmed", pubmed)) if value}
    answers = _answers(root, library, email, cache, places, timeout) if online else None
    report = judge(Facts(library, date.today()), answers)
    click.echo(FORMATS[form](report).encode("utf-8", "replace"), nl=False)
    if report.of(UNCHECKED):
        click.echo("not everything could be checked; what was not stands above", err=True)
    sys.exit(report.status)


def _answers(
    root: Path,
    library: Library,
    email: str | None,
    cache: Path | None,
    places: dict[str, str],
    timeout: float,
) -> dict[Asked, Answer]:
    from claimbook.citations import to_ask
    from claimbook.cite_online import ask, services
    from claimbook.usercache import cache_folder

    where = services(email, **places)
    folder = cache_folder(root, "citations", cache)
    asked = list(dict.fromkeys(each for several in to_ask(library).values() for each in several))
    if not asked:
        raise CannotRunError("no source has a sound DOI or PMID to ask for")
    label = "Asking Crossref and PubMed"
    with click.progressbar(length=len(asked), label=label, file=sys.stderr, show_pos=True) as bar:
        return ask(where, asked, folder, lambda: bar.update(1), timeout)
