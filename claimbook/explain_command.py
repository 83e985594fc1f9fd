"""The command `explain`: what a rule asks, and why."""

from __future__ import annotations

import click

from claimbook.problem import RULES
from claimbook.usage import examples


@click.command(epilog=examples("explain", "explain quote-not-in-source"))
@click.argument(
    "rule",
    required=False,
    metavar="[RULE]",
    shell_complete=lambda _context, _parameter, begun: [rule for rule in RULES if rule.startswith(begun)],
)
def explain(rule: str | None) -> None:
    """Say what a RULE asks and why, with a bad and a good example; without RULE, list all."""
    from claimbook.explaining import explain_rule, list_rules

    if rule is None:
        click.echo(list_rules(), nl=False)
    elif rule in RULES:
        click.echo(explain_rule(rule), nl=False)
    else:
        from claimbook.load.nearest import nearest

        guess = nearest(rule, RULES)
        hint = f"did you mean '{guess}'?" if guess else "run 'explain' without a name for the list"
        raise click.UsageError(f"there is no rule '{rule}'; {hint}")
