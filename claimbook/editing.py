"""The commands that help with editing: schema, new, fix."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimbook.errors import CannotRunError
from claimbook.usage import examples, place, sources, topics

if TYPE_CHECKING:
    from claimbook.checks import Facts
    from claimbook.drafting import Offers

FAULTS = 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog=examples("schema", "schema build/schemas"))
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def schema(root: Path, folder: Path | None) -> None:
    """Write the JSON Schemas from which editors complete and complain.

    They go to .schemas in the base, or to DIR. They hold the base's own words, so write them again
    when claims, sources or words were added; 'new' does it by itself.
    """
    from claimbook.schemas import FOLDER, SCHEMAS, write_schemas

    target = folder or root / FOLDER
    written = write_schemas(target, _facts(root))
    click.echo(f"{len(SCHEMAS)} schemas in {target}: {len(written)} written, the others unchanged.")


@click.group()
def new() -> None:
    """Begin a claim or a source: a file that lacks only what a curator has to judge."""


@new.command("claim", epilog=examples("new claim tea tea-calms", "new claim tea tea-calms --source kim2019"))
@click.argument("topic", shell_complete=topics)
@click.argument("name", metavar="ID")
@click.option(
    "--source",
    "keys",
    multiple=True,
    metavar="KEY",
    shell_complete=sources,
    help="Begin with evidence of this source.",
)
@click.pass_obj
def new_claim(root: Path, topic: str, name: str, keys: tuple[str, ...]) -> None:
    """Begin the claim ID in the folder of TOPIC."""
    from claimbook.drafting import draft_claim

    path = draft_claim(root, _facts(root), topic, name, keys)
    _written(root, [path])


@new.command(
    "source",
    epilog=examples(
        "new source --doi 10.1234/tea.2031",
        "new source --pmid 31000009 --key kim2031",
        "new source --file zotero.bib --pick kim2031",
    ),
)
@click.option("--doi", help="Ask Crossref for the record of this DOI.")
@click.option("--pmid", help="Ask PubMed for the record of this number.")
@click.option(
    "--file", "--csl", "path", type=_FILE, help="A file of CSL-JSON, BibTeX or RIS, as Zotero exports it."
)
@click.option("--key", help="The key of the new source, in place of author and year.")
@click.option("--pick", multiple=True, metavar="KEY", help="Of a file with several entries, take this one.")
@click.option("--all", "every", is_flag=True, help="Of a file with several entries, take all that are new.")
@click.option(
    "--email", envvar="CLAIMBOOK_EMAIL", show_envvar=True, help="Your mail address, told to the service."
)
@click.option(
    "--crossref", envvar="CLAIMBOOK_CROSSREF", show_envvar=True, help="Crossref, or a mirror of it."
)
@click.option(
    "--pubmed", envvar="CLAIMBOOK_PUBMED", show_envvar=True, help="E-utilities, or a mirror of them."
)
@click.pass_obj
def new_source(
    root: Path,
    doi: str | None,
    pmid: str | None,
    path: Path | None,
    key: str | None,
    pick: tuple[str, ...],
    every: bool,
    email: str | None,
    crossref: str | None,
    pubmed: str | None,
) -> None:
    """Begin a source from its record; give one of --doi, --pmid and --file.

    The network is used only for --doi and --pmid. Of a file with several entries the new ones are
    listed, to be taken with --pick or --all. A broken entry is named, and does not keep the others.
    """
    from claimbook.drafting import entries_of_file, entry_of_doi, entry_of_pmid, offers

    if sum(given is not None for given in (doi, pmid, path)) != 1:
        raise click.UsageError("give one of --doi, --pmid and --file")
    if path:
        entries = entries_of_file(path)
    elif doi is not None:
        entries = [entry_of_doi(doi, email, crossref)]
    else:
        entries = [entry_of_pmid(pmid or "", email, pubmed)]
    if key is not None and len(entries) > 1:
        raise click.UsageError("--key is for a single entry; this file holds several")
    facts = _facts(root)
    _take(root, offers(facts, entries, key), pick, every or len(entries) == 1)


def _facts(root: Path) -> Facts:
    """What is known of the base; its faults are `check`'s to tell."""
    from claimbook.checks import Facts
    from claimbook.load import load

    return Facts(load(root)[0], date.today())


def _take(root: Path, found: Offers, pick: tuple[str, ...], every: bool) -> None:
    """Write what was chosen, or tell what there is to choose from; a broken entry ends with status 1."""
    from claimbook.drafting import draft_source

    if pick:
        found = _picked(found, pick)
    if found.new and not (pick or every):
        for each in found.new:
            click.echo(f"{each.key}: {each.title}")
    for line in (*found.here, *found.broken):
        click.echo(line, err=True)
    if pick or every:
        _written(root, [draft_source(root, each) for each in found.new])
    elif found.new:
        click.echo("Nothing was written: take one with --pick KEY, or all with --all.", err=True)
    sys.exit(FAULTS if found.broken else 0)


def _picked(found: Offers, pick: tuple[str, ...]) -> Offers:
    keys = [each.key for each in found.new]
    unknown = sorted(set(pick) - set(keys))
    if unknown:
        known = ", ".join(keys) or "none"
        raise CannotRunError(f"no new entry has the key '{unknown[0]}'; those of this file: {known}")
    return found._replace(new=[each for each in found.new if each.key in pick], here=[], broken=[])


def _written(root: Path, paths: list[Path]) -> None:
    """Say what was written, and keep the schemas up to date, so that an editor completes a new key."""
    from claimbook.schemas import refresh_schemas

    for path in paths:
        name = path.relative_to(root).as_posix()
        click.echo(f"{name} was written. Open it and fill in the gaps; 'check' names those that are left.")
    if paths:
        refresh_schemas(root, _facts(root))


@click.command(epilog=examples("fix claims/tea", "fix claims/tea/tea-keeps-awake.yaml --write"))
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, path_type=Path)
)
@click.option("--write", is_flag=True, help="Change the files; without it, only show what would change.")
@click.pass_obj
def fix(root: Path, paths: tuple[Path, ...], write: bool) -> None:
    """Mend how files are written, never what they say.

    Quotes get the quotation marks and dashes of the text that they stand in, identifiers their
    canonical form, fields the order of the others; comments and layout stay. What would change is
    shown. A file that cannot be read is left alone, and ends with status 1.
    """
    from claimbook.fixing import fixed_files, write_fixed

    files = fixed_files(root, [place(root, path) for path in paths])
    changed = [each for each in files if each.is_changed]
    for each in changed:
        click.echo(each.difference(), nl=False)
        if write:
            write_fixed(root, each)
    unread = [each.problem for each in files if each.problem]
    for problem in unread:
        where = f"{problem.where.path}:{problem.where.line}:{problem.where.column}"
        click.echo(f"{where}: left alone, since it cannot be read: {problem.message}", err=True)
    files_were = f"{len(changed)} of {len(files)} files"
    if not changed:
        click.echo("Nothing to mend." if not unread else "Nothing was changed.")
    elif write:
        click.echo(f"{files_were} changed.")
    else:
        click.echo(f"{files_were} would change. To change them, run this again with --write.")
    sys.exit(FAULTS if unread else 0)
