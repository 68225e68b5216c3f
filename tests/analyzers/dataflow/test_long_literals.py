"""Tables of thousands of entries take about a step for each, and what flows past and through them is found."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.interpreter import functions
from reread.analyzers.dataflow.summaries import table
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


@pytest.fixture
def most(monkeypatch) -> list[int]:
    """The steps of the function that took the most of them."""
    most = [0]
    original = State.count_step

    def count(state: State, steps: int = 1) -> None:
        original(state, steps)
        most[0] = max(most[0], state.steps)

    monkeypatch.setattr(State, "count_step", count)
    return most


@pytest.mark.parametrize("language", TABLES)
def test_an_entry_of_a_long_table_costs_a_step(most, language):
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


MODULES = {
    "javascript": (
        "const y = source();\n",
        "export const S{0} = z.object({{ name: z.string().min({0}).max(20), a{0}: z.number().int().optional() }});\n",
        "function f() {\n  sink(y);\n}\nsink(y);\n",
    ),
    "python": (
        "y = source()\n",
        "rows.append(Row('Value {0}', base + '/{0}', Field({0}, name='a').wrapped(), {0}))\n",
        "def f():\n    sink(y)\nsink(y)\n",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("language", MODULES)
def test_a_module_of_thousands_of_statements_takes_steps_for_its_length(most, language):
    checker = engine(rule(language))
    begin, middle, end = MODULES[language]
    taken = []
    for statements in (2_000, 4_000):
        most[0] = 0
        code = begin + "".join(middle.format(number) for number in range(statements)) + end
        analysis = checker.check(document(code, language))
        assert (len(analysis.findings), checker.given_up(analysis)) == (2, ())
        taken.append(most[0])
    assert taken[1] > 40_000
    assert taken[1] < 2.1 * taken[0]


@pytest.mark.parametrize("language", MODULES)
def test_a_statement_of_a_module_is_given_up_alone(monkeypatch, language):
    monkeypatch.setattr(table, "_MOST_STEPS_OF_MODULE", 0)
    monkeypatch.setattr(functions, "_STEPS_OF_STATEMENT", 20)
    begin, _, end = MODULES[language]
    large = "big = " + " + ".join("g(1)" for _ in range(60)) + "\n"
    checker = engine(rule(language))
    for module in (functions, table):
        monkeypatch.setattr(module, "steps_of", lambda length: 0)
    code = large + begin + large + end
    analysis = checker.check(document(code, language))
    assert checker.given_up(analysis) == ("",)
    assert [each.span.start for each in analysis.findings] == [code.index("sink"), code.rindex("sink")]
