"""The links of the built site to elsewhere, followed politely by lychee."""

from __future__ import annotations

from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from claimbook import __version__
from claimbook.errors import CannotRunError, explained
from claimbook.htmlpage import read
from claimbook.links import run_lychee
from claimbook.links_online.guard import REFUSED, connect, guarding
from claimbook.links_online.report import FORMATS, GOOD, Outside, OutsideReport
from claimbook.pages.published import FORM
from claimbook.write import put

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimbook.links_online.guard import Connect, Guard

__all__ = ["FORMATS", "OutsideReport", "Pace", "follow", "outside"]

_KEPT = ".lycheecache"
_GONE = (404, 410)
_UNFOUND = "Cannot find fragment"


class Pace(NamedTuple):
    """How a host is asked: one request at a time, `apart` milliseconds apart; again after `again` seconds."""

    apart: int = 1000
    again: int = 2
    tries: int = 2
    timeout: int = 20

    @property
    def options(self) -> list[str]:
        """The same in lychee's words."""
        return [
            "--host-concurrency=1",
            f"--host-request-interval={self.apart}ms",
            f"--retry-wait-time={self.again}",
            f"--max-retries={self.tries - 1}",
            f"--timeout={self.timeout}",
        ]


def outside(site: Path, site_url: str = "") -> dict[str, tuple[str, ...]]:
    """Every link of the folder `site` to elsewhere, sorted, with the pages on which it stands.

    The form for reports is left out: it is the same page for each claim.
    """
    home = urlsplit(site_url)[:2]
    found: dict[str, set[str]] = {}
    for path in sorted(site.rglob("*.html")):
        with explained(f"cannot read {path}"):
            page = read(path.read_bytes())
        for link in page.links:
            if link.startswith(("http://", "https://")) and _site(link) != home and FORM not in link:
                found.setdefault(link, set()).add(
                    path.relative_to(site).as_posix().removesuffix("index.html")
                )
    return {link: tuple(sorted(pages)) for link, pages in sorted(found.items())}


def follow(
    links: Mapping[str, tuple[str, ...]], cache: Path, pace: Pace | None = None, through: Connect = connect
) -> OutsideReport:
    """Follow the links of `outside`; good ones are kept for a day in the folder `cache`.

    Private addresses are never asked, not even where a name or another page leads to one; a proxy of the
    user's own is not used.
    Raises `CannotRunError` where lychee cannot run, there is no link, or nobody at all answered.
    """
    if not links:
        raise CannotRunError("the site has no link to elsewhere")
    wanted = list(links)
    kept, pace = cache / "lychee.csv", pace or Pace()
    with guarding(through) as guard:
        told = _told(wanted, kept, pace, guard)
        silent = [link for link in wanted if told[link][0] == "no-answer"]
        if silent and len(silent) < len(wanted):  # lychee asks again where it is slowed down, not after a 500
            told |= _told(silent, kept, pace, guard)
    report = OutsideReport(tuple(Outside(link, *told[link], links[link]) for link in wanted))
    unheard = report.of("no-answer")
    if len(unheard) == len(wanted):
        raise CannotRunError(
            f"none of {len(wanted)} links was answered; the first, {unheard[0].link}: {unheard[0].told}. "
            "Nothing was checked: see whether this computer has a way to the network"
        )
    return report


def _site(link: str) -> tuple[str, ...]:
    try:
        return urlsplit(link)[:2]
    except ValueError:
        return ()


def _told(wanted: list[str], kept: Path, pace: Pace, guard: Guard) -> dict[str, tuple[str, str]]:
    """The kind of each link, and what was told of it."""
    found = dict.fromkeys(wanted, ("no-answer", "lychee did not tell of it"))
    for line, entry in _entries(_ask(wanted, kept, pace, guard)):
        found[wanted[line]] = _kind(wanted[line], entry, guard)
    return found


def _ask(wanted: list[str], kept: Path, pace: Pace, guard: Guard) -> dict[str, Any]:
    """What lychee tells of a page that holds one link a line; its cache is only ever replaced whole."""
    agent = f"--user-agent=claimbook/{__version__} (link check)"
    options = [
        "-v", "--include-fragments=full", "--exclude-all-private", "--cache", "--max-cache-age=1d", agent,
    ]  # fmt: skip
    with TemporaryDirectory() as name, explained("cannot follow the links"):
        folder = Path(name)
        page = "\n".join(f'<a href="{escape(link)}">_</a>' for link in wanted)
        (folder / "links.html").write_text(page, encoding="utf-8")
        if kept.is_file():
            (folder / _KEPT).write_bytes(kept.read_bytes())
        found = run_lychee([*options, *pace.options, "links.html"], folder, guard.environment)
        if (folder / _KEPT).is_file():
            put(kept, (folder / _KEPT).read_bytes())
    return found


def _entries(found: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each link's line, from 0, and what lychee tells of it."""
    for kind in ("success_map", "error_map", "timeout_map", "excluded_map"):
        for entries in found[kind].values():
            for entry in entries:
                yield entry["span"]["line"] - 1, {**entry["status"], "map": kind}


def _kind(link: str, entry: dict[str, Any], guard: Guard) -> tuple[str, str]:
    """The kind of what lychee tells of a link, and it in words."""
    code, told = entry.get("code", 0), entry.get("details") or entry["text"]
    told = told.removeprefix("Rejected status code: ")
    if entry["map"] == "success_map":
        return GOOD, told
    if entry["map"] == "excluded_map" or code == REFUSED or urlsplit(link).hostname in guard.refused:
        return "private", "a private or reserved address"
    if told == _UNFOUND:
        return "not-found", told
    if code in _GONE:
        return "gone", told
    return ("refused", told) if 400 <= code < 500 else ("no-answer", told)
