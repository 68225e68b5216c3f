"""Names with type arguments, in C#, Rust and C++, and what else patterns of C# leave out or write in another way."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document

NAMES = """class A { void F() {
List<int> a = new List<int>();
List b = new List();
c.load<int>(1);
c.load<string>(1);
c.load(1);
load<int>(1);
c.load<int>(1).then(2);
} }
"""

CREATED = """class A { void F() {
var a = new P { X = b };
var a = new P() { X = b };
var a = new P(1) { X = b };
var a = new P(1);
var a = new P();
} }
"""

USED = """using A.B;
using static A.B.C;
using A;
using X = A.B;
using AB;
"""

CHAINS = """class A { void F(App app) {
app.use();
app.use().other(1);
app.x = 1;
other.use(app);
} }
"""

DECLARED = """class A {
private const string Key = "k";
string name = "n";
public int Count;
public int Next { get; set; }
void F(Type x) {
var a = "a";
string b = "b";
using var c = "c";
foreach (int i in x) { }
foreach (var i in x) { }
} }
"""

CAUGHT = """class A { void F() {
try { G(); } catch (E e) { }
try { G(); } catch (E e) when (e.Code == 1) { }
try { G(); } catch (D) { H(); } catch (E e) { }
try { G(); } catch (E) { }
try { G(); } catch { }
} }
"""

GENERIC = """static class A {
public static T F<T>(T x) where T : class { return x; }
public static int G(int x) { return x; }
static int H(int x) { return x; }
}
"""


@pytest.fixture
def lines(engine, rule):
    def lines(pattern, code, language="csharp"):
        found = engine(rule(language, pattern)).check(Document("file:///x", code, language=language)).findings
        return sorted({code.count("\n", 0, finding.span.start) + 1 for finding in found})

    return lines


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("c.load(...)", [4, 5, 6, 8]),
        ("c.load<int>(...)", [4, 8]),
        ("c.load<$T>(...)", [4, 5, 8]),
        ("load(...)", [7]),
        ("c.load(...).then(...)", [8]),
        ("new List(...)", [2, 3]),
        ("new List<$T>(...)", [2]),
        ("List $X = ...;", [2, 3]),
    ],
)
def test_a_pattern_may_leave_out_the_type_arguments_of_a_name(lines, pattern, expected):
    assert lines(pattern, NAMES) == expected


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("rust", "fn main() {\na.load::<i32>(1);\na.load(1);\nload::<i32>(1);\nb.load(1);\n}\n"),
        ("cpp", "int main() {\na.load<int>(1);\na.load(1);\nload<int>(1);\nb.load(1);\n}\n"),
    ],
)
def test_so_may_patterns_of_other_languages(lines, language, code):
    assert lines("a.load(...)", code, language) == [2, 3]
    assert lines("load(...)", code, language) == [4]
    assert lines("$X.load(...)", code, language) == [2, 3, 5]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("new P() { X = $B }", [2, 3]),
        ("new P { X = $B }", [2, 3]),
        ("new P { ... }", [2, 3, 6]),
        ("new P() { ... }", [2, 3, 6]),
        ("new P(...) { X = $B }", [2, 3, 4]),
        ("new P(1)", [5]),
        ("new P()", [6]),
    ],
)
def test_an_object_may_be_made_without_a_list_of_arguments(lines, pattern, expected):
    assert lines(pattern, CREATED) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("using A;", [1, 2, 3]), ("using A.B;", [1, 2]), ("using A.B.C;", [2]), ("using $X;", [1, 2, 3, 5])],
)
def test_a_namespace_is_imported_with_those_below_it(lines, pattern, expected):
    assert lines(pattern, USED) == expected


@pytest.mark.parametrize("pattern", ["app. ...;", "(App $X). ...;"])
def test_a_chain_of_calls_is_a_statement(lines, pattern):
    assert lines(pattern, CHAINS) == [2, 3]


CONSTRUCTED = """public class A : C { }
public class B(int x) : C { }
class D<T>(T x) : C where T : X { }
class E(int x) { }
record F(int x);
record G { }
"""


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("class $C : C { ... }", [1, 2, 3]),
        ("public class $C : $B { ... }", [1, 2]),
        ("class $C { ... }", [1, 2, 3, 4]),
        ("record $R { ... }", [5, 6]),
    ],
)
def test_a_class_may_have_parameters(lines, pattern, expected):
    assert lines(pattern, CONSTRUCTED) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ('string $V = "...";', [2, 3, 8]),
        ('private string $V = "...";', [2]),
        ('const string $V = "...";', [2]),
        ('$T $V = "...";', [2, 3, 8]),
        ('var $V = "...";', [2, 3, 7, 8, 9]),
        ('using var $V = "...";', [9]),
        ("public $T $V;", [4]),
        ("private $T $V;", []),
        ("foreach ($T $I in $X) { ... }", [10]),
        ("foreach (var $I in $X) { ... }", [10, 11]),
        ("foreach (string $I in $X) { ... }", []),
    ],
)
def test_fields_are_variables_and_var_stands_for_any_type(lines, pattern, expected):
    assert lines(pattern, DECLARED) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("try { ... } catch ($T $E) { }", [2, 3, 4]),
        ("try { ... } catch (E $E) { }", [2, 3, 4]),
        ("try { ... } catch (E) { }", [5]),
        ("try { ... } catch { }", [6]),
        ("try { ... } catch (F $E) { }", []),
    ],
)
def test_one_of_several_clauses_catches_and_may_have_a_filter(lines, pattern, expected):
    assert lines(pattern, CAUGHT) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("public static $T $M(...) { ... }", [2, 3]), ("public static $T $M($U $X) { ... }", [2, 3])],
)
def test_a_method_may_have_constraints_on_its_types(lines, pattern, expected):
    assert lines(pattern, GENERIC) == expected


@pytest.mark.parametrize(
    ("language", "pattern", "code"),
    [
        ("csharp", "new P($A) { X = 1 }", "class A { void F() {\na = new P(b) { X = 1 };\na = new P(b);\n} }\n"),
        ("java", "new P($A) { ... }", "class A { void f() {\na = new P(b) { };\na = new Q(b) { };\n} }\n"),
    ],
)
def test_what_new_makes_has_arguments_though_braces_follow(lines, language, pattern, code):
    assert lines(pattern, code, language) == [2]


AWAITED = """public class A(int a) : B {
async Task F() {
foreach (var x in y) { var z = await G(x); }
foreach (var x in y) { H((await G(x)).C); }
foreach (var x in y) { await G(x); }
foreach (var x in y) { H(x); }
} }
"""


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("foreach (var $X in $Y) { ... await $F(...); ... }", [3, 4, 5]),
        ("foreach (var $X in $Y) { ... await G(x); H(x); }", []),
        ("public class $C : B { ... }", [1]),
        ("public class $C : D { ... }", []),
    ],
)
def test_what_is_awaited_counts_anywhere_in_a_statement_of_a_class_with_parameters(lines, pattern, expected):
    assert lines(pattern, AWAITED) == expected
