"""Constant propagation: which values expressions are known to have."""

from __future__ import annotations

import pytest

from reread.analyzers import syntax
from reread.analyzers.constants import reaching_definitions
from reread.analyzers.constants.propagation import constants
from reread.analyzers.constants.values import Constant
from reread.analyzers.text import Document


def asked(language: str, code: str) -> list[Constant | None]:
    """What is known of the first argument of each call of `f`."""
    tree = syntax.parse(Document("file:///a", code, language=language))
    assert tree is not None
    known = constants(tree.document.data, tree.root, tree.language)
    assert known is not None
    result: list[Constant | None] = []
    for node in syntax.walk(tree.root):
        if node.type in tree.language.calls and tree.text(node).startswith("f("):
            arguments = node.child_by_field_name("arguments")
            assert arguments is not None
            result.append(known.of(arguments.named_children[0])[0])
    return result


def values(language: str, code: str) -> list[tuple[object, ...] | None]:
    """The values that each first argument of `f` may have, () for some text."""
    found = asked(language, code)
    return [None if each is None else each.values if each.exact else () for each in found]


PYTHON = [
    ("f('a')", "a"),
    (r"f('\x41\n')", "A\n"),
    (r"f(r'\x41')", r"\x41"),
    ("f('a' 'b')", "ab"),
    ("f('a' + 'b' + 'c')", "abc"),
    ("f('a' * 3)", "aaa"),
    ("f('%s-%d' % ('a', 5))", "a-5"),
    ("f('{}-{}'.format('a', 5))", "a-5"),
    ("f('Ab'.lower())", "ab"),
    ("x = 5\nf(f'a{x}b')", "a5b"),
    ("f(0o17 + 2 * 3 - 1)", 20),
    ("f(1 << 4 | 1)", 17),
    ("f(-5)", -5),
    ("f(1.5)", 1.5),
    ("f(True)", True),
    ("f(None)", None),
    ("f(('a'))", "a"),
    ("f(x := 'a')", "a"),
    ("x = y = 'a'\nf(x)", "a"),
    ("x = 'a'\nx += 'b'\nx += 'c'\nf(x)", "abc"),
    ("x, y = 'a', 'b'\nf(y)", "b"),
    ("x: str = 'a'\nf(x)", "a"),
    ("X = 'a'\ndef g():\n    f(X)", "a"),
    ("X = 'a'\ndef g():\n    X = 'b'\n    f(X)", "b"),
    ("X = 'a'\nX = 'b'\nf(X)", "b"),
    ("def g():\n    x = 'a'\n    f(x)\n    x = h()", "a"),
    ("def g():\n    x = h()\n    x = 'a'\n    f(x)", "a"),
    ("def g():\n    with h():\n        x = 'a'\n    f(x)", "a"),
    ("def g():\n    x = 'a'\n    y = x + 'b'\n    f(y)", "ab"),
    ("def g(c):\n    if c:\n        x = 'a'\n    else:\n        x = 'a'\n    f(x)", "a"),
    ("def g(c):\n    if c:\n        x = h()\n    else:\n        x = 'a'\n        f(x)", "a"),
    ("def g(c):\n    while c:\n        x = 'a'\n        f(x)\n        x = h()", "a"),
    ("def g():\n    x = 'a'\n    def h():\n        f(x)", "a"),
    ("def g():\n    x = 'a'\n    return lambda: f(x)", "a"),
    ("class C:\n    A = 'a'\n    def g(self):\n        f(self.A)", "a"),
    ("class C:\n    A = 'a'\n    B = f(A)", "a"),
    ("class C:\n    A = 'a'\ndef g():\n    f(C.A)", "a"),
    ("class C:\n    def __init__(self):\n        self.a = 'a'\n    def g(self):\n        f(self.a)", "a"),
]

PYTHON_SEVERAL = [
    ("f('a' if c else 'b')", ("a", "b")),
    ("def g(c):\n    x = 'a'\n    if c:\n        x = 'b'\n    f(x)", ("b", "a")),
    ("def g(c):\n    x = 'a'\n    for i in c:\n        f(x)\n        x = 'b'", ("a", "b")),
    ("def g(c):\n    x = 'a'\n    try:\n        x = 'b'\n    except E:\n        f(x)", ("b", "a")),
    ("x = 1.5\nf(f'a{x}')", None),
    ("f('%5000d' % 1)", ()),
    ("f('%s' % (1, 2))", ()),
    ("f('{:>5}'.format(1))", ()),
]

