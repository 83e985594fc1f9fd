"""What became of the links to elsewhere: the values, and how they are printed."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from claimbook.pages.text import clean
from claimbook.report.as_json import dump
from claimbook.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = "good"
FRAGMENT = ":~:text="
# What may be wrong with a link; whether it is broken for a reader; and its heading.
KINDS: dict[str, tuple[bool, str]] = {
    "gone": (True, "The page is gone"),
    "private": (True, "It leads to a private address, which is never asked"),
    "no-answer": (True, "No answer"),
    "not-found": (False, "The page answers, but the passage was not found in it; see whether it moved"),
    "refused": (False, "The page is there, but not for programs; open one of each host by hand"),
}
_SHOWN = 3  # pages of this site that are named beside a link


class Outside(NamedTuple):
    """A link to elsewhere: its `kind` (of KINDS, or GOOD), what was told, and the pages that it stands on."""

    link: str
    kind: str
    told: str
    pages: tuple[str, ...]

    @property
    def page(self) -> str:
        """The address without the place in it."""
        return self.link.partition("#")[0]


class OutsideReport(NamedTuple):
    """All links to elsewhere, sorted."""

    links: tuple[Outside, ...]

    def of(self, kind: str) -> list[Outside]:
        """The links of which this is told."""
        return [each for each in self.links if each.kind == kind]

    @property
    def is_broken(self) -> bool:
        """Whether a reader would meet a broken link."""
        return any(broken and self.of(kind) for kind, (broken, _) in KINDS.items())

    @property
    def counts(self) -> dict[str, int]:
        """How many links are of each kind, how many pages they lead to, and what became of passages."""
        passages = [each.kind for each in self.links if FRAGMENT in each.link]
        kinds = {kind.replace("-", "_"): len(self.of(kind)) for kind in (GOOD, *KINDS)}
        return {
            "links": len(self.links),
            "pages": len({each.page for each in self.links}),
            **kinds,
            "passages": len(passages),
            "passages_good": passages.count(GOOD),
            "passages_not_found": passages.count("not-found"),
        }


def as_text(report: OutsideReport) -> str:
    """Print what is not good, by kind and page, for a terminal; the counts come last."""
    sections = [[f"{heading}:", *(f"  {line}" for line in lines), ""] for heading, lines in _sections(report)]
    return "\n".join([*(_one_line(line) for section in sections for line in section), _summary(report), ""])


def as_markdown(report: OutsideReport) -> str:
    """Print the same for an issue; whatever comes from a link or a page stands as code."""
    blocks = [f"**{_summary(report)}**"]
    for heading, lines in _sections(report):
        blocks += [f"## {heading}", "\n".join(map(_bullet, lines))]
    return "\n\n".join(blocks) + "\n"


def as_json(report: OutsideReport) -> str:
    """Print one JSON object with `links` (all but the good ones) and `counts`."""
    told = [each._asdict() for each in report.links if each.kind != GOOD]
    return dump({"links": told, "counts": report.counts})


FORMATS = {"text": as_text, "json": as_json, "markdown": as_markdown}


def _one_line(line: str) -> str:
    """A line made safe to print, with the white space that it begins with."""
    return line[: len(line) - len(line.lstrip(" "))] + one_line(line)


def _bullet(line: str) -> str:
    code = clean(line).strip().replace("`", "'")
    return f"{'    ' if line.startswith(' ') else ''}- `{code}`"


def _sections(report: OutsideReport) -> Iterator[tuple[str, list[str]]]:
    """For each kind that occurs: its heading, and the lines below it; those that belong to one are indented."""
    for kind, (_, heading) in KINDS.items():
        found = report.of(kind)
        if found:
            lines = _by_host(found) if kind == "refused" else _by_page(found)
            yield f"{heading} ({len(found)})", list(lines)


def _by_host(found: list[Outside]) -> Iterator[str]:
    for (host, told), times in sorted(
        Counter((urlsplit(one.link).netloc, one.told) for one in found).items()
    ):
        yield f"{host}: {times} ({told})"


def _by_page(found: list[Outside]) -> Iterator[str]:
    for page, group in groupby(found, lambda each: each.page):
        links = list(group)
        yield f"{page} ({links[0].told})"
        for each in links:
            if FRAGMENT in each.link and each.kind == "not-found":
                yield f"  “{unquote(each.link.partition(FRAGMENT)[2].replace(',', ' … '))}”"
        pages = sorted({where for each in links for where in each.pages})
        more = f" and {len(pages) - _SHOWN} more" if len(pages) > _SHOWN else ""
        yield f"  on {', '.join(pages[:_SHOWN])}{more}"


def _summary(report: OutsideReport) -> str:
    told = report.counts
    broken = told["gone"] + told["private"] + told["no_answer"]
    unread = told["passages"] - told["passages_good"] - told["passages_not_found"]
    return (
        f"{told['links']} links to {told['pages']} pages elsewhere: {told['good']} good, {broken} broken, "
        f"{told['refused']} not open to programs. {told['passages']} passages: {told['passages_good']} found "
        f"(or in a file that is not searched, such as a PDF), {told['passages_not_found']} not found, "
        f"{unread} on pages that could not be read."
    )
