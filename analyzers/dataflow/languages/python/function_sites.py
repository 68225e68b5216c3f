"""Where the functions of a Python module stand, found without looking inside of them."""

from __future__ import annotations

from collections.abc import Callable

from reread.analyzers.dataflow.ir.site import Site
from reread.analyzers.syntax import Node, SyntaxTree

_OUTER = frozenset(
    {
        *("if_statement", "elif_clause", "else_clause", "try_statement", "except_clause", "except_group_clause"),
        *("finally_clause", "with_statement", "for_statement", "while_statement", "block", "ERROR", "match_statement"),
        "case_clause",
    }
)
_TABLES = frozenset({"dictionary", "list", "tuple"})


def sites(tree: SyntaxTree) -> list[Site]:
    """The module's code, then functions and methods in the order of the text."""
    root = tree.root
    found = [Site(0, len(tree.document.data), "", "", root)]
    stack = [(child, "") for child in reversed(root.named_children)]
    while stack:
        node, owner = stack.pop()
        definition = definition_of(node)
        if definition.type == "function_definition":
            name = _name(definition, tree) + ("=" if _is_setter(node, tree) else "")
            found.append(Site(node.start_byte, node.end_byte, name, owner, node))
        elif definition.type == "class_definition":
            body = definition.child_by_field_name("body")
            inner = _name(definition, tree)
            stack += [(child, inner) for child in reversed(body.named_children)] if body is not None else []
        elif node.type == "assignment" and not owner:
            found += [Site(each.start_byte, each.end_byte, name, "", each) for name, each in lambdas(node, tree.text)]
        elif node.type in _OUTER:
            stack += [(child, owner) for child in reversed(node.named_children)]
    return found


def lambdas(assignment: Node, text: Callable[[Node], str]) -> list[tuple[str, Node]]:
    """The lambdas that an assignment of a module names: `f = lambda x: x`; those of a table are `T 0`, `T 1`, ..."""
    left, right = assignment.child_by_field_name("left"), assignment.child_by_field_name("right")
    if left is None or right is None or left.type != "identifier":
        return []
    if right.type == "lambda":
        return [(text(left), right)]
    if right.type not in _TABLES:
        return []
    values = [child.child_by_field_name("value") or child for child in right.named_children]
    return [(f"{text(left)} {number}", each) for number, each in enumerate(values) if each.type == "lambda"]


def definition_of(node: Node) -> Node:
    """The function or class of a decorated definition, else the node itself."""
    if node.type == "decorated_definition":
        return node.child_by_field_name("definition") or node
    return node


def _is_setter(node: Node, tree: SyntaxTree) -> bool:
    """True for a method that has the name of a property and is no way to read it."""
    texts = [tree.text(child) for child in node.named_children if child.type == "decorator"]
    return any(text.endswith((".setter", ".deleter")) for text in texts)


def _name(node: Node, tree: SyntaxTree) -> str:
    name = node.child_by_field_name("name")
    return "?" if name is None else tree.text(name)
