"""The folders claims/ and sources/, read file by file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.load.files import Found, read_text, read_yaml_text, salvaged, walk
from claimbook.load.ids import bad_id, claim_problems
from claimbook.load.placing import (
    HELP,
    LISTS,
    METHOD,
    TOPICS,
    VOCABULARY,
    Misplaced,
    misplaced_claim,
    misplaced_source,
)
from claimbook.load.records import (
    read_claim,
    read_help_lines,
    read_method,
    read_source,
    read_topics,
    read_vocabulary,
)
from claimbook.model import Claim, HelpLine, Library, Method, Source, Topic, Vocabulary
from claimbook.problem import Problem, Span

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.load.memory import Memory
    from claimbook.yamltext import TextFile


class Base:
    """What has been read so far; `unread` are the files of which nothing could be made."""

    def __init__(self, root: Path, memory: Memory | None = None) -> None:
        self.root = root
        self.memory = memory
        self.problems: list[Problem] = []
        self.files: dict[str, str] = {}
        self.unread: set[str] = set()
        self.topics: tuple[Topic, ...] = ()
        self.vocabulary = Vocabulary()
        self.help_lines: tuple[HelpLine, ...] = ()
        self.method: Method | None = None
        self.claims: list[Claim] = []
        self.sources: dict[str, Source] = {}
        self.held: dict[str, TextFile] = {}

    def library(self, at_hand: dict[str, str]) -> Library:
        """All of it, with the texts at hand (by key)."""
        return Library(
            topics=self.topics,
            vocabulary=self.vocabulary,
            help_lines=self.help_lines,
            method=self.method,
            claims=tuple(self.claims),
            sources=self.sources,
            held=self.held,
            at_hand=at_hand,
            files=self.files,
            unread=frozenset(self.unread),
        )

    def read_claims(self) -> None:
        """Read the lists and every claim."""
        found = list(walk(self.root, "claims"))
        others = [each for each in found if each.path not in LISTS]
        wrong = {each.path: misplaced_claim(each) for each in others}
        for path, fault in wrong.items():
            if fault:
                self._misplaced(path, fault)
        claims = [each for each in others if each.path.endswith(".yaml") and not wrong[each.path]]
        for each in claims:
            self._read_claim(each)
        self.problems.extend(claim_problems(self.claims))
        self._read_lists({each.path for each in found} & LISTS)
        self._miss(bool(claims), [fault.meant for fault in wrong.values() if fault])

    def read_sources(self) -> None:
        """Read every source and every text beside one."""
        for each in walk(self.root, "sources"):
            fault = misplaced_source(each)
            if fault:
                self._misplaced(each.path, fault)
            elif each.path.endswith(".yaml"):
                self._read_source(each)
            elif each.path.endswith(".txt"):
                self._read_held(each)

    def _misplaced(self, path: str, fault: Misplaced) -> None:
        self.unread.update({path, fault.meant or path})
        self.files[path] = salvaged(self.root, path)
        self.problems.append(Problem(Span(path), fault.rule, fault.message, fault.hint))

    def _miss(self, has_claims: bool, misplaced: list[str | None]) -> None:
        """Report what the whole base lacks, unless it may stand in a file that is misplaced."""
        if not has_claims and None not in misplaced:
            hint = "write the first one: claims/<topic>/<id>.yaml"
            self.problems.append(Problem(Span("claims"), "empty-base", "this base holds no claim", hint))
        if has_claims and not self.topics and TOPICS not in self.unread:
            self.unread.add(TOPICS)
            hint = "list the topics: - {id, title, question, summary}"
            self.problems.append(Problem(Span(TOPICS), "missing-field", "no topic is listed here", hint))

    def _read_lists(self, present: set[str]) -> None:
        files = {path: self._text(path) for path in sorted(present)}
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

    def _text(self, path: str) -> TextFile | None:
        file = read_yaml_text(self.root, path, self.problems)
        if file is None:
            self.unread.add(path)
        self.files[path] = file.text if file else salvaged(self.root, path)
        return file

    def _stem(self, each: Found) -> str:
        stem = each.parts[-1].rpartition(".")[0]
        problem = bad_id(stem, Span(each.path))
        if problem:
            self.problems.append(problem)
        return stem

    def _read_claim(self, each: Found) -> None:
        stem, file = self._stem(each), self._text(each.path)
        claim = read_claim(file, each.parts[1], stem, self.problems, self.memory) if file else None
        if claim:
            self.claims.append(claim)
        else:
            self.unread.add(each.path)

    def _read_source(self, each: Found) -> None:
        stem, file = self._stem(each), self._text(each.path)
        source = read_source(file, stem, self.problems, self.memory) if file else None
        if source:
            self.sources[stem] = source
        else:
            self.unread.add(each.path)

    def _read_held(self, each: Found) -> None:
        file = read_text(self.root, each.path, self.problems)
        if file is None:
            self.unread.add(each.path)
        else:
            self.files[each.path] = file.text
            self.held[each.parts[-1].removesuffix(".txt")] = file
