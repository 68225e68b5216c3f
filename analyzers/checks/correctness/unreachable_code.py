"""Statements after one that always leaves the block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.correctness._endings import ends_program, is_endless
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_LONGEST_LINE = 1_000
_SCRIPT = frozenset({"statement_block"})
_SCRIPTS = ("javascript", "typescript", "tsx")
_LEAVING = frozenset({"return_statement", "throw_statement", "break_statement", "continue_statement"})
# Declarations count before they are reached, a label is reached by a jump, and a `;` is nothing.
_HARMLESS = frozenset(
    {"function_declaration", "generator_function_declaration", "class_declaration", "interface_declaration"}
    | {"type_alias_declaration", "empty_statement", "labeled_statement", "variable_declaration", "comment"}
    | {"enum_declaration", "debugger_statement", "function_signature", "break_statement"}
)
_COUNTING = _HARMLESS - {"comment", "empty_statement", "break_statement", "debugger_statement"}
_HOISTED = "function f() {\n  return g();\n  h();\n  function g() {}\n}\n"

RULE = Definition(
    id="unreachable-code",
    message="Unreachable code: the statement before it ends the block. Remove it, or move it up.",
    severity=Severity.WARNING,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-561",
    kinds={
        **dict.fromkeys(_SCRIPTS, _SCRIPT),
        "go": frozenset({"block"}),
        "python": frozenset({"block"}),
        "java": frozenset({"block"}),
    },
    words=any_of(("return", "throw", "break", "continue", "while", "for", "exit", "_exit", "Exit", "panic", "log")),
    explanation="""\
After `return`, `throw`, `break` or `continue`, after a loop without end and a call that ends the program, nothing of
the same block runs. Either the code is left over from an earlier change, or a condition is missing before it.

Bad:

```javascript
close() {
  return this.file.close();
  this.closed = true;
}
```

Good:

```javascript
close() {
  this.closed = true;
  return this.file.close();
}
```

To fix it, remove the statements, or move them before the one that ends the block.
""",
    fix_title="Remove what is never reached",
    fix_reason="The statements were perhaps meant to run first.",
    invalid=(
        *(
            Example(
                language,
                "function f() { throw new Error(); g(); }\n",
                fixed="function f() { throw new Error(); }\n",
            )
            for language in _SCRIPTS
        ),
        *(
            Example(
                language,
                "function f() {\n  return 1;\n  // later\n  g();\n  h();\n}\n",
                fixed="function f() {\n  return 1;\n  // later\n}\n",
            )
            for language in _SCRIPTS
        ),
        *(Example(language, _HOISTED, fixed=_HOISTED) for language in _SCRIPTS),
        Example("go", "package a\n\nfunc f() int {\n\treturn 1\n\tg()\n}\n"),
        *(Example(language, "function f() {\n  while (true) { g(); }\n  h();\n}\n") for language in _SCRIPTS),
        *(Example(language, "function f() {\n  process.exit(1);\n  h();\n}\n") for language in _SCRIPTS),
        *(
            Example("go", f"package a\n\nfunc f() {{\n\t{ending}\n\tg()\n}}\n")
            for ending in ("for {\n\t}", 'panic("a")', "os.Exit(1)", 'log.Fatalf("a")')
        ),
        Example("python", "def f():\n    while True:\n        for a in b:\n            break\n    h()\n"),
        Example("python", "def f():\n    sys.exit(1)\n    h()\n"),
        Example("java", "class A { void f() { System.exit(1); g(); } }\n"),
    ),
    valid=(
        *(Example(language, "function f() { return g(); function g() {} }\n") for language in _SCRIPTS),
        *(Example(language, "function f() { return a; var a; }\n") for language in _SCRIPTS),
        *(Example(language, "function f() { throw new Error(); return; }\n") for language in _SCRIPTS),
        *(Example(language, "function* f() { throw new Error(); yield 1; }\n") for language in _SCRIPTS),
        *(
            Example(language, f"function f() {{\n  while (true) {{ {code} }}\n  h();\n}}\n")
            for language in _SCRIPTS
            for code in ("if (a) { break; }", "for (;;) { break b; }")
        ),
        *(Example(language, "function f() {\n  process.exit(1);\n  return h();\n}\n") for language in _SCRIPTS),
        Example("go", "package a\n\nfunc f() int {\n\tpanic(1)\n\treturn 0\n}\n"),
        Example("go", "package a\n\nfunc f() {\n\tfor {\n\t\tif a {\n\t\t\tbreak\n\t\t}\n\t}\n\tg()\n}\n"),
        Example("go", "package a\n\nfunc f() {\n\tfor a {\n\t}\n\tfor range b {\n\t}\n\tg()\n}\n"),
        Example("python", "def f():\n    while True:\n        if a:\n            break\n    h()\n"),
        Example("python", "def f():\n    sys.exit(1)\n    yield\n"),
        Example("python", "def f():\n    return 1\n    h()\n"),
        Example("java", "class A { int f() { System.exit(1); return 0; } }\n"),
        Example("go", "package a\n\nfunc f() int {\n\tgoto end\nend:\n\treturn 1\n}\n"),
        Example("go", "package a\n\nfunc f() int {\n\treturn 1\nlast:\n\tfor g() {\n\t}\n\treturn 2\n}\n"),
        Example("go", "package a\n\nfunc f() {\n\tfor {\n\t\tbreak\n\tnext:\n\t\tg()\n\t}\n}\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    left = called = False
    # What else leaves a block is in Python the matter of `py/unreachable-code`; in Java it does not compile.
    leaving = frozenset() if context.table.name in ("python", "java") else _LEAVING
    statements = node.named_children
    if len(statements) == 1 and statements[0].type == "statement_list":
        statements = statements[0].named_children
    for number, child in enumerate(statements):
        # A `goto` comes in here.
        left = left and child.type != "labeled_statement"
        if left and _makes_generator(child):
            return
        if left and not child.is_extra and child.type not in _HARMLESS and not _only_leaves(child, called):
            if _is_minified(child, context):
                return
            yield Found(child.start_byte, child.end_byte, fix=_rest(statements[number - 1 :]))
            return
        called = called or ends_program(child, context.table.name) or is_endless(child)
        left = left or called or child.type in leaving


def _is_minified(statement: Node, context: MatchContext) -> bool:
    low, high = context.touch_lines(statement.start_byte, statement.start_byte)
    return high - low > _LONGEST_LINE


def _only_leaves(statement: Node, after_call: bool) -> bool:
    """Whether a statement would only leave once more; after a call that does not return, with a value as well."""
    if after_call and statement.type in ("throw_statement", "raise_statement", "assert_statement"):
        return True
    if statement.type not in ("return_statement", "continue_statement", "break_statement"):
        return False
    return after_call or not statement.named_child_count


def _makes_generator(statement: Node) -> bool:
    """True for a `yield`: where it stands it makes the function a generator, reached or not."""
    # In Python an expression stands for its statement.
    inner: Node | None = statement
    if statement.type == "expression_statement":
        inner = statement.named_children[0] if statement.named_children else None
    if inner is not None and inner.type == "assignment":
        inner = inner.child_by_field_name("right")
    return inner is not None and inner.type in ("yield", "yield_expression")


def _rest(statements: list[Node]) -> Replacement | None:
    """Takes all out but the first; None if a declaration among them counts without being reached."""
    before, first, last = statements[0], statements[1], statements[-1]
    if any(each.type in _COUNTING for each in statements[1:]):
        return None
    same_line = before.end_point[0] == first.start_point[0]
    return Replacement(before.end_byte if same_line else first.start_byte, last.end_byte)
