"""Regular expressions are small enough to be read: longer ones are composed of pieces with names, or of tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.our_code import MODULES, ROOT, nodes

MOST = 240
"""Characters of an expression, or of a piece of one, that is written in one place."""
MOST_IN_RULES = 400
TAKES_EXPRESSIONS = {"compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"}
TAKES_TABLES = {"forms", "words"}
"""What makes an expression of a table of words, of which each is short."""


def length(node: ast.AST) -> int:
    """How much of a literal stands there, of one with fields what is around them; 0 for anything else."""
    if isinstance(node, ast.JoinedStr):
        return sum(map(length, node.values))
    return len(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) else 0


def is_raw(node: ast.AST, lines: list[bytes]) -> bool:
    return isinstance(node, ast.Constant | ast.JoinedStr) and bool(
        re.match(rb"(?i)(?:r|rb|br|rf|fr)[\"']", lines[node.lineno - 1][node.col_offset :])
    )


def long_expressions(code: str) -> Iterator[tuple[int, int]]:
    """The lines of expressions that are too long, with their lengths: raw texts and arguments of functions of `re`."""
    lines = code.encode().split(b"\n")
    all_nodes = nodes(code)
    no_expressions: set[int] = set()
    given: set[int] = set()
    for node in all_nodes:
        if isinstance(node, ast.Expr):
            no_expressions.add(id(node.value))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TAKES_TABLES:
            no_expressions |= set(map(id, node.args))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            given |= set(map(id, node.args[:1])) if is_of_re and node.func.attr in TAKES_EXPRESSIONS else set()
            # `r"""...""".split()`: a table as well
            no_expressions |= {id(node.func.value)} if node.func.attr == "split" else set()
    for node in all_nodes:
        if id(node) not in no_expressions and length(node) > MOST and (id(node) in given or is_raw(node, lines)):
            assert isinstance(node, ast.expr)
            yield node.lineno, length(node)


def test_no_expression_is_longer_than_anybody_reads():
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {long} characters; compose it of named pieces or of a table"
        for path in MODULES
        for line, long in long_expressions(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_long_expressions_of_rules_are_laid_out_in_lines():
    """Those that begin with `(?x)` may be."""
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{number}: {len(line)} characters; lay it out in lines with `(?x)`"
        for path in sorted((ROOT / "analyzers" / "packs").rglob("*.yaml"))
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if "regex: " in line and len(line.partition("regex: ")[2]) > MOST_IN_RULES
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "is_found"),
    [
        (f"X = re.compile(r'{'a|' * 130}')", True),
        (f"X = re.compile('{'a|' * 130}')", True),
        (f"X = re.compile(\n    r'{'a|' * 70}'\n    r'{'a|' * 70}'\n)", True),
        (f"X = rf'{{NAME}}{'a|' * 130}'", True),
        (f"X = rb'{'a|' * 130}'", True),
        (f"X = re.compile(r'{'a|' * 100}')", False),
        (f"X = re.compile(rf'{{NAME}}{'a|' * 100}')", False),
        (f"X = forms(r'{'a ' * 130}')", False),
        (f"X = r'{'a ' * 130}'.split()", False),
        (f"X = '{'a ' * 130}'", False),
    ],
)
def test_what_counts_as_an_expression(code: str, is_found: bool):
    assert bool(list(long_expressions(code))) is is_found
