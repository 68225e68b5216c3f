"""Memory that typing and reopening take must come back: by what the interpreter counts, and in the real server."""

from __future__ import annotations

import argparse
import gc
import itertools
import re
import statistics
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
import tree_sitter

from reread.analyzers import syntax
from reread.analyzers.text import Document, Span, TextChange
from tests.e2e.conftest import client, environment, project
from tests.e2e.language_client import LanguageClient

__all__ = ["client", "environment", "project"]  # fixtures

MEGABYTE = 1_000_000
MOST = 5.0
"""Megabytes that a server may grow by after the first third of the work."""

CODE = Path(argparse.__file__).read_text(encoding="utf-8")
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def growth(work: Callable[[], object], times: int) -> float:
    """Bytes that the interpreter holds more after all but the first of so many times. What other threads of the process
    take in the meantime does not count: only memory taken under a call from this file does."""
    tracemalloc.start(25)
    try:
        work()
        before = _held_from_here()
        for _ in range(times):
            work()
        return _held_from_here() - before
    finally:
        tracemalloc.stop()


def _held_from_here() -> int:
    gc.collect()
    from_here = tracemalloc.Filter(True, __file__, all_frames=True)
    return sum(trace.size for trace in tracemalloc.take_snapshot().filter_traces([from_here]).traces)


@pytest.mark.slow
def test_a_read_callback_that_returns_bytes_loses_all_of_them():
    """The control: the trap is there in the binding. When this fails, `parser_input` has nothing left to do."""
    data = CODE.encode()
    parser = tree_sitter.Parser(syntax._grammar("python"))
    assert growth(lambda: parser.parse(lambda byte, _: data[byte : byte + 16_384]), 10) > 9 * len(data)


@pytest.mark.slow
def test_parsing_keeps_nothing_of_the_text():
    document = Document("u", CODE, language="python")
    document.data.count(b"\n")
    assert growth(lambda: syntax.parse(document), 10) < len(CODE) / 10


@pytest.mark.slow
def test_parsing_again_after_an_edit_keeps_nothing_of_the_text():
    tree = syntax.parse(Document("u", CODE, language="python"))
    change = TextChange(Span(50_000, 50_000), " ")
    document = tree.document.changed(change)
    assert document.data
    assert growth(lambda: syntax.reparse(tree, change, document), 10) < len(CODE) / 10


@pytest.mark.slow
def test_a_parser_that_is_stopped_keeps_nothing_of_the_text(monkeypatch):
    monkeypatch.setattr(syntax, "PARSE_SECONDS", 0.0)
    document = Document("u", "a = [\n" * 20_000, language="python")
    assert document.data and syntax.parse(document) is None
    assert growth(lambda: syntax.parse(document), 10) < len(document.data) / 10


def test_the_text_of_a_node_is_known_after_parsing():
    """Predicates of queries ask the tree for it."""
    tree = syntax.parse(Document("u", CODE + "mäh = 1\n", language="python"))
    assert tree.root.children[-1].text == "mäh = 1".encode()
    assert tree.root.text == tree.document.data
    found = syntax.captures(syntax.query("python", '((identifier) @a (#eq? @a "mäh"))'), tree.root)
    assert [tree.text(node) for node in found["a"]] == ["mäh"]


class Session:
    """One file of 120 kB in a real server."""

    def __init__(self, client: LanguageClient, project: Path) -> None:
        self.client = client
        self.uri = (project / "a.py").as_uri()
        self.text = (CODE + CODE)[:120_000].rpartition("\n\n\nclass ")[0] + "\n"
        self.line = self.text[:60_000].count("\n")
        self.version = 1
        client.start(project)
        client.open(self.uri, self.text)
        client.settled(self.uri, 1)

    def memory(self) -> float:
        """Megabytes of the server's own."""
        status = Path(f"/proc/{self.client.process.pid}/status").read_text()
        return int(re.search(r"RssAnon:\s+(\d+) kB", status)[1]) * 1024 / MEGABYTE

    def type(self, letters: int) -> None:
        """Type and take back, a word at a time."""
        for number in range(letters):
            self.version += 1
            column = number % 10
            start, end = ((self.line, column), (self.line, column)) if column else ((self.line, 0), (self.line, 0))
            self.client.change(self.uri, self.version, start, end, "#" if column == 0 else "x")
            if column == 9:
                self.version += 1
                self.client.change(self.uri, self.version, (self.line, 0), (self.line, 10), "")
                self.wait()

    def reopen(self, times: int) -> None:
        for _ in range(times):
            self.client.notify("textDocument/didClose", {"textDocument": {"uri": self.uri}})
            self.version += 1
            self.client.open(self.uri, self.text, version=self.version)
            self.wait()

    def wait(self) -> None:
        self.client.settled(self.uri, self.version)
        with self.client._changed:
            self.client.received.clear()


def grown(memory: Callable[[], float], work: Callable[[int], object], times: int) -> float:
    """Megabytes that the work adds, after its first third, by the median of five equal parts of the rest.

    A leak grows in each part. Memory that a second thread takes for the first time, because two requests overlap, is one
    step and stays.
    """
    work(times // 3)
    amounts = [memory()]
    for _ in range(5):
        work(times * 2 // 15)
        amounts.append(memory())
    return 5 * statistics.median(after - before for before, after in itertools.pairwise(amounts))


@pytest.mark.parametrize(("step", "each", "expected"), [(8.0, 0.0, 0.0), (0.0, 2.0, 10.0), (8.0, 2.0, 10.0)])
def test_a_leak_is_told_from_memory_that_is_taken_once(step, each, expected):
    amounts = itertools.chain([50.0, 50.0 + each], (50.0 + step + number * each for number in itertools.count(2)))
    assert grown(lambda: next(amounts), lambda times: None, 30) == pytest.approx(expected)


@linux
@pytest.mark.slow
def test_typing_and_reopening_for_a_while_take_no_memory(client, project):
    session = Session(client(), project)
    assert grown(session.memory, session.type, 600) < MOST
    assert grown(session.memory, session.reopen, 30) < MOST


@linux
@pytest.mark.slow
def test_nor_does_it_for_longer(client, project):
    session = Session(client(), project)
    assert grown(session.memory, session.type, 2_000) < MOST
    assert grown(session.memory, session.reopen, 100) < MOST


@linux
@pytest.mark.soak
@pytest.mark.timeout(7_200)
def test_ten_thousand_letters_and_a_thousand_reopenings_take_no_memory(client, project):
    session = Session(client(), project)
    assert grown(session.memory, session.type, 10_000) < MOST
    assert grown(session.memory, session.reopen, 1_000) < MOST
