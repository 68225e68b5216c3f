"""Chains of more branches than Python can make calls within each other: what flows past them is found."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.summaries import table
from tests.analyzers.taint.taint_cases import document, engine, reported, rule

CHAINS = {
    "python": (
        "def f(x):\n    y = source()\n    if x < 0:\n        return\n",
        "    elif x == {0}:\n        y = y + g({0})\n",
        "    sink(y)\n",
    ),
    "javascript": (
        "function f(x) {\n  let y = source();\n  if (x < 0) {\n    return;\n  }\n",
        "  else if (x == {0})\n    y = y + g({0});\n",
        "  sink(y);\n}\n",
    ),
    "go": (
        "package p\n\nfunc f(x int) {\n\ty := source()\n\tif x < 0 {\n\t\treturn\n\t}",
        " else if x == {0} {{\n\t\ty = y + g({0})\n\t}}",
        "\n\tsink(y)\n}\n",
    ),
    "java": (
        "class C {\n  void f(int x) {\n    String y = source();\n    if (x < 0) { return; }\n",
        "    else if (x == {0})\n      y = y + g({0});\n",
        "    sink(y);\n  }\n}\n",
    ),
}


def chain(language: str, branches: int) -> str:
    begin, middle, end = CHAINS[language]
    return begin + "".join(middle.format(number) for number in range(branches)) + end


@pytest.mark.parametrize("branches", [1, 400, 2_000])
@pytest.mark.parametrize("language", CHAINS)
def test_what_flows_past_a_long_chain_is_found(language, branches):
    code = chain(language, branches)
    line = code[: code.index("sink")].count("\n") + 1
    assert reported(engine(rule(language)), code, language) == [line]


def test_each_branch_of_a_long_chain_is_looked_at():
    code = "def f(x):\n    y = source()\n    if x < 0:\n        return\n"
    code += "".join(f"    elif x == {number}:\n        sink(y)\n" for number in range(500))
    assert len(reported(engine(rule()), code)) == 500


def test_what_a_branch_cleans_is_clean_there_and_not_behind_it():
    code = "def f(x):\n    y = source()\n    if x < 0:\n        return\n"
    code += "".join(f"    elif x == {number}:\n        y = clean(y)\n        sink(y)\n" for number in range(500))
    behind = code + "    sink(y)\n"
    assert reported(engine(rule()), code) == []
    assert reported(engine(rule()), behind) == [behind.count("\n")]
    assert reported(engine(rule()), code + "    else:\n        return\n    sink(y)\n") == []


def test_four_times_the_branches_are_four_times_the_steps(monkeypatch):
    taken = [0]
    original = State.count_step

    def count(state: State, steps: int = 1) -> None:
        taken[0] += steps
        original(state, steps)

    def steps(branches: int) -> int:
        taken[0] = 0
        checker = engine(rule())
        assert checker.given_up(checker.check(document(chain("python", branches)))) == ()
        return taken[0]

    monkeypatch.setattr(State, "count_step", count)
    assert steps(1_600) < 4.2 * steps(400) > 400


def test_a_chain_with_a_variable_in_each_branch_takes_steps_for_them(monkeypatch):
    """Joining is what such code takes long for, so it is that which the limit must stop."""
    monkeypatch.setattr(table, "_MOST_STEPS", 20_000)
    begin, _, end = CHAINS["python"]
    code = begin + "".join(f"    elif x == {number}:\n        z{number} = g(y)\n" for number in range(1_800)) + end
    assert len(code) < len(chain("python", 1_800)) * 1.1  # which takes 15,000 steps
    checker = engine(rule())
    assert checker.given_up(checker.check(document(code))) == ("f",)
    assert checker.given_up(checker.check(document(chain("python", 1_800)))) == ()
