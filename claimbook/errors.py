"""The one exception that a reader may see: something outside the base keeps a command from working."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class CannotRunError(Exception):
    """A command cannot go on; its text, one plain sentence, is all that is shown.

    Raised at the edges (files, ports, other programs); the command line prints it on
    standard error and exits with status 2. A fault *in* the base is a `Problem` instead.
    """


@contextmanager
def explained(what: str) -> Iterator[None]:
    """Turn a refusal of the system into a sentence: `what` failed, and the system's reason for it."""
    try:
        yield
    except OSError as error:
        raise CannotRunError(f"{what}: {error.strerror or error}") from error
