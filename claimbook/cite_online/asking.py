"""One question to a service over HTTP: paced, repeated within bounds, kept, and never sent elsewhere."""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from urllib.parse import urljoin, urlsplit

from claimbook.cite_online.cache import Kept
from claimbook.cite_online.pace import LONGEST, Pace, backoff, retry_after

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    import httpx

    from claimbook.cite_online.cache import Cache
    from claimbook.cite_online.pace import Clock

T = TypeVar("T")

TRIES = 3
_WHOLE = 60.0  # seconds for a whole answer
_BIGGEST = 8 * 2**20  # bytes
_MOST_MOVES = 3
_VAIN = 5  # questions in a row that a service leaves open before it is given up for this run
_MOVED = (301, 302, 303, 307, 308)
_TRY_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_FOUND, _UNCHANGED, _REFUSED, _GONE = 200, 304, 400, (404, 410)


class SilentError(Exception):
    """A service did not say; the text tells why."""


class _AgainError(SilentError):
    """The same, but it may say when asked once more, after `wait` seconds."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


class Question(NamedTuple):
    """An address to ask: `key` is its form without the asker's own name, by which the answer is kept.

    404 and 410 say that there is no such thing; so does 400 where `none` stands in the answer.
    """

    key: str
    address: str
    none: re.Pattern[bytes] | None = None

    def is_denied(self, status: int, body: bytes) -> bool:
        """Whether the service says that there is no such thing."""
        return status in _GONE or (
            status == _REFUSED and self.none is not None and bool(self.none.search(body))
        )


class Asker:
    """Asks services, from several threads at once, each service at its own pace.

    Without a cache nothing is kept. `timeout` is in seconds: to connect, and between two parts of an answer.
    """

    def __init__(self, agent: str, cache: Cache | None, clock: Clock, timeout: float) -> None:
        self._agent, self._cache, self._clock, self._timeout = agent, cache, clock, timeout
        self._lock = threading.Lock()
        self._paces: dict[str, Pace] = {}
        self._vain: Counter[str] = Counter()
        self._client: httpx.Client | None = None

    def ask(self, question: Question, read: Callable[[bytes], T]) -> T | None:
        """What `read` makes of the answer's body; None where the service says that there is no such thing.

        An answer that `read` refuses with ValueError counts as none. Only readable answers are kept.
        Raises `SilentError` where the service did not say.
        """
        kept = self._cache.get(question.key) if self._cache else None
        if kept and kept.is_fresh(self._clock.date()):
            try:
                return _told(kept, read)
            except ValueError:
                kept = None
        host = urlsplit(question.address).netloc
        if self._vain[host] >= _VAIN:
            raise SilentError("not asked any more, since the service left several questions unanswered")
        try:
            told = self._until_told(question, kept, read)
        except SilentError:
            with self._lock:
                self._vain[host] += 1
            raise
        with self._lock:
            self._vain[host] = 0
        return told

    def break_off(self) -> None:
        """Send nothing more, and wait for nothing but the answers that are under way."""
        self._clock.break_off()

    def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            self._client.close()

    def _pace(self, address: str) -> Pace:
        with self._lock:
            return self._paces.setdefault(urlsplit(address).netloc, Pace(self._clock))

    def _until_told(self, question: Question, kept: Kept | None, read: Callable[[bytes], T]) -> T | None:
        for tries in range(1, TRIES + 1):
            try:
                return self._once(question, kept, read)
            except _AgainError as vain:
                if tries == TRIES:
                    raise SilentError(f"{vain}, {TRIES} times") from None
                wait = backoff(tries) if vain.wait is None else vain.wait
                if wait > LONGEST:
                    raise SilentError(f"{vain}, and asks to wait {wait:.0f} seconds") from None
                if vain.wait is None:
                    self._clock.sleep(wait)
                else:
                    self._pace(question.address).hold(wait)
        raise AssertionError("unreachable")

    def _once(self, question: Question, kept: Kept | None, read: Callable[[bytes], T]) -> T | None:
        status, headers, body = self._follow(question.address, kept.conditions if kept else {})
        if status == _UNCHANGED and kept:
            answer = kept._replace(asked=self._clock.date())
        elif status == _FOUND or question.is_denied(status, body):
            marks = headers.get("etag", ""), headers.get("last-modified", "")
            answer = Kept(status, body, self._clock.date(), *marks)
        else:
            raise SilentError(f"the service answered {status}")
        try:
            told = _told(answer, read)
        except ValueError as error:
            raise _AgainError(f"the answer cannot be read ({error})") from None
        if self._cache:
            self._cache.keep(question.key, answer)
        return told

    def _follow(self, address: str, conditions: Mapping[str, str]) -> tuple[int, httpx.Headers, bytes]:
        """The answer, wherever on the same service it moved to."""
        for _ in range(_MOST_MOVES + 1):
            status, headers, body = self._send(address, conditions)
            if status not in _MOVED:
                return status, headers, body
            there = urljoin(address, headers.get("location", ""))
            if urlsplit(there)[:2] != urlsplit(address)[:2]:
                raise SilentError(f"the service sends on to another one ({urlsplit(there).netloc})")
            address = there
        raise SilentError("the service sends on and on")

    def _send(self, address: str, conditions: Mapping[str, str]) -> tuple[int, httpx.Headers, bytes]:
        import httpx

        self._pace(address).wait()
        if self._clock.is_broken_off:
            raise SilentError("broken off")
        with self._lock:
            client = self._open()
        try:
            with client.stream("GET", address, headers=dict(conditions)) as answer:
                if answer.status_code in _TRY_AGAIN:
                    wait = retry_after(answer.headers.get("retry-after", ""), self._clock.date())
                    raise _AgainError(f"the service answered {answer.status_code}", wait)
                return answer.status_code, answer.headers, self._body(answer)
        except httpx.TimeoutException:
            raise _AgainError(f"no answer within {self._timeout:g} seconds") from None
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise _AgainError(f"no answer ({error or type(error).__name__})") from None

    def _open(self) -> httpx.Client:
        if self._client is None:
            import httpx

            self._client = httpx.Client(headers={"User-Agent": self._agent}, timeout=self._timeout)
        return self._client

    def _body(self, answer: httpx.Response) -> bytes:
        """The whole body; a service that goes on too long, or too slowly, is not listened to any further."""
        body, begun = bytearray(), self._clock.now()
        for part in answer.iter_bytes():
            body += part
            if len(body) > _BIGGEST:
                raise SilentError(f"the answer is longer than {_BIGGEST // 2**20} MiB")
            if self._clock.now() - begun > _WHOLE:
                raise SilentError(f"the answer took longer than {_WHOLE:g} seconds")
        return bytes(body)


def _told(answer: Kept, read: Callable[[bytes], T]) -> T | None:
    return None if answer.status != _FOUND else read(answer.body)
