"""Conditions on metavariables: what each asks for, and what makes it fail. Semgrep was asked about these, too."""

from __future__ import annotations

import pytest

from reread.analyzers.pattern.metavariables.comparison import ComparisonError, holds, read_comparison
from reread.analyzers.pattern.metavariables.entropy import looks_random
from reread.analyzers.text import Document


def with_condition(operator, **condition):
    return {"patterns": [{"pattern": "foo($X)"}, {operator: {"metavariable": "$X", **condition}}]}


@pytest.mark.parametrize(
    ("condition", "code", "expected"),
    [
        ({"pattern": "bar($Y)"}, "foo(bar(1))\nfoo(1 + bar(2))\nfoo(baz)\n", ["foo(bar(1))", "foo(1 + bar(2))"]),
        ({"patterns": [{"pattern-not": "a"}]}, "foo(a)\nfoo(b)\nfoo(bar(a))\n", ["foo(b)", "foo(bar(a))"]),
        ({"pattern-not": "a"}, "foo(a)\nfoo(b)\n", ["foo(b)"]),
        ({"pattern-regex": "^a"}, "foo(abc)\nfoo(bac)\nfoo('abc')\n", ["foo(abc)"]),
        ({"pattern-either": [{"pattern": "1"}, {"pattern": "2"}]}, "foo(1)\nfoo(2)\nfoo(3)\n", ["foo(1)", "foo(2)"]),
        ({"language": "regex", "pattern-regex": "^a"}, "foo('abc')\nfoo('bac')\n", ["foo('abc')"]),
        (
            {"language": "generic", "pattern": "select ... from"},
            "foo('select a from b')\nfoo('x')\n",
            ["foo('select a from b')"],
        ),
        ({"language": "javascript", "pattern": "alert($Y)"}, "foo('alert(1)')\nfoo('x')\n", ["foo('alert(1)')"]),
        (
            {"patterns": [{"pattern-inside": "foo(...)"}, {"pattern": "bar()"}]},
            "foo(bar())\nfoo(foo(bar()))\n",
            ["foo(foo(bar()))"],
        ),
    ],
)
def test_metavariable_pattern(matched, condition, code, expected):
    assert matched("python", with_condition("metavariable-pattern", **condition), code) == expected


def test_a_nested_pattern_sees_what_is_bound_around_it(matched):
    body = {
        "patterns": [
            {"pattern": "foo($X, $Y)"},
            {"metavariable-pattern": {"metavariable": "$X", "pattern": "bar($Y)"}},
        ]
    }

    assert matched("python", body, "foo(bar(1), 1)\nfoo(bar(1), 2)\n") == ["foo(bar(1), 1)"]


def test_what_a_nested_pattern_binds_is_known_to_later_conditions_and_the_message(engine, rule):
    body = {
        "patterns": [
            {"pattern": "foo($X)"},
            {"metavariable-pattern": {"metavariable": "$X", "pattern": "bar($Y)"}},
            {"metavariable-comparison": {"comparison": "$Y > 1"}},
        ]
    }
    code = "foo(bar(1))\nfoo(bar(2))\n"

    [finding] = (
        engine(rule("python", body, message="$Y")).check(Document("file:///x", code, language="python")).findings
    )
    assert finding.message == "2"


