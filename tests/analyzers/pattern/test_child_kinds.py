"""The kinds of children that a pattern requires keep nodes out that cannot match, and none that can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.compilation.compile import compile_pattern
from reread.analyzers.pattern.formulas.pattern_facts import facts_of
from reread.analyzers.pattern.matching.budget import Budget
from reread.analyzers.pattern.matching.nodes import may_fit
from reread.analyzers.pattern.prefilter.requirement import ALWAYS
from reread.analyzers.pattern.source import All, Inside, OfRegex, PatternText
from reread.analyzers.rules.rule import Details, LazyDetails, Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.syntax import language, parse, walk
from reread.analyzers.text import Document, Span, TextChange, apply


def fits(pattern, code, name="python"):
    facts = facts_of(compile_pattern(pattern, name), name)
    tree = parse(Document("a", code, language=name))
    node = next(node for node in walk(tree.root) if node.type in facts.kinds)
    return may_fit(node, facts.shape, language(name).matching)


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("$X is []", "x is None"),
        ('raise "..."', "raise ValueError(1)"),
        ("raise $X", "raise"),
        ("self.$N = self.$N", "self.a = 1"),
        ("$X = f()", "x = 1"),
    ],
)
def test_a_missing_child_or_one_of_the_wrong_kind_rules_a_node_out(pattern, code):
    assert not fits(pattern, code)


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("if $A:\n    ...\nelif $B:\n    ...\n", "if a:\n    pass\nelif b:\n    pass\n"),
        ("$X is []", "x is ([])"),
        ("$X is []", "(x # why\n is [])"),
        ('raise "..."', "raise 'a' from b"),
        ("return ...", "return"),
        ("f(...)", "f()"),
        ("for $A in $B:\n    ...\n", "for a in b:\n    pass\n"),
        ("$X = f()", "x = (f())"),
    ],
)
def test_what_may_match_stays(pattern, code):
    assert fits(pattern, code)


PATTERNS = [
    *("$X = $X", "$X is $Y", "f($X)", "yield $X", "if $X:\n    ...\nelse:\n    ...\n", "$A and $B", "not $X"),
    *("raise $X", "a.$F = 1", "$X[$Y]", "lambda: $X", "[$X]", "{$K: $V}", "assert $X", "$X if $Y else $Z"),
]
PIECES = [
    *("x = x", "a.b = 1", "f(1)", "return", "return 1", "raise", "raise E from e", "assert a, b", "x = (y) is not z"),
    *("if a:\n    b\nelse:\n    c", "if a:\n    b", "x = [1]  # c", "x = {1: 2}", "x = a if b else c", "x = not (y)"),
    *("x = lambda: 1", "x[1] = x[2, 3]", "x += a and b", "f(*a, **b)", "x = (1  # c\n)"),
]


@given(st.sampled_from(PATTERNS), st.lists(st.sampled_from(PIECES), max_size=6))
def test_nothing_is_missed_by_looking_first(pattern, pieces):
    rule = Rule("r", Severity.INFO, ("python",), ALWAYS, LazyDetails(Details("m", PatternText(pattern))))
    document = Document("a", "\n".join(pieces) + "\n", language="python")
    tree = parse(document)
    facts = facts_of(compile_pattern(pattern, "python"), "python")
    found = {finding.span.start for finding in Engine(RuleSet((rule,))).check(document, "a.py").findings}
    first = {
        document.lines.code_point(node.start_byte)
        for node in walk(tree.root)
        if node.type in facts.kinds and may_fit(node, facts.shape, language("python").matching)
    }
    assert found <= first


def tried(monkeypatch, code, *parts):
    """How many nodes a rule of all of these parts is evaluated at, and how many findings it has."""
    count = 0

    def counted(budget, number):
        nonlocal count
        count += 1

    monkeypatch.setattr(Budget, "spend", counted)
    source = All(tuple(PatternText(part) if isinstance(part, str) else part for part in parts))
    rule = Rule("r", Severity.INFO, ("python",), ALWAYS, LazyDetails(Details("m", source)))
    found = Engine(RuleSet((rule,))).check(Document("a", code, language="python"), "a.py").findings
    return count, len(found)


INIT = Inside(PatternText("def __init__(...):\n    ...\n"))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("return 1\n", (0, 0)),
        ("def f():\n    return 1\n", (0, 0)),
        ("def f():\n    __init__\n    return 1\n", (1, 0)),
        ("def __init__():\n    return 1\n", (1, 1)),
        ("@a\ndef __init__():\n    if b:\n        return 1\n", (1, 1)),
        ("f = lambda: 1\n", (1, 0)),
    ],
)
def test_what_must_be_around_is_looked_for_first(monkeypatch, code, expected):
    assert tried(monkeypatch, code, "return $X", INIT) == expected


@pytest.mark.parametrize(
    ("inside", "code", "old", "new"),
    [
        ("def __init__(...):\n    ...\n", "def f():\n    a\n    if c:\n        return 1\n", "f(", "__init__("),
        ("with lock():\n    ...\n", "with a():\n    b\n    if c:\n        return 1\n", "a()", "lock()"),
        ("while $A:\n    ...\n", "if a:\n    b\n    if c:\n        return 1\n", "if a", "while a"),
    ],
)
def test_an_edit_may_bring_what_must_be_around(inside, code, old, new):
    source = All((PatternText("return $X"), Inside(PatternText(inside))))
    rule = Rule("r", Severity.INFO, ("python",), ALWAYS, LazyDetails(Details("m", source)))
    change = TextChange(Span(code.index(old), code.index(old) + len(old)), new)
    edited = Document("a", apply(code, [change]), language="python")
    engine = Engine(RuleSet((rule,)))
    before = engine.check(Document("a", code, language="python"), "a.py")
    after = engine.recheck(before, change, edited)
    assert (len(before.findings), len(after.findings)) == (0, 1)


def test_what_a_lambda_gives_back_is_inside_of_it(monkeypatch):
    inside = Inside(PatternText("lambda: $Y"))
    assert tried(monkeypatch, "f = lambda: 1\n", "return $X", inside) == (1, 1)


@pytest.mark.parametrize(("code", "expected"), [("return 1\n", 0), ("return 1\nf()\n", 1), ("return 1\n# c\n", 0)])
def test_a_statement_that_nothing_follows_is_no_sequence(monkeypatch, code, expected):
    assert tried(monkeypatch, code, "return ...\n$NEXT") == (1, expected)


@pytest.mark.parametrize(
    ("code", "expected"), [("self.name\n", (1, 1)), ("self.other\n", (0, 0)), ("a.name\n", (0, 0)), ("name\n", (0, 0))]
)
def test_members_are_tried_by_their_names(monkeypatch, code, expected):
    assert tried(monkeypatch, code, "self.$F", OfRegex("$F", "^_?name$")) == expected


@pytest.mark.parametrize(("code", "expected"), [("m.name\n", (3, 1)), ("m.other\n", (2, 0)), ("a.name\n", (3, 0))])
def test_members_of_modules_are_too_and_plain_names_may_be_such(monkeypatch, code, expected):
    assert tried(monkeypatch, code, "m.$F", OfRegex("$F", "^_?name$")) == expected


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ('f({..., secret: "$X", ...})', (b"secret", b"f")),
        ('{..., secret: "$X", ...}', (b"secret",)),
        ("f({..., [secret]: $X, ...})", (b"secret", b"f")),
        ("$F({..., ...$X})", ()),
    ],
)
def test_keys_are_words_of_each_match(pattern, words):
    assert facts_of(compile_pattern(pattern, "javascript"), "javascript").sure == words


@pytest.mark.parametrize("key", ["secret", "'secret'", '"secret"'])
def test_a_key_may_be_written_as_a_text(key):
    rule = Rule("r", Severity.INFO, ("javascript",), ALWAYS, LazyDetails(Details("m", PatternText("f({secret: 1})"))))
    document = Document("a", f"f({{{key}: 1}})\n", language="javascript")
    assert len(Engine(RuleSet((rule,))).check(document, "a.js").findings) == 1


def test_a_pattern_that_must_be_a_statement_shows_what_the_expression_shows():
    plain = facts_of(compile_pattern("$X.add(...);", "java"), "java")
    options = (("implicit_deep_exprstmt", False),)
    assert facts_of(compile_pattern("$X.add(...);", "java", options), "java") == plain._replace(statement=True)
    assert plain.sure == (b"add",)
