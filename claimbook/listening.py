"""MkDocs' complaints, taken as plain messages."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BUILD_LOG = logging.getLogger("mkdocs.commands.build")
_WANTED = "A 'dirty' build is being performed"
_ONE_LOG = threading.Lock()  # there is one in a process: of two builds, the second waits for the first


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect MkDocs' warnings and errors; nothing of its log reaches the terminal."""
    messages: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("mkdocs")
    with _ONE_LOG:
        level, propagate = log.level, log.propagate
        log.addHandler(listener)
        _BUILD_LOG.addFilter(_is_news)
        log.setLevel(logging.WARNING)  # while it logs in detail, MkDocs does not check anchors
        log.propagate = False
        try:
            yield messages
        finally:
            log.removeHandler(listener)
            _BUILD_LOG.removeFilter(_is_news)
            log.setLevel(level)
            log.propagate = propagate


def _is_news(record: logging.LogRecord) -> bool:
    """Whether it is anything but the warning of what MkDocs was asked for, which would count in a strict build."""
    return not record.getMessage().startswith(_WANTED)
