"""A file or connection that is closed at the end, but leaks where an earlier statement leaves the function."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.correctness._resources import RESOURCES, Resources
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node, walk

_LEAVING = frozenset({"return_statement", "throw_statement", "raise_statement"})
_INNER = frozenset(
    {
        *("lambda_expression", "lambda", "class_body", "class_definition", "function_definition", "func_literal"),
        *("arrow_function", "function_expression", "function_declaration", "method_definition"),
    }
)


def _java(body: str) -> str:
    return f"class A {{\n  int f(File file) throws IOException {{\n{body}  }}\n}}\n"


def _go(body: str) -> str:
    return f"package a\n\nfunc f() error {{\n{body}\treturn nil\n}}\n"


_JAVA = "    InputStream in = new FileInputStream(file);\n{}    in.close();\n    return 0;\n"
_WRAPPED = _JAVA.replace("new FileInputStream(file)", "new BufferedInputStream(new FileInputStream(file))")
_OVER_ANOTHER = _JAVA.replace("new FileInputStream(file)", "new BufferedInputStream(memory)")
_PYTHON = "def f(path):\n    handle = open(path)\n{}    handle.close()\n"
_GO = "\tfile, err := os.Open(name)\n\tif err != nil {\n\t\treturn err\n\t}\n@\tfile.Close()\n"

_SCRIPTS = ("javascript", "typescript", "tsx")
_FILE = "async function f(path) {{\n  const file = await fs.promises.open(path);\n{}  await file.close();\n}}\n"
_CLIENT = "async function f(pool) {{\n  const client = await pool.connect();\n{}}}\n"
_SYNCHRONOUS = "function f(path) {{\n  const file = fs.openSync(path);\n{}}}\n"

RULE = Definition(
    id="resource-leak",
    message="`$NAME` $FATE. $REMEDY",
    summary=(
        "File or connection is opened and not closed on every path. "
        "Close it in `with`, `try (...)`, `finally` or `defer`."
    ),
    severity=Severity.WARNING,
    category="correctness",
    needs_scopes=True,
    confidence="MEDIUM",
    confidence_reason="context",
    cwe="CWE-772",
    kinds={
        "java": frozenset({"block"}),
        "python": frozenset({"block", "module"}),
        "go": frozenset({"statement_list"}),
        **dict.fromkeys(_SCRIPTS, frozenset({"statement_block"})),
    },
    words=any_of(("close", "Close", "openSync", "open", "connect", "getConnection")),
    explanation="""\
Open files and connections are limited in number, and buffered data is only written when they are closed. A `return` or
an exception between opening and closing leaves it open.

Bad:

```java
InputStream in = new FileInputStream(file);
if (in.read() != MAGIC) {
  return false;
}
in.close();
```

Good:

```java
try (InputStream in = new FileInputStream(file)) {
  return in.read() == MAGIC;
}
```

