"""Patterns for Java: what each matches, and what not. Semgrep was asked about all of these and gives the same answers,
but for classes with their packages, which it takes for others."""

from __future__ import annotations

import pytest

CASES = [
    (
        "$X.equals(...)",
        "class A { void f() { a.equals(b); if (x.y().equals(z)) {} } }\n",
        ["a.equals(b)", "x.y().equals(z)"],
    ),
    (
        "new Random()",
        "class A { void f() { new Random(); new java.util.Random(); new a.B.Random(); new this.Random(); } }\n",
        ["new Random()", "new java.util.Random()"],
    ),
    (
        "(Random $R).nextInt()",
        "class A { void f(java.util.Random r, other.Randoms s) { r.nextInt(); s.nextInt(); } }\n",
        ["r.nextInt()"],
    ),
    (
        "new java.util.Random()",
        "import java.util.Random;\nclass A { void f() { new Random(); new java.util.Random(); } }\n",
        ["new Random()", "new java.util.Random()"],
    ),
    (
        "new java.util.Random()",
        "import java.util.*;\nclass A { void f() { new Random(); new java.util.Random(); } }\n",
        ["new Random()", "new java.util.Random()"],
    ),
    (
        "new Random(...).nextInt(...)",
        "class A { void f() { new Random().nextInt(1); } }\n",
        ["new Random().nextInt(1)"],
    ),
    (
        'MessageDigest.getInstance("MD5")',
        'class A { void f() { MessageDigest.getInstance("MD5"); java.security.MessageDigest.getInstance("MD5"); this.MessageDigest.getInstance("MD5"); } }\n',
        ['MessageDigest.getInstance("MD5")', 'java.security.MessageDigest.getInstance("MD5")'],
    ),
    (
        'java.security.MessageDigest.getInstance("MD5")',
        'import java.security.MessageDigest;\nclass A { void f() { MessageDigest.getInstance("MD5"); java.security.MessageDigest.getInstance("MD5"); } }\n',
        ['MessageDigest.getInstance("MD5")', 'java.security.MessageDigest.getInstance("MD5")'],
    ),
    (
        "$T $X = $Y;",
        "class A { int z = 1; void f() { int x = 1; final String y = a; b = c; } }\n",
        ["int z = 1;", "int x = 1;", "final String y = a;"],
    ),
    (
        "byte[] $X = {...};",
        "class A { byte[] a = {1}; byte[] b = new byte[2]; byte[] c = f(); void f() { byte[] d = {}; byte[] e = x; } }\n",
        ["byte[] a = {1};", "byte[] d = {};"],
    ),
    ("$X = $Y;", "class A { int z = 1; void f() { int x = 1; b = c; } }\n", ["int z = 1;", "int x = 1;", "b = c;"]),
    ("$X = $Y", "class A { int z = 1; void f() { int x = 1; b = c; } }\n", ["z = 1", "x = 1", "b = c"]),
    (
        "$T $M(...) { ... }",
        "class A { public int f() { } void g(int a) throws E {} A() {} abstract int h(); }\n",
        ["public int f() { }", "void g(int a) throws E {}", "abstract int h();"],
    ),
    (
        "public $T $M(...) { ... }",
        "class A { public int f() { } public static int k() {} void g(int a) throws E {} }\n",
        ["public int f() { }", "public static int k() {}"],
    ),
    (
        "class $C { ... }",
        "public class A extends B { int f() { } }\ninterface I {}\n",
        ["public class A extends B { int f() { } }"],
    ),
    (
        "try { ... } catch ($E $X) { }",
        "class A { void f() { try { a(); } catch (E e) { } try { a(); } catch (E e) { b(); } try { a(); } catch (E | F e) { } } }\n",
        ["try { a(); } catch (E e) { }", "try { a(); } catch (E | F e) { }"],
    ),
    (
        "@Foo\n$T $M(...) { ... }",
        "class A { @Foo public int f() { } @Bar @Foo int g() {} @Foo(1) int h() {} }\n",
        ["@Foo public int f() { }", "@Bar @Foo int g() {}"],
    ),
    ('$X == "..."', 'class A { void f() { a == "b"; } }\n', ['a == "b"']),
    ("foo(...)", "class A { void f() { foo(1); this.foo(2); a.foo(3); } }\n", ["foo(1)"]),
    ("import java.util.*;", "import java.util.Random;\nimport java.util.*;\n", ["import java.util.*;"]),
    (
        "for (...) { ... }",
        "class A { void f() { for (int i = 0; i < 1; i++) { } for (A a : b) {} } }\n",
        ["for (int i = 0; i < 1; i++) { }", "for (A a : b) {}"],
    ),
    ("return $X;", "class A { int f() { return 1; } }\n", ["return 1;"]),
    (
        "System.out.println(...)",
        "class A { void f() { System.out.println(1); out.println(2); } }\n",
        ["System.out.println(1)"],
    ),
    ("$X.equals($X)", "class A { void f() { a.equals(a); a.equals(b); } }\n", ["a.equals(a)"]),
    ("($T) $X", "class A { Object a = (String) b; }\n", ["(String) b"]),
    ("$X instanceof $T", "class A { boolean a = b instanceof C; }\n", ["b instanceof C"]),
    ("throw new $E(...);", "class A { void f() { throw new B(1); } }\n", ["throw new B(1);"]),
    (
        "if ($X == null) { ... }",
        "class A { void f() { if (a == null) { b(); } if (c != null) { } } }\n",
        ["if (a == null) { b(); }"],
    ),
    ("$X.$M($Y)", "class A { void f() { a.b(c); d(e); } }\n", ["a.b(c)"]),
    (
        'String $X = "...";',
        'class A { String a = "b"; void f() { String c = "d"; int e = 1; } }\n',
        ['String a = "b";', 'String c = "d";'],
    ),
    (
        "private static final $T $X = $Y;",
        "class A { private static final int B = 1; private int c = 2; }\n",
        ["private static final int B = 1;"],
    ),
    ("for ($T $X : $Y) { ... }", "class A { void f() { for (int a : b) { c(); } } }\n", ["for (int a : b) { c(); }"]),
    (
        "synchronized ($X) { ... }",
        "class A { void f() { synchronized (a) { b(); } } }\n",
        ["synchronized (a) { b(); }"],
    ),
    ("$X -> $Y", "class A { F a = b -> c; }\n", ["b -> c"]),
    (
        "@Override\npublic $T $M(...) { ... }",
        "class A { @Override public int f() { return 1; } public int g() { return 2; } }\n",
        ["@Override public int f() { return 1; }"],
    ),
    ('$C.getInstance("AES/ECB/...")', 'class A { void f() { Cipher.getInstance("AES/ECB/PKCS5Padding"); } }\n', []),
    (
        "import javax.crypto.Cipher;",
        "import javax.crypto.Cipher;\nimport javax.crypto.Mac;\n",
        ["import javax.crypto.Cipher;"],
    ),
    (
        "$S.executeQuery($A + $B)",
        'class A { void f() { s.executeQuery("a" + b); s.executeQuery("a"); } }\n',
        ['s.executeQuery("a" + b)'],
    ),
    ("class $C extends $D { ... }", "class A extends B {}\nclass C {}\n", ["class A extends B {}"]),
    (
        "try { ... } catch (Exception $E) { ... }",
        "class A { void f() { try { a(); } catch (Exception e) { b(); } } }\n",
        ["try { a(); } catch (Exception e) { b(); }"],
    ),
    (
        "try { ... } finally { ... return $X; ... }",
        "class A { int f() { try { a(); } finally { return 1; } } }\n",
        ["try { a(); } finally { return 1; }"],
    ),
    (
        "(...) -> true",
        "class A { void f() { a(() -> true); a((b, c) -> { return true; }); a(() -> { b(); return true; }); a(() -> { }); } }\n",
        ["() -> true", "(b, c) -> { return true; }"],
    ),
    (
        "a(($X, $Y) -> true)",
        "class A { void f() { a((b, c) -> true); a((B b, C c) -> { return true; }); a(b -> true); a((b, c) -> false); } }\n",
        ["a((b, c) -> true)", "a((B b, C c) -> { return true; })"],
    ),
    (
        "($X) -> $X.b()",
        "class A { void f() { a(x -> x.b()); a((X x) -> { x.b(); }); a((x) -> { return x.b(); }); a(x -> y.b()); } }\n",
        ["x -> x.b()", "(X x) -> { x.b(); }", "(x) -> { return x.b(); }"],
    ),
    (
        "$X -> $Y",
        "class A { void f() { a(x -> y); a(x -> { }); a((x) -> { b(); return c; }); a(() -> y); } }\n",
        ["x -> y", "x -> { }", "(x) -> { b(); return c; }"],
    ),
    (
        "$X instanceof $T",
        "class A { boolean f(Object o) { return o instanceof B || o instanceof C c; } }\n",
        ["o instanceof B", "o instanceof C c"],
    ),
    ("$X::$M", "class A { void f() { a(B::new); a(this::c); a(d.e()); } }\n", ["B::new", "this::c"]),
    ("B::new", "class A { void f() { a(B::new); a(B::c); a(new B()); } }\n", ["B::new"]),
    ("$X.close();", "class A { void f() { a.close(); b = c.close(); } }\n", ["a.close();", "b = c.close();"]),
    (
        "@Route(..., method = $X, ...)\n$T $F(...) { ... }",
        'class A { @Route(path = "/a", method = GET) int a() { } @Route("/b") int b() { } @Route(method = PUT) int c() { } }\n',
        ['@Route(path = "/a", method = GET) int a() { }', "@Route(method = PUT) int c() { }"],
    ),
    (
        '@Route(path = "/a", ...)\n$T $F(...) { ... }',
        'class A { @Route(path = "/a", method = GET) int a() { } @Route(path = "/b") int b() { } }\n',
        ['@Route(path = "/a", method = GET) int a() { }'],
    ),
    ("f($X < $Y)", "class A { void g() { f(a > b); f(a < b); } }\n", ["f(a < b)"]),
    ("return;", "class A { void f() { return; } }\n", ["return;"]),
    ("static $T $F(...) { ... }", "class A { public static void f() {} void g() {} }\n", ["public static void f() {}"]),
    (
        "foo(..., true, ...)",
        "class A { void f() { foo(true); foo(1, true, 2); foo(false); } }\n",
        ["foo(true)", "foo(1, true, 2)"],
    ),
]


@pytest.mark.parametrize(("pattern", "code", "expected"), CASES, ids=[str(case[0]) for case in CASES])
def test_matches(matched, pattern, code, expected):
    assert matched("java", pattern, code) == expected
