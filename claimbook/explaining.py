"""What a rule asks, as text for the terminal."""

from __future__ import annotations

from textwrap import indent

from claimbook.checks import rule
from claimbook.problem import RULES


def explain_rule(name: str) -> str:
    """The rule's explanation and its examples. Raises KeyError where there is no such rule."""
    module, kind = rule(name), RULES[name]
    example = module.EXAMPLE
    parts = [f"{name} ({kind.code}, {kind.severity})", (module.__doc__ or "").strip()]
    parts += [f"Bad, in {example.path}:", indent(example.bad.rstrip("\n"), "    ")]
    if example.good:
        parts += ["Good:", indent(example.good.rstrip("\n"), "    ")]
    return "\n\n".join(parts) + "\n"


def list_rules() -> str:
    """Every rule with the first sentence of its explanation."""
    lines = []
    for name, kind in RULES.items():
        first = (rule(name).__doc__ or "").strip().split("\n\n")[0]
        lines.append(f"{kind.code}  {name}: {' '.join(first.split())}")
    return "\n".join(lines) + "\n"
