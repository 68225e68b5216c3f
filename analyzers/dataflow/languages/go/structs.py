"""The structs and interfaces that a file of Go declares.

Types are kept as a file can name them: `T` or `package.T`, without `*` and parameters, and lists and maps of them as
`[]T` and `map[K]T`; "" for all others.
"""

from __future__ import annotations

import re
from functools import cache

from reread.analyzers import syntax
from reread.analyzers.dataflow.declarations.structs import JUDGED_TYPE, Declared, Struct, named_type
from reread.analyzers.dataflow.domain.type_ref import TypeRef, list_type, map_type
from reread.analyzers.syntax import Node, SyntaxTree

_CONTAINER = re.compile(r"[*&]*((?:map)?\[[^\[\]]*\]|\.\.\.)(\S.*)")
_CHECKED = re.compile(
    r'\b(binding|validate):"(?:[^"]*,)?'
    r'(?:oneof=|numeric|number|boolean|alpha|alphanum|hexadecimal|uuid\w*|datetime|eq=)[^"]*"'
)
_SAYS_NOTHING = frozenset(
    {
        *("required", "omitempty", "omitnil", "omitzero", "dive", "min", "max", "len", "gt", "gte", "lt", "lte", "ne"),
        *(
            "required_if",
            "required_with",
            "required_without",
            "excluded_with",
            "structonly",
            "keys",
            "endkeys",
            "unique",
        ),
    }
)
"""Rules that say nothing of the content of a text."""
_RULES = re.compile(r'\b(binding|validate):"([^"]+)"')
_VALIDATES = re.compile(rb"\.(?:Struct|StructCtx|Validate)\(")


@cache
def _query() -> syntax.Query:
    return syntax.query("go", "(type_spec type: (struct_type)) @struct (type_spec type: (interface_type)) @interface")


def declared(tree: SyntaxTree) -> Declared:
    """What a file of Go declares."""
    found = syntax.captures(_query(), tree.root)
    structs = {_name(node, tree): _struct(node, tree) for node in found.get("struct", ())}
    interfaces = {_name(node, tree): _methods(node, tree) for node in found.get("interface", ())}
    return Declared(structs, {name: methods for name, methods in interfaces.items() if methods})


def container(text: str) -> str:
    """`[]T` or `map[K]T` for the type of a list or a map as it is written, the values of a parameter too; else ""."""
    found = _CONTAINER.fullmatch(text)
    return "" if found is None else f"{found[1]}{found[2]}" if found[1] != "..." else f"[]{found[2]}"


def container_type(text: str) -> TypeRef | None:
    """The type of a list or a map by its type as it is written, the values of a parameter too; None for all others."""
    found = _CONTAINER.fullmatch(text)
    if found is None:
        return None
    return map_type(found[2]) if found[1].startswith("map") else list_type(found[2])


def _name(node: Node, tree: SyntaxTree) -> str:
    name = node.child_by_field_name("name")
    return "" if name is None else tree.text(name)


def _struct(node: Node, tree: SyntaxTree) -> Struct:
    body = node.child_by_field_name("type")
    listed = None if body is None else body.named_child(0)
    fields: dict[str, str] = {}
    embedded: list[str] = []
    checked: set[str] = set()
    for field in () if listed is None else listed.named_children:
        typed = field.child_by_field_name("type")
        if field.type != "field_declaration" or typed is None:
            continue
        names = [tree.text(name) for name in field.children_by_field_name("name") if name.is_named]
        kind = named_type(tree.text(typed)) or container(tree.text(typed))
        if _is_checked(field, tree):
            checked.update(names)
            kind = ""
        elif kind == "string" and _is_judged(field, tree):
            kind = JUDGED_TYPE
        if not names and kind:
            embedded.append(kind)
            names = [kind.rpartition(".")[2]]
        fields.update(dict.fromkeys(names, kind))
    return Struct(fields, tuple(embedded), frozenset(checked))


def _is_checked(field: Node, tree: SyntaxTree) -> bool:
    """True where reading a request, or a validator that the file calls, refuses all but harmless values."""
    return _is_validated(field, tree, _CHECKED) is not None


def _is_judged(field: Node, tree: SyntaxTree) -> bool:
    """True where one of these refuses values by a rule of which nothing is known here."""
    found = _is_validated(field, tree, _RULES)
    return found is not None and any(
        each.partition("=")[0] not in _SAYS_NOTHING for rule in found[2].split(",") for each in rule.split("|")
    )


def _is_validated(field: Node, tree: SyntaxTree, rules: re.Pattern[str]) -> re.Match[str] | None:
    """What an expression finds in the tag of a field, if something looks at such tags."""
    tag = field.child_by_field_name("tag")
    found = None if tag is None else rules.search(tree.text(tag))
    is_read = found is not None and (found[1] == "binding" or _VALIDATES.search(tree.document.data) is not None)
    return found if is_read else None


def _methods(node: Node, tree: SyntaxTree) -> frozenset[str]:
    body = node.child_by_field_name("type")
    elements = () if body is None else body.named_children
    return frozenset(_name(each, tree) for each in elements if each.type in ("method_elem", "method_spec"))
