"""Sinks that are the target of an assignment, a field or an element, or the declaration of a variable."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document


@pytest.fixture
def reported(engine, rule):
    def reported(language, sink, code):
        taint = {"mode": "taint", "pattern-sources": [{"pattern": "src(...)"}], "pattern-sinks": [{"pattern": sink}]}
        findings = engine(rule(language, taint)).check(Document("file:///x", code, language=language)).findings
        return sorted({code.count("\n", 0, finding.span.start) + 1 for finding in findings})

    return reported


ELEMENTS = """h[src()] = 1
h[a] = 1
i[1] = src()
j[1][src()] = 2
k[clean] = other
src()[3] = 1
l[src()] += 1
"""
FIELDS = """el.html = src()
other.html = 1
x.html = "a" + src()
src().html = 1
src().text = 1
a.b.html = src()
"""


@pytest.mark.parametrize("language", ["javascript", "python"])
def test_an_element_gets_the_value_and_has_the_key_and_the_object(reported, language):
    assert reported(language, "$O[...]", ELEMENTS) == [1, 3, 4, 6, 7]
    assert reported(language, "$O[$K]", ELEMENTS) == [1, 3, 4, 6, 7]


@pytest.mark.parametrize("language", ["javascript", "python"])
def test_a_field_gets_the_value(reported, language):
    assert reported(language, "$O.html", FIELDS) == [1, 3, 4, 6]


def test_a_field_of_a_tainted_object_gets_another_value(reported):
    assert reported("python", "$O.html", "def f():\n  k = src()\n  k.html = 1\n  k.html = k\n") == [4]


@pytest.mark.parametrize(
    ("language", "sink", "code"),
    [
        ("csharp", "Row $X = run(...);", "class A { void F() {\nRow a = run(src());\nRow b = run(1);\n} }\n"),
        ("java", "Row $X = run(...);", "class A { void f() {\nRow a = run(src());\nRow b = run(1);\n} }\n"),
        ("javascript", "const $X = run(...)", "{\nconst a = run(src());\nconst b = run(1);\n}\n"),
    ],
)
def test_the_declaration_of_a_variable_gets_its_value(reported, language, sink, code):
    assert reported(language, sink, code) == [2]
