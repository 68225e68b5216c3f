"""Tables of thousands of entries take about a step for each, and what flows past and through them is found."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.domain.state import State
from tests.analyzers.taint.taint_cases import document, engine, reported, rule

TABLES = {
    "python": (
        "def f():\n    y = source()\n    t = {\n",
        "        'key{0}': {{'label': 'Value {0}', 'path': base + '/{0}', 'sizes': [{0}, 1, 2, 3]}},\n",
        "        'last': y,\n    }\n    sink(t)\n",
    ),
    "javascript": (
        "function f() {\n  const y = source();\n  const t = {\n",
        "    'key{0}': {{ label: 'Value {0}', path: `/a/${{base}}/{0}`, sizes: [{0}, 1, 2, 3] }},\n",
        "    'last': y,\n  };\n  sink(t);\n}\n",
    ),
    "go": (
        "package p\n\nfunc f() {\n\ty := source()\n\tt := []Row{\n",
        '\t\t{{Label: "Value {0}", Path: base + "/{0}", Sizes: []int{{ {0}, 1, 2, 3 }}}},\n',
        "\t\ty,\n\t}\n\tsink(t)\n}\n",
    ),
    "java": (
        "class C {\n  void f() {\n    Object y = source();\n    Object[] t = {\n",
        '      "Value {0}" + base + "/{0}" + {0} + "abc",\n',
        "      y,\n    };\n    sink(t);\n  }\n}\n",
    ),
}


def written(language: str, entries: int) -> str:
    begin, middle, end = TABLES[language]
    return begin + "".join(middle.format(number) for number in range(entries)) + end


@pytest.mark.parametrize("language", TABLES)
def test_an_entry_of_a_long_table_costs_a_step(monkeypatch, language):
    most = [0]
    original = State.count_step

    def count(state: State, steps: int = 1) -> None:
        original(state, steps)
        most[0] = max(most[0], state.steps)

    monkeypatch.setattr(State, "count_step", count)
    checker = engine(rule(language))
    taken = []
    for entries in (1_000, 3_000):
        most[0] = 0
        code = written(language, entries)
        assert checker.given_up(checker.check(document(code, language))) == ()
        taken.append(most[0])
    assert 2_000 <= taken[1] - taken[0] <= 2_100


@pytest.mark.parametrize("language", TABLES)
def test_what_is_in_a_long_table_is_found(language):
    code = written(language, 3_000)
    line = code[: code.index("sink")].count("\n") + 1
    assert reported(engine(rule(language)), code, language) == [line]
