"""The command `links`: those inside the built site, and those that lead elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from claimbook.errors import CannotRunError
from claimbook.usage import cache_option, examples

if TYPE_CHECKING:
    from pathlib import Path


@click.command(epilog=examples("links", "links --online", "links --online --format markdown > issue.md"))
@click.option("--online", is_flag=True, help="Follow the links to elsewhere too.")
@cache_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True
)
@click.pass_obj
def links(root: Path, online: bool, cache: Path | None, form: str) -> None:
    """Check the links of the built site with lychee (extra: links).

    With --online, those to elsewhere too: each host is asked once a second at most, private addresses never.
    A link to a passage is held against the page's text where the page can be read. Ends with status 1 where
    a link is broken.
    """
    from claimbook.links import lychee
    from claimbook.site import site_address

    site = root / "site"
    if not (site / "index.html").is_file():
        raise CannotRunError(f"there is no site in {site}; build it first")
    address = site_address(root)
    report = lychee(site, address)
    apart = online and form != "text"  # then what is printed is the report on the other links alone
    for fault in report.broken:
        click.echo(str(fault), err=apart)
    counted = f"{report.pages} pages, {report.links} links checked, {len(report.broken)} broken"
    click.echo(counted, err=apart)
    broken = bool(report.broken)
    if online:
        broken |= _online(root, address, cache, form)
    sys.exit(1 if broken else 0)


def _online(root: Path, address: str, cache: Path | None, form: str) -> bool:
    """Print the report on the links to elsewhere; whether one of them is broken."""
    from claimbook.links_online import FORMATS, follow, outside
    from claimbook.usercache import cache_folder

    found = outside(root / "site", address)
    click.echo(f"Following {len(found)} links to elsewhere, a host once a second at most …", err=True)
    report = follow(found, cache_folder(root, "links", cache))
    click.echo(FORMATS[form](report).encode("utf-8", "replace"), nl=False)
    return report.is_broken