@pytest.mark.parametrize(
    ("comparison", "values", "expected"),
    [
        ("$X > 5", {"$X": 6}, True),
        ("$X > 5", {"$X": "6"}, False),
        ("$X > 5", {}, False),
        ("1 < $X < 3", {"$X": 2}, True),
        ("$X == 'a' or $X == 'b'", {"$X": "b"}, True),
        ("not $X == 1", {"$X": 2}, True),
        ("not $X", {"$X": 2}, False),
        ("$X in [1, 'a']", {"$X": "a"}, True),
        ("$X not in [1, 'a']", {"$X": 2}, True),
        ("'b' in $X", {"$X": "abc"}, True),
        ("$X in 3", {"$X": 3}, False),
        ("re.match('a+', $X)", {"$X": "aab"}, True),
        ("re.match('b', $X)", {"$X": "ab"}, False),
        ("len($X) == 3", {"$X": "abc"}, True),
        ("int($X) == 7", {"$X": "7"}, True),
        ("int($X) == 7", {"$X": "x"}, False),
        ("str($X) == '7'", {"$X": 7}, True),
        ("float($X) == 1.5", {"$X": "1.5"}, True),
        ("strptime($X) < today()", {"$X": "2020-02-29"}, True),
        ("strptime($X) < today()", {"$X": "2021-02-29"}, False),
        ("$X & 0o077 > 0", {"$X": 0o604}, True),
        ("$X / 2 == 3", {"$X": 7}, True),
        ("$X % 2 == 1", {"$X": 7}, True),
        ("$X / 0 == 1", {"$X": 7}, False),
        ("$X ** 9999 > 1", {"$X": 9999}, False),
        ("1 << $X > 0", {"$X": 10**9}, False),
        ("-$X == 3", {"$X": -3}, True),
        ("~$X == -1", {"$X": 0}, True),
        ("$X + 'b' == 'ab'", {"$X": "a"}, True),
        ("$X == 1", {"$X": True}, False),
    ],
)
def test_comparisons(comparison, values, expected):
    assert holds(read_comparison(comparison), values) is expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("$X >", "not a comparison"),
        ("x > 1", "`x` is not known"),
        ("$X.y > 1", "not supported"),
        ("open('f')", "not a function"),
        ("re.match($X)", "takes 2 values"),
        ("re.match('(a+$', $X)", "not a regular expression"),
        ("__import__('os').system('x')", "not a function"),
        ("[y for y in $X]", "not supported"),
        ("$X > 1j", "not supported"),
        ("(" * 300 + "1" + ")" * 300, "not a comparison"),
        ("-" * 150 + "1 > 0", "too deeply"),
        ("1" * 3_000, "longer than"),
    ],
)
def test_what_is_no_comparison_is_refused(text, message):
    with pytest.raises(ComparisonError, match=message):
        read_comparison(text)


def test_a_comparison_tells_its_variables():
    found = read_comparison("$X > 1 and re.match('$Y', $Z)")
    assert set(found.variables.values()) == {"$X", "$Z"}


@pytest.mark.parametrize(("text", "expected"), [("$X == 1 or $Y == 2", True), ("$Y == 2 or $X == 1", False)])
def test_what_a_metavariable_stands_for_is_asked_for_only_where_it_matters(text, expected):
    assert holds(read_comparison(text), {"$X": 1}) is expected


def test_a_text_with_a_metavariable_in_it_stays_as_it_is():
    assert holds(read_comparison("$X == 'a $Y'"), {"$X": "a $Y"})


@pytest.mark.parametrize(
    ("condition", "code", "expected"),
    [
        ({"comparison": "$X == 3"}, "foo(3)\nfoo('3')\nfoo(1 + 2)\nfoo(x)\n", ["foo(3)", "foo(1 + 2)"]),
        ({"comparison": "$X == 3", "strip": True}, "foo(3)\nfoo('3')\n", ["foo(3)", "foo('3')"]),
        ({"comparison": "$X == 511", "base": 8}, "foo('777')\nfoo('778')\nfoo(0o777)\n", ["foo('777')", "foo(0o777)"]),
        ({"comparison": "$X == 'a'"}, "foo('a')\nfoo(a)\n", ["foo('a')"]),
        ({"comparison": "$X == True"}, "foo(True)\nfoo(1)\n", ["foo(True)"]),
    ],
)
def test_metavariable_comparison(matched, condition, code, expected):
    assert matched("python", with_condition("metavariable-comparison", **condition), code) == expected


def test_metavariable_analysis(matched):
    random = with_condition("metavariable-analysis", analyzer="entropy")
    slow = with_condition("metavariable-analysis", analyzer="redos")
    code = "foo('zX9kQ2vB7mT4wL8p')\nfoo('connection refused')\nfoo('(a+)+$')\nfoo('a+$')\nfoo('(')\n"

    assert matched("python", random, code) == ["foo('zX9kQ2vB7mT4wL8p')"]
    assert matched("python", slow, code) == ["foo('(a+)+$')"]


