"""Files that are large in one way: the rules do work in proportion to their length, counted in calls and not in time.

Who: whoever writes a file of the workspace. What must not happen: a check that takes minutes, or an editor that stops.
"""

from __future__ import annotations

import cProfile
import pstats

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules import ruleset
from reread.analyzers.text import Document

FILES = {
    "one line of a list": ("python", "x = [", "1, ", "]\n"),
    "one line of calls": ("python", "x = [", "f(request.args), ", "]\n"),
    "one line of a text": ("python", 'x = "', "password=a ", '"\n'),
    "one line of statements": ("javascript", "", "var a=b(c);", "\n"),
    "branches": (
        "python",
        "from flask import request\ndef f(x):\n    y = request.args['n']\n    if x:\n        return\n",
        "    elif x == g:\n        h(y)\n",
        "",
    ),
    "branches of Go": (
        "go",
        "package p\nfunc f(x int) {\n\tif x < 0 {\n\t}",
        " else if x == g {\n\t\th()\n\t}",
        "\n}\n",
    ),
    "functions": ("python", "import os\n", "def f(x):\n    os.system(x)\n", ""),
    "brackets": ("python", "x = ", "(", "\n"),
    "comments": ("python", "", "# reread: ignore\n", ""),
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(ruleset.load())


def text(name: str, length: int) -> Document:
    language, begin, unit, end = FILES[name]
    code = begin + unit * (length // len(unit)) + end
    return Document("file:///a", code, language=language)


def work(engine: Engine, document: Document) -> int:
    """How many functions are called to check it."""
    profile = cProfile.Profile()
    profile.runcall(engine.check, document, "a")
    return int(pstats.Stats(profile).total_calls)


def assert_linear(engine: Engine, name: str, length: int) -> None:
    short, long = text(name, length), text(name, 4 * length)
    work(engine, short)  # What is compiled and remembered once counts for neither.
    assert work(engine, long) < 4.6 * work(engine, short) + 2_000


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_four_times_the_text_is_four_times_the_work(engine, name):
    assert_linear(engine, name, 3_000)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in FILES if name != "brackets"])  # see "not defended" in SECURITY.md
def test_also_where_it_is_a_line_of_900_kilobytes_or_20_000_branches(engine, name):
    assert_linear(engine, name, 225_000)
