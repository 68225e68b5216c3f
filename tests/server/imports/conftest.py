"""A workspace of a few files and taint rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reread.analyzers.engine.analysis import Analysis
from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server.imports.files import WorkspaceFiles

RULE = """
rules:
  - id: reached
    languages: [python, javascript, typescript, go, java]
    severity: ERROR
    message: m
    mode: taint
    options: {interfile: true}
    pattern-sources:
      - pattern: source()
    pattern-sinks:
      - patterns:
          - pattern: sink($X)
          - focus-metavariable: $X
    pattern-sanitizers:
      - pattern: clean(...)
  - id: checked
    languages: [python]
    severity: ERROR
    message: m
    mode: taint
    options: {interfile: true}
    pattern-sources:
      - pattern: source()
    pattern-sinks:
      - pattern: check_sink($X)
  - id: suspected
    languages: [python]
    severity: ERROR
    message: m
    mode: taint
    options: {interfile: true}
    pattern-sources:
      - pattern: known_source()
      - pattern: suspicion()
        interfile: false
    pattern-sinks:
      - pattern: sink($X)
  - id: alone
    languages: [python]
    severity: ERROR
    message: m
    mode: taint
    pattern-sources:
      - pattern: own_source()
    pattern-sinks:
      - pattern: sink($X)
"""


class Project:
    """Files on disk, looked at one by one with the others known."""

    def __init__(self, root: Path) -> None:
        self.root = root
        rules, problems = read_rules("rules.yaml", RULE.encode())
        assert problems == []
        self.engine = Engine(RuleSet(tuple(rules)))
        self.files = WorkspaceFiles(str(root), 100_000)
        self.across = self.engine.across(self.files)

    def write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def analysis(self, name: str) -> Analysis:
        path = str(self.root / name)
        document = Document(path, Path(path).read_text(), path=path, language=language_of(path))
        return self.engine.linked(self.engine.check(document, name), self.across)

    def lines(self, name: str) -> list[int]:
        """The lines of the findings in a file, from 1."""
        analysis = self.analysis(name)
        return [analysis.document.lines.line_of(each.span.start) + 1 for each in analysis.findings]


Look = Callable[..., list[int]]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "work")


@pytest.fixture
def look(project: Project) -> Look:
    """The lines found in the first of some files."""

    def look(files: Mapping[str, str]) -> list[int]:
        project.write(files)
        project.files.refresh()
        project.across.forget()
        return project.lines(next(iter(files)))

    return look
