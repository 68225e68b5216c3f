from __future__ import annotations

import asyncio
import re
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reread.analyzers.engine.analysis import Analysis
from reread.analyzers.engine.place import DocumentPlace
from reread.analyzers.findings import Applicability, Edit, Finding, Fix, Severity
from reread.analyzers.roles import Role
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document, Span, TextChange
from reread.server.lsp.analysis import configuration
from reread.server.lsp.documents import stored_findings
from reread.server.settings import Settings
from tests.server.lsp.editor import Editor

RULE = """
rules:
  - id: bad-word
    message: Bad word
    languages: [python]
    severity: WARNING
    pattern: bad
    metadata:
      explanation: A bad word makes *everything* worse.
"""


REPLACED = {"bad": "good", "worse": "(", "odd": "even"}


class WordEngine:
    """Finds the word `bad`, which `good` replaces safely, and `worse`, whose fix does not parse, and `odd`, whose fix is unsafe.

    Counts its runs. A check from scratch says that it is `entered` and waits for the `gate`, which is open at first.
    """

    reads_any_text = False

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.has_foreign_rules = False
        self.checks = 0
        self.rechecks = 0
        self.prepared: list[str] = []
        self.ready = threading.Semaphore(0)
        self.broken = False
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Semaphore(0)

    def prepare_edits(self, analysis: Analysis) -> None:
        self.prepared.append(analysis.document.uri)
        self.ready.release()

    def check(self, document: Document, path: str = "", *, follow: bool = True) -> Analysis:
        self.checks += 1
        self.entered.release()
        assert self.gate.wait(120)
        return self._analyse(document, path)

    def recheck(self, previous: Analysis, change: TextChange, document: Document, *, follow: bool = True) -> Analysis:
        self.rechecks += 1
        (start, end), text = change
        old = previous.document.text
        assert f"{old[:start]}{text}{old[end:]}" == document.text, "the change does not lead to the document"
        return self._analyse(document, previous.place.path)

    def lost(self, analysis: object) -> tuple[str, ...]:
        return ()

    def given_up(self, analysis: object) -> tuple[str, ...]:
        return ()

    def _analyse(self, document: Document, path: str) -> Analysis:
        if self.broken:
            raise RuntimeError("the engine is broken")
        findings = [
            Finding(
                "bad-word",
                f"Bad word: {match[0]}",
                span := Span(*match.span()),
                Severity.WARNING,
                fixes=(
                    Fix(
                        f"Replace `{match[0]}`",
                        (Edit(span, REPLACED[match[0]]),),
                        Applicability.SAFE if match[0] == "bad" else Applicability.UNSAFE,
                    ),
                ),
                documentation="https://example.invalid/bad-word",
            )
            for match in re.finditer(r"\b(bad|worse|odd)\b", document.text)
        ]
        return Analysis(document, DocumentPlace(path, Role.CODE), parse(document), tuple(findings))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> WordEngine:
    """The engine that every folder gets."""
    rules, problems = read_rules("bad-word.yaml", RULE.encode())
    assert problems == []
    words = WordEngine(RuleSet(tuple(rules)))

    def load_engine(folder: str, settings: Settings) -> tuple[WordEngine, tuple[str, ...]]:
        return words, ()

    monkeypatch.setattr(configuration, "load_engine", load_engine)
    # What other rules found in such a text in another test is nothing that these have found.
    monkeypatch.setattr(stored_findings, "read_all", lambda rules, documents: [None] * len(documents))
    return words


@pytest.fixture
def editor(engine: WordEngine, real_editor: Editor) -> Iterator[Editor]:
    """An editor whose server has rules of the words `bad` and `worse`, and no index."""
    yield real_editor
    engine.gate.set()


@pytest.fixture
async def real_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[Editor]:
    """An editor whose server has the built-in rules and no index."""
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config.toml"))
    async with running_editor() as client:
        yield client


@asynccontextmanager
async def running_editor() -> AsyncIterator[Editor]:
    """An editor whose server has no index; it is taken down in the end."""
    client = Editor({"index": {"enable": False}})
    yield client
    client.server.session.tasks.cancel_all()
    client.server.schedule.close()
    # What its threads still do, and git for them, is no part of the next test.
    await asyncio.to_thread(client.server.schedule._threads.shutdown)
    await asyncio.to_thread(client.server.schedule._long_thread.shutdown)
    await client.server.background.close()
    client.server.pages.close()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with one commit of `a.py`."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "a.py").write_text("def one():\n    return maybe\n\n\ndef two():\n    return surely\n")
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
    for arguments in (["init", "-q"], ["add", "."], [*identity, "commit", "-q", "-m", "start"]):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    return folder
