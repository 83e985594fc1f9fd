"""The folders claims/ and sources/: lists and texts are read at once, a claim or source when it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from claimbook.errors import CannotRunError, explained
from claimbook.load.contents import Contents
from claimbook.load.ids import bad_id
from claimbook.load.listing import Listing, stem
from claimbook.load.placing import HELP, METHOD, TOPICS, VOCABULARY
from claimbook.load.records import (
    read_claim,
    read_help_lines,
    read_method,
    read_source,
    read_topics,
    read_vocabulary,
)
from claimbook.model import Claim, HelpLine, Library, Method, Source, Topic, Vocabulary
from claimbook.plainfile import MAX_TEXT, read_plain
from claimbook.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimbook.yamltext import TextFile


class Base:
    """What a base holds.

    `problems` are those of the base as a whole, its lists and its texts; those of a claim or source are told
    by `reading`. `unread` are the files, other than those, of which nothing could be made.
    Raises `CannotRunError` where a folder cannot be listed or a text at hand cannot be read.
    """

    def __init__(self, root: Path, texts: Path | None = None) -> None:
        self.listing = Listing(root)
        self.contents = Contents(root, self.listing)
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        self._claims: dict[str, Claim | None] = {}
        self._sources: dict[str, Source | None] = {}
        self._reading: dict[str, list[Problem]] = {}
        self.topics: tuple[Topic, ...] = ()
        self.vocabulary = Vocabulary()
        self.help_lines: tuple[HelpLine, ...] = ()
        self.method: Method | None = None
        self.held: dict[str, TextFile] = {}
        self.at_hand = _at_hand(texts, self.listing.sources)
        self._tell_misplaced()
        self._read_lists()
        self._miss()
        self._read_texts()

    def claim(self, path: str) -> Claim | None:
        """The claim in a file; None where nothing could be made of it."""
        if path not in self._claims:
            problems, file = self._opened(path)
            claim = read_claim(file, path.split("/")[1], stem(path), problems) if file else None
            self._claims[path] = claim
        return self._claims[path]

    def source(self, key: str) -> Source | None:
        """The source of a key; None where there is none, or nothing could be made of its file."""
        if key not in self._sources:
            path, source = self.listing.sources.get(key), None
            if path is not None:
                problems, file = self._opened(path)
                source = read_source(file, key, problems) if file else None
            self._sources[key] = source
        return self._sources[key]

    def reading(self, path: str) -> list[Problem]:
        """The problems met while reading a claim's or source's file, which must have been asked for."""
        return self._reading[path]

    def forget(self, path: str) -> None:
        """Let go of a claim; it is read anew when it is asked for again."""
        self._claims.pop(path, None)

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all that is a base's, but for texts that cannot be read."""
        listing = self.listing
        records = (*listing.lists, *listing.claims, *listing.sources.values())
        return frozenset((*listing.misplaced, *records, *(file.path for file in self.held.values())))

    def library(self) -> Library:
        """All of it, with every claim and source read."""
        claims = {path: self.claim(path) for path in self.listing.claims}
        sources = {key: self.source(key) for key in self.listing.sources}
        lost = {path for path, claim in claims.items() if claim is None}
        lost |= {self.listing.sources[key] for key, source in sources.items() if source is None}
        return Library(
            topics=self.topics,
            vocabulary=self.vocabulary,
            help_lines=self.help_lines,
            method=self.method,
            claims=tuple(claim for claim in claims.values() if claim),
            sources={key: source for key, source in sources.items() if source},
            held=self.held,
            at_hand=self.at_hand,
            files={path: self.contents.text(path) for path in self.files},
            unread=frozenset(self.unread | lost),
            claim_names=self.listing.claim_names,
            source_names=self.listing.source_names,
        )

    def _opened(self, path: str) -> tuple[list[Problem], TextFile | None]:
        """The file of a claim or source, and the list that its problems are to be added to."""
        problem = bad_id(stem(path), Span(path))
        problems = self._reading[path] = [problem] if problem else []
        return problems, self.contents.file(path, problems)

    def _tell_misplaced(self) -> None:
        for path, fault in self.listing.misplaced.items():
            self.unread.update({path, fault.meant or path})
            self.problems.append(Problem(Span(path), fault.rule, fault.message, fault.hint))

    def _read_lists(self) -> None:
        files = {path: self._list(path) for path in self.listing.lists}
        topics, vocabulary = files.get(TOPICS), files.get(VOCABULARY)
        before = len(self.problems)
        self.topics = read_topics(topics, self.problems) if topics else ()
        if len(self.problems) > before and not any(topic.id for topic in self.topics):
            self.unread.add(TOPICS)
        if vocabulary:
            self.vocabulary = read_vocabulary(vocabulary, self.problems)
        elif VOCABULARY in self.unread:
            self.vocabulary = Vocabulary(known=False)
        help_lines, method = files.get(HELP), files.get(METHOD)
        self.help_lines = read_help_lines(help_lines, self.problems) if help_lines else ()
        self.method = read_method(method, self.problems) if method else None

    def _list(self, path: str) -> TextFile | None:
        file = self.contents.file(path, self.problems)
        if file is None:
            self.unread.add(path)
        return file

    def _read_texts(self) -> None:
        for key, path in self.listing.texts.items():
            file = self.contents.file(path, self.problems)
            if file is None:
                self.unread.add(path)
            else:
                self.held[key] = file

    def _miss(self) -> None:
        """Report what the whole base lacks, unless it may stand in a file that is misplaced."""
        meant = [each.meant for path, each in self.listing.misplaced.items() if path.startswith("claims/")]
        if not self.listing.claims and None not in meant:
            hint = "write the first one: claims/<topic>/<id>.yaml"
            self.problems.append(Problem(Span("claims"), "empty-base", "this base holds no claim", hint))
        if self.listing.claims and not self.topics and TOPICS not in self.unread:
            self.unread.add(TOPICS)
            hint = "list the topics: - {id, title, question, summary}"
            self.problems.append(Problem(Span(TOPICS), "missing-field", "no topic is listed here", hint))


def _at_hand(texts: Path | None, keys: Iterable[str]) -> dict[str, str]:
    """The texts in the folder for sources that exist, decoded leniently: they are no part of the base."""
    found: dict[str, str] = {}
    if texts is None:
        return found
    for key in keys:
        path = texts / f"{key}.txt"
        with explained(f"cannot read {path}"):  # of a folder that may not be entered, not even what it holds
            if not path.is_file():
                continue
            raw = read_plain(path.resolve(), MAX_TEXT)
        if raw is None:
            raise CannotRunError(f"cannot read {path}: it holds more than {MAX_TEXT:,} bytes")
        found[key] = raw.decode("utf-8", "replace").lstrip("\ufeff")
    return found
