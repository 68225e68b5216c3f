"""A `break` at the end of a case that was meant to leave the loop around the `select` or `switch`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.nodes import statements
from reread.analyzers.pattern.prefilter.requirement import all_of, any_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_SWITCHES = frozenset({"select_statement", "expression_switch_statement", "type_switch_statement"})
_CASES = frozenset({"communication_case", "expression_case", "type_case", "default_case"})
_END = re.compile(rb"(?i)\.Done\(\)|<-\s*(?:\w+\.)*\w*(?:done|quit|stop|exit|close|cancel|shutdown|finish)\w*\s*:")
_WAY_OUT = re.compile(rb"\breturn\b|\bbreak[\t ]+\w|\bgoto\b|\bpanic\(|\.(?:Fatal|Panic|Exit|Goexit)|Fail|Skip")


def _go(loop: str) -> str:
    return f"package a\n\nfunc f() {{\n{loop}\tstop()\n}}\n"


_SELECT = """\
\tfor {
\t\tselect {
\t\tcase item := <-items:
\t\t\t@
\t\tcase <-done:
\t\t\t#
\t\t}
\t}
"""
_DONE = _SELECT.replace("@", "use(item)")
_SWITCH = """\
\tfor {
\t\tswitch next() {
\t\tcase end:
\t\t\t@
\t\tdefault:
\t\t\twork()
\t\t}
\t}
"""
_LABELLED = _DONE.replace("#", "break loop").replace("\tfor {", "loop:\n\tfor {")

RULE = Definition(
    id="ineffective-break",
    message=(
        "`break` ends only the $KIND, which ends here anyway, not the loop around it. "
        "Label the loop and break to the label, or return."
    ),
    summary=(
        "`break` ends only the `select` or `switch`, not the loop around it. Label the loop and break to the label."
    ),
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-670",
    kinds={"go": frozenset({"for_statement"})},
    words=all_of(["break"], parts=[any_of(["select", "switch"])]),
    explanation="""\
In Go a `break` ends the innermost `for`, `select` or `switch`. At the end of a case it does nothing: the loop around it
continues, forever if nothing else ends it.

Reported is a `break` without effect where it must have been meant for the loop: in a `select` that is the last
statement of its loop or waits for the end, and in a `switch` of an endless loop that has no other way out.

Bad:

```go
for {
	select {
	case item := <-items:
		handle(item)
	case <-ctx.Done():
		break
	}
}
```

Good:

```go
for {
	select {
	case item := <-items:
		handle(item)
	case <-ctx.Done():
		return
	}
}
```

To fix it, return, or name the loop (`loop:` before the `for`) and write `break loop`.
""",
    references=("https://go.dev/ref/spec#Break_statements",),
    invalid=(
        Example("go", _go(_DONE.replace("#", "break"))),
        Example("go", _go(_DONE.replace("#", "break").replace("<-done", "<-ctx.Done()"))),
        Example("go", _go(_DONE.replace("#", "break").replace("\t\t}\n\t}\n", "\t\t}\n\t\tmore()\n\t}\n"))),
        Example("go", _go(_DONE.replace("#", "log()\n\t\t\tbreak"))),
        Example("go", _go(_SELECT.replace("@", "if item == nil {\n\t\t\t\tbreak\n\t\t\t}").replace("#", "return"))),
        Example("go", _go(_SWITCH.replace("@", "break"))),
        Example("go", _go(_SWITCH.replace("@", "if last {\n\t\t\t\tbreak\n\t\t\t} else {\n\t\t\t\twork()\n\t\t\t}"))),
    ),
    valid=(
        Example("go", _go(_LABELLED)),
        Example("go", _go(_DONE.replace("#", "return"))),
        Example("go", _go(_DONE.replace("#", "for {\n\t\t\t\tbreak\n\t\t\t}"))),
        Example("go", _go(_SELECT.replace("@", "if item == nil {\n\t\t\t\tbreak\n\t\t\t}\n\t\t\tuse(item)"))),
        Example("go", _go(_DONE.replace("case <-done", "default").replace("#", "break"))),
        Example(
            "go", _go(_DONE.replace("<-done", "<-tick").replace("#", "break").replace("\t}\n\t}", "\t}\n\t\tg()\n\t}"))
        ),
        Example("go", _go(_SWITCH.replace("@", "break").replace("work()", "return"))),
        Example("go", _go(_SWITCH.replace("@", "break").replace("for {", "for more() {"))),
        Example("go", _go("\tselect {\n\tcase <-done:\n\t\tbreak\n\t}\n")),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    body = node.child_by_field_name("body")
    if body is None or node.has_error or context.data.find(b"break", node.start_byte, node.end_byte) < 0:
        return
    inner = statements(body, context.language)
    for switch in inner:
        for case in switch.named_children if switch.type in _SWITCHES else ():
            if case.type in _CASES and _is_wrong(case, switch, node, context, is_last=switch == inner[-1]):
                kind = "select" if switch.type == "select_statement" else "switch"
                for found in _without_effect(_of_case(case), context):
                    yield Found(found.start_byte, found.end_byte, {"$KIND": kind})


def _is_wrong(case: Node, switch: Node, loop: Node, context: MatchContext, *, is_last: bool) -> bool:
    """True if a `break` at the end of the case makes sense for the loop alone."""
    if switch.type != "select_statement":
        is_endless = all(child.type == "block" or child.is_extra for child in loop.named_children)
        return is_endless and not _WAY_OUT.search(context.data, loop.start_byte, loop.end_byte)
    if case.type == "default_case":
        return False
    inner = _of_case(case)
    if _END.search(context.data, case.start_byte, inner[0].start_byte if inner else case.end_byte):
        return True
    # Alone it only says that there is nothing to do.
    return is_last and not (len(inner) == 1 and inner[0].type == "break_statement")


def _without_effect(inner: list[Node], context: MatchContext) -> Iterator[Node]:
    """The `break`s after which nothing of the case is left."""
    last = inner[-1] if inner else None
    if last is None:
        return
    if last.type == "break_statement" and not last.named_child_count:
        yield last
    elif last.type == "if_statement":
        for field in ("consequence", "alternative"):
            branch = last.child_by_field_name(field)
            if branch is not None:
                chained = branch.type == "if_statement"
                yield from _without_effect([branch] if chained else statements(branch, context.language), context)


def _of_case(case: Node) -> list[Node]:
    """The statements of a case."""
    inner = next((child for child in case.named_children if child.type == "statement_list"), None)
    return [] if inner is None else [child for child in inner.named_children if not child.is_extra]
