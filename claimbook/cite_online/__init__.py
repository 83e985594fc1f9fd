"""The records of a base asked for at Crossref and PubMed, politely."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING

from claimbook.citations import Unchecked
from claimbook.cite_online.asking import Asker
from claimbook.cite_online.cache import Cache
from claimbook.cite_online.pace import Clock
from claimbook.cite_online.services import Services
from claimbook.cite_online.single import agent, need_extra, one_answer
from claimbook.citing import url_fault
from claimbook.errors import CannotRunError
from claimbook.importing import CROSSREF, PUBMED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from claimbook.citations import Answer, Asked

__all__ = ["CROSSREF", "PUBMED", "Services", "ask", "one_answer", "services"]

_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_AT_ONCE = 6  # enough for three requests a second to each of two services that take a second to answer


def services(email: str | None, crossref: str = CROSSREF, pubmed: str = PUBMED) -> Services:
    """Where to ask, and in whose name.

    Raises `CannotRunError` without a mail address, or where one of the three is not well formed.
    """
    if not email or not _MAIL.fullmatch(email):
        given = f"“{email}” is none" if email else "none is given"
        raise CannotRunError(
            "Crossref and PubMed want a mail address at which they can reach you should your requests give "
            f"them trouble; {given}. Give yours with --email, or in the variable CLAIMBOOK_EMAIL"
        )
    for address in (crossref, pubmed):
        if fault := url_fault(address):
            raise CannotRunError(f"“{address}” is no address of a service: {fault[0]}")
    return Services(email, crossref, pubmed)


def ask(
    where: Services,
    asked: Iterable[Asked],
    cache: Path,
    done: Callable[[], None],
    timeout: float = 20.0,
    clock: Clock | None = None,
) -> dict[Asked, Answer]:
    """An answer for each identifier; `done` is called after each one.

    `cache` is the folder where answers are kept, each at once, so that a run that is broken off goes on where
    it stood; `timeout` is in seconds.
    Raises `CannotRunError` where the extra “online” is not installed, or where not one question was answered:
    then nothing at all is known.
    """
    need_extra()
    asker = Asker(agent(where.email), Cache(cache), clock or Clock(), timeout)
    try:
        answers = _all(where, asker, list(dict.fromkeys(asked)), done)
    finally:
        asker.close()
    silent = [each for each in answers.values() if isinstance(each, Unchecked)]
    if answers and len(silent) == len(answers):
        first = silent[0]  # in the order of the answers: later ones may not even have been asked
        raise CannotRunError(
            f"none of {len(answers)} questions was answered; the first, {first.asked}: {first.why}. "
            "Nothing was checked: see whether this computer has a way to the network"
        )
    return answers


def _all(where: Services, asker: Asker, wanted: list[Asked], done: Callable[[], None]) -> dict[Asked, Answer]:
    """Ask a few at a time; on an interrupt, what is under way is still heard and kept, nothing new begun."""
    answers: dict[Asked, Answer] = {}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        futures = {pool.submit(where.answer, asker, each): each for each in wanted}
        try:
            for future in as_completed(futures):
                answers[futures[future]] = future.result()
                done()
        except BaseException:
            asker.break_off()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return answers
