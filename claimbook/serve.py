"""The live server: save a claim and see its page, or what is wrong with it."""

from __future__ import annotations

import logging
import os
import time
import traceback
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from claimbook.errors import CannotRunError, explained
from claimbook.problempage import problem_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIEnvironment

    Rebuild = Callable[[], "Outcome"]
    Build = Callable[[list[Any] | None], Sequence[str]]

WATCHED = ("claims", "sources", "docs", "mkdocs.yml")
_POLL = 0.15  # seconds between two looks at the files
_QUIET = 0.05  # seconds without a change before a build starts: editors save in several steps


class Outcome(NamedTuple):
    """What `rebuild` came to: problems as texts, or, with none, pages written and their nav."""

    problems: Sequence[str] = ()
    nav: list[Any] | None = None


def serve(
    root: Path, site: Path, rebuild: Rebuild, build: Build, host: str = "127.0.0.1", port: int = 8000
) -> None:
    """Show the folder `site` at `host`:`port` and keep it up to date until Ctrl-C.

    At the start and on each change of the files of `root`, `rebuild` checks the base and
    writes the pages; unless it finds problems, `build` brings `site` up to date from them and
    tells its own. While problems stand, every page answers with them; an exception is one
    more problem. Browsers reload by themselves.

    Raises `CannotRunError` when the port is taken or the address is none of this machine's.
    """
    live = LiveServer(root, site, rebuild, build, host, port)
    try:
        live.run()
    except KeyboardInterrupt:
        print("stopped")
    finally:
        live.stop()


class LiveServer:
    """Stands between the base's files and the browser: with the built site, or its problems.

    A layer over MkDocs' own server. It reaches for some of its internals (the condition that
    guards a running build, the script that reloads), so MkDocs is pinned and a test drives all.
    """

    def __init__(self, root: Path, site: Path, rebuild: Rebuild, build: Build, host: str, port: int) -> None:
        """Take the port (0: any free one) and get ready to watch; see `serve`."""
        from mkdocs.livereload import LiveReloadServer
        from watchdog.observers.polling import PollingObserverVFS

        self.site, self.rebuild, self.build = site, rebuild, build
        self.problems: Sequence[str] = ()
        self.server = cast("Any", LiveReloadServer(self.renew, host, port, str(site)))
        self.server.observer = PollingObserverVFS(_stat, os.scandir, polling_interval=_POLL)
        self.server.build_delay = _QUIET
        self.server.error_handler = self.missing
        self.server.set_app(self.answer)
        # Each page asked for while problems stand is a warning there, which nobody needs.
        logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
        for name in WATCHED:
            self.server.watch(str(root / name))
        with explained(f"cannot serve on {host}:{port}"):
            self._take_port()
        self.url = f"http://{host}:{self.server.server_port}/"

    def _take_port(self) -> None:
        try:
            self.server.server_bind()
            self.server.server_activate()
        except OSError:
            self.server.server_close()
            raise

    def run(self) -> None:
        """Build once, then answer and rebuild until `stop` is called or Ctrl-C comes."""
        self.server.observer.start()  # first, so that no change is missed while the first build runs
        self.renew()
        self.server.serve_thread.start()
        print(f"serving on {self.url} (Ctrl-C ends it)", flush=True)
        self.server._build_loop()

    def stop(self) -> None:
        """End what `run` began and give the port back."""
        self.server.shutdown()

    def renew(self) -> None:
        """Build and say how it went. Never raises: the server would wait for ever."""
        start = time.monotonic()
        try:
            outcome = self.rebuild()
            self.problems = outcome.problems or self.build(outcome.nav)
        except CannotRunError as error:
            self.problems = [str(error)]
        except (Exception, SystemExit):
            self.problems = [f"The build broke down, by a fault of the program.\n{traceback.format_exc()}"]
        for problem in self.problems:
            print(problem, end="\n\n")
        count = f"{len(self.problems)} to mend" if self.problems else "fine"
        print(f"{time.strftime('%H:%M:%S')} {count}, after {time.monotonic() - start:.1f} s", flush=True)

    def answer(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer with the problems where a page is asked for, else with the file."""
        if not environ["PATH_INFO"].endswith(("/", ".html")) or not self._problems_stand():
            answer: Iterable[bytes] = self.server.serve_request(environ, start)
            return answer
        page = self._reloading(problem_page(self.problems))
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))]
        start("500 Problems", [*headers, ("Cache-Control", "no-store")])
        return [page]

    def missing(self, code: int) -> bytes | None:
        """What to show at an address that is not there: a page that reloads, as it may come to be."""
        if self.problems:
            return self._reloading(problem_page(self.problems))
        page = self.site / f"{code}.html"
        return self._reloading(page.read_bytes()) if page.is_file() else None

    def _problems_stand(self) -> bool:
        """Whether there are problems, once a running build is done."""
        server = self.server
        with server._epoch_cond:
            server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
        return bool(self.problems)

    def _reloading(self, page: bytes) -> bytes:
        """Add the script that reloads the page after the next build."""
        with_script: bytes = self.server._inject_js_into_html(page, self.server._visible_epoch)
        return with_script


def _stat(path: str) -> os.stat_result:
    """Like `os.stat`; what is not there counts as an empty file.

    The observer would else stop for good when a watched folder goes away for a moment, as in
    a change of branch, or is yet to be made.
    """
    try:
        return os.stat(path)  # noqa: PTH116 - the observer hands over texts
    except FileNotFoundError:
        return os.stat_result((0,) * 10)
