"""What an analysis makes goes as soon as nobody has it: a cycle would keep whole trees until the next collection."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from reread import analyzers
from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document

ENGINE = Engine(load(), CheckOptions(profile=Profile.PEDANTIC))
PACKS = Path(analyzers.__file__).parent / "packs"
MOST_SAMPLES = 40
LANGUAGES = {"go": ".go", "java": ".java", "javascript": ".js", "python": ".py"}


class Cyclic:
    def __init__(self):
        self.own = self


def garbage(work):
    """The kinds of objects that only a collection frees after the work was done twice."""
    work()
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        work()
        gc.collect()
        return {type(each).__name__ for each in gc.garbage}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


def test_a_cycle_is_seen():
    assert "Cyclic" in garbage(Cyclic)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_analysis_leaves_no_cycle(language):
    ending = LANGUAGES[language]
    samples = [path.read_text(encoding="utf-8") for path in sorted((PACKS / language).glob(f"*{ending}"))]
    text = "\n".join(samples[:MOST_SAMPLES])
    found = []

    def check():
        document = Document("file:///a", text, path=f"/a{ending}", language=language)
        found.append(len(ENGINE.check(document, f"src/a{ending}").findings))

    assert garbage(check) == set()
    assert found[0] > 5