@pytest.mark.parametrize("pattern", ["foo($X)", 'foo("$X")'])
@pytest.mark.parametrize(
    ("language", "text", "is_slow"),
    [
        ("python", r'"(\\w+)+$"', True),
        ("python", r'"(\w+)+$"', True),
        ("python", r'r"(\w+)+$"', True),
        ("python", r'r"(\\w+)+$"', False),
        ("javascript", r'"(\\w+)+$"', True),
        ("java", r'"(\\w+)+$"', True),
        ("go", r'"(\\w+)+$"', True),
        ("go", r"`(\\w+)+$`", False),
    ],
)
def test_a_regular_expression_is_read_as_the_language_reads_the_text(matched, pattern, language, text, is_slow):
    slow = {"patterns": [{"pattern": pattern}, {"metavariable-analysis": {"metavariable": "$X", "analyzer": "redos"}}]}
    code = f"package a\n\nfunc f() {{\n\tfoo({text})\n}}\n" if language == "go" else f"foo({text});\n"
    assert matched(language, slow, code) == ([f"foo({text})"] if is_slow else [])


def test_a_regular_expression_between_slashes_is_no_text(matched):
    slow = with_condition("metavariable-analysis", analyzer="redos")
    assert matched("javascript", slow, "foo(/(\\w+)+$/);\nfoo(/(\\\\w+)+$/);\n") == ["foo(/(\\w+)+$/)"]


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        ("python", "foo(a)\n", True),
        ("python", "a == 1\nfoo(a)\n", True),
        ("python", "a = 1\nfoo(a)\n", False),
        ("python", "b, a = c\nfoo(a)\n", False),
        ("python", "def f(b=g(1), *, a: int):\n    foo(a)\n", False),
        ("python", "for b, a in c:\n    foo(a)\n", False),
        ("python", "with b as a:\n    foo(a)\n", False),
        ("python", "from b import (\n    a,\n)\nfoo(a)\n", False),
        ("python", "from b import *\nfoo(a)\n", False),
        ("python", "foo(id)\n", False),
        ("python", "def a(): ...\nfoo(a)\n", False),
        ("python", "foo(a) if (a := b) else c\n", False),
        ("python", "x = [foo(a) for b, (a, c) in d]\n", False),
        ("python", "try: b()\nexcept c as a: foo(a)\n", False),
        ("python", "import a.b\nfoo(a)\n", False),
        ("python", "def f():\n    global a\n    foo(a)\n", False),
        ("python", "foo(a.b)\n", False),
        ("javascript", "foo(a);\n", True),
        ("javascript", "if (a === 1) foo(a);\n", True),
        ("javascript", "const { b, a } = c;\nfoo(a);\n", False),
        ("javascript", "const f = (b, a) => foo(a);\n", False),
        ("javascript", "function f(a) { foo(a); }\n", False),
        ("javascript", "const f = a => foo(a);\n", False),
        ("javascript", "try { b(); } catch (a) { foo(a); }\n", False),
        ("javascript", "class a {}\nfoo(a);\n", False),
        ("javascript", "import {\n  a,\n} from 'b';\nfoo(a);\n", False),
        ("javascript", "a = 1;\nfoo(a);\n", False),
        ("javascript", "foo(window);\n", False),
        ("go", "package b\nfunc f() { foo(a) }\n", True),
        ("go", 'package b\nimport . "c"\nfunc f() { foo(a) }\n', False),
        ("go", "package b\nconst a = 1\nfunc f() { foo(a) }\n", False),
        ("go", "package b\nfunc f() { for _, a := range b { foo(a) } }\n", False),
        ("go", "package b\nfunc f() (a string) { foo(a); return }\n", False),
        ("go", "package b\nfunc (a *B) f() { foo(a) }\n", False),
        ("go", "package b\nfunc f() { foo(nil) }\n", False),
        ("ruby", "foo(a)\n", False),
    ],
)
def test_a_name_that_nothing_in_the_file_gives_a_value(matched, language, code, expected):
    assert bool(matched(language, with_condition("metavariable-analysis", analyzer="unbound"), code)) == expected


