"""The node kinds of functions in each language, and how to walk one function, for the rules that count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.syntax import Node

_SCRIPT = frozenset(
    {"function_declaration", "function_expression", "arrow_function", "method_definition"}
    | {"generator_function_declaration", "generator_function"}
)
FUNCTIONS: Mapping[str, frozenset[str]] = {
    "python": frozenset({"function_definition"}),
    "javascript": _SCRIPT,
    "typescript": _SCRIPT,
    "tsx": _SCRIPT,
    "go": frozenset({"function_declaration", "method_declaration", "func_literal"}),
    "java": frozenset({"method_declaration", "constructor_declaration"}),
}
_ALL = frozenset().union(*FUNCTIONS.values()) | {"lambda", "lambda_expression"}

BRANCHES = frozenset(
    {"if_statement", "elif_clause", "for_statement", "for_in_statement", "enhanced_for_statement", "while_statement"}
    | {"do_statement", "except_clause", "catch_clause", "conditional_expression", "ternary_expression", "case_clause"}
    | {"if_clause", "switch_case", "expression_case", "type_case", "communication_case", "switch_label"}
)
CONJUNCTIONS = frozenset({"boolean_operator", "binary_expression"})
_JOINING = frozenset({"and", "or", "&&", "||", "??"})
NESTING = frozenset(
    {"if_statement", "for_statement", "for_in_statement", "enhanced_for_statement", "while_statement", "do_statement"}
    | {"try_statement", "with_statement", "match_statement", "switch_statement", "switch_expression"}
    | {"expression_switch_statement", "type_switch_statement", "select_statement", "synchronized_statement"}
)
ROOTS: Mapping[str, frozenset[str]] = {
    "python": frozenset({"module"}),
    "javascript": frozenset({"program"}),
    "typescript": frozenset({"program"}),
    "tsx": frozenset({"program"}),
    "go": frozenset({"source_file"}),
    "java": frozenset({"program"}),
}


def own_nodes(function: Node) -> Iterator[Node]:
    """The nodes of a function without those of functions inside it, parents first."""
    stack = list(reversed(function.named_children))
    while stack:
        node = stack.pop()
        yield node
        if node.type not in _ALL:
            stack.extend(reversed(node.named_children))


def is_branch(node: Node) -> bool:
    """Whether a node makes one more way through the code."""
    if node.type in CONJUNCTIONS:
        operator = node.child_by_field_name("operator")
        return operator is not None and operator.type in _JOINING
    return node.type in BRANCHES and not _is_default(node)


def _is_default(node: Node) -> bool:
    return node.type == "switch_label" and node.child_count > 0 and node.children[0].type == "default"


def head(function: Node) -> tuple[int, int]:
    """The range to mark for a function (bytes): its name, else the beginning of its first line."""
    name = function.child_by_field_name("name")
    if name is not None:
        return name.start_byte, name.end_byte
    body = function.child_by_field_name("body")
    end = function.end_byte if body is None else body.start_byte
    return function.start_byte, max(end, function.start_byte + 1)


def lines_of(node: Node) -> int:
    return node.end_point[0] - node.start_point[0] + 1
