"""Sinks that are whole statements: what is computed anywhere in them counts, and they are reported as a whole."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document


@pytest.fixture
def reported(engine, rule):
    def reported(language, sink, code):
        taint = {
            "mode": "taint",
            "pattern-sources": [{"pattern": "src(...)"}],
            "pattern-sinks": [{"pattern": sink}],
            "pattern-sanitizers": [{"pattern": "clean(...)"}],
        }
        findings = engine(rule(language, taint)).check(Document("file:///x", code, language=language)).findings
        return [code[finding.span.start : finding.span.end] for finding in findings]

    return reported


JAVA = """class A {
    Foo kept;
    void a() {
        String t = src();
        Foo p = make(t);
        Foo q;
        q = make(
            t);
        this.kept = make(t);
        Bar other = make(t);
        Foo fixed = make("a");
        Foo safe = make(clean(t));
        x.send(t);
        if (x.send(t)) { go(); }
        go(x.send(1), t);
        int n = go(x.send(1), t);
        return;
    }
}
"""


def test_a_declaration_or_an_assignment_is_reported_with_all_of_its_statement(reported):
    assert reported("java", "(Foo $P) = ...;", JAVA) == [
        "Foo p = make(t);",
        "q = make(\n            t);",
        "this.kept = make(t);",
    ]


def test_a_call_with_a_semicolon_is_no_condition(reported):
    assert reported("java", "$X.send(...);", JAVA)[:1] == ["x.send(t);"]
    assert not any(each.startswith("if") for each in reported("java", "$X.send(...);", JAVA))


def test_a_call_without_one_is_reported_by_itself(reported):
    assert reported("java", "$X.send(...)", JAVA) == ["x.send(t)", "x.send(t)"]


SEQUENCE = "$S = open(...);\n...\n$S.close();"
AROUND = "function f() {{ let t = src(); s = open(1); {} s.close(); }}"


@pytest.mark.parametrize(
    "between", ["s.run(t);", "u = t;", "u.a = t;", "u[t] = 1;", "u += t;", "if (t) {}", "for (x of t) {}", "go(f(t));"]
)
def test_of_several_statements_all_that_they_compute_counts(reported, between):
    assert reported("javascript", SEQUENCE, AROUND.format(between)) == [f"s = open(1); {between} s.close();"]


@pytest.mark.parametrize("between", ["s.run(clean(t));", "u = clean(t);", "u = 1;", "if (s) { s.run(clean(t)); }", ""])
def test_what_is_sanitized_there_or_elsewhere_does_not(reported, between):
    assert reported("javascript", SEQUENCE, AROUND.format(between)) == []
    assert reported("javascript", SEQUENCE, f"let t = src(); run(t); s = open(1); {between} s.close(); run(t);") == []


def test_statements_of_a_callback_count_by_themselves(reported):
    code = "let t = src(); each(function (a) { x.send(t); }, t);"
    assert reported("javascript", "$X.send(...);", code) == ["x.send(t);"]


def test_a_call_that_is_given_back_is_given_what_counts(reported):
    code = "function f() { let t = src(); return go(clean(t)); }\nfunction g() { let t = src(); return go(t); }\n"
    assert reported("javascript", "return $X;", code) == ["return go(t);"]


def test_a_loop_is_a_sink_of_its_body(reported):
    code = "def f():\n    t = src()\n    for a in b:\n        send(t)\n    for a in b:\n        send(a)\n"
    assert reported("python", "for $A in b:\n    ...", code) == ["for a in b:\n        send(t)"]


def test_an_operator_that_assigns_gets_only_what_the_value_gives(reported):
    code = "package p\nfunc f() {\n\tt := src()\n\tx += clean(t)\n\ty += t\n}\n"
    assert reported("go", "$V += ...", code) == ["y += t"]
