"""An error assigned by `:=` to a new variable of an inner block, while the outer variable is checked later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.correctness._go_errors import Variable, variables
from reread.analyzers.checks.structure._functions import FUNCTIONS
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.nodes import statements
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

# Nearly all functions fail by these, which need no tree.
_INNER = re.compile(rb"\n[\t ]+(?:\w+, ?)*err(?:, ?\w+)* :=")
_LEFT = re.compile(rb"\bif err != nil \{[^{}]*\bbreak\n")
_EMPTY = re.compile(rb"\bvar err error\b|\berr +error\b")
_LOOPS = frozenset({"for_statement", "select_statement", "expression_switch_statement", "type_switch_statement"})
_STORING = frozenset({"assignment_statement", "short_var_declaration", "send_statement", "return_statement"})


def _go(body: str) -> str:
    return f"package a\n\nfunc f(names []string) error {{\n{body}}}\n"


_TESTED = """\
\tvar err error
\tfor _, name := range names {
\t\t@ := load(name)
\t\tif err == nil {
\t\t\tbreak
\t\t}
\t}
\tif err != nil {
\t\treturn err
\t}
\treturn nil
"""
_FIXED = _TESTED.replace(" := load", " = load")
_TWO = _TESTED.replace("@", "file, err")
_BROKEN = """\
\terr := start()
\tif err != nil {
\t\treturn err
\t}
\tfor _, name := range names {
\t\tfile, err := load(name)
\t\tif err != nil {
\t\t\tbreak
\t\t}
\t\tuse(file)
\t}
\treturn err
"""
_NAMED = _go(_TWO.replace("\tvar err error\n", "")).replace(") error", ") (err error)")

RULE = Definition(
    id="shadowed-error",
    message="`err` shadows the one of line $OUTER, which line $READ checks: the error gets lost. Assign with `=`.",
    summary=(
        "`err` is declared again in an inner block, so the check after the block misses the error. Assign with `=`."
    ),
    severity=Severity.WARNING,
    category="correctness",
    needs_scopes=True,
    confidence="MEDIUM",
    confidence_reason="style",
    cwe="CWE-252",
    kinds={"go": FUNCTIONS["go"]},
    words=all_of(["err", "nil"], ["err :="]),
    explanation="""\
`:=` in an inner block declares a new `err`, even where there is one outside. Its value is gone at the end of the block:
the check after the block tests the outer variable, which is still nil.

Reported is an inner `err` whose loop is left by `break` when there is an error, and one for an outer `err` that nothing
ever sets, if the outer one is checked or returned afterwards.

Bad:

```go
var err error
for _, name := range names {
	file, err := load(name)
	if err != nil {
		break
	}
	use(file)
}
return err
```

Good:

```go
var err error
for _, name := range names {
	var file *File
	file, err = load(name)
	if err != nil {
		break
	}
	use(file)
}
return err
```

