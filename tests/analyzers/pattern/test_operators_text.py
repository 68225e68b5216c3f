"""Rules of the languages `generic` and `regex`, which look at the text of any file, and fixes by expression."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.pattern.bindings import TooManySteps
from reread.analyzers.pattern.formulas.build import build_text
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError
from reread.analyzers.pattern.regex.line_span import is_line_bound
from reread.analyzers.pattern.regex.regex_safety import compile_regex
from reread.analyzers.pattern.source import All, Not, NotRegex, PatternText, Regex
from reread.analyzers.pattern.text.generic import GenericOptions, compile_generic, find_generic
from reread.analyzers.text import Document, Span, TextChange
from tests.examples import examples


def found(pattern, text, **options):
    matches = find_generic(compile_generic(pattern), text.encode(), {}, GenericOptions(**options))
    return [text[start:end] for start, end, _ in matches]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("foo bar", "foo bar foo\nbar food bar", ["foo bar", "foo\nbar"]),
        ("foo($X, $X)", "foo(a, a) foo(a, b)", ["foo(a, a)"]),
        ("a ... b", "a a b", ["a b"]),
        ("a ... b", "a" + "\n" * 11 + "b", []),
        ("a ...", "a b\nc", ["a b\nc"]),
        ("key = $...V;", "key = x y z; k", ["key = x y z;"]),
        ("block\n  ...\n  inner", "block\n  x\n  inner\nblock\ninner", ["block\n  x\n  inner"]),
        ("block\n  inner", "block\n  inner\n  more", []),
        ("a {\n  ...\n}", "a {\n  x" + "\n" * 15 + "  y\n}\nb", ["a {\n  x" + "\n" * 15 + "  y\n}"]),
        ("a {\n  ... b\n}", "a {\n  x" + "\n" * 15 + "  b\n}\nb", []),
        ("{ ... }", "{ a { b } c }", ["{ b }"]),
        ("a $_ c", "a b c", ["a b c"]),
    ],
)
def test_generic_patterns(pattern, text, expected):
    assert found(pattern, text) == expected


def test_generic_options():
    assert found("a ... b", "a\n\n\nb", max_span=2) == []
    assert found("a ... b", "a\n\n\nb", max_span=3) == ["a\n\n\nb"]
    assert found("a", "# a\na", comments="shell") == ["a"]
    assert found("a", "/* a\n */ a // a", comments="cpp") == ["a"]


def test_several_dots_in_a_row_reach_as_far_as_each_of_them_would():
    text = "a " + "b " * 200 + "\n" * 6 + "c"
    assert found("a ... ... ... ... ... ... ... ... c", text, max_span=1) == [text]
    assert found("a ... ... ... c", text, max_span=1) == []


@pytest.mark.parametrize(("pattern", "message"), [("  \n", "empty"), ("x " * 300, "more than")])
def test_what_is_no_generic_pattern(pattern, message):
    with pytest.raises(PatternError, match=message):
        compile_generic(pattern)


def test_a_hostile_generic_pattern_ends():
    with pytest.raises(TooManySteps):
        found("a ... a ... a ... a ... a ... a ... b", "a " * 3_000, max_span=1_000)


def test_a_rule_whose_pattern_takes_too_many_steps_finds_nothing(matched):
    assert matched("generic", "a ... a ... a ... a ... a ... b", "a " * 3_000) == []


def test_they_look_at_files_without_a_parser(engine, rule):
    both = engine(
        rule("generic", "secret: $X", id="a", message="$X"),
        rule("regex", {"pattern-regex": r"key=(\w+)"}, id="b", message="$1"),
    )
    analysis = both.check(Document("file:///x.conf", "secret: abc\nkey=def\n"))

    assert [(each.rule, each.message) for each in analysis.findings] == [("a", "abc"), ("b", "def")]


def test_they_look_at_code_as_text(engine, rule):
    analysis = engine(rule("generic", "eval(...)")).check(Document("file:///x", "# eval(x)\n", language="python"))

    assert [each.span for each in analysis.findings] == [Span(2, 9)]


FORMULAS = [
    ([{"pattern-regex": "a+"}, {"pattern-not-regex": "aaa"}], "a aa aaa\naaaa", ["a", "aa"]),
    ([{"pattern-regex": r"\w+"}, {"pattern-inside": "[ ... ]"}], "a [ b c ] d", ["b", "c"]),
    (
        [{"pattern": "$X"}, {"pattern-not": "b"}, {"metavariable-regex": {"metavariable": "$X", "regex": "[ab]$"}}],
        "a b c",
        ["a"],
    ),
    ([{"pattern": "$X = $Y"}, {"metavariable-comparison": {"comparison": "$Y > 5"}}], "a = 5\nb = 6", ["b = 6"]),
    ([{"pattern": "$X = $Y"}, {"focus-metavariable": "$Y"}], "a = 5", ["5"]),
    ([{"pattern": "x ... z"}, {"pattern": "y"}], "x y z y", ["y"]),
    ([{"pattern": "y"}, {"pattern-not-inside": "x ... z"}], "x y z y", ["y"]),
    (
        [{"pattern-either": [{"pattern": "a"}, {"pattern-regex": "b"}]}, {"pattern-inside": "( ... )"}],
        "a ( b a )",
        ["b", "a"],
    ),
]


@pytest.mark.parametrize(("parts", "text", "expected"), FORMULAS)
def test_formulas_of_text(matched, parts, text, expected):
    assert sorted(matched("generic", {"patterns": parts}, text)) == sorted(expected)


def test_other_languages_cannot_stand_beside_them(read, rule):
    rules, [problem] = read(rule("generic", "a", languages=["generic", "python"]))

    assert rules == []
    assert "cannot stand beside" in problem.message


def test_a_pattern_in_a_rule_of_expressions_is_one(read):
    [rule], problems = read({"id": "r", "languages": ["regex"], "severity": "INFO", "message": "m", "pattern": "a+b"})
    assert (rule.formula.formula, problems) == (Regex("a+b"), [])


def test_a_pattern_in_a_rule_of_expressions_must_be_one(read):
    rules, [problem] = read({"id": "r", "languages": ["regex"], "severity": "INFO", "message": "m", "pattern": "a("})
    assert (rules, problem.key) == ([], "pattern")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a+b", True),
        ("[a-z ]+", True),
        ("(?i)key[ \\t]*=", True),
        ("^a.*$", True),
        ("a\\s+b", False),
        ("[^a]", False),
        ("\\W", False),
        ("a\\nb", False),
        ("(?s)a.b", False),
        ("\\Aa", False),
        ("a(?=\\n)", False),
    ],
)
def test_which_expressions_stay_on_a_line(expression, expected):
    assert is_line_bound(compile_regex(expression)) is expected


def test_a_formula_is_read_by_lines_when_all_its_expressions_are():
    assert build_text(Regex("a+")).by_lines
    assert build_text(All((Regex("a+"), NotRegex("b")))).by_lines
    assert not build_text(Regex("a\\s")).by_lines
    assert not build_text(All((Regex("a+"), Not(Regex("b"))))).by_lines
    assert not build_text(PatternText("a")).by_lines


TEXTS = st.text(alphabet="ab=\n 1", max_size=40)


@settings(max_examples=examples(50, 150))
@given(text=TEXTS, inserted=st.text(alphabet="ab=\n 1", max_size=4), data=st.data())
def test_an_edit_gives_what_a_whole_check_gives(text, inserted, data):
    from reread.analyzers.engine.engine import Engine
    from reread.analyzers.rules.check_options import CheckOptions
    from reread.analyzers.rules.loading.parse_rules import read_rules
    from reread.analyzers.rules.ruleset import RuleSet

    rules, problems = read_rules("x.yaml", EDITED.encode())
    assert problems == []
    engine = Engine(RuleSet(tuple(rules)), CheckOptions(report_unused_suppressions=False))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for language in ("", "python"):
        analysis = engine.check(Document("file:///x", text, language=language))
        change = TextChange(Span(start, end), inserted)
        document = analysis.document.changed(change)
        assert engine.recheck(analysis, change, document).findings == engine.check(document).findings


EDITED = """
rules:
  - {id: a, languages: [regex], severity: INFO, message: m, pattern-regex: "a[ ab]*=1"}
  - {id: b, languages: [regex], severity: INFO, message: m, pattern-regex: 'b\\s+a'}
  - {id: c, languages: [generic], severity: INFO, message: $X, pattern: a ... $X = b}
  - {id: d, languages: [python], severity: INFO, message: m, pattern-regex: "b=a?"}
  - {id: e, languages: [python], severity: INFO, message: m, patterns: [{pattern-regex: "b=.*"}, {pattern-not-regex: "=1"}]}
  - {id: f, languages: [python], severity: INFO, message: m, pattern-regex: 'a\\s=\\s'}
"""


def test_fix_regex_replaces_within_the_match(engine, rule):
    body = {"pattern": "foo(...)", "fix-regex": {"regex": r"a(\d)", "replacement": r"b\1", "count": 1}}
    code = "foo(a1, a2)\nfoo(c)\n"
    first, second = engine(rule("python", body)).check(Document("file:///x", code, language="python")).findings

    assert first.fixes[0].edits[0].text == "foo(b1, a2)"
    assert second.fixes == ()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"regex": "(", "replacement": "x"}, "not a regular expression"),
        ({"regex": "a"}, "expected a text"),
        ({"regex": "a", "replacement": "x", "count": -1}, "how many"),
        ({"regex": "a", "replacement": "\\2"}, "not a replacement"),
        ("x", "expected a mapping"),
    ],
)
def test_a_mistake_in_fix_regex_is_a_problem(read, rule, value, message):
    rules, [problem] = read(rule("python", {"pattern": "foo()", "fix-regex": value}))

    assert rules == []
    assert message in problem.message
