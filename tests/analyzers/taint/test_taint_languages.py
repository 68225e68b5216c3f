"""Taint in the sample files of each language, and the same after edits."""

from __future__ import annotations

import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reread.analyzers.engine.incremental import state
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Span, TextChange
from tests.analyzers.taint.taint_cases import assert_flows, document, engine, expected, reported, rule
from tests.examples import examples

SAMPLES = os.path.join(os.path.dirname(__file__), "..", "..", "fixtures", "taint")
NAMES = sorted(os.listdir(SAMPLES))
LANGUAGES = ["python", "javascript", "typescript", "go", "java"]
SOURCES = {
    "python": [{"pattern": "source()"}],
    "javascript": [{"pattern": "source()"}, {"pattern": "$REQ.query"}],
    "typescript": [{"pattern": "source()"}, {"pattern": "$REQ.query"}],
}
SANITIZERS = {
    "python": [
        {"pattern": "$X.startswith(...)", "guard": "$X"},
        {"pattern": '".." in $X', "guard": "not $X"},
        {"pattern": "is_ok(..., $X, ...)", "guard": "$X"},
    ]
}


def engine_for(language):
    return engine(
        rule(
            language,
            **{
                "pattern-sources": SOURCES.get(language, [{"pattern": "source()"}]),
                "pattern-sinks": [{"pattern": "sink(...)"}],
                "pattern-sanitizers": [{"pattern": "clean(...)"}, *SANITIZERS.get(language, [])],
            },
        )
    )


ENGINES = {language: engine_for(language) for language in LANGUAGES}


def text_of(name):
    with open(os.path.join(SAMPLES, name), encoding="utf-8") as stream:
        return stream.read()


@pytest.mark.parametrize("name", NAMES)
def test_exactly_the_lines_that_are_marked_are_reported(name):
    code = text_of(name)
    assert_flows(ENGINES[language_of(name)], code, language_of(name))
    assert len(expected(code)) >= 4


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".js") and name != "flows.js"])
def test_typescript_is_the_same(name):
    code = text_of(name)
    assert reported(ENGINES["typescript"], code, "typescript") == reported(ENGINES["javascript"], code, "javascript")


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=examples(1, 8))
# A method that others could replace, once its modifiers are gone
@example(edits=[(0.0, 0, 0.0, "line"), (0.1875, 11, 1.0, "line")])
@given(
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 60), st.floats(0, 1), st.sampled_from(["line", "none", "x"])),
        min_size=1,
        max_size=6,
    )
)
def test_after_any_edit_the_findings_are_those_of_a_whole_check(name, edits):
    code = text_of(name)
    lines = code.split("\n")
    checker = ENGINES[language_of(name)]
    current = checker.check(document(code, language_of(name)))
    for place, length, choice, kind in edits:
        text = current.document.text
        start = int(place * len(text))
        if kind == "line":
            start = text.rfind("\n", 0, start) + 1
        inserted = {"line": lines[int(choice * (len(lines) - 1))] + "\n", "none": ""}.get(kind, kind)
        change = TextChange(Span(start, min(len(text), start + length)), inserted)

        current = checker.recheck(current, change, current.document.changed(change))

        again = state.run(checker.context, current.tree, current.place)
        assert found(current.state) == found(again)


def found(result):
    return sorted((each.rule, each.span, each.message, each.related) for each in result.findings())


@pytest.mark.parametrize("call", ["await sink<T>(source())", "await same<T>(source(), sink(source()))"])
def test_calls_with_types_are_followed_behind_an_await(call):
    code = f"async function f() {{\n  {call}; // BAD\n  const {{a}} = await same<T>(1);\n  sink(a);\n}}\n"
    assert_flows(ENGINES["typescript"], code, "typescript")
