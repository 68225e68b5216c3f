"""A loop that its first pass always leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import own_nodes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_LEAVING = frozenset({"return_statement", "break_statement", "raise_statement", "throw_statement"})
_BLOCKS = frozenset({"block", "statement_block", "statement_list", "else_clause"})
_BRACES = (*_SCRIPTS, "java")


def _each(language: str, body: str) -> str:
    """A loop over all elements, in a function of one of the languages with braces."""
    if language == "java":
        return f"class A {{\n  boolean f(B[] bs) {{\n    for (B b : bs) {{\n{body}    }}\n    return false;\n  }}\n}}\n"
    return f"function f(bs) {{\n    for (const b of bs) {{\n{body}    }}\n    return false;\n}}\n"


def _go(body: str) -> str:
    return f"package a\n\nfunc f(bs []B) bool {{\n\tfor _, b := range bs {{\n{body}\t}}\n\treturn false\n}}\n"


_BOTH = "      if (b.ok()) {\n        return true;\n      } else {\n        return false;\n      }\n"
_LAST = "      if (b.ok()) {\n        return true;\n      }\n      return false;\n"
_SKIPPED = "      if (b.bad()) {\n        continue;\n      }\n" + _LAST
_FIRST = "      return b.ok();\n"
_SOME = "      if (b.ok()) {\n        return true;\n      } else {\n        b.next();\n      }\n"
_PYTHON = "def f(bs):\n    for b in bs:\n        if b.ok():\n            return True\n"

RULE = Definition(
    id="loop-runs-once",
    message=(
        "Every way through this loop leaves it in the first pass, so only the first element is looked at. "
        "Put the last `$LEAVE` behind the loop."
    ),
    summary="Every way through the loop leaves it in the first pass. Put what holds for all elements behind the loop.",
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-670",
    kinds={
        "python": frozenset({"for_statement"}),
        **dict.fromkeys(_SCRIPTS, frozenset({"for_in_statement", "for_statement"})),
        "go": frozenset({"for_statement"}),
        "java": frozenset({"enhanced_for_statement", "for_statement"}),
    },
    words=any_of(["for"]),
    explanation="""\
A search has found nothing only when all elements were tried. Where the loop also leaves when the first element does not
fit, the others are never looked at.

Reported is a loop that decides in its body, and leaves it either way. A loop that just takes the first element is not.

Bad:

```python
for user in users:
    if user.name == name:
        return user
    else:
        return None
```

Good:

```python
for user in users:
    if user.name == name:
        return user
return None
```

To fix it, move what is to happen when no element fits behind the loop.
""",
    references=(
        "https://docs.python.org/3/reference/compound_stmts.html#the-for-statement",
        "https://go.dev/ref/spec#For_statements",
    ),
    invalid=(
        *(Example(language, _each(language, body)) for language in _BRACES for body in (_BOTH, _LAST)),
        Example("go", _go("\t\tif b.Ok() {\n\t\t\treturn true\n\t\t}\n\t\treturn false\n")),
        Example("go", _go("\t\tif b.Ok() {\n\t\t\treturn true\n\t\t} else {\n\t\t\tbreak\n\t\t}\n")),
        Example("python", _PYTHON + "        return False\n"),
        Example("python", _PYTHON + "        else:\n            raise E(b)\n"),
        Example(
            "python", _PYTHON + "        elif b.maybe():\n            return None\n        else:\n            break\n"
        ),
    ),
    valid=(
        *(Example(language, _each(language, body)) for language in _BRACES for body in (_SKIPPED, _FIRST, _SOME)),
        Example("go", _go("\t\treturn b.Ok()\n")),
        Example("go", _go("\t\tif b.Bad() {\n\t\t\tcontinue\n\t\t}\n\t\treturn true\n")),
        Example("go", _go("\t\tif b.Ok() {\n\t\t\treturn true\n\t\t}\n")),
        Example("go", _go("\t\tif b.Ok() {\n\t\t\treturn true\n\t\t}\n\t\tbreak\n").replace("_, b := range bs ", "")),
        Example("python", _PYTHON + "    return False\n"),
        Example("python", _PYTHON + "        yield b\n        return\n"),
        Example("python", _PYTHON + "        elif b.maybe():\n            return None\n"),
        Example("python", "def f(bs):\n    for b in bs:\n        return b\n"),
        Example("python", "def f(bs):\n    for b in bs:\n        if b:\n            b.use()\n        break\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    body = node.child_by_field_name("body")
    if body is None or node.has_error or body.type not in _BLOCKS:
        return
    if all(each == body or each.is_extra for each in node.named_children):
        return  # `for {` with `break` at its end is a block that can be left early
    inside = list(own_nodes(body))
    if any(each.type in ("continue_statement", "yield", "goto_statement", "labeled_statement") for each in inside):
        return
    inner = _statements(body)
    last = inner[-1] if inner else None
    decides = any(each.type == "if_statement" and _may_leave(each) for each in inner)
    if last is None or not decides or not _leaves(last):
        return
    leave = context.data[last.start_byte : last.end_byte].split(maxsplit=1)[0].rstrip(b";").decode(errors="replace")
    yield Found(node.start_byte, body.start_byte, {"$LEAVE": leave})


def _statements(block: Node) -> list[Node]:
    nodes = [each for each in block.named_children if not each.is_extra]
    return _statements(nodes[0]) if len(nodes) == 1 and nodes[0].type == "statement_list" else nodes


def _may_leave(condition: Node) -> bool:
    """Whether a branch of an `if` ends the loop."""
    branch = condition.child_by_field_name("consequence")
    return branch is not None and _leaves(branch)


def _leaves(statement: Node) -> bool:
    """Whether the loop around a statement ends with it, whatever is the case."""
    if statement.type in _LEAVING:
        return True
    if statement.type in _BLOCKS:
        inner = _statements(statement)
        return bool(inner) and _leaves(inner[-1])
    if statement.type not in ("if_statement", "elif_clause"):
        return False
    branches = [statement.child_by_field_name("consequence"), *statement.children_by_field_name("alternative")]
    has_else = any(
        each is not None and (each.type in ("else_clause", "if_statement") or each.type in _BLOCKS)
        for each in branches[1:]
    )
    return has_else and all(each is not None and _branch_leaves(each) for each in branches)


def _branch_leaves(branch: Node) -> bool:
    if branch.type in ("elif_clause", "else_clause"):
        inner = branch.child_by_field_name("consequence") or branch.child_by_field_name("body")
        inner = inner or (branch.named_children[-1] if branch.named_children else None)
        return inner is not None and _leaves(inner)
    return _leaves(branch)