@pytest.mark.parametrize("text", ["52d572dd7df79d82a5d0", "061599825966", "10.0.0.1:4444", "yB5yjZ1ML2M="])
def test_digits_look_random_although_few_of_them_are_different(text):
    assert looks_random(text)


@pytest.mark.parametrize(
    "text", ["", "short", "internationalization", "aaaaaaaaaaaaaaaaaaaaaa", "two words here now", "0.0.0.0.0.0.0.0"]
)
def test_words_do_not_look_random(text):
    assert not looks_random(text)


def test_focus_of_several_is_where_they_overlap(matched):
    one = {"patterns": [{"pattern": "foo($X, $Y)"}, {"focus-metavariable": ["$X", "$Y"]}]}
    both = {"patterns": [{"pattern": "foo($X, $Y)"}, {"focus-metavariable": "$X"}, {"focus-metavariable": "$Y"}]}

    assert matched("python", one, "foo(a, b)\n") == ["a", "b"]
    assert matched("python", both, "foo(a, b)\n") == []


@pytest.mark.parametrize(
    ("operator", "value", "message"),
    [
        ("metavariable-comparison", {"metavariable": "$X"}, "expected a comparison"),
        ("metavariable-comparison", {"comparison": "$X > 1", "base": 1}, "a base from 2 to 36"),
        ("metavariable-analysis", {"metavariable": "$X", "analyzer": "x"}, "expected one of entropy"),
        ("metavariable-type", {"metavariable": "$X"}, "expected the name of a type"),
        (
            "metavariable-pattern",
            {"metavariable": "$X", "language": "cobol", "pattern": "x"},
            "`cobol` is not supported",
        ),
        ("metavariable-pattern", {"metavariable": "$X", "pattern": "f("}, "does not parse"),
        ("pattern-where-python", "True", "runs code"),
    ],
)
def test_a_mistake_in_a_condition_is_one_problem(read, rule, operator, value, message):
    rules, problems = read(rule("python", {"patterns": [{"pattern": "foo($X)"}, {operator: value}]}))

    assert rules == []
    [problem] = problems
    assert message in problem.message


def test_a_hostile_nested_pattern_ends(matched):
    body = with_condition("metavariable-pattern", patterns=[{"pattern": "[..., $A, ..., $B, ..., $C, ..., $A, $Q]"}])
    code = f"foo([{', '.join('x' + str(number) for number in range(400))}])\n"

    assert matched("python", body, code) == []


@pytest.mark.parametrize(
    "code", ["f((req as any).query)", "f((<any>req).query)", "f(req!.query)", "f((req as A<b>).query)"]
)
def test_a_name_that_is_taken_for_something_else_is_that_name(matched, code):
    condition = {"metavariable-regex": {"metavariable": "$X", "regex": "^req$"}}

    assert len(matched("typescript", {"patterns": [{"pattern": "$X.query"}, condition]}, code)) == 1


@pytest.mark.parametrize("code", ["f((other as any).query)", "f((req.a as any).query)", "f((a.req as any).query)"])
def test_other_names_are_not(matched, code):
    condition = {"metavariable-regex": {"metavariable": "$X", "regex": "^req$"}}

    assert matched("typescript", {"patterns": [{"pattern": "$X.query"}, condition]}, code) == []


def test_what_is_asserted_to_be_there_is_looked_through(matched):
    assert matched("typescript", "$X.file.path", "f(req.file!.path)") == ["req.file!.path"]
    assert matched("typescript", "$X!", "f(req.file!.path, a)") == ["req.file!"]


@pytest.mark.parametrize(("code", "expected"), [("f(g(x) + x)\n", ["x", "x"]), ("f(x)\n", ["x"]), ("f(g(y))\n", [])])
def test_what_is_found_within_the_focus_stays(matched, code, expected):
    inside = {"patterns": [{"pattern-inside": "f($A)"}, {"pattern": "x"}, {"focus-metavariable": "$A"}]}
    assert matched("python", inside, code) == expected