To fix it, declare the other names of the line and assign with `=`, or return where the error happens.
""",
    references=("https://go.dev/ref/spec#Short_variable_declarations",),
    fix_title="Assign to the outer `err`",
    fix_reason="The code after the block then sees the error, which it did not before.",
    invalid=(
        *(
            Example("go", _go(_TESTED.replace("@", names)), fixed=_go(_FIXED.replace("@", names)))
            for names in ("err", "_, err")
        ),
        Example("go", _go(_TWO)),
        Example("go", _NAMED),
        Example("go", _go(_BROKEN)),
        Example("go", _go(_BROKEN.replace("\t\t\tbreak", "\t\t\tlog.Print(err)\n\t\t\tbreak"))),
        Example("go", _go(_BROKEN.replace("\t}\n\treturn", "\t}\n\tif err == nil {\n\t\tdone()\n\t}\n\treturn"))),
    ),
    valid=(
        Example("go", _go(_FIXED.replace("@", "file, err"))),
        Example("go", _go(_TWO.replace("var err error", "err := start()"))),
        *(
            Example("go", _go(_TWO.replace("\tfor _", f"\t{setting}\n\tfor _")))
            for setting in ("defer func() { err = stop() }()", "start(&err)", "select {\n\tcase err = <-c:\n\t}")
        ),
        Example("go", _go(_BROKEN.replace("\t\t\tbreak", "\t\t\tfailed = err\n\t\t\tbreak"))),
        Example("go", _go(_BROKEN.replace("\t\t\tbreak", "\t\t\treturn err"))),
        Example("go", _go(_BROKEN.replace("nil {\n\t\t\tbreak", "nil && wanted {\n\t\t\tbreak"))),
        Example("go", _go(_BROKEN.replace("\t}\n\treturn", "\t}\n\terr = stop()\n\treturn"))),
        Example("go", _go(_BROKEN.removesuffix("err\n") + "nil\n")),
        Example("go", _go("\tvar err error\n\tif err := g(); err != nil {\n\t\treturn err\n\t}\n\treturn err\n")),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    data, start, end = context.data, node.start_byte, node.end_byte
    if not _INNER.search(data, start, end):
        return
    if node.has_error or not (_EMPTY.search(data, start, end) or _LEFT.search(data, start, end)):
        return
    found = [each for each in variables(node, data) if each.function == node]
    for outer in found:
        if not outer.shared:
            for inner in found:
                read = _lost(outer, inner, context)
                if read is not None:
                    yield _found(outer, inner, read, data)
                    break


def _lost(outer: Variable, inner: Variable, context: MatchContext) -> Node | None:
    """Where the outer variable is looked at for the error that is in the inner one, or None."""
    if inner.statement is None or inner.scope == outer.scope or not _contains(outer.scope, inner.scope):
        return None
    if inner.declared.start_byte < outer.declared.start_byte:
        return None
    loop = _left_by_break(inner, context)
    end = inner.scope.end_byte if loop is None else loop.end_byte
    read = next((each for each in outer.read if each.start_byte > end), None)
    if read is None or not (_is_tested(read, context.data) or (loop is not None and _is_returned(read))):
        return None
    if loop is None:
        return read if outer.starts_empty and not outer.assigned else None
    return None if any(end < each.start_byte < read.start_byte for each in outer.assigned) else read


def _contains(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte


def _left_by_break(inner: Variable, context: MatchContext) -> Node | None:
    """The loop that an error in the inner variable ends, if nothing keeps the error."""
    for name in inner.read:
        branch = _branch_of_error(name, context.data)
        if branch is None or not _ends_with_break(branch, context):
            continue
        if any(_contains(branch, each) and _is_stored(each, branch) for each in inner.read):
            return None
        around = branch.parent
        while around is not None and around.type not in _LOOPS:
            around = around.parent
        if around is not None and around.type == "for_statement" and _contains(around, inner.scope):
            return around
    return None


def _branch_of_error(name: Node, data: bytes) -> Node | None:
    """What runs if the variable of that name is not nil, where nothing else is asked."""
    test = name.parent
    statement = None if test is None else test.parent
    if test is None or statement is None or statement.type != "if_statement":
        return None
    is_whole = data[test.start_byte : test.end_byte] == b"err != nil"
    return statement.child_by_field_name("consequence") if is_whole else None


def _ends_with_break(block: Node, context: MatchContext) -> bool:
    """True for a block at whose end is a `break` without a label."""
    inner = statements(block, context.language)
    return bool(inner) and inner[-1].type == "break_statement" and not inner[-1].named_child_count


def _is_stored(name: Node, branch: Node) -> bool:
    node = name.parent
    while node is not None and node != branch:
        if node.type in _STORING:
            return True
        node = node.parent
    return False


def _is_tested(name: Node, data: bytes) -> bool:
    test = name.parent
    return test is not None and data[test.start_byte : test.end_byte] in (b"err != nil", b"err == nil")


def _is_returned(name: Node) -> bool:
    around = name.parent
    return around is not None and around.type == "expression_list" and _parent_type(around) == "return_statement"


def _parent_type(node: Node) -> str:
    return "" if node.parent is None else node.parent.type


def _found(outer: Variable, inner: Variable, read: Node, data: bytes) -> Found:
    name, statement = inner.declared, inner.statement
    assert statement is not None
    lines = {"$OUTER": str(outer.declared.start_point[0] + 1), "$READ": str(read.start_point[0] + 1)}
    left, right = statement.child_by_field_name("left"), statement.child_by_field_name("right")
    assert left is not None and right is not None
    others = {data[each.start_byte : each.end_byte] for each in left.named_children} - {b"err", b"_"}
    fix = None if others else Replacement(left.end_byte, right.start_byte, " = ")
    return Found(name.start_byte, name.end_byte, lines, fix)
