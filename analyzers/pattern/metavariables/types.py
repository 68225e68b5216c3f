"""Types of expressions, as far as one file shows: from declarations, parameters, constructors and literals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from reread.analyzers.constants.string_content import content, is_constant
from reread.analyzers.constants.unwrapping import inner_of, strip
from reread.analyzers.languages.table import Typing
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.metavariables.declarations import Declared, declaration, members, results
from reread.analyzers.pattern.patterns.pattern import Metavariable, Pattern
from reread.analyzers.syntax import Node

_TRUTHS = frozenset({"==", "!=", "===", "!==", "<", ">", "<=", ">=", "!"})
"""The operators that give a truth value."""
_DEEPEST = 8


class WantedType(NamedTuple):
    """A type that a pattern asks for. `stars` counts the pointers to it; `variable` is set for `$T`."""

    text: str
    stars: int
    pattern: Pattern
    variable: str


class Pointer(NamedTuple):
    """The type of `&T{}`, or of what C declares as `T *x`: more pointers than its node has."""

    node: Node
    stars: int = 1


class Known(NamedTuple):
    """A type by its name, of a literal."""

    names: tuple[str, ...]


Type: TypeAlias = "Node | Pointer | Known"


class TypedMetavariable(Pattern):
    """`($X: T)`, `(T $X)`: anything of that type."""

    __slots__ = ("inner", "wanted")

    def __init__(self, variable: str, wanted: WantedType) -> None:
        self.inner = Metavariable(variable)
        self.wanted = wanted

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if is_declared(node):
            return
        for found in self.inner.match(node, bindings, context):
            for typed in environments_of_type(node, self.wanted, found, context):
                yield typed
                break


def is_declared(node: Node) -> bool:
    """True for the name in a declaration of C, which is no expression; with a value it is what that is assigned to."""
    around = node.parent
    is_name = not node.type.endswith("_declarator")
    while around is not None and around.child_by_field_name("declarator") == node:
        if is_name and around.type == "init_declarator":
            return False
        if not around.type.endswith("_declarator"):
            return True
        node, around = around, around.parent
    return not is_name


def environments_of_type(node: Node, wanted: WantedType, bindings: Bindings, context: MatchContext) -> AllBindings:
    """The environment, once, if the node has the type, with what the metavariables of the type stand for."""
    typing = context.language.typing
    whole = context
    while whole.whole is not None:
        whole = whole.whole  # What a metavariable stands for has its type from the code around it.
    if typing is None:
        return
    inside = strip(node, context.language)
    # A cast is of its own type, and where it is passed over also of that of what is in it.
    for each in (node, inside) if node.type in typing.casts and inside != node else (inside,):
        found = type_of(each, typing, whole, 0)
        if found is not None:
            yield from _as_wanted(found, wanted, node, bindings, context)


def _as_wanted(found: Type, wanted: WantedType, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
    """The environment, once, if a type is what is wanted."""
    stars = 0
    if isinstance(found, Pointer):
        stars, found = found.stars, found.node
    if isinstance(found, Known):
        yield from _known(found, wanted, node, bindings, context)
        return
    while found.type == "pointer_type" and found.named_child_count == 1:
        inner = found.named_child(0)
        assert inner is not None
        found, stars = inner, stars + 1
    if wanted.variable and stars >= wanted.stars:
        start, end = found.start_byte, found.end_byte
        bound = bind(wanted.variable, Binding(start, end, context.data[start:end], found), bindings, context)
        if bound is not None:
            yield bound
    elif stars == wanted.stars:
        for candidate in _spellings(found, context):
            if isinstance(candidate, str):
                if candidate == wanted.text:
                    yield bindings
            else:
                yield from wanted.pattern.match(candidate, bindings, context)


def _known(found: Known, wanted: WantedType, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
    if wanted.variable:
        if found.names[0].count("*") < wanted.stars:
            return
        start, end = node.start_byte, node.end_byte
        bound = bind(wanted.variable, Binding(start, end, found.names[0].encode(), None), bindings, context)
        if bound is not None:
            yield bound
    elif wanted.text.rpartition(".")[2] + "*" * wanted.stars in found.names:
        yield bindings


def _spellings(node: Node, context: MatchContext) -> Iterator[Node | str]:
    """A type, the type without its arguments, and the text of a type that is written as a string."""
    node = strip(node, context.language)
    yield node
    if node.type in ("generic_type", "subscript"):
        first = node.named_child(0)
        if first is not None:
            yield first
    if node.type in context.table.strings and is_constant(node, context.language):
        yield content(node, context.data)[2].decode(errors="replace")


def type_of(node: Node, typing: Typing, context: MatchContext, depth: int = 0) -> Type | None:
    """The type of an expression, or None when the file does not tell."""
    kind = node.type
    if depth > _DEEPEST:
        return None
    if kind in typing.literals:
        return _literal(node, typing, context) if is_constant(node, context.language) else None
    if kind in typing.instances:
        return _instance(node, typing, context)
    if kind in typing.casts:
        return _of_cast(node, typing)
    if kind in typing.choices:
        return _of_choice(node, typing, context, depth)
    if kind in typing.branches:
        inner = node.child_by_field_name(typing.branches[kind])
        return None if inner is None else type_of(strip(inner, context.language), typing, context, depth + 1)
    if kind in context.language.names.leaves:
        declared = declaration(node, typing, context)
        return None if declared is None else _of_declaration(declared, typing, context, depth)
    if kind in context.language.names.members:
        return _of_member(node, typing, context, depth)
    if kind in context.language.names.operators:
        return _of_operation(node, typing, context, depth)
    if kind in typing.calls:
        return _of_factory(node, typing, context) or _of_own_call(node, typing, context)
    return None


def _of_factory(node: Node, typing: Typing, context: MatchContext) -> Known | None:
    """What a class makes of itself, by the names that such methods have."""
    object_field, name_field = typing.calls[node.type]
    maker, name = node.child_by_field_name(object_field), node.child_by_field_name(name_field)
    if maker is None or name is None or context.data[name.start_byte : name.end_byte] not in typing.factories:
        return None
    made = context.data[maker.start_byte : maker.end_byte].decode(errors="replace").rpartition(".")[2]
    return Known((made,)) if made.isidentifier() and made[:1].isupper() else None


def _of_own_call(node: Node, typing: Typing, context: MatchContext) -> Type | None:
    """What a method of the classes around a call gives that is called there; those of one name have to agree."""
    object_field, name_field = typing.calls[node.type]
    receiver, name = node.child_by_field_name(object_field), node.child_by_field_name(name_field)
    if name is None or (receiver is not None and context.data[receiver.start_byte : receiver.end_byte] != b"this"):
        return None
    for container in context.outside.within(node, context.table.containers):
        if container != node:
            context.touch(container)
            found = results(container, typing, context).get(context.data[name.start_byte : name.end_byte], ())
            if found:
                texts = {context.data[each.start_byte : each.end_byte] for each in found}
                return found[0] if len(texts) == 1 else None
    return None


def _instance(node: Node, typing: Typing, context: MatchContext) -> Type | None:
    """The type of `new T()`, of a cast, `T{}`, `&T{}`, or of the call of a class."""
    field = typing.instances[node.type]
    found = node.child_by_field_name(field) if field else node.named_child(node.named_child_count - 1)
    if found is None:
        return None
    if node.type == "call_expression":
        arguments = node.child_by_field_name("arguments")
        first = arguments.named_child(0) if arguments is not None and arguments.named_child_count else None
        is_new = context.data[found.start_byte : found.end_byte] == b"new"
        return Pointer(first) if is_new and first is not None and typing.pointers else None
    if node.type == "unary_expression":
        if found.type != "composite_literal" or context.data[node.start_byte : node.start_byte + 1] != b"&":
            return None
        inner = found.child_by_field_name("type")
        return None if inner is None else Pointer(inner)
    if node.type == "call":
        name = context.data[found.start_byte : found.end_byte].decode(errors="replace").rpartition(".")[2]
        return found if name[:1].isupper() and not name.isupper() else None
    return found


def _of_cast(node: Node, typing: Typing) -> Type | None:
    """The type that a cast of C names, `(char *)x`."""
    given = node.child_by_field_name(typing.casts[node.type])
    found = None if given is None else given.child_by_field_name("type")
    stars = 0
    around = None if given is None else given.child_by_field_name("declarator")
    while around is not None:
        stars += around.type == "abstract_pointer_declarator"
        around = around.child_by_field_name("declarator")
    return Pointer(found, stars) if found is not None and stars else found


def _of_operand(node: Node, typing: Typing, context: MatchContext, depth: int) -> Type | None:
    """The type of what is in brackets, of which a cast has its own."""
    while node.type not in typing.casts and node.type in context.language.leeway.transparent:
        inner = inner_of(node, context.language)
        if inner is None:
            break
        node = inner
    return type_of(node, typing, context, depth + 1)


def _of_choice(node: Node, typing: Typing, context: MatchContext, depth: int) -> Type | None:
    """The type of `c ? a : b`, if that of both is known and the same."""
    parts = [node.child_by_field_name(field) for field in typing.choices[node.type]]
    types = [None if part is None else _of_operand(part, typing, context, depth) for part in parts]
    first, second = (None if each is None else _name_of(each, context) for each in types)
    return types[0] if first is not None and first == second else None


def _of_operation(node: Node, typing: Typing, context: MatchContext, depth: int) -> Type | None:
    """Comparisons and `!` give truth values, and arithmetic of whole numbers gives one; nothing is said of the rest."""
    operands = [child for child in node.named_children if not child.is_extra]
    sign = node.child_by_field_name(context.language.names.operators[node.type])
    if sign is not None and sign.type in _TRUTHS and "true" in typing.literals:
        return Known(typing.literals["true"])
    if len(operands) != 2 or sign is None or sign.type not in ("+", "-", "*", "/", "%") or not typing.arithmetic:
        return None
    types = [_of_operand(each, typing, context, depth) for each in operands]
    names = [_name_of(each, context) for each in types if each is not None]
    return Known((typing.arithmetic,)) if names == [typing.arithmetic] * 2 else None


def _literal(node: Node, typing: Typing, context: MatchContext) -> Known:
    """The type of a number follows from its last letter, if that is none of its digits, else from its kind."""
    names = typing.literals[node.type]
    text = context.data[node.start_byte : node.end_byte]
    if not typing.suffixes or not text[:1].isdigit() or (text[:2] in (b"0x", b"0X") and text[-1:] not in b"Ll"):
        return Known(names)
    suffix = typing.suffixes.get(text[-1:].decode(errors="replace"))
    if suffix is None and b"." in text:
        suffix = typing.suffixes.get(".")
    return Known((suffix,)) if suffix is not None else Known(names)


def _name_of(found: Type, context: MatchContext) -> str:
    if isinstance(found, Known):
        return found.names[0]
    node, stars = (found.node, found.stars) if isinstance(found, Pointer) else (found, 0)
    return context.data[node.start_byte : node.end_byte].decode(errors="replace") + "*" * stars


def _of_declaration(declared: Declared, typing: Typing, context: MatchContext, depth: int) -> Type | None:
    found = declared.type
    if found is not None and context.data[found.start_byte : found.end_byte] not in (b"var", b"val", b"auto"):
        while found.type in typing.annotations:
            inner = found.named_child(0)
            if inner is None:
                break
            found = inner
        return Pointer(found, declared.stars) if declared.stars else found
    return (
        None if declared.value is None else type_of(strip(declared.value, context.language), typing, context, depth + 1)
    )


def _of_member(node: Node, typing: Typing, context: MatchContext, depth: int) -> Type | None:
    """The type of `this.x`, or of `a.x` where the type of `a` is declared in the file."""
    fields = context.language.names.members[node.type]
    if not fields[0]:
        return None
    owner, member = node.child_by_field_name(fields[0]), node.child_by_field_name(fields[1])
    if owner is None or member is None:
        return None
    if member.type not in context.language.names.leaves and member.named_child_count == 1:
        member = member.named_child(0) or member  # Some grammars have the dot with it.
    name = context.data[member.start_byte : member.end_byte]
    container: Node | None = None
    if context.data[owner.start_byte : owner.end_byte] in typing.receivers:
        containers = context.table.containers
        container = next((each for each in reversed(context.ancestors(node)) if each.type in containers), None)
    elif typing.records:
        found = type_of(strip(owner, context.language), typing, context, depth + 1)
        container = None if found is None else _record(found, typing, context)
    if container is None:
        return None
    context.touch(container)
    for declared in members(container, typing, context).get(name, ()):
        return _of_declaration(declared, typing, context, depth)
    return None


def _record(found: Type, typing: Typing, context: MatchContext) -> Node | None:
    """The definition of a type by its name, at the top of the file."""
    node = found.node if isinstance(found, Pointer) else found
    if not isinstance(node, Node):
        return None
    while node.type == "pointer_type" and node.named_child_count == 1:
        inner = node.named_child(0)
        assert inner is not None
        node = inner
    name = context.data[node.start_byte : node.end_byte]
    for top in context.root.named_children:
        for each in (top, *top.named_children):
            if each.type in typing.records:
                own = each.child_by_field_name("name")
                if own is not None and context.data[own.start_byte : own.end_byte] == name:
                    return each
    return None
