"""What must be anywhere in the file, and the modules that names come from."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document, Span, TextChange

CODE = "import os\nfoo(a)\nfoo(b)\ndef f():\n    bar(a)\n    both(b, 1)\n"


def foo_and(*parts):
    return {"patterns": [{"pattern": "foo($X)"}, *parts]}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([{"semgrep-internal-pattern-anywhere": "bar($X)"}], ["foo(a)"]),
        ([{"semgrep-internal-pattern-anywhere": "gone($X)"}], []),
        ([{"semgrep-internal-pattern-anywhere": "import os"}], ["foo(a)", "foo(b)"]),
        ([{"semgrep-internal-pattern-anywhere": {"pattern-regex": "gone"}}], []),
        ([{"pattern-not": {"semgrep-internal-pattern-anywhere": "bar($X)"}}], ["foo(b)"]),
        (
            [
                {"semgrep-internal-pattern-anywhere": "both($X, $Y)"},
                {"metavariable-regex": {"metavariable": "$Y", "regex": "1"}},
            ],
            ["foo(b)"],
        ),
    ],
)
def test_anywhere(matched, parts, expected):
    assert matched("python", foo_and(*parts), CODE) == expected


def test_alone_and_under_match(matched):
    assert matched("python", {"match": {"anywhere": "foo($X)"}}, CODE) == ["foo(a)", "foo(b)"]
    assert matched("python", {"match": {"all": ["foo($X)", {"anywhere": "bar($X)"}]}}, CODE) == ["foo(a)"]
    assert matched("python", {"match": {"all": ["foo($X)", {"not": {"anywhere": "bar($X)"}}]}}, CODE) == ["foo(b)"]


def test_in_text(matched):
    body = {"patterns": [{"pattern": "foo $X"}, {"semgrep-internal-pattern-anywhere": "bar $X"}]}
    negated = {"patterns": [{"pattern": "foo $X"}, {"pattern-not": {"semgrep-internal-pattern-anywhere": "bar $X"}}]}

    assert matched("generic", body, "foo a\nfoo b\nbar b\n") == ["foo b"]
    assert matched("generic", negated, "foo a\nfoo b\nbar b\n") == ["foo a"]
    assert matched("generic", {"match": {"anywhere": "foo $X"}}, "foo a\n") == ["foo a"]


def test_an_edit_far_away_is_seen(engine, rule):
    rules = engine(rule("python", foo_and({"semgrep-internal-pattern-anywhere": "bar($X)"})))
    analysis = rules.check(Document("file:///x", "foo(a)\n\n\nbar(b)\n", language="python"))
    change = TextChange(Span(13, 14), "a")

    again = rules.recheck(analysis, change, analysis.document.changed(change))

    assert analysis.findings == ()
    assert [finding.span for finding in again.findings] == [Span(0, 6)]


@pytest.mark.parametrize(
    ("language", "module", "code", "expected"),
    [
        ("python", "flask", "import flask as f\nf.run()\nother.run()\n", ["f.run()"]),
        ("python", "flask", "from flask import app\napp.run()\n", ["app.run()"]),
        ("python", "flask", "from flasks import app\napp.run()\n", []),
        ("python", "os.path", "import os\nos.path.run()\nos.run()\n", ["os.path.run()"]),
        ("python", "flask", "get().run()\n", []),
        ("javascript", "@a/b-c", "import * as m from '@a/b-c';\nm.run();\n", ["m.run()"]),
        ("javascript", "foo-bar", "const m = require('foo-bar');\nm.run();\n", ["m.run()"]),
        ("go", "math/rand", 'package a\nimport "math/rand"\nvar x = rand.run()\n', ["rand.run()"]),
        ("go", "math/rand", 'package a\nimport "crypto/rand"\nvar x = rand.run()\n', []),
        ("java", "a.b", "import a.b.C;\nclass X { void f() { C.run(); D.run(); } }\n", ["C.run()"]),
    ],
)
def test_the_module_of_a_name(matched, language, module, code, expected):
    body = {
        "patterns": [
            {"pattern": "$M.run(...)"},
            {"metavariable-name": {"metavariable": "$M", "modules": ["other.one", module]}},
        ]
    }

    assert matched(language, body, code) == expected


@pytest.mark.parametrize(
    ("operator", "message"),
    [
        ({"pattern-anywhere": "x"}, "is called `semgrep-internal-pattern-anywhere`"),
        ({"semgrep-internal-metavariable-name": {"metavariable": "$X", "kind": "class"}}, "use `metavariable-name`"),
        ({"metavariable-name": {"metavariable": "$X"}}, "expected the name of a module"),
    ],
)
def test_what_is_not_there_is_one_problem(read, rule, operator, message):
    rules, [problem] = read(rule("python", foo_and(operator)))

    assert rules == []
    assert message in problem.message


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("cpp_parsing_pref", "as_c", "the ending of a file"),
        ("generic_engine", "other", "expected spacegrep or aliengrep"),
        ("generic_braces", [["<<", ">>"]], "expected a list of pairs"),
        ("generic_extra_word_characters", "-", "expected a list of characters"),
        ("generic_multiline", "no", "expected true or false"),
        ("no_such_option", True, "is not known"),
    ],
)
def test_an_option_without_meaning_is_told_and_the_rule_works(read, rule, option, value, message):
    rules, [problem] = read(rule("generic", "a", options={option: value}))

    assert [each.id for each in rules] == ["r"]
    assert problem.key == f"options.{option}"
    assert message in problem.message
