"""A call that only computes a value, as a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.calls._pure import CALLBACK_METHODS, DATE_FIELDS, FUNCTIONS, METHODS, TIME_METHODS
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node, walk

_SCRIPTS = ("javascript", "typescript", "tsx")
_STATEMENT = frozenset({"expression_statement"})
_CALLS = frozenset({"call", "call_expression", "method_invocation"})
_BLOCKS = frozenset({"block", "statement_block", "statement_list", "switch_block_statement_group"})
# Code that calls to see whether it fails, or how long it takes
_TRYING = frozenset({"try_statement", "with_statement", "try_with_resources_statement", "lambda_expression"})
_FUNCTIONS = frozenset(
    {"function_definition", "function_declaration", "method_declaration", "method_definition", "arrow_function"}
    | {"function_expression", "func_literal", "lambda_expression"}
)
_MEASURING = re.compile(rb"testing\.B\b|Blackhole|benchmark|Benchmark|timeit")
_EXPECTING = re.compile(rb"(?:^|\W)(?:raises|assert\w*|throws?|expect\w*|verify|doReturn|doThrow|given|when|cy)\b")
_RECEIVER = re.compile(rb"""[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*|\[[\w$.'"]+\])*|"[^"\n]*"|'[^'\n]*'""")
_DOING = frozenset(
    {"call_expression", "assignment_expression", "augmented_assignment_expression", "update_expression"}
    | {"await_expression", "yield_expression", "new_expression", "throw_statement"}
)
_OF_TEXTS = frozenset({b"format", b"join"})
_OF_SOME_TEXTS = frozenset({b"split", b"encode"})
_CALLED_IN_PYTHON = frozenset(
    name.rpartition(b".")[2].decode()
    for name in FUNCTIONS["python"] | METHODS["python"] | _OF_TEXTS | _OF_SOME_TEXTS | {b"replace"}
)
_TEXT = re.compile(rb"""\(\s*(?:[rbuf]?["'][^\n]*|)\)""")

_JAVA = "class A {{\n  void f(String s, List<String> t) {{\n    {};\n    g();\n  }}\n}}\n"
_GO = "package a\n\nfunc f(s string, at time.Time) {{\n\t{}\n\tg()\n}}\n"
_PYTHON = "def f(s, t):\n    {}\n    return s\n"
_SCRIPT = "function f(s, t) {{\n  {};\n  return s;\n}}\n"

RULE = Definition(
    id="unused-result",
    message="Unused result: `$CALL` only computes a value, and nothing takes it. Assign or return it.",
    summary="Unused result: the call only computes a value, and nothing takes it. Assign or return it.",
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-252",
    kinds={"python": frozenset({"call"}), **dict.fromkeys(_SCRIPTS, _STATEMENT), "go": _STATEMENT, "java": _STATEMENT},
    names={"call": _CALLED_IN_PYTHON},
    explanation="""\
Functions like `sorted`, `slice` or `plusDays` leave what they are given as it is, and return something new. A statement
that drops it does nothing.

Bad:

```python
sorted(names)
```

Good:

```python
names.sort()
names = sorted(names)
```

To fix it, assign or return the result, or remove the line.
""",
    references=("https://cwe.mitre.org/data/definitions/252.html",),
    fix_title="Assign the result",
    fix_reason="The variable changes for all that follows.",
    invalid=(
        Example("python", _PYTHON.format("sorted(s)"), fixed=_PYTHON.format("s = sorted(s)")),
        *(
            Example("python", _PYTHON.format(code))
            for code in (
                "map(str, s)",
                "s.union(t)",
                "s.split(',')",
                "','.join(s)",
                "'{}'.format(s)",
                "s.replace(hour=0)",
                "os.path.join(s, t)",
                "re.sub('a', 'b', s)",
            )
        ),
        *(
            Example(language, _SCRIPT.format(code))
            for language in _SCRIPTS
            for code in ("s.map((x) => x + 1)", "s.filter((x) => x)", "s.slice(1)", "Object.keys(s)", "s.b.at(1)")
        ),
        *(Example("go", _GO.format(code)) for code in ("at.Add(time.Hour)", 'strings.Split(s, ",")', "at.UTC()")),
        *(Example("java", _JAVA.format(code)) for code in ("t.contains(s)", 's.equals("a")')),
    ),
    valid=(
        *(
            Example("python", _PYTHON.format(code))
            for code in (
                "t = sorted(s)",
                "s.split(t)",
                "s.replace('a', t, u=1)",
                "a.join(s)",
                "g(sorted(s))",
                "self.map(s)",
                "len(s)  # loads it",
            )
        ),
        Example("python", "def f(s):\n    try:\n        len(s)\n    except TypeError:\n        return 1\n"),
        Example("python", "def f(s):\n    with pytest.raises(TypeError):\n        sorted(s)\n"),
        Example("python", "def map(a, b):\n    b(a)\ndef f(s):\n    map(str, s)\n    return s\n"),
        Example("python", "sorted(a)\n"),
        *(
            Example(language, _SCRIPT.format(code))
            for language in _SCRIPTS
            for code in (
                "s.map((x) => g(x))",
                "s.map((x) => { t = x; })",
                "cy.get(t).filter('a')",
                "expect(s).to.includes(t)",
                "s.filter('.a')",
                "t = s.slice(1)",
                "socket.join(t)",
                "s.map(g)",
            )
        ),
        *(Example("go", _GO.format(code)) for code in ("s.Add(1)", "_ = strings.Split(s, t)", "wg.Add(1)")),
        Example("go", "package a\n\nfunc BenchmarkF(b *testing.B) {\n\tstrings.Split(s, t)\n\tg()\n}\n"),
        *(
            Example("java", _JAVA.format(code))
            for code in (
                "boolean b = s.isEmpty()",
                "verify(t).contains(s)",
                "t.add(s)",
                "t.isEmpty(s, 1)",
                "s.toString()",
            )
        ),
        Example("java", "class A { void f() { assertThrows(E.class, () -> { s.equals(t); }); } }\n"),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    call = node if node.type == "call" else node.named_children[0] if node.named_child_count == 1 else None
    if call is None or call.type not in _CALLS or node.has_error:
        return
    callee, arguments = _parts(call, scan.data)
    language = "javascript" if scan.table.name in _SCRIPTS else scan.table.name
    if not callee or not _is_pure(callee, arguments, language, node, scan):
        return
    around = scan.surroundings(node)
    path = [kind for kind, each in around if kind != "expression_statement" and each != call]
    kinds = [kind for kind, _ in around]
    if not any(kind in _FUNCTIONS for kind in kinds) or any(kind in _TRYING for kind in kinds):
        return
    if path[0] not in _BLOCKS or _is_noted(node, scan):
        return
    function = next(each for kind, each in around if kind in _FUNCTIONS)
    header = scan.data[function.start_byte : min(function.end_byte, function.start_byte + 200)]
    scan.touch(function)
    if _MEASURING.search(header) or any(
        _expects(each, scan.data) for kind, each in around if kind in _CALLS and each != call
    ):
        return
    shown = " ".join(scan.data[call.start_byte : call.end_byte].decode(errors="replace").split())[:40]
    yield Found(call.start_byte, call.end_byte, {"$CALL": shown}, _assignment(call, callee, arguments, language))


def _expects(call: Node, data: bytes) -> bool:
    """Whether a call around is one of a test, which wants to see the code fail."""
    return _EXPECTING.search(data[call.start_byte : call.start_byte + 80].split(b"(")[0]) is not None


def _is_noted(node: Node, scan: MatchContext) -> bool:
    """Whether a comment behind the statement may say why it is there."""
    _, end = scan.touch_lines(node.start_byte, node.end_byte)
    rest = scan.data[node.end_byte : end].strip()
    return rest.startswith((b"#", b"//", b"/*"))


def _parts(call: Node, data: bytes) -> tuple[bytes, Node | None]:
    """The text before the arguments of a call, and these."""
    arguments = call.child_by_field_name("arguments")
    if arguments is None or arguments.type not in ("argument_list", "arguments"):
        return b"", None
    return data[call.start_byte : arguments.start_byte].strip(), arguments


def _is_pure(callee: bytes, arguments: Node | None, language: str, node: Node, scan: MatchContext) -> bool:
    assert arguments is not None
    given = arguments.named_child_count
    if callee in FUNCTIONS[language]:
        return given > 0 and (b"." in callee or not scan.is_given(callee))
    receiver, _, method = callee.rpartition(b".")
    if _RECEIVER.fullmatch(receiver) is None:
        return False
    text = scan.data[arguments.start_byte : arguments.end_byte]
    if language == "go":
        return method in TIME_METHODS and _is_time(receiver, node, scan)
    if language == "java":
        return method in METHODS["java"] and given <= 1
    if language == "javascript":
        if method in CALLBACK_METHODS:
            return given > 0 and _only_computes(arguments.named_children[0])
        return method in METHODS["javascript"] and given <= 2
    if receiver[:1] in b"\"'":
        return method in _OF_TEXTS
    if method == b"replace":
        return DATE_FIELDS.match(text) is not None
    if method in _OF_SOME_TEXTS:
        return _TEXT.fullmatch(text) is not None and receiver not in (b"self", b"cls")
    return method in METHODS["python"] and receiver not in (b"self", b"cls")


def _only_computes(callback: Node) -> bool:
    """Whether an arrow function does nothing but compute what it returns."""
    body = callback.child_by_field_name("body") if callback.type == "arrow_function" else None
    if body is None or body.type == "statement_block":
        return False
    return not any(each.type in _DOING for each in (body, *walk(body)))


def _is_time(name: bytes, node: Node, scan: MatchContext) -> bool:
    """Whether a name of Go is declared as a time in the function around."""
    function = next((each for kind, each in scan.surroundings(node) if kind in _FUNCTIONS), None)
    if function is None:
        return False
    scan.touch(function)
    declared = rb"\bNAME(?:\s*,\s*\w+)*\s+time\.Time\b|\bNAME\s*:=\s*time\.(?:Now|Unix|Date)\(".replace(
        b"NAME", re.escape(name)
    )
    return re.search(declared, scan.data[function.start_byte : function.end_byte]) is not None


def _assignment(call: Node, callee: bytes, arguments: Node | None, language: str) -> Replacement | None:
    """An assignment to the variable that the call is about, where the result is of the same kind."""
    first = None if arguments is None or not arguments.named_child_count else arguments.named_children[0]
    if language == "python" and callee == b"sorted" and first is not None and first.type == "identifier":
        return Replacement(call.start_byte, call.start_byte, f"{(first.text or b'').decode()} = ")
    receiver, _, method = callee.rpartition(b".")
    if language == "go" and method in (b"Add", b"AddDate", b"UTC", b"Truncate", b"Round"):
        return Replacement(call.start_byte, call.start_byte, f"{receiver.decode()} = ")
    return None
