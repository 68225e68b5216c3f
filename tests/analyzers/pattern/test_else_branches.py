"""Branches of an `if`: one with a condition is an `if` in the `else` of the branch before it."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document, Span, TextChange

PYTHON = """\
if a:
    f()
elif b:
    g()
elif c:
    f()
else:
    h()
if d:
    f()
elif e:
    g()
if i:
    f()
else:
    h()
if j:
    f()
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("if $C:\n  ...", ["if a", "elif b", "elif c", "if d", "elif e", "if i", "if j"]),
        ("if $C:\n  ...\nelse:\n  ...", ["if a", "elif b", "elif c", "if d", "if i"]),
        ("if $C:\n  f()\nelse:\n  h()", ["elif c", "if i"]),
        ("if $C:\n  f()\nelse:\n  $X", ["if a", "elif c", "if d", "if i"]),
        ("if $C:\n  ...\nelif $D:\n  ...", ["if a", "elif b", "if d"]),
        ("if $C:\n  ...\nelif $D:\n  ...\nelse:\n  ...", ["if a", "elif b"]),
        ("if $C:\n  ...\nelif $D:\n  ...\nelif $E:\n  ...\nelif $G:\n  ...", []),
        ("if $C:\n  ...\nelse:\n  if e:\n    ...", ["if d"]),
        ("if $C:\n  ...\nelse:\n  ...\n  h()", ["elif c", "if i"]),
    ],
)
def test_a_branch_with_a_condition_stands_in_an_else(matched, pattern, found):
    assert [each.split(":")[0] for each in matched("python", pattern, PYTHON)] == found


RUBY = """\
if a
  f
elsif b
  g
elsif c
  f
else
  h
end
if d
  f
else
  if e
    g
  end
end
f if i
unless j
  f
end
f unless k
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("if $C\n  ...\nend", ["if a", "elsif b", "elsif c", "if d", "if e", "f if i"]),
        ("if $C\n  ...\nelse\n  ...\nend", ["if a", "elsif b", "elsif c", "if d"]),
        ("if $C\n  f\nelse\n  h\nend", ["elsif c"]),
        ("if $C\n  f\nelsif $D\n  g\nend", ["if a", "if d"]),
        ("if $C\n  ...\nelsif $D\n  ...\nelse\n  ...\nend", ["if a", "elsif b"]),
        ("if $C\n  f\nelse\n  if e\n    ...\n  end\nend", ["if d"]),
        ("if $C\n  ...\nelsif e\n  ...\nend", ["if d"]),
        ("f if $C", ["if a", "elsif c", "if d", "f if i"]),
        ("f unless $C", ["unless j", "f unless k"]),
        ("g if $C", ["elsif b", "if e"]),
    ],
)
def test_elsif_in_ruby_is_an_if_in_the_else(matched, pattern, found):
    assert [each.split("\n")[0] for each in matched("ruby", pattern, RUBY)] == found


PHP = "<?php if ($a) { f(); } elseif ($b) { g(); } else { h(); }\nif ($c) { f(); } elseif ($d) { g(); }\n"


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("if ($C) { ... }", ["if ($a)", "elseif ($b)", "if ($c)", "elseif ($d)"]),
        ("if ($C) { ... } else { ... }", ["if ($a)", "elseif ($b)", "if ($c)"]),
        ("if ($C) { f(); } else { h(); }", []),
        ("if ($C) { g(); } else { h(); }", ["elseif ($b)"]),
    ],
)
def test_so_it_is_in_php(matched, pattern, found):
    assert [each.split(" {")[0] for each in matched("php", pattern, PHP)] == found


def test_another_loop_has_an_else_of_its_own(matched):
    code = "for a in b:\n    f()\nelse:\n    h()\n"
    assert matched("python", "for $A in $B:\n  ...\nelse:\n  ...", code) == [code.rstrip()]
    assert matched("python", "for $A in $B:\n  ...\nelse:\n  g()", code) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("# last\n", "else:\n    h()\n", ["if a", "elif b"]),
        ("# last\n", "elif c:\n    h()\n", ["if a", "elif b"]),
        ("# last\n", "h()\n", ["if a"]),
    ],
)
def test_a_branch_that_is_added_behind_another_one_is_seen(engine, rule, old, new, found):
    checker = engine(rule("python", "if $C:\n  ...\nelse:\n  ..."))
    before = checker.check(Document("file:///a.py", f"if a:\n    f()\nelif b:\n    g()\n{old}", language="python"))
    start = before.document.text.index(old)
    change = TextChange(Span(start, start + len(old)), new)
    after = checker.recheck(before, change, before.document.changed(change))
    text = after.document.text
    assert [text[each.span.start : each.span.end].split(":")[0] for each in after.findings] == found
