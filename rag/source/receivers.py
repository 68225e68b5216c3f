"""The classes of variables and members, as far as declarations in the same file show them.

`order.total()` calls `Order.total` where `order: Order` is a parameter, or `order = Order()` is in the function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from reread.analyzers.languages.table import Language
from reread.analyzers.syntax import Node, SyntaxTree
from reread.rag.imports import ImportRules

_WRAPPERS = frozenset({"Optional", "Option", "Annotated", "Final", "ClassVar", "Box", "Rc", "Arc", "Type", "Readonly"})
"""Types that are used as what they hold."""
_TYPE = re.compile(r"([^\W\d][\w$]*(?:(?:\.|::|\\)[^\W\d][\w$]*)*)\s*([\[<])?")
_CONSTRUCTED = re.compile(r"(?:await\s+)?(?:new\s+|&)?((?:[\w$]+(?:\.|::|\\))*([A-Z][\w$]*))\s*(?:<[^<>]*>)?\s*[({]")
_MADE = re.compile(r"(?:[\w$]+\.)?[Nn]ew([A-Z]\w*)\(")
"""What Go's constructors are called like."""
_OF_TYPE = re.compile(r"((?:\w+::)*([A-Z]\w*))::new\(")
"""And Rust's."""
_VARIABLE = re.compile(r"(?:mut\s+|ref\s+|[&*$]+)*((?:(?:self|this|@)(?:->|\.)?)?[\w$]+)\Z")
_NO_TYPE = frozenset({"var", "val", "let", "auto", "const", "mut", "final", "None", "null", "undefined"})
_LONGEST = 200


class Receivers:
    """The declared variables of a file, each in the scope that it is declared in."""

    def __init__(
        self, tree: SyntaxTree, declared: Sequence[Node], scope_at: Callable[[int], str], rules: ImportRules
    ) -> None:
        self._rules = rules
        self._types: dict[tuple[str, str], str] = {}
        fields = declarations_of(tree.language, rules)
        for node in declared:
            name, kind = _declared(tree, node, fields[node.type])
            if name and kind:
                scope = scope_at(tree.document.lines.code_point(node.start_byte))
                self._note(name, kind, scope)

    def type_of(self, qualifier: str, scope: str) -> str:
        """The name of the class that `qualifier` is of where it is used in `scope`, or ""."""
        if not qualifier or qualifier == "?":
            return ""
        first, _, rest = qualifier.partition(".")
        around = scope.rpartition(".")[0]
        if not rest:
            # A bare name is a variable of the function or of the file, and in some languages a member of the class.
            members = ((around, first),) if self._rules.own_members else ()
            return self._first((scope, first), *members, ("", first))
        if "." in rest:
            return ""
        if first in self._rules.selves:
            # A parameter of the constructor may be a member too: `constructor(private orders: Orders)`.
            return self._first((around, rest), (scope, rest), (f"{around}.constructor", rest))
        owner = self._types.get((scope, first), "")
        return self._types.get((owner, rest), "") if owner else ""

    def _note(self, name: str, kind: str, scope: str) -> None:
        for own in self._rules.selves:
            if name.startswith((f"{own}.", f"{own}->")):
                member = name[len(own) :].lstrip(".->")
                self._types.setdefault((scope.rpartition(".")[0], member), kind)
                return
        self._types.setdefault((scope, name), kind)

    def _first(self, *keys: tuple[str, str]) -> str:
        return next((kind for key in keys if (kind := self._types.get(key))), "")


def declarations_of(language: Language, rules: ImportRules) -> Mapping[str, tuple[str, str, str]]:
    """The kinds that declare something in a language, with the fields of name, type and value."""
    matching = language.matching
    typing = matching.typing if matching is not None else None
    return {**(typing.declarations if typing is not None else {}), **rules.declarations}


def _declared(tree: SyntaxTree, node: Node, fields: tuple[str, str, str]) -> tuple[str, str]:
    """The name that a declaration declares, and its class; "" for what cannot be made out."""
    name, kind, value = (_child(node, field) for field in fields)
    if kind is None and fields[1] and node.parent is not None:
        # `Order a, b;`: the type stands before all declarators.
        kind = node.parent.child_by_field_name(fields[1])
    if name is None:
        name = node.named_child(0) if not fields[0] and node.named_child_count else None
    if name is None or name.end_byte - name.start_byte > _LONGEST:
        return "", ""
    while (inner := name.child_by_field_name("declarator") or name.child_by_field_name("name")) is not None:
        name = inner
    variable = _VARIABLE.match(tree.text(name).strip())
    if variable is None:
        return "", ""
    found = _type(tree.text(kind)) if kind is not None else ""
    if not found and value is not None:
        made = tree.document.data[value.start_byte : min(value.end_byte, value.start_byte + _LONGEST)]
        found = _constructed(made.decode(errors="replace"), tree.language.name)
    return variable[1], found


def _child(node: Node, field: str) -> Node | None:
    """The child of that field, or else of that kind."""
    if not field:
        return None
    child = node.child_by_field_name(field)
    if child is None:
        child = next((child for child in node.named_children if child.type == field), None)
    return child


def _type(text: str) -> str:
    """The class that a type is about: `Order` for `*shop.Order`, `Optional[Order]`, `Order | None`."""
    text = text.lstrip(": ?&*'\"")
    while (match := _TYPE.search(text)) is not None:
        name = re.split(r"\.|::|\\", match[1])[-1]
        if name in _NO_TYPE or (name in _WRAPPERS and match[2]):
            text = text[match.end() :]
            continue
        return name if text[: match.start()].strip("(&*'\" ") in ("", "mut", "const", "struct", "dyn") else ""
    return ""


def _constructed(text: str, language: str) -> str:
    """The class of what an expression makes, where it says so."""
    known = ((_CONSTRUCTED, 2), (_OF_TYPE, 2))
    for expression, group in ((_MADE, 1), *known) if language == "go" else known:
        match = expression.match(text)
        if match is not None:
            return match[group]
    return ""
