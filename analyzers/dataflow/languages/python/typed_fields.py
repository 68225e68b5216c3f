"""The fields of Python's models, forms and schemas with their types: what is checked before a handler sees it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reread.analyzers.syntax import Node, SyntaxTree

LOADERS = frozenset({"load", "loads", "model_validate", "model_validate_json", "parse_obj", "parse_raw", "from_dict"})

_NUMBER = "int"
_TEXTLESS = re.compile(
    "|".join(
        (
            r"(?:Null)?(?:Integer|Float|Decimal|Boolean|Date|DateTime|Time|Duration|UUID|IPAddress|GenericIPAddress|Slug)"
            r"Field",
            r"(?:Big|Small|Positive|PositiveSmall|PositiveBig)IntegerField",
            r"(?:Typed)?(?:Multiple)?ChoiceField",
            r"(?:Select|Radio|SelectMultiple)Field",
            r"PrimaryKeyRelatedField",
            r"Model(?:Multiple)?ChoiceField",
            r"IntegerRangeField",
            r"DecimalRangeField",
        )
    )
)
_PLAIN = re.compile(
    r"Int(?:eger)?|Float|Decimal|Bool(?:ean)?|Date|DateTime|Time|TimeDelta|UUID|IP|IPv4|IPv6|Enum|Number"
)
"""Of marshmallow and SQLAlchemy, which are written after a module: `fields.Int()`, `db.Integer`."""
_TYPES = re.compile(
    r"(?:\w+\.)*(?:con(?:int|float|decimal|date)\(|(?:Positive|Negative|NonNegative|NonPositive|Strict)(?:Int|Float|Bool)\b"
    r"|Finite(?:Float)\b|UUID\d?\b|IPv(?:4|6|Any)\w+\b|(?:date|datetime|time|timedelta)\b(?!\.)|Decimal\b)"
)
_MAPPED = re.compile(r"(?:\w+\.)*(?:Mapped|ClassVar)\[(.*)\]$", re.DOTALL)
_REGEX = re.compile(r"\b(?:RegexField|RegexValidator|Regexp|Regex)\(\s*(?:regex\s*=\s*)?[rR]?(['\"])(.*?)\1")
_ONE_OF = re.compile(r"\b(?:OneOf|AnyOf)\(")
_DEEPEST = 4


def field_types(tree: SyntaxTree, places: Mapping[str, int], name: str, deep: int = 0) -> dict[str, str]:
    """The types of the fields that a class of the file declares, those of classes that it builds on as well."""
    start = places.get(name)
    if start is None or deep > _DEEPEST:
        return {}
    word = tree.root.descendant_for_byte_range(start, start + 1)
    node = None if word is None else word.parent
    if node is None or node.type != "class_definition":
        return {}
    found: dict[str, str] = {}
    bases = node.child_by_field_name("superclasses")
    for base in bases.named_children if bases is not None else ():
        found.update(field_types(tree, places, tree.text(base), deep + 1) if base.type == "identifier" else {})
    body = node.child_by_field_name("body")
    for statement in body.named_children if body is not None else ():
        each = statement if statement.type == "assignment" else None
        if statement.type == "expression_statement" and statement.named_child_count:
            each = statement.named_children[0]
        if each is not None and each.type == "assignment":
            found.update(_field(each, tree))
    return found


def _field(node: Node, tree: SyntaxTree) -> dict[str, str]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    annotation = node.child_by_field_name("type")
    if left is None or left.type != "identifier":
        return {}
    made = right if right is not None and right.type == "call" else None
    if annotation is not None:
        type_ = _annotated(tree.text(annotation), "" if made is None else tree.text(made))
    else:
        type_ = "" if made is None else _of_call(made, tree)
    return {tree.text(left): type_} if type_ else {}


def _annotated(type_: str, default: str) -> str:
    """A type as it is written, with what its default says of patterns."""
    mapped = _MAPPED.match(type_)
    type_ = mapped[1] if mapped else type_
    if _TYPES.match(type_):
        return _NUMBER
    return f"Annotated[{type_}, {default}]" if default and "[" not in type_ else type_


def _of_call(call: Node, tree: SyntaxTree) -> str:
    """The type of what a form's field lets through; "" where that is any text."""
    function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    path = "" if function is None else tree.text(function)
    _, dot, name = path.rpartition(".")
    if _TEXTLESS.fullmatch(name) or (dot and _PLAIN.fullmatch(name)):
        return _NUMBER
    first = arguments.named_children[0] if arguments is not None and arguments.named_children else None
    if name in ("Column", "mapped_column") and first is not None:
        return _NUMBER if _PLAIN.fullmatch(tree.text(first).rpartition(".")[2].partition("(")[0]) else ""
    text = tree.text(call)
    if _ONE_OF.search(text):
        return _NUMBER
    pattern = _REGEX.search(text)
    return "" if pattern is None else f"Annotated[str, Field(pattern={pattern[1]}{pattern[2]}{pattern[1]})]"
