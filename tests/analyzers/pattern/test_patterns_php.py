"""Patterns of PHP: names without case, key words that are called, and variables in strings."""

from __future__ import annotations

import pytest

NAMES = """\
<?php
LDAP_bind($x);
$a->Bind($x);
$a->bind($x);
new KLASS(1);
klass::make();
Klass::MAKE();
f(Null, TRUE);
f(abc);
$ABC = $abc;
function h(klass $p) { }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("ldap_bind(...)", ["LDAP_bind($x)"]),
        ("Ldap_Bind($X)", ["LDAP_bind($x)"]),
        ("new Klass(...)", ["new KLASS(1)"]),
        ("Klass::make()", ["klass::make()"]),
        ("function $F(Klass $P) { ... }", ["function h(klass $p) { }"]),
        ("f(null, true)", ["f(Null, TRUE)"]),
        ("f(null, false)", []),
        ("f(ABC)", ["f(abc)"]),
    ],
)
def test_names_of_functions_classes_and_constants_have_no_case(matched, pattern, found):
    assert [line.rstrip(";") for line in matched("php", pattern, NAMES)] == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("$A->bind(...)", ["$a->bind($x)"]), ("$A->BIND(...)", []), ("$abc", ["$abc"])],
)
def test_names_of_members_and_variables_have_one(matched, pattern, found):
    assert [line.rstrip(";") for line in matched("php", pattern, NAMES)] == found


WORDS = """\
<?php
include $a;
require_once($b);
print $c;
echo $d, $e;
exit($f);
exit;
g($h);
throw $i;
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("$F(...)", ["include $a", "require_once($b)", "print $c", "echo $d, $e", "exit($f)", "exit", "g($h)"]),
        ("$F($X)", ["include $a", "require_once($b)", "print $c", "exit($f)", "g($h)"]),
        ("$F($X, $Y)", ["echo $d, $e"]),
        ("$F($e, ...)", []),
    ],
)
def test_key_words_that_are_called_are_calls_of_anything(matched, pattern, found):
    assert [line.rstrip(";") for line in matched("php", pattern, WORDS)] == found


STRINGS = """\
<?php
f("select $x from");
f("a {$x->y} b");
f("$x");
f("a");
f('a $x');
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ('f("...{$X}...")', ['f("select $x from")', 'f("a {$x->y} b")', 'f("$x")']),
        ('f("$T{$X}...")', ['f("select $x from")', 'f("a {$x->y} b")']),
        ('f("select $x from")', ['f("select $x from")']),
        ('f("$T")', ['f("a")', "f('a $x')"]),
        ('f("a {$X->z} b")', []),
    ],
)
def test_a_variable_in_braces_stands_for_what_is_put_into_a_string(matched, pattern, found):
    assert [line.rstrip(";") for line in matched("php", pattern, STRINGS)] == found


@pytest.mark.parametrize(
    ("expression", "found"),
    [("select", ['f("select $x from")']), (" b$", ['f("a {$x->y} b")']), ("x", [])],
)
def test_a_variable_without_braces_stands_for_the_text_between(matched, expression, found):
    condition = {"metavariable-regex": {"metavariable": "$T", "regex": f".*{expression}"}}
    assert matched("php", {"patterns": [{"pattern": 'f("...$T...")'}, condition]}, STRINGS) == found


def test_taint_flows_from_and_into_functions_whose_case_differs(matched):
    taint = {
        "mode": "taint",
        "pattern-sources": [{"pattern": "read_all()"}],
        "pattern-sinks": [{"pattern": "Run(...)"}],
    }
    assert matched("php", taint, "<?php\n$a = Read_All();\nRUN($a);\nrun($b);\n") == ["RUN($a)"]
