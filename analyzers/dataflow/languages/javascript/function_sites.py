"""Where the functions of a JavaScript module stand, found without looking inside of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from reread.analyzers.dataflow.ir.site import Site
from reread.analyzers.syntax import Node, SyntaxTree

FUNCTIONS = frozenset({"function_expression", "arrow_function", "generator_function"})
CLASSES = frozenset({"class_declaration", "abstract_class_declaration", "class"})
_DECLARED = frozenset({"function_declaration", "generator_function_declaration"})
_FIELDS = frozenset({"field_definition", "public_field_definition"})

ToText: TypeAlias = Callable[[Node], str]


def sites(tree: SyntaxTree) -> list[Site]:
    """The module's code, then its functions and the methods of its classes in the order of the text."""
    root = tree.root
    result = [Site(0, len(tree.document.data), "", "", root)]
    _add(root, tree.text, result)
    return result


def _add(container: Node, text: ToText, result: list[Site]) -> None:
    for unit in units(container):
        if unit.type in CLASSES:
            class_name = unit.child_by_field_name("name")
            owner = "" if class_name is None else text(class_name)
            for node, method, decorated in methods(unit, text):
                start = decorated[0].start_byte if decorated else node.start_byte
                result.append(Site(start, node.end_byte, method, owner, node))
        elif unit.type == "internal_module":
            body = unit.child_by_field_name("body")
            if body is not None:
                _add(body, text, result)
        else:
            found = function_of(unit, text)
            if found is not None:
                node, name, owner = found
                result.append(Site(node.start_byte, node.end_byte, name, owner, node))


def units(container: Node) -> Iterator[Node]:
    """The statements of a module or namespace, without `export`, and each variable of a declaration for itself."""
    for child in container.named_children:
        kind = child.type
        unit: Node | None = child
        if kind == "export_statement":
            unit = child.child_by_field_name("declaration") or child.child_by_field_name("value")
            kind = "" if unit is None else unit.type
        if kind == "expression_statement":
            unit = child.named_child(0)
            kind = "" if unit is None else unit.type
        if unit is None or child.is_extra:
            continue
        if kind in ("lexical_declaration", "variable_declaration"):
            yield from (each for each in unit.named_children if each.type == "variable_declarator")
        else:
            yield unit


def function_of(unit: Node, text: ToText) -> tuple[Node, str, str] | None:
    """The function that a statement of a module defines, its name and owner; None for every other statement."""
    kind = unit.type
    name: Node | None
    if kind in _DECLARED:
        name = unit.child_by_field_name("name")
        return unit, "default" if name is None else text(name), ""
    if kind in FUNCTIONS:
        return unit, "default", ""
    if kind == "variable_declarator":
        name, value = unit.child_by_field_name("name"), unit.child_by_field_name("value")
        if name is not None and value is not None and value.type in FUNCTIONS and name.type == "identifier":
            return value, text(name), ""
    elif kind == "assignment_expression":
        name, value = unit.child_by_field_name("left"), unit.child_by_field_name("right")
        if name is not None and value is not None and value.type in FUNCTIONS:
            return _assigned(name, value, text)
    return None


def _assigned(target: Node, value: Node, text: ToText) -> tuple[Node, str, str] | None:
    """`exports.f = function ...`, `C.prototype.f = function ...`."""
    if target.type == "identifier":
        return value, text(target), ""
    name = target.child_by_field_name("property") if target.type == "member_expression" else None
    if name is None:
        return None
    prefix, _, prototype = text(target)[: name.start_byte - target.start_byte].rstrip("?. \n\t").rpartition(".")
    return value, text(name), prefix if prototype == "prototype" else ""


def methods(node: Node, text: ToText) -> Iterator[tuple[Node, str, list[Node]]]:
    """The methods of a class with their names and decorators, and its fields whose value is a function."""
    body = node.child_by_field_name("body")
    waiting: list[Node] = []
    for member in () if body is None else body.named_children:
        kind = member.type
        if kind == "decorator":
            waiting.append(member)
            continue
        if kind == "method_definition":
            name, function = member.child_by_field_name("name"), member
            is_setter = _has(member, "set")
        elif kind in _FIELDS:
            name = member.child_by_field_name("property") or member.child_by_field_name("name")
            value = member.child_by_field_name("value")
            function = member if value is None or value.type not in FUNCTIONS else value
            is_setter = False
        else:
            continue
        if function is not member or kind == "method_definition":
            inside = [child for child in member.named_children if child.type == "decorator"]
            yield function, _method_name(name, text) + ("=" if is_setter else ""), [*waiting, *inside]
        waiting = []


def _method_name(name: Node | None, text: ToText) -> str:
    if name is None:
        return "default"
    return text(name).strip("[]'\"") or "default"


def is_getter(node: Node) -> bool:
    """True for a method that is read like a field."""
    return node.type == "method_definition" and _has(node, "get")


def _has(method: Node, word: str) -> bool:
    return any(child.type == word for child in method.children)


def decorators(node: Node) -> list[Node]:
    """The decorators of a function that `methods` gave."""
    holder = node.parent if node.type in FUNCTIONS else node
    if holder is None or holder.type not in _FIELDS | {"method_definition"}:
        return []
    result = [child for child in holder.named_children if child.type == "decorator"]
    before = holder.prev_named_sibling
    while before is not None and before.type == "decorator":
        result.insert(0, before)
        before = before.prev_named_sibling
    return result
