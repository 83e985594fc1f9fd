"""A door to the public network for another program: private addresses cannot be reached through it.

The program's own rules look at the addresses that it is given; a name may stand for a private address, and a
page may send on to one. Here every connection is made to an address that was looked at.
"""

from __future__ import annotations

import os
import socket
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv6Address, ip_address
from select import select
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Connect = Callable[[str, int], socket.socket]

REFUSED = 421  # told where the address is private; hardly any page answers so by itself
_PATIENCE = 30.0  # seconds without a byte, after which a connection is let go
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


class PrivateError(OSError):
    """A name stands for private addresses only."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network, also where it wraps another (RFC 4291, 2.5.5.2)."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast


def connect(host: str, port: int) -> socket.socket:
    """A connection to one of the public addresses of a host.

    Raises `PrivateError` where it has none, `OSError` where there is no way to it.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    public = [str(where[0]) for *_, where in found if is_public(str(where[0]))]
    if not public:
        raise PrivateError(f"{host} stands for no public address")
    return socket.create_connection((public[0], port), timeout=_PATIENCE)


class Guard(ThreadingHTTPServer):
    """A proxy on this computer; `refused` are the hosts that were private."""

    daemon_threads = True

    def __init__(self, connect: Connect = connect) -> None:
        super().__init__(("127.0.0.1", 0), _Door)
        self.connect = connect
        self.refused: set[str] = set()

    def handle_error(self, *_: object) -> None:
        """Say nothing of a connection that broke; lychee tells of its link."""

    @property
    def environment(self) -> dict[str, str]:
        """The variables of this process, changed so that a program goes through this door alone."""
        kept = {name: value for name, value in os.environ.items() if name.lower() not in _PROXIES}
        door = f"http://127.0.0.1:{self.server_port}"
        return {**kept, "http_proxy": door, "https_proxy": door}


@contextmanager
def guarding(connect: Connect = connect) -> Iterator[Guard]:
    """A `Guard` that is at work until the end of the block."""
    with Guard(connect) as guard:
        Thread(target=guard.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield guard
        finally:
            guard.shutdown()


class _Door(BaseHTTPRequestHandler):
    server: Guard
    timeout = _PATIENCE

    def do_CONNECT(self) -> None:
        """Open a way for a connection that only its two ends can read."""
        host, _, port = self.path.rpartition(":")
        there = self._reach(host.strip("[]"), int(port) if port.isdecimal() else 443)
        if there:
            self.send_response_only(200)
            self.end_headers()
            self._relay(there)

    def do_GET(self) -> None:
        """Hand on a request, and the answer."""
        parts = urlsplit(self.path)
        there = self._reach(parts.hostname or "", parts.port or 80)
        if there:
            for name in ("Connection", "Proxy-Connection"):
                del self.headers[name]
            path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
            told = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in self.headers.items())]
            there.sendall("\r\n".join([*told, "Connection: close", "", ""]).encode("latin-1"))
            self._relay(there)

    def log_message(self, *args: object) -> None:
        """Say nothing: what comes of a link stands in the report."""

    def _reach(self, host: str, port: int) -> socket.socket | None:
        self.close_connection = True
        try:
            return self.server.connect(host, port)
        except PrivateError:
            self.server.refused.add(host)
            self.send_error(REFUSED)
        except (OSError, UnicodeError):
            self.send_error(502)
        return None

    def _relay(self, there: socket.socket) -> None:
        """Hand bytes both ways until one end has no more to say."""
        other = {self.connection: there, there: self.connection}
        with there:
            while ready := select(list(other), [], [], _PATIENCE)[0]:
                for end in ready:
                    try:
                        part = end.recv(65536)
                        other[end].sendall(part)
                    except OSError:
                        return
                    if not part:
                        return
