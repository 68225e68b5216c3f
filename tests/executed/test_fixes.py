"""Fixes of loops, comparisons and conditions leave programs that work as they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Finding
from reread.analyzers.fixes import apply_fix
from reread.analyzers.rules import ruleset
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.text import Document
from tests.executed.working import JAVASCRIPT, PLANTED, PYTHON, NodeRunner, PythonRunner, programs

pytestmark = pytest.mark.slow
PHASES = (Phase.generate, Phase.shrink)
LANGUAGES = [(PYTHON, "app.py", PythonRunner), (JAVASCRIPT, "app.js", NodeRunner)]


@pytest.fixture(scope="module")
def engine():
    return Engine(ruleset.load(), CheckOptions(profile=Profile.PEDANTIC))


def fixed(engine: Engine, source: str, name: str, language: str) -> Iterator[tuple[Finding, str, str]]:
    """Each finding with a fix, the line that it is in, and the text after the fix, safe or not."""
    document = Document(f"file:///{name}", source, language=language)
    for finding in engine.check(document, name).findings:
        line = source.split("\n")[document.lines.line_of(finding.span.start)]
        for fix in finding.fixes:
            yield finding, line, apply_fix(document, fix).text


@pytest.mark.property
@pytest.mark.parametrize(("how", "name", "runner"), LANGUAGES, ids=["python", "javascript"])
def test_a_fix_changes_nothing_where_nothing_is_wrong(engine, how, name, runner):
    with runner() as run:

        @settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
        @given(programs(how))
        def holds(source: str) -> None:
            before = run.shown(source)
            assert "error" not in before, f"{source}\n{before}"
            for finding, line, text in fixed(engine, source, name, how.language):
                if PLANTED not in line:
                    assert run.shown(text) == before, f"{finding.rule}: {line.strip()}\n\n{source}\n--- fixed\n{text}"

        holds()


@pytest.mark.parametrize(("how", "name", "runner"), LANGUAGES, ids=["python", "javascript"])
def test_what_cannot_be_meant_is_found(engine, how, name, runner):
    frames = {"python": "def work(xs, s):\n    {}\n", "javascript": "function work(xs, a) {{ {} }}\n"}
    for planted in how.planted:
        source = frames[how.language].format(planted.replace("\n", "\n    "))
        assert list(fixed(engine, source, name, how.language)), planted
