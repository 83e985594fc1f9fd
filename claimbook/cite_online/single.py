"""One answer of a service, asked for while a curator waits."""

from __future__ import annotations

from importlib.util import find_spec

from claimbook import __version__
from claimbook.cite_online.asking import Asker, Question, SilentError
from claimbook.cite_online.pace import Clock
from claimbook.cite_online.services import NONE_OF_THEM, TOOL
from claimbook.citing import url_fault
from claimbook.errors import CannotRunError

_HINT = "without the network, export the record from a reference manager and give it with --file"


def one_answer(
    service: str, address: str, email: str | None = None, timeout: float = 20.0, clock: Clock | None = None
) -> bytes | None:
    """The body of the answer; None where the service says that there is no such thing. Nothing is kept.

    `timeout` is in seconds. Raises `CannotRunError` where the extra “online” is not installed, or the service
    cannot be reached, refuses, or goes on without end.
    """
    need_extra()
    if fault := url_fault(address):
        raise CannotRunError(f"“{address}” is no address of a service: {fault[0]}; {_HINT}")
    asker = Asker(agent(email), None, clock or Clock(), timeout)
    try:
        return asker.ask(Question(address, address, NONE_OF_THEM), bytes)
    except SilentError as silent:
        raise CannotRunError(
            f"{service} could not be asked: {silent}. Try again later, or, {_HINT}"
        ) from silent
    finally:
        asker.close()


def need_extra() -> None:
    """Raise `CannotRunError` where the extra “online” is not installed."""
    if find_spec("httpx") is None or find_spec("defusedxml") is None:
        raise CannotRunError("httpx or defusedxml is missing; install this project with its extra “online”")


def agent(email: str | None) -> str:
    """Who asks, as the services wish to be told."""
    return f"{TOOL}/{__version__}" + (f" (mailto:{email})" if email else "")
