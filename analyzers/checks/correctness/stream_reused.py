"""A Java stream that is used again after a terminal operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node, walk

_TYPE = re.compile(rb"(?:java\.util\.stream\.)?(?:Int|Long|Double)?Stream(?:<.*)?", re.DOTALL)
_PACKAGE = ("java", "util", "stream")
_MAKERS = frozenset({b"stream", b"parallelStream"})
_SAME_STREAM = frozenset({b"close", b"isParallel", b"parallel", b"sequential", b"onClose"})
_MAYBE = frozenset(
    {"if_statement", "switch_expression", "while_statement", "do_statement", "for_statement", "enhanced_for_statement"}
    | {"lambda_expression", "ternary_expression", "catch_clause", "class_body", "binary_expression"}
)


def _code(body: str) -> str:
    return f"import java.util.stream.*;\n\nclass A {{\n  void f(List<String> list) {{\n{body}  }}\n}}\n"


_MADE = "    Stream<String> s = list.stream();\n"

RULE = Definition(
    id="stream-reused",
    message="Stream $NAME was already consumed above; using it again throws IllegalStateException. Make a new one.",
    summary="Stream is used a second time, which throws `IllegalStateException`. Make a new one.",
    severity=Severity.ERROR,
    category="correctness",
    cwe="CWE-672",
    kinds={"java": frozenset({"block", "try_with_resources_statement"})},
    words=any_of(("Stream", "IntStream", "LongStream", "DoubleStream", "stream")),
    explanation="""\
A stream can be used only once: each operation, including `map` and `filter`, consumes it, and the next one on the same
stream throws `IllegalStateException: stream has already been operated upon or closed`.

Bad:

```java
Stream<String> names = people.stream().map(Person::name);
long count = names.count();
List<String> all = names.toList();
```

Good:

```java
List<String> all = people.stream().map(Person::name).toList();
long count = all.size();
```

To fix it, keep the collection, or a `Supplier<Stream<T>>`, and make a stream each time.
""",
    references=("https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/stream/package-summary.html",),
    invalid=(
        Example("java", _code(_MADE + "    long n = s.count();\n    s.forEach(g);\n")),
        Example("java", _code("    var s = list.stream();\n    s.filter(g);\n    if (a) { s.count(); }\n")),
        Example("java", _code("    IntStream s = IntStream.range(0, 9);\n    int a = s.sum() + s.max();\n")),
        Example(
            "java", _code("    try (Stream<Path> s = Files.walk(a)) {\n      s.count();\n      s.toList();\n    }\n")
        ),
    ),
    valid=(
        Example("java", _code(_MADE + "    s = s.filter(g);\n    s.count();\n")),
        Example("java", _code(_MADE + "    if (a) { s.count(); } else { s.toList(); }\n")),
        Example("java", _code(_MADE + "    s.count();\n    s.close();\n")),
        Example(
            "java",
            _code(_MADE + "    s.count();\n    s = list.stream();\n    s.sum();\n"),
        ),
        Example("java", _code("    var s = list.size();\n    s.count();\n    s.count();\n")),
        Example("java", _code(_MADE + "    s.parallel();\n    s.count();\n")),
        Example("java", _code("    InputStream s = open();\n    s.read();\n    s.read();\n")),
        Example("java", "class A { void f() { Stream s = open(); s.read(); s.read(); } }\n"),
        Example(
            "java",
            _code(_MADE + "    Supplier<Long> g = () -> s.count();\n    s.sum();\n"),
        ),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    for name, following in _streams(node, context):
        used = False
        for use, certain in _uses(name, following, context):
            if use is None:
                break
            if used:
                yield Found(use.start_byte, use.end_byte, {"$NAME": name.decode()})
                break
            used = certain


def _streams(node: Node, context: MatchContext) -> Iterator[tuple[bytes, list[Node]]]:
    """The variables that are streams, each with the statements after it."""
    if node.type != "block":
        resources, body = node.child_by_field_name("resources"), node.child_by_field_name("body")
        for resource in [] if resources is None or body is None else resources.named_children:
            name = _name_of_stream(resource, resource, context)
            if name and body is not None:
                yield name, [body]
        return
    statements = node.named_children
    for place, statement in enumerate(statements):
        if statement.type == "local_variable_declaration":
            declarator = statement.child_by_field_name("declarator")
            name = b"" if declarator is None else _name_of_stream(statement, declarator, context)
            if name:
                yield name, statements[place + 1 :]


def _name_of_stream(typed: Node, declarator: Node, context: MatchContext) -> bytes:
    kind, name = typed.child_by_field_name("type"), declarator.child_by_field_name("name")
    value = declarator.child_by_field_name("value")
    if kind is None or name is None or value is None:
        return b""
    text = context.data[kind.start_byte : kind.end_byte]
    made = value.child_by_field_name("name") if text == b"var" and value.type == "method_invocation" else None
    by_value = made is not None and context.data[made.start_byte : made.end_byte] in _MAKERS
    return context.data[name.start_byte : name.end_byte] if by_value or _is_stream(text, context) else b""


def _is_stream(text: bytes, context: MatchContext) -> bool:
    """Many libraries have a `Stream` of their own."""
    if not _TYPE.fullmatch(text):
        return False
    path = context.imports.paths.get("Stream", ())
    ours = path[:3] == _PACKAGE or (not path and _PACKAGE in context.imports.wildcards)
    return ours or not text.startswith(b"Stream")


def _uses(name: bytes, statements: list[Node], context: MatchContext) -> Iterator[tuple[Node | None, bool]]:
    """The operations on a stream in order, and whether each is certain to run; None if it becomes another one."""
    maybe: list[Node] = []
    for statement in statements:
        for node in walk(statement):
            while maybe and node.start_byte >= maybe[-1].end_byte:
                maybe.pop()
            if node.type in _MAYBE and not (node.type == "binary_expression" and _is_arithmetic(node)):
                maybe.append(node)
            elif node.type == "assignment_expression" and _is_named(node.child_by_field_name("left"), name, context):
                yield None, False
                return
            elif node.type == "method_invocation" and _is_named(node.child_by_field_name("object"), name, context):
                called = node.child_by_field_name("name")
                if called is not None and context.data[called.start_byte : called.end_byte] not in _SAME_STREAM:
                    yield node, not maybe


def _is_arithmetic(node: Node) -> bool:
    operator = node.child_by_field_name("operator")
    return operator is not None and operator.type not in ("&&", "||")


def _is_named(node: Node | None, name: bytes, context: MatchContext) -> bool:
    return node is not None and node.type == "identifier" and context.data[node.start_byte : node.end_byte] == name
