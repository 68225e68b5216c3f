"""Patterns about headers of definitions are matched again after edits of headers, and of nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.engine.engine import Engine
from reread.analyzers.pattern.compilation.compile import compile_pattern
from reread.analyzers.pattern.patterns.definition_headers import is_head, touches_head
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.syntax import language, parse
from reread.analyzers.text import Document, Span, TextChange
from tests.examples import examples

RULES = """
rules:
  - id: enum
    languages: [python]
    severity: INFO
    message: m
    patterns:
      - pattern: $C(...)
      - pattern-inside: |
          class $C($...BASES):
              ...
          ...
      - metavariable-regex: {metavariable: $...BASES, regex: .*Enum}
"""
INSIDE = """
rules:
  - id: inside
    languages: [python]
    severity: INFO
    message: m
    patterns:
      - pattern: return $X
      - pattern-inside: |
          class $C(..., Enum, ...):
              ...
      - pattern-not-inside: |
          def $F(...):
              x
"""
CODE = """\
class A(
    Base,
    Enum,
):
    def method(self):
        y = 0
        return B(1)

@decorated
class B(Other):
    pass

def f():
    y = 0
    x = 1
    return A(2), B(3)
"""


def engine(text=RULES):
    rules, problems = read_rules("r.yaml", text.encode())
    assert problems == []
    return Engine(RuleSet(tuple(rules)), CheckOptions())


def python(text):
    return Document("a.py", text, language="python")


@pytest.mark.parametrize(
    ("old", "new", "found", "tries"),
    [
        ("x = 1", "x = 22", 1, 0),
        ("return B(1)", "return 0", 1, 0),
        ("class A(", "class C(", 0, 3),
        ("    Enum,\n", "", 0, 3),
        ("Other", "Enum", 2, 3),
        ("@decorated\n", "", 1, 2),
        ("    pass", "    pass\nclass B(Enum):\n    pass", 2, 3),
        ("class B(Other):", "class_B(Other)\nif a:", 1, 3),
    ],
)
def test_what_is_tried_again_after_an_edit(edited, old, new, found, tries):
    assert edited(engine(), CODE, old, new) == (1, found, tries)


@pytest.mark.parametrize(
    ("old", "new", "found", "tries"),
    [
        ("z = 0", "z = 22", 1, 0),
        ("return A(2), B(3)", "return 0", 1, 0),
        ("    Enum,\n", "", 0, 1),
        ("def f():", "class f(Enum):", 2, 1),
    ],
)
def test_what_is_inside_of_a_definition_is_tried_again_when_its_head_is_edited(edited, old, new, found, tries):
    code = CODE.replace("y = 0", "y = 0\n        z = 0")
    rules = INSIDE.partition("      - pattern-not-inside")[0]
    assert edited(engine(rules), code, old, new) == (1, found, tries)


@pytest.mark.parametrize(
    ("name", "pattern", "expected"),
    [
        ("python", "class $C($B):\n    ...\n", True),
        ("python", "class $C($B):\n    x = 1\n", False),
        ("python", "def $F(..., $P, ...):\n    ...\n", True),
        ("python", "$X = f()\n", False),
        ("java", "class $C extends $B { ... }", True),
        ("javascript", "f(() => { ... })", False),
    ],
)
def test_which_patterns_ask_about_heads_alone(name, pattern, expected):
    assert is_head(compile_pattern(pattern, name).items[0], language(name).matching) is expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("cl|ass A: pass\n", True),
        ("class A:\n    def f(self, |a|): pass\n", True),
        ("@|a|\ndef f(): pass\n", True),
        ("class A: |pass|\n", False),
        ("|x = 1\n|class A: pass\n", False),
        ("x = |1|\n", False),
        ("@a\ndef f():\n    |g()|\n", False),
    ],
)
def test_which_ranges_share_something_with_a_head(code, expected):
    start = code.index("|")
    end = code.index("|", start + 1) - 1 if code.count("|") == 2 else start
    tree = parse(python(code.replace("|", "")))
    assert touches_head(tree.root, start, end, tree.language.matching) is expected


PIECES = [
    "class A(Enum):\n",
    "class B(\n",
    "    Enum):\n",
    "    pass\n",
    "A(1)\n",
    "    B(2)\n",
    "x",
    "if a:\n",
    "\n",
    "  ",
    "    def f():\n",
    "        return 1\n",
]


@settings(max_examples=examples(50, 150))
@given(
    text=st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
    inserted=st.sampled_from(["", *PIECES]),
    data=st.data(),
)
def test_an_edit_gives_what_a_whole_check_gives(text, inserted, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    edited = python(text[:start] + inserted + text[end:])
    made = engine(RULES + INSIDE.partition("rules:\n")[2])
    after = made.recheck(made.check(python(text), "a.py"), TextChange(Span(start, end), inserted), edited)
    assert after.findings == made.check(edited, "a.py").findings
