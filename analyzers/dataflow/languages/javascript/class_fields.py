"""The classes that the fields of JavaScript's and TypeScript's classes have, and what interfaces ask for.

A field has the class that its type names, that of `new C()`, or that of the parameter of the constructor that it is
given: `constructor(private readonly orders: Orders)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reread.analyzers.dataflow.declarations.structs import GIVEN_BY, JUDGED_TYPE, Declared, Struct
from reread.analyzers.dataflow.domain.regex import is_narrow
from reread.analyzers.dataflow.languages.javascript.function_sites import CLASSES, units
from reread.analyzers.syntax import Node, SyntaxTree

_TEXTLESS = """
    Enum In Int Number Positive Negative DivisibleBy Boolean Date UUID MongoId Alpha Alphanumeric Hexadecimal HexColor
    NumberString BooleanString ISO8601 DateString IP Port ISO31661Alpha2 ISO31661Alpha3 ISO4217CurrencyCode SemVer
    MilitaryTime RFC3339 MACAddress Decimal Hash ISIN TimeZone ObjectId Octal Latitude Longitude CreditCard Currency
    MobilePhone
""".split()  # noqa: SIM905 - so many words are read more easily like this
_NO_TEXT = re.compile(rf"@(?:Equals|Is(?:{'|'.join(_TEXTLESS)}))\(")
_JUDGES = re.compile(r"@(?:Is[A-Z]\w*|Matches|Contains|NotContains|NotEquals|Validate\w*|Transform)\(")
_SAYS_NOTHING = re.compile(
    r"@(?:IsString|IsNotEmpty|IsEmpty|IsOptional|IsDefined|IsObject|IsNotEmptyObject|IsArray|ValidateNested)\("
)
_MATCHES = re.compile(r"@Matches\(\s*(/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[])+/[a-z]*)", re.DOTALL)
_ONLY_SOMETIMES = re.compile(r"@ValidateIf\(|\bgroups\s*:")


def lets_no_text(decorators: Sequence[str]) -> bool:
    """True where what a field holds can do no harm once the object was validated."""
    if any(_ONLY_SOMETIMES.search(each) for each in decorators):
        return False
    return any(_NO_TEXT.match(each) or _is_narrow(each) for each in decorators)


def is_judged(decorators: Sequence[str]) -> bool:
    """True where a validator refuses some values of a field, or changes them, by a rule that is not known here."""
    return any(_JUDGES.match(each) and not _SAYS_NOTHING.match(each) for each in decorators)


def _is_narrow(decorator: str) -> bool:
    found = _MATCHES.match(decorator)
    return found is not None and is_narrow(found[1], False)


_FUNCTION = re.compile(r"(?:[\w$]+\.)*[\w$]+")
_PARAMETERS = frozenset({"required_parameter", "optional_parameter"})
_FIELDS = frozenset({"field_definition", "public_field_definition"})
_NEW = re.compile(rb"\bnew[ \t]+([A-Z][\w$]*)\(\s*[\w$]")
"""Where an object is made with something."""
_MOST_MADE = 40
_MODIFIERS = frozenset({"accessibility_modifier", "readonly", "override_modifier"})
_CLASS = re.compile(r":?\s*([A-Z][\w$]*|number|boolean|bigint)(?:<[^<>]*>)?\s*(?:\|\s*(?:null|undefined)\s*)*")


def class_name(type_: str) -> str:
    """The one name in a type as it is written; "" for lists, choices and all other types."""
    found = _CLASS.fullmatch(type_)
    return "" if found is None else found[1]


def declared_classes(tree: SyntaxTree) -> Declared:
    """The classes of a file with the types of their fields, and its interfaces with their methods."""
    structs: dict[str, Struct] = {}
    untyped: dict[str, dict[int, str]] = {}
    interfaces: dict[str, frozenset[str]] = {}
    for unit in units(tree.root):
        name = unit.child_by_field_name("name")
        body = unit.child_by_field_name("body")
        if name is None or body is None:
            continue
        if unit.type in CLASSES:
            numbered: dict[int, str] = {}
            structs[tree.text(name)] = Struct(dict(_fields(body, tree, numbered)))
            if numbered:
                untyped[tree.text(name)] = numbered
        elif unit.type == "interface_declaration" and (methods := _methods(body, tree)):
            interfaces[tree.text(name)] = methods
    for owner, field, given in _given(untyped, tree):
        structs[owner] = Struct({field: given, **structs[owner].fields})
    return Declared(structs, interfaces)


def _given(untyped: Mapping[str, Mapping[int, str]], tree: SyntaxTree) -> Iterator[tuple[str, str, str]]:
    """The fields of classes with what the file itself gives their constructors: `new Service(new Store())`."""
    places = _NEW.finditer(tree.document.data) if untyped else ()
    for found, _ in zip(places, range(_MOST_MADE), strict=False):
        name = found[1].decode()
        node = tree.root.descendant_for_byte_range(found.start(1), found.start(1) + 1) if name in untyped else None
        made = None if node is None else node.parent
        listed = None if made is None or made.type != "new_expression" else made.child_by_field_name("arguments")
        for number, argument in enumerate(() if listed is None else listed.named_children):
            given = _made(argument, tree) or (_held(argument, tree) if argument.type == "identifier" else "")
            if given and number in untyped[name]:
                yield name, untyped[name][number], given


def _held(variable: Node, tree: SyntaxTree) -> str:
    """The class of the object that a variable of the file is made with."""
    name = re.escape(variable.text or b"")
    found = re.search(rb"\b(?:const|let|var)[ \t]+%b\s*=\s*new[ \t]+([A-Z][\w$]*)\(" % name, tree.document.data)
    return "" if found is None else found[1].decode()


def _fields(body: Node, tree: SyntaxTree, untyped: dict[int, str]) -> Iterator[tuple[str, str]]:
    """The fields of a class whose class is known; to `untyped` come those that a plain parameter is put into."""
    before: list[Node] = []
    for member in body.named_children:
        if member.type == "decorator":
            before.append(member)
            continue
        found = _field(member, before, tree) if member.type in _FIELDS else None
        before = []
        if found is not None:
            yield found
        elif member.type == "method_definition" and _text(member, "name", tree) == "constructor":
            yield from _of_constructor(member, tree, untyped)


def _field(member: Node, before: list[Node], tree: SyntaxTree) -> tuple[str, str] | None:
    name = member.child_by_field_name("name") or member.child_by_field_name("property")
    decorators = [*before, *(child for child in member.named_children if child.type == "decorator")]
    texts = [tree.text(each) for each in decorators]
    if name is not None and lets_no_text(texts):
        return tree.text(name), "number"
    if name is not None and is_judged(texts):
        return tree.text(name), JUDGED_TYPE
    typed = class_name(_text(member, "type", tree)) or _made(member.child_by_field_name("value"), tree)
    return None if name is None or not typed else (tree.text(name), typed)


def _of_constructor(method: Node, tree: SyntaxTree, untyped: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Parameters that are fields, and fields that are given a parameter or a new object."""
    types: dict[str, str] = {}
    numbers: dict[str, int] = {}
    listed = method.child_by_field_name("parameters")
    for number, parameter in enumerate(() if listed is None else listed.named_children):
        if parameter.type == "identifier":
            numbers[tree.text(parameter)] = number
        typed = class_name(_text(parameter, "type", tree)) if parameter.type in _PARAMETERS else ""
        if typed:
            name = _text(parameter, "pattern", tree)
            types[name] = typed
            if any(child.type in _MODIFIERS for child in parameter.children):
                yield name, typed
    body = method.child_by_field_name("body")
    for statement in () if body is None else body.named_children:
        assigned = statement.named_child(0) if statement.type == "expression_statement" else None
        if assigned is None or assigned.type != "assignment_expression":
            continue
        target, _, name = _text(assigned, "left", tree).rpartition(".")
        value = assigned.child_by_field_name("right")
        if target != "this" or value is None:
            continue
        typed = types.get(tree.text(value), "") if value.type == "identifier" else _made(value, tree)
        if typed:
            yield name, typed
        elif value.type == "identifier" and tree.text(value) in numbers:
            untyped[numbers[tree.text(value)]] = name


def _made(value: Node | None, tree: SyntaxTree) -> str:
    """The class of `new C(...)`, or the function that gives an object."""
    if value is not None and value.type == "call_expression":
        called = _text(value, "function", tree)
        return called + GIVEN_BY if _FUNCTION.fullmatch(called) else ""
    return "" if value is None or value.type != "new_expression" else class_name(_text(value, "constructor", tree))


def _methods(body: Node, tree: SyntaxTree) -> frozenset[str]:
    return frozenset(_text(each, "name", tree) for each in body.named_children if each.type == "method_signature")


def _text(node: Node, field: str, tree: SyntaxTree) -> str:
    found = node.child_by_field_name(field)
    return "" if found is None else tree.text(found)
