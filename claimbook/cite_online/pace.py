"""How fast a service is asked: evenly, at most three times a second, and not before it allows it."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime

# Seconds between two requests. E-utilities allow three a second without a key, Crossref more; a little over
# a third of a second, so that no second holds a fourth request where the network holds one of them up.
INTERVAL = 0.35
LONGEST = 60.0  # seconds; a service that asks for a longer pause is not asked again in this run


class Clock:
    """Time as the asker sees it, in seconds; tests hand in their own."""

    def __init__(self) -> None:
        self._broken_off = threading.Event()

    def now(self) -> float:
        """Seconds since some moment; never runs backward."""
        return time.monotonic()

    def date(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait, unless all waiting has been broken off."""
        self._broken_off.wait(seconds)

    def break_off(self) -> None:
        """End all waiting, now and from now on."""
        self._broken_off.set()

    @property
    def is_broken_off(self) -> bool:
        """Whether nothing more is to be begun."""
        return self._broken_off.is_set()


class Pace:
    """Lets the requests of several threads to one service through one after another, an interval apart."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._next = clock.now()

    def wait(self) -> None:
        """Return when the next request may be sent."""
        with self._lock:
            now = self._clock.now()
            at = max(self._next, now)
            self._next = at + INTERVAL
        if at > now:
            self._clock.sleep(at - now)

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long: the service asked for it."""
        with self._lock:
            self._next = max(self._next, self._clock.now() + seconds)


def retry_after(header: str, now: float) -> float | None:
    """The seconds of a `Retry-After` header: a number, or a date (RFC 9110, 10.2.3); None without sense.

    `now` is in seconds since 1970.
    """
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.fromtimestamp(now, UTC)).total_seconds())


def backoff(tries: int) -> float:
    """The seconds to wait after so many vain tries where the service names none: 1, 2, 4 ..."""
    return float(2 ** (tries - 1))