To fix it, use `try (...)` in Java, `with` in Python, `defer` right after the check of the error in Go, and `finally` in
JavaScript. In JavaScript, resources that nothing closes are reported too: a pool never gets back a client that is not
released.
""",
    references=("https://cwe.mitre.org/data/definitions/772.html",),
    invalid=(
        Example("java", _java(_JAVA.format("    if (in.read() < 0) {\n      return 1;\n    }\n"))),
        Example("java", _java(_JAVA.format("    if (in.read() < 0) {\n      throw new IOException();\n    }\n"))),
        Example("java", _java(_WRAPPED.format("    if (in.read() < 0) {\n      return 1;\n    }\n"))),
        Example("python", _PYTHON.format("    if not handle.readline():\n        return\n")),
        Example(
            "python", _PYTHON.format("    for line in handle:\n        if not line:\n            raise ValueError\n")
        ),
        Example("python", "def f(path):\n    handle = open(path)\n    return handle.read()\n"),
        Example("python", "def f(path):\n    handle = open(path)\n    return json.load(handle)\n"),
        Example(
            "python", "def f(path, rows):\n    out = open(path, 'w')\n    for row in rows:\n        out.write(row)\n"
        ),
        Example("go", _go(_GO.replace("@", "\tif stop {\n\t\treturn nil\n\t}\n"))),
        *(
            Example(language, code)
            for language in _SCRIPTS
            for code in (
                _FILE.format("  if (!(await file.stat()).size) {\n    return null;\n  }\n"),
                _CLIENT.format("  await client.query(a);\n"),
                _CLIENT.format("  return client.query(a);\n"),
                _SYNCHRONOUS.format("  return fs.readSync(file, a);\n"),
            )
        ),
    ),
    valid=(
        *(
            Example(language, code)
            for language in _SCRIPTS
            for code in (
                _FILE.format(""),
                _CLIENT.format(
                    "  try {\n    return await client.query(a);\n  } finally {\n    client.release();\n  }\n"
                ),
                _CLIENT.format("  return client;\n"),
                _CLIENT.format("  this.client = client;\n"),
                _CLIENT.format("  return work(client);\n"),
                _CLIENT.replace("pool.connect", "connect").format("  await client.query(a);\n"),
                _SYNCHRONOUS.format("  fs.readSync(file, a);\n  fs.closeSync(file);\n"),
            )
        ),
        Example("java", _java(_JAVA.format(""))),
        Example("java", _java(_JAVA.format("    if (in.read() < 0) {\n      in.close();\n      return 1;\n    }\n"))),
        Example("java", _java(_JAVA.format("    if (in == null) {\n      return 1;\n    }\n"))),
        Example("java", _java(_JAVA.format("    run(() -> { return 1; });\n"))),
        Example("java", _java(_JAVA.replace("new FileInputStream(file)", "file").format("    if (a) { return 1; }\n"))),
        Example("java", _java(_OVER_ANOTHER.format("    if (in.read() < 0) {\n      return 1;\n    }\n"))),
        Example("python", _PYTHON.format("    if not handle:\n        return handle\n")),
        Example("python", _PYTHON.format("    def g():\n        return 1\n")),
        *(
            Example("python", f"def f(path):\n    {body}\n")
            for body in (
                "data = open(path).read()\n    return data",
                "handle = open(path)\n    return handle",
                "handle = open(path)\n    with handle:\n        return handle.read()",
                "handle = open(path)\n    return Reader(handle)",
                "handle = open(path)\n    return lambda: handle.read()",
                "global handle\n    handle = open(path)\n    handle.read()",
                "channel = socket.socket()\n    channel.send(a)",
            )
        ),
        Example("python", "handle = open(path)\ntext = handle.read()\n"),
        Example(
            "python",
            "def f(path):\n    with open(path) as handle:\n        if a:\n            return\n        handle.close()\n",
        ),
        Example("go", _go(_GO.replace("@", ""))),
        Example("go", _go(_GO.replace("@", "\tdefer file.Close()\n\tif stop {\n\t\treturn nil\n\t}\n"))),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    language = context.table.name
    resources = RESOURCES[language]
    statements = [child for child in node.named_children if not child.is_extra]
    for place, statement in enumerate(statements):
        name = _opened(statement, resources, context)
        if not name:
            continue
        shown = {"$NAME": name.decode()}
        shown["$REMEDY"] = resources.remedy.replace("$NAME", shown["$NAME"])
        rest = statements[place + 1 :]
        if _is_never_closed(name, statement, rest, resources, context):
            yield Found(statement.start_byte, statement.end_byte, {**shown, "$FATE": "is opened here and never closed"})
            continue
        # Of several ways out the first is enough: what mends it there mends it everywhere.
        for leaving in _leaving(name, rest, language, context)[:1]:
            fate = "stays open where this leaves: it is closed only further down"
            yield Found(leaving.start_byte, leaving.end_byte, {**shown, "$FATE": fate})


def _opened(statement: Node, resources: Resources, context: MatchContext) -> bytes:
    """The name of the variable that a statement opens something for, or b""."""
    inner = statement.named_children[0] if statement.type == "expression_statement" else statement
    if inner.type in ("local_variable_declaration", "lexical_declaration"):
        declarator = next((each for each in inner.named_children if each.type == "variable_declarator"), None)
        target, value = _fields(declarator, "name", "value")
    elif inner.type in ("assignment", "short_var_declaration"):
        target, value = _fields(inner, "left", "right")
        target = target.named_children[0] if target is not None and target.type == "expression_list" else target
    else:
        return b""
    if target is None or value is None or target.type != "identifier":
        return b""
    return context.data[target.start_byte : target.end_byte] if resources.opens(_text(value, context)) else b""


def _text(node: Node, context: MatchContext) -> bytes:
    return context.data[node.start_byte : node.end_byte]


def _is_never_closed(name: bytes, opening: Node, rest: list[Node], resources: Resources, context: MatchContext) -> bool:
    """True if nothing after the opening closes the variable, and nothing else gets hold of it."""
    if resources.borrowed is None or not _is_for_one_function(name, opening, resources, context):
        return False
    text = context.data[opening.end_byte : rest[-1].end_byte] if rest else b""
    if any(each in text for each in resources.closes(name)):
        return False
    alone = re.sub(resources.borrowed.replace(b"NAME", re.escape(name)), b"", text)
    return re.search(rb"(?<![\w.])" + re.escape(name) + rb"\b(?!\.\w+\()", alone) is None


def _is_for_one_function(name: bytes, opening: Node, resources: Resources, context: MatchContext) -> bool:
    """Whether a variable is one of its block alone. In Python that is asked: others know the names of a module and a
    class, those of a function are not limited to a block, and functions in it may keep them.
    """
    if resources.limited is None:
        return True
    assignment = opening.named_children[0] if opening.type == "expression_statement" else opening
    value = assignment.child_by_field_name("right")
    function = None if value is None else value.child_by_field_name("function")
    block = opening.parent
    around = None if block is None else block.parent
    if function is None or block is None or around is None or around.type != "function_definition":
        return False
    context.touch(around)
    text = _text(block, context)
    inside = re.search(rb"\b(?:def|lambda|yield)\b|\b(?:global|nonlocal)\b[^\n]*\b" + re.escape(name) + rb"\b", text)
    return inside is None and resources.limited.fullmatch(_text(function, context)) is not None


def _fields(node: Node | None, *names: str) -> tuple[Node | None, ...]:
    return tuple(None if node is None else node.child_by_field_name(name) for name in names)


def _leaving(name: bytes, statements: list[Node], language: str, context: MatchContext) -> list[Node]:
    """What leaves before the statement that closes the variable; nothing if something else may close it."""
    closing = RESOURCES[language].closes(name)
    mentions = re.compile(rb"\b" + re.escape(name) + rb"\b")
    found: list[Node] = []
    for place, statement in enumerate(statements):
        text = _text(statement, context).removeprefix(b"await ")
        if text.startswith(closing) and statement.type in ("expression_statement", "call"):
            return found
        if any(each in text for each in closing) or _gives_away(name, statement, context):
            return []
        about_error = language == "go" and place == 0 and statement.type == "if_statement"
        about_itself = statement.type == "if_statement" and _is_check_of(name, statement, context)
        if not about_error and not about_itself:
            found += (
                each
                for each in _in_statement(statement)
                if mentions.search(context.data, each.start_byte, each.end_byte) is None
            )
    return []


def _in_statement(statement: Node) -> Iterator[Node]:
    """What leaves the function within a statement, inner functions and `try` left out."""
    stack = [statement]
    while stack:
        node = stack.pop()
        if node.type in _LEAVING:
            yield node
        elif node.type not in _INNER and not node.type.startswith("try"):
            stack += reversed(node.named_children)


def _gives_away(name: bytes, statement: Node, context: MatchContext) -> bool:
    """True when a statement keeps the value elsewhere: in a field, another variable, or a list."""
    for node in walk(statement):
        if node.type in ("assignment_expression", "assignment", "assignment_statement", "variable_declarator"):
            value = node.child_by_field_name("right") or node.child_by_field_name("value")
            if value is not None and re.search(
                rb"(?<![\w.])" + re.escape(name) + rb"(?![\w.])", context.data[value.start_byte : value.end_byte]
            ):
                return True
    return False


def _is_check_of(name: bytes, statement: Node, context: MatchContext) -> bool:
    """True for a condition on the variable itself: where there is nothing, nothing is open."""
    condition = statement.child_by_field_name("condition")
    if condition is None:
        return False
    text = context.data[condition.start_byte : condition.end_byte]
    return re.search(rb"(?<![\w.])" + re.escape(name) + rb"(?!\s*[.\w(])", text) is not None