PYTHON_UNKNOWN = [
    "f(x)",
    "f(g())",
    "def g(x):\n    f(x)",
    "def g(x='a'):\n    f(x)",
    "def g(x):\n    if x:\n        x = 'a'\n    f(x)",
    "x = 'a'\nx -= 'b'\nf(x)",
    "x = 'a'\nfor y in z: x += 'b'\nf(x)",
    "x = 'a'\nx += y\nf(x)",
    "x = 'a'\nfor x in y: pass\nf(x)",
    "x = 'a'\ndel x\nf(x)",
    "x = 'a'\nimport x\nf(x)",
    "x = 'a'\nwith y as x: f(x)",
    "x = 'a'\ntry: x = g()\nexcept E: pass\nf(x)",
    "def g(c):\n    x = 'a'\n    while c:\n        f(x)\n        x = h()",
    "def g(c):\n    x = 'a'\n    if c:\n        x = h()\n    f(x)",
    "x = 'a'\ndef g():\n    global x\n    x = 'b'\ndef h():\n    f(x)",
    "X = 'a'\nX = 'b'\ndef g():\n    f(X)",
    "def g():\n    x = 'a'\n    def h():\n        nonlocal x\n        x = y\n    f(x)",
    "def g():\n    x = 'a'\n    def h():\n        f(x)\n    x = 'b'",
    "class C:\n    A = 'a'\n    def g(self):\n        f(A)",
    "class C:\n    A = 'a'\n    def g(self):\n        self.A = h()\n        f(self.A)",
    "class C:\n    A = 'a'\nclass D:\n    def g(self):\n        f(self.A)",
    "class C:\n    A = 'a'\ndef g(c):\n    f(c.A)",
    "f('a' + 5)",
    "f('a' + b)",
    "f(5 / 0)",
    "f(2 ** 100)",
    "f(1 << 99999999999)",
    "f('a' * 9999999)",
    "f(9 * 99999999999999999999)",
    "x = x\nf(x)",
    "x = y\ny = x\nf(x)",
    "f([x for x in y])",
    "match y:\n    case x: f(x)",
    # Methods of other languages
    "f('A'.toLowerCase())",
    "f(' a'.trim())",
]

JAVASCRIPT = [
    ("x = 'a'; f(x)", "a"),
    ("f('a' + 5 + true)", "a5true"),
    ("f(`a${5}b`)", "a5b"),
    ("let x = 'a'; x += 5; f(x)", "a5"),
    ("f('A'.toLowerCase())", "a"),
    ("const X = 'a'; function g() { f(X) }", "a"),
    ("let x; if (c) x = 'a'; else x = 'a'; f(x)", "a"),
    ("if (c) { const x = 'a'; f(x) } else { const x = g() }", "a"),
    ("function g(x) { { const x = 'a'; f(x) } }", "a"),
    ("function g() { if (c) { var x = 'a' } f(x) }", "a"),
    ("function g() { return () => f(x); } const x = 'a'", "a"),
    ("class C { a = 'a'; g() { f(this.a) } }", "a"),
    ("class C { static a = 'a' } f(C.a)", "a"),
    ("var x; x = 'a'; f(x)", "a"),
    ("for (const x = 'a'; ;) f(x)", "a"),
]

TYPESCRIPT = [
    ("const x: string = 'a'; f(x as any)", "a"),
    ("const x = 'a' as const; f(x!)", "a"),
    ("enum E { A = 'a' } f(E.A)", "a"),
]

