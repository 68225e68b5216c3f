"""What reaches the sinks of a program when it runs is what is reported of it: no more, and no less."""

from __future__ import annotations

from types import ModuleType

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules import ruleset
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.text import Document
from tests.executed import go, java, javascript, python
from tests.executed.programs import Program, UnusableError, smaller

pytestmark = pytest.mark.slow
PROGRAMS = 300


@pytest.fixture(scope="module")
def engine():
    return Engine(ruleset.load(), CheckOptions(profile=Profile.PEDANTIC))


def difference(engine: Engine, language: ModuleType, runner, made: Program) -> tuple[set[int], set[int]] | None:
    """The lines that are reported wrongly and those that are missed; None for a program that cannot be run."""
    source = language.text(made)
    try:
        hits, sinks = runner.reached(source)
    except UnusableError:
        return None
    document = Document(f"file:///{language.NAME}", source, language=language.LANGUAGE)
    found = engine.check(document, language.NAME).findings
    reported = {document.lines.line_of(each.span.start) + 1 for each in found if each.rule == language.RULE}
    return (reported & sinks) - hits, hits - reported


def shown(engine: Engine, language: ModuleType, runner, made: Program) -> str:
    """The smallest program with a difference that is left when statements are taken out one by one."""
    while True:
        for less in smaller(made):
            wrong = difference(engine, language, runner, less)
            if wrong is not None and any(wrong):
                made = less
                break
        else:
            source = language.text(made)
            return f"{difference(engine, language, runner, made)}\n{source[source.rindex(language.START) :]}"


@pytest.mark.parametrize("language", [python, javascript, java, go], ids=lambda each: each.LANGUAGE)
def test_what_is_reported_is_what_happens(language, engine):
    usable = 0
    every = [language.program(seed) for seed in range(PROGRAMS)]
    with language.Runner() as runner:
        runner.prepare(language.text(made) for made in every)
        for seed, made in enumerate(every):
            found = difference(engine, language, runner, made)
            usable += found is not None
            if found is not None and any(found):
                pytest.fail(f"seed {seed}: wrong and missed lines {shown(engine, language, runner, made)}")
    assert usable > 0.7 * PROGRAMS
