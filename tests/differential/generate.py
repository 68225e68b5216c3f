"""Generated cases: pieces of real code of Python's standard library, abstracted at random into patterns.

A statement or expression of a file becomes a pattern when some of its parts are replaced by metavariables or `...`.
The choice follows from the name of the file alone, so that a run can be repeated.
"""

from __future__ import annotations

import ast
import os
import random
import sysconfig
from typing import Any

from tests.differential.cases import Case

MODULES = (
    *("argparse", "base64", "calendar", "cmd", "configparser", "copy", "csv", "filecmp", "fractions", "getopt", "glob"),
    *("gzip", "hmac", "linecache", "netrc", "optparse", "pprint", "queue", "sched", "shelve", "shlex", "smtplib"),
    *("socketserver", "tempfile", "textwrap", "timeit", "uuid", "wave", "webbrowser", "zipfile"),
)
_FOR_EACH = 6
_SHORTEST, _LONGEST = 8, 160
_MOST_LINES = 250
_STATEMENTS = (ast.Assign, ast.AugAssign, ast.Raise)
_EXPRESSIONS = (ast.Call, ast.Compare, ast.BinOp, ast.Subscript)


def cases() -> tuple[Case, ...]:
    """A case for each module that this Python has, with a few patterns cut from it."""
    folder = sysconfig.get_paths()["stdlib"]
    found = []
    for module in MODULES:
        path = os.path.join(folder, f"{module}.py")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as stream:
                text = "\n".join(stream.read().split("\n")[:_MOST_LINES]) + "\n"
            case = _case(module, text)
            if case is not None:
                found.append(case)
    return tuple(found)


def _case(module: str, text: str) -> Case | None:
    try:
        tree = ast.parse(text)
    except SyntaxError:
        # The file was cut in the middle of something.
        text = text[: text.rfind("\ndef ") + 1]
        tree = ast.parse(text)
    chosen = random.Random(module)
    nodes = [node for node in ast.walk(tree) if isinstance(node, _STATEMENTS + _EXPRESSIONS) and _is_simple(node, text)]
    if not nodes:
        return None
    rules = []
    for number, node in enumerate(chosen.sample(nodes, min(_FOR_EACH, len(nodes)))):
        pattern = _abstracted(node, chosen)
        message = " ".join(f"{name}={name}" for name in ("$A", "$B", "$C") if name in pattern)
        rules.append(
            {
                "id": f"p{number}",
                "languages": ["python"],
                "severity": "WARNING",
                "message": message or "m",
                "pattern": pattern,
            }
        )
    return Case(f"generated/{module}", tuple(rules), ((f"{module}.py", text),))


def _is_simple(node: ast.AST, text: str) -> bool:
    """True for code of one line and moderate length, with something in it that is no name."""
    source = ast.get_source_segment(text, node) or ""
    has_call = any(isinstance(inner, (ast.Call, ast.Attribute, ast.Constant)) for inner in ast.walk(node))
    plain = not any(isinstance(inner, (ast.JoinedStr, ast.Lambda, ast.Starred)) for inner in ast.walk(node))
    # Of chains, Semgrep reports other ranges.
    chained = len(getattr(node, "targets", ())) > 1 or len(getattr(node, "ops", ())) > 1
    usual = not chained and source.isascii() and not {"\n", "\\"} & set(source)
    return _SHORTEST <= len(source) <= _LONGEST and usual and has_call and plain


def _abstracted(node: ast.AST, chosen: random.Random) -> str:
    """The source of a node with some parts of it replaced."""
    names = iter(("$A", "$B", "$C"))
    known: dict[str, str] = {}

    class Replace(ast.NodeTransformer):
        def visit(self, inner: ast.AST) -> Any:
            if inner is not node and isinstance(inner, ast.expr) and chosen.random() < 0.2:
                return self.variable(inner)
            return self.generic_visit(inner)

        def variable(self, inner: ast.expr) -> ast.expr:
            source = ast.unparse(inner)
            name = known.get(source) or next(names, "")
            if not name or isinstance(inner, ast.Slice):
                return inner
            known[source] = name
            return ast.Name(f"METAVARIABLE_{name[1:]}", getattr(inner, "ctx", ast.Load()))

    copied = ast.parse(ast.unparse(node)).body[0]
    node = copied.value if isinstance(copied, ast.Expr) and isinstance(node, ast.expr) else copied
    pattern = ast.unparse(Replace().visit(node)).replace("METAVARIABLE_", "$")
    return _with_ellipses(pattern, chosen)


def _with_ellipses(pattern: str, chosen: random.Random) -> str:
    """The pattern with the arguments of its last call replaced by `...`, in some cases."""
    if pattern.endswith(")") and pattern.count("(") == 1 and chosen.random() < 0.4:
        return pattern[: pattern.index("(") + 1] + "...)"
    return pattern
