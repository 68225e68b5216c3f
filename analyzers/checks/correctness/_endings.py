"""Statements that are no jumps, but after which a block does not go on: loops without end, and ends of the program."""

from __future__ import annotations

import re

from reread.analyzers.syntax import Node

_ENDING_CALLS = {
    "javascript": re.compile(rb"process\.exit\([^()]*\)"),
    "go": re.compile(rb"(?:os\.Exit|log\.Fatal(?:f|ln)?|log\.Panic(?:f|ln)?|panic)\([^\n]*\)"),
    "python": re.compile(rb"(?:sys\.exit|os\._exit)\([^\n]*\)"),
    "java": re.compile(rb"System\.exit\([^()]*\)"),
}
_ENDING_CALLS |= dict.fromkeys(("typescript", "tsx"), _ENDING_CALLS["javascript"])
_ALWAYS = frozenset({b"True", b"1", b"(true)", b"(1)"})
_LOOPS = frozenset({"while_statement", "for_statement", "do_statement", "for_in_statement", "enhanced_for_statement"})
_CATCHING_BREAKS = _LOOPS | {
    "switch_statement",
    "expression_switch_statement",
    "type_switch_statement",
    "select_statement",
}
_FUNCTIONS = frozenset(
    {"function_definition", "function_declaration", "function_expression", "arrow_function", "func_literal", "lambda"}
    | {"method_definition", "class_body", "class_definition"}
)
_JUMPS = frozenset({"break_statement", "goto_statement"})


def ends_program(statement: Node, language: str) -> bool:
    if statement.type not in ("expression_statement", "call"):
        return False
    return _ENDING_CALLS[language].fullmatch((statement.text or b"").rstrip(b";")) is not None


def is_endless(statement: Node) -> bool:
    """Whether a loop has no condition, and nothing in it leaves it but by leaving the function."""
    body = statement.child_by_field_name("body")
    if body is None:
        return False
    condition = statement.child_by_field_name("condition")
    if statement.type == "while_statement":
        endless = (
            condition is not None and condition.text in _ALWAYS and not statement.children_by_field_name("alternative")
        )
    elif statement.type == "for_statement":
        # `for (;;)`, and in Go nothing between `for` and the block.
        inner = [each for each in statement.named_children if not each.is_extra and each != body]
        endless = all(each.type == "empty_statement" for each in inner) and statement.child_count != len(inner)
    else:
        endless = False
    return endless and not _is_left(body)


def _is_left(body: Node) -> bool:
    stack = [(body, True)]
    while stack:
        node, own = stack.pop()
        if node.type in _JUMPS and (own or node.type == "goto_statement" or node.named_child_count):
            return True
        if node.type in _FUNCTIONS:
            continue
        own = own and node.type not in _CATCHING_BREAKS
        stack.extend((child, own) for child in node.named_children)
    return False