JAVASCRIPT_UNKNOWN = [
    "let x = 'a'; x = g(); f(x)",
    "let x = 'a'; x++; f(x)",
    "let x = 'a'; while (y) { x += 'b'; f(x) }",
    "let x = 'a'; [x] = y; f(x)",
    "let x = 'a'; for (x of y) f(x)",
    "let x = 'a'; g(() => { x = y }); f(x)",
    "const {x} = {x: 'a'}; f(x)",
    "const {x = 'a'} = y; f(x)",
    "function g(x = 'a') { f(x) }",
    "try {} catch (x) { f(x) }",
    "import x from 'a'; f(x)",
    "function x() {} f(x)",
    "class C { a = 'a'; g(o) { o.a = h(); f(this.a) } }",
    "const o = {a: 'a'}; f(o.a)",
    "f('A'.lower())",
    "f('{}'.format('a'))",
]

GO = [
    ("const X = `a`\nfunc g() { f(X) }", "a"),
    ("const (\n X = 1\n Y = 2\n)\nfunc g() { f(Y) }", 2),
    ('func g() { x := "a"; if c { x := "b"; h(x) }; f(x) }', "a"),
    ('func g() { x, y := "a", 5; f(y) }', 5),
    ('func g() { var x string; x = "a"; f(x) }', "a"),
    ('func g() { if x := "a"; c { f(x) } }', "a"),
    # A variable of another file of the package.
    ('func g() { x = "a"; f(x) }', "a"),
    ('func g() { x = "a"; f(x) }\nfunc h() { x = "b" }', "a"),
    ('func g() { x := "a"; h(func() { f(x) }) }', "a"),
    ('func g() { f("a" + "b") }', "ab"),
    ("func g() { x := 1; x += 2; f(x) }", 3),
]

GO_UNKNOWN = [
    'func g() { x = "a" }\nfunc h() { f(x) }',
    'func g() { x = "a"; h(); f(x) }\nfunc h() { x = "b" }',
    'func g() { if c { x = "a" }; f(x) }\nfunc h() { x = "b" }',
    'func g() { for { f(x); x = "a" } }\nfunc h() { x = "b" }',
    'var X = "a"\nfunc g() { f(X) }',
    'func g() { x := "a"; h(&x); f(x) }',
    "func g() { x, err := h(); f(x) }",
    "func g() { x := 1; x++; f(x) }",
    'func g() { x := "a"; for _, x = range y { f(x) } }',
    "func g(x string) { f(x) }",
    'func g() { x := "a"; if x := h(); c { f(x) } }',
    'func g() { x := "a"; { x := x + h(); f(x) } }',
]

JAVA = [
    ('static final String X = "a"; void g() { f(X); }', "a"),
    ('private String x = "a"; void g() { f(x); }', "a"),
    ('private String x = "a"; void g() { f(this.x); }', "a"),
    ('static final String X = "a"; void g() { f(A.X); }', "a"),
    ('void g() { String x; if (c) x = "a"; else x = "a"; f(x); }', "a"),
    ('void g() { String x = "a" + 5; f(x); }', "a5"),
    ('void g() { String x = "a"; x += "b"; f(x); }', "ab"),
    ('void g() { f((Object) "a"); }', "a"),
    ("void g() { final int x = 5; h(() -> f(x)); }", 5),
    ('interface I { String X = "a"; } void g() { f(I.X); }', "a"),
    ('void g() { f(" A".strip().toLowerCase()); }', "a"),
]

JAVA_UNKNOWN = [
    'public String x = "a"; void g() { f(x); }',
    'private String x = "a"; void h(String y) { x = y; } void g() { f(x); }',
    'private String x = "a"; void h(String y) { this.x = y; } void g() { f(this.x); }',
    "void g(String x) { f(x); }",
    'private String x = "a"; void h(String y) { this.x = y; } void g() { f(x); }',
    'private String x = "a"; void h(A y) { y.x = null; } void g() { f(x); }',
    'public String x = "a"; void g() { f(this.x); }',
    'String x = "a"; void g() { f(x); }',
    "void g() { for (String x : y) f(x); }",
    "void g() { int x = 0; x++; f(x); }",
    "void g(String... x) { f(x); }",
    "void g() { if (y instanceof String x) f(x); }",
    'void g() { f("A".lower()); }',
]


@pytest.mark.parametrize(("code", "value"), PYTHON)
def test_python(code: str, value: object) -> None:
    assert values("python", code) == [(value,)]


@pytest.mark.parametrize(("code", "expected"), PYTHON_SEVERAL)
def test_one_of_several_values_and_some_text(code: str, expected: tuple[object, ...] | None) -> None:
    assert values("python", code) == [expected]


