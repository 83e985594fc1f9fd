"""A page for each rule of the checks, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks import rule
from claimbook.pages import address
from claimbook.pages.text import bullets, code, front_matter, md, page, with_code
from claimbook.problem import RULES

if TYPE_CHECKING:
    from claimbook.checks.example import Example

_SEVERITY = {
    "error": "An error: nothing is built while it stands.",
    "warning": "A warning: the site is built all the same.",
}


def rule_page(name: str) -> bytes:
    """What a rule asks and why, with a bad and a good example."""
    module, kind = rule(name), RULES[name]
    first, explanation = split_doc(module.__doc__ or "")
    return page(
        front_matter(name, first),
        address.crumbs(address.rule(name), (address.RULES, "Rules")),
        f"# {name}",
        f'<p class="cb-lede" markdown="span">{with_code(first)}</p>',
        *(with_code(paragraph) for paragraph in explanation),
        f"Code {kind.code}. {_SEVERITY[kind.severity]}",
        *_examples(module.EXAMPLE),
    )


def split_doc(text: str) -> tuple[str, list[str]]:
    """A docstring's first sentence, and its further paragraphs, each on one line."""
    first, *rest = text.strip().split("\n\n")
    return " ".join(first.split()), [" ".join(paragraph.split()) for paragraph in rest]


def _examples(example: Example) -> list[str]:
    parts = ["## Bad", f"In <code>{md(example.path)}</code>:", code(example.bad)]
    if example.good:
        parts += ["## Good", code(example.good)]
    return parts


def rules_page() -> bytes:
    """Every rule in a line."""
    here = address.RULES
    firsts = {name: split_doc(rule(name).__doc__ or "")[0] for name in RULES}
    rows = [f"{address.link(here, address.rule(name), name)}: {with_code(firsts[name])}" for name in RULES]
    return page(
        front_matter("Rules", "Every rule that the checks hold a claim to."), "# Rules", bullets(rows)
    )
