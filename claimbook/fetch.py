"""One answer of a service over HTTP, fetched only when a curator asks for it."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from claimbook import __version__
from claimbook.errors import CannotRunError

if TYPE_CHECKING:
    import httpx

_PATIENCE = 20.0  # seconds to connect, and between two parts of an answer
_MOST = 8 << 20  # bytes; a record has some thousand
_NOT_THERE = (400, 404, 410)  # PubMed answers 400 to a number that it never gave
_OK = 200
_HINT = "without the network, export the record from a reference manager and give it with --file"


def fetch(service: str, address: str, email: str | None = None) -> bytes | None:
    """The body of the answer; None where the service says that there is no such thing.

    Raises `CannotRunError` where the extra “online” is not installed, or the service cannot be reached,
    refuses, or goes on without end.
    """
    if find_spec("httpx") is None or find_spec("defusedxml") is None:
        raise CannotRunError("httpx or defusedxml is missing; install this project with its extra “online”")
    import httpx  # slow to import, and not needed for a check

    agent = f"claimbook/{__version__}" + (f" (mailto:{email})" if email else "")
    try:
        with (
            httpx.Client(timeout=_PATIENCE, follow_redirects=True, headers={"User-Agent": agent}) as client,
            client.stream("GET", address) as answer,
        ):
            if answer.status_code in _NOT_THERE:
                return None
            if answer.status_code != _OK:
                raise CannotRunError(_refusal(service, answer))
            return _body(service, answer)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        reason = str(error) or type(error).__name__
        raise CannotRunError(f"{service} could not be asked ({reason}); {_HINT}") from error


def _body(service: str, answer: httpx.Response) -> bytes:
    body = bytearray()
    for piece in answer.iter_bytes():
        body += piece
        if len(body) > _MOST:
            raise CannotRunError(f"{service} answered with more than {_MOST >> 20} MiB")
    return bytes(body)


def _refusal(service: str, answer: httpx.Response) -> str:
    later = answer.headers.get("Retry-After", "")
    wait = f" and asks to wait {later} seconds" if later.isdecimal() else ""
    return f"{service} answered {answer.status_code}{wait}; try again later, or {_HINT}"
