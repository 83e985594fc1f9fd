"""The commands; what they print, and the status they end with."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimbook.citations_command import citations
from claimbook.editing import fix, new, schema
from claimbook.errors import CannotRunError
from claimbook.examine import at, examine
from claimbook.explain_command import explain
from claimbook.haste import in_haste
from claimbook.links_command import links
from claimbook.report import FORMATS
from claimbook.turns import alone
from claimbook.usage import examples, place

if TYPE_CHECKING:
    from claimbook.examine import Examined
    from claimbook.problem import Problem

FAULTS, COULD_NOT_RUN = 1, 2
_PROCESSES = os.cpu_count() or 1
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


class _Group(click.Group):
    """Says in one line why a command could not run, and ends with status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CannotRunError as error:
            click.echo(f"could not run: {error}", err=True)
            ctx.exit(COULD_NOT_RUN)


@click.group(
    cls=_Group,
    invoke_without_command=True,
    epilog=examples("", "check claims/tea", "new claim tea tea-calms", "--root other-base check"),
)
@click.option("--root", type=_FOLDER, help="The folder with claims/, sources/, docs/ and mkdocs.yml.")
@click.pass_context
def cli(ctx: click.Context, root: Path | None) -> None:
    """Check a knowledge base and build its site. Without a command: build."""
    ctx.obj = (root or ctx.obj).resolve()
    if ctx.invoked_subcommand is None:
        ctx.invoke(build)


@cli.command(epilog=examples("build"))
@click.option(
    "--cache/--no-cache",
    default=True,
    help="Make only pages that changed since the last build, or every page.",
)
@click.pass_context
def build(ctx: click.Context, cache: bool) -> None:
    """Check, write the pages, build the site and check its links.

    While an error stands, nothing is written.
    """
    from claimbook.building import ClashError
    from claimbook.building import build as build_all

    root: Path = ctx.obj
    ctx.with_resource(alone(root))
    examined = _examined(root, date.today(), None, cache)
    _show(examined, examined.problems, "full")
    if examined.has_errors:
        click.echo("Nothing was written: mend the errors first.", err=True)
        sys.exit(FAULTS)
    try:
        built = build_all(root, examined, cache, _PROCESSES)
    except ClashError as clash:
        click.echo(str(clash), err=True)
        sys.exit(FAULTS)
    for fault in built.faults:
        click.echo(fault, err=True)
    changed, removed = len(built.written.changed), len(built.written.removed)
    click.echo(f"Pages: {changed} written, {built.written.unchanged} unchanged, {removed} removed.")
    if built.links:
        click.echo(
            f"Site: {built.links.pages} pages, {built.links.links} links checked, {len(built.faults)} faults."
        )
    if built.faults:
        click.echo("The site was left as it was.", err=True)
        sys.exit(FAULTS)
    click.echo(f"Open {root / 'site' / 'index.html'} or run: python build_claims.py serve")


@cli.command(epilog=examples("check", "check claims/tea", "check --format concise sources"))
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="full", show_default=True)
@click.option("--texts", type=_FOLDER, help="A folder of <key>.txt with texts that the base does not hold.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day to check at, in place of today.",
)
@click.option(
    "--cache/--no-cache", default=True, help="Keep what was found for the next check, or do without."
)
@click.pass_obj
def check(
    root: Path, paths: tuple[Path, ...], form: str, texts: Path | None, today: datetime | None, cache: bool
) -> None:
    """Show every problem, sorted by place; with PATHs, only those there.

    Changes nothing. Ends with status 1 where an error stands.
    """
    places = [place(root, path) for path in paths]
    day = today.date() if today else date.today()
    with in_haste():
        examined = _examined(root, day, texts, cache, _PROCESSES)
        shown = at(examined.problems, places) if paths else examined.problems
        _show(examined, shown, form)
        gc.freeze()  # or the end of the process would look at all that was read
    sys.exit(FAULTS if any(problem.is_error for problem in shown) else 0)


@cli.command(epilog=examples("serve", "serve --port 8080"))
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.pass_obj
def serve(root: Path, host: str, port: int) -> None:
    """Build, show the site in the browser, and renew it on every change.

    Problems are shown in the terminal and in the browser until they are mended.
    """
    from claimbook.serving import serve_base

    serve_base(root, host, port)


@cli.command(epilog=examples("diff main", "diff --format json v1.0"))
@click.argument("base")
@click.option(
    "--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True
)
@click.pass_obj
def diff(root: Path, base: str, form: str) -> None:
    """Say in a reader's words what changed since the git revision BASE.

    Compares the files as they are now, saved or not yet committed, with those of BASE: a branch, a tag or
    a commit.
    """
    from claimbook.comparing import FORMATS as WAYS
    from claimbook.diff import diff as since

    click.echo(WAYS[form](since(root, base, date.today()), base).encode("utf-8", "replace"), nl=False)


@cli.command(epilog=examples("export data"))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def export(root: Path, folder: Path) -> None:
    """Write the base in the formats of others into DIR: JSON, CSV, BibTeX, RIS, CSL-JSON, Atom, Markdown.

    They are the files that the site offers. DIR is a folder of its own: new, empty, or of an earlier
    export, which is brought up to date. While an error stands, nothing is written.
    """
    from claimbook.building import ClashError
    from claimbook.exporting import export_base

    examined = examine(root, date.today())
    if examined.has_errors:
        _show(examined, examined.problems, "full")
        click.echo("Nothing was written: mend the errors first.", err=True)
        sys.exit(FAULTS)
    try:
        done = export_base(root, examined, folder)
    except ClashError as clash:
        click.echo(str(clash), err=True)
        sys.exit(FAULTS)
    click.echo(f"{folder}: {done.written} files written, {len(done.removed)} removed.")


for command in (links, citations, explain, schema, new, fix):
    cli.add_command(command)


def _examined(root: Path, day: date, texts: Path | None, cache: bool, processes: int = 1) -> Examined:
    """Look at the base, with what was kept of the last look unless it is to go without, and keep this one.

    With more `processes` this one has not read it all, which whoever makes pages would have to do after them.
    """
    from claimbook.cache import cache_file, keep, recalled

    kept = cache_file(root) if cache else None
    with in_haste():
        memory = recalled(kept)
        examined = examine(root, day, texts, memory, processes)
        keep(kept, memory)
    return examined


def _show(examined: Examined, shown: list[Problem], form: str) -> None:
    text = FORMATS[form](shown, examined.counts(shown), examined.texts(shown))
    click.echo(text.encode("utf-8", "replace"), nl=False)


def main(root: Path) -> None:
    """Run the command line for the base in `root`, unless `--root` names another."""
    cli(obj=root)