@pytest.mark.parametrize("code", PYTHON_UNKNOWN)
def test_what_may_be_anything_in_python(code: str) -> None:
    assert values("python", code) == [None]


@pytest.mark.parametrize(("code", "value"), JAVASCRIPT)
def test_javascript(code: str, value: object) -> None:
    assert values("javascript", code) == [(value,)]


@pytest.mark.parametrize(("code", "value"), TYPESCRIPT)
def test_typescript(code: str, value: object) -> None:
    assert values("typescript", code) == [(value,)]


@pytest.mark.parametrize("code", JAVASCRIPT_UNKNOWN)
def test_what_may_be_anything_in_javascript(code: str) -> None:
    assert values("javascript", code) == [None]


@pytest.mark.parametrize(("code", "value"), GO)
def test_go(code: str, value: object) -> None:
    assert values("go", f"package p\n{code}") == [(value,)]


@pytest.mark.parametrize("code", GO_UNKNOWN)
def test_what_may_be_anything_in_go(code: str) -> None:
    assert values("go", f"package p\n{code}") == [None]


@pytest.mark.parametrize(("code", "value"), JAVA)
def test_java(code: str, value: object) -> None:
    assert values("java", f"class A {{ {code} }}") == [(value,)]


@pytest.mark.parametrize("code", JAVA_UNKNOWN)
def test_what_may_be_anything_in_java(code: str) -> None:
    assert values("java", f"class A {{ {code} }}") == [None]


def test_a_language_without_a_table_has_no_constants() -> None:
    tree = syntax.parse(Document("file:///a", "val x = 1", language="kotlin"))
    assert tree is not None
    assert constants(tree.document.data, tree.root, tree.language) is None


def test_an_answer_names_what_it_depends_on() -> None:
    code = "x = (\n    'a'\n)\ny = x\nf(y)"
    tree = syntax.parse(Document("file:///a", code, language="python"))
    assert tree is not None
    known = constants(tree.document.data, tree.root, tree.language)
    assert known is not None
    node = next(each for each in reversed(list(syntax.walk(tree.root))) if tree.text(each) == "y")
    _, words, spread = known.of(node)
    assert words == {b"x", b"y"}
    assert [tree.text(each) for each in spread] == ["x = (\n    'a'\n)"]


@pytest.mark.parametrize(
    "code",
    [
        "f(" + "+".join(["'a'"] * 3_000) + ")",
        "f(" + "(" * 3_000 + "'a'" + ")" * 3_000 + ")",
        "f(" + "'a' if c else " * 500 + "'b')",
        "\n".join(f"x{i + 1} = x{i}" for i in range(500)) + "\nf(x500)",
        "x = 'a'\n" * 500 + "f(x)",
    ],
)
def test_code_of_any_depth_is_looked_at(code: str) -> None:
    assert len(asked("python", code)) == 1


@pytest.mark.parametrize(
    ("language", "code"),
    [("python", "foo(/*sx)\nfoo(bar(1=))\n"), ("javascript", "foo(a + )")],
)
def test_a_name_that_is_missing_stands_for_nothing(language, code):
    tree = syntax.parse(Document("file:///a", code, language=language))
    known = constants(tree.document.data, tree.root, tree.language)
    missing = [node for node in syntax.walk(tree.root) if node.is_missing and node.is_named]

    assert missing
    assert [known.of(node.parent)[0] for node in missing] == [None] * len(missing)


def test_the_names_of_a_long_chain_take_steps_for_its_length(monkeypatch):
    taken = []
    made = [0]
    original = reaching_definitions.step_to

    def count(*given):
        made[0] += 1
        return original(*given)

    monkeypatch.setattr(reaching_definitions, "step_to", count)
    for calls in (200, 400):
        made[0] = 0
        declared = "".join(f"const x{number} = 'a';\n" for number in range(calls))
        code = declared + "start()" + "".join(f"\n  .then(f(x{number}))" for number in range(calls)) + ";\n"
        assert values("javascript", code) == [("a",)] * calls
        taken.append(made[0])
    assert taken[1] < 2.2 * taken[0], taken
