"""What CONTRIBUTING says it takes to add a language is what the languages here have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reread.analyzers.dataflow.ir import language_modules

ROOT = Path(__file__).parent.parent
SECTION = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("### A language")[2].partition("\n#")[0]
MODULES = re.findall(r"`([\w/]+/<language>\.py)`", SECTION)
TOPICS = ("lowering", "semantics", "declarations", "imports")
EXISTING = re.findall(r"`((?:[\w]+/)+[\w]+\.py)`", SECTION)
DATAFLOW = "analyzers/dataflow/languages"


def rows() -> list[str]:
    """The existing files that get a row; one is only an example."""
    return [path for path in EXISTING if not path.endswith("vue.py")]


def test_the_numbers_are_those_of_the_steps():
    modules, files = map(int, re.findall(r"(\d+) (?:new modules|existing files)", SECTION))
    assert (modules, files) == (len(MODULES), len(rows()))


@pytest.mark.parametrize("language", ["python", "javascript", "go", "java"])
def test_a_language_has_the_modules(language):
    names = [path.replace("<language>", language) for path in MODULES if not path.startswith(DATAFLOW)]
    names += [f"{DATAFLOW}/{language}/{topic}.py" for topic in TOPICS]
    assert [name for name in names if not (ROOT / name).is_file()] == []


def test_other_languages_are_a_table_in_one_module():
    modules = [path.stem for path in (ROOT / DATAFLOW).glob("*.py") if path.stem != "__init__"]
    folders = [path.parent.name for path in (ROOT / DATAFLOW).glob("*/__init__.py")]
    assert sorted(folders) == ["bash", "go", "java", "javascript", "python"]
    assert len(modules) > len(folders)
    for language in modules:
        assert language_modules.table_of(language) is not None
        assert {language_modules.module_of(language, topic) for topic in TOPICS} == {None}


def test_the_topics_are_those_that_the_engine_asks_for():
    known = (value for name, value in vars(language_modules).items() if name.isupper())
    assert sorted(known) == sorted(TOPICS)


@pytest.mark.parametrize("path", rows())
def test_an_existing_file_has_a_row_for_go(path):
    assert re.search(r"\bgo\b", (ROOT / path).read_text(encoding="utf-8"), re.IGNORECASE)
