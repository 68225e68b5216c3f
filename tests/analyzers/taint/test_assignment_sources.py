"""Sources that are a whole assignment, and give a label only to what has another one."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document


@pytest.fixture
def reported(engine, rule):
    def reported(language, code, **more):
        sources = [
            {"pattern": "src()", "label": "INPUT"},
            {"pattern": "$X += $INPUT", "label": "BUILT", "requires": "INPUT", **more},
        ]
        taint = {
            "mode": "taint",
            "pattern-sources": sources,
            "pattern-sinks": [{"pattern": "run(...)", "requires": "BUILT"}],
        }
        findings = engine(rule(language, taint)).check(Document("file:///x", code, language=language)).findings
        return [code[finding.span.start : finding.span.end] for finding in findings]

    return reported


CODE = """{}
a = "select "
a += t
run(a)
b = "select "
b += "x"
run(b)
b += t
b += "y"
run(b, 2)
c = t
run(c)
c += "z"
run(c, 3)
o.d += t
run(o.d)
"""


@pytest.mark.parametrize("language", ["python", "javascript"])
def test_what_an_assignment_builds_of_input_has_the_label(reported, language):
    declared = "t = src()" if language == "python" else "let t = src();"
    assert reported(language, CODE.format(declared)) == ["run(a)", "run(b, 2)", "run(c, 3)", "run(o.d)"]


def test_nothing_that_is_not_input_does(reported):
    assert reported("python", CODE.format("t = other()")) == []


def test_a_source_by_side_effect_gives_it_to_the_variable_too(reported):
    assert reported("python", 't = src()\na = "b"\na += t\nrun(a)\n', **{"by-side-effect": True}) == ["run(a)"]


def test_an_assignment_that_is_a_value_has_it_as_well(reported):
    code = 'class A { void f() { String t = src(); String x = "a"; run(x += t); run(x, 2); run(t); } }'
    assert reported("java", code) == ["run(x += t)", "run(x, 2)"]
