"""Patterns of PHP: names without case, key words that are called, and variables in strings."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document


@pytest.fixture
def matched_lines(engine, rule):
    def lines(language, pattern, code):
        found = engine(rule(language, pattern)).check(Document("file:///x", code, language=language)).findings
        return sorted({code.count("\n", 0, finding.span.start) + 1 for finding in found})

    return lines


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


TEMPLATE = """\
<?php
foreach ($a as $b): f(); endforeach;
foreach ($a as $b) { f(); }
if ($a): f(); else: g(); endif;
if ($a): f(); endif;
while ($a): f(); endwhile;
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("foreach ($X as $Y) { ... }", [2, 3]),
        ("foreach ($X as $Y) { g(); }", []),
        ("if ($X) { ... } else { ... }", [4]),
        ("if ($X) { ... }", [4, 5]),
        ("while ($X) { f(); }", [6]),
    ],
)
def test_a_body_in_braces_stands_for_one_between_a_colon_and_a_word(matched_lines, pattern, found):
    assert matched_lines("php", pattern, TEMPLATE) == found


HEREDOCS = """\
<?php
f(<<<X
a $b
X);
f(<<<X
a
X);
f(<<<'X'
a $b
X);
f("a ${b}");
f("a");
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [('f("...")', [5, 8, 12]), ('f("a")', [12]), ('f("...$X...")', [2, 11])],
)
def test_texts_of_several_lines_are_strings(matched_lines, pattern, found):
    assert matched_lines("php", pattern, HEREDOCS) == found


MEMBERS = """\
<?php
class A {
const KEY = 'k';
private $name = 'n';
function f(B $x): C { return $x?->m(1); }
function g(int $n, D $y) { return $y->m(1); }
function h($x) { return A::m(1); }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ('$N = "..."', [3, 4]),
        ("const $N = '...';", [3]),
        ("$X->m(...)", [5, 6, 7]),
        ("$X::m(...)", [5, 6, 7]),
        ("$X?->m(...)", [5]),
        ("A::m(...)", [7]),
        ("$y->m(...)", [6]),
        ("B::m(...)", []),
        ("function $F(...): $T { ... }", [5]),
        ("function $F($T $X) { ... }", [5]),
        ("function $F(..., $T $X, ...) { ... }", [5, 6]),
        ("function $F(..., D $X, ...) { ... }", [6]),
    ],
)
def test_constants_are_assigned_and_types_and_calls_of_every_kind_are_found(matched_lines, pattern, found):
    assert matched_lines("php", pattern, MEMBERS) == found


CAUGHT = """\
<?php
try { f(); } catch (A $e) { }
try { f(); } catch (\\B $e) { }
try { f(); } catch (A | B $e) { g(); }
try { f(); } catch (A $e) { g(); } catch (B $e) { }
try { f(); } catch (A) { }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("try { ... } catch ($E $V) { ... }", [2, 3, 4, 5]),
        ("try { ... } catch ($E $V) { }", [2, 3, 5]),
        ("try { ... } catch (A $V) { }", [2]),
        ("try { ... } catch (D $V) { ... }", []),
    ],
)
def test_one_of_several_clauses_catches_errors_of_any_type(matched_lines, pattern, found):
    assert matched_lines("php", pattern, CAUGHT) == found


MADE = """\
<?php
new A;
new A();
new A(1);
new $x;
f(function () { return 1; });
f(fn() => 1);
f(fn($q) => $q + 1);
f(function ($q) { return $q + 1; });
f(function ($q) { g(); return $q + 1; });
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("new $X", [2, 3, 5]),
        ("new $X()", [2, 3, 5]),
        ("new $X(...)", [2, 3, 4, 5]),
        ("new A($Y)", [4]),
        ("function (...) { ... }", [6, 7, 8, 9, 10]),
        ("function () { ... }", [6, 7]),
        ("function ($A) { return $B; }", [9]),
        ("fn($A) => $B", [8]),
    ],
)
def test_empty_brackets_and_short_closures_are_the_same_as_the_longer_way(matched_lines, pattern, found):
    assert matched_lines("php", pattern, MADE) == found
