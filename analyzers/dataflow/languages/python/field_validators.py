"""Methods of a model, a form or a schema of Python that are asked about one field before anybody sees its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.dataflow.domain.validators import Validator
from reread.analyzers.syntax import Node, SyntaxTree

_GIVES = re.compile(r"@(?:\w+\.)*(?:field_validator|validator)\((.*)\)\s*$", re.DOTALL)
"""Of pydantic: what it gives back is the value of the field."""
_REFUSES = re.compile(r"@(?:\w+\.)*validates\((.*)\)\s*$", re.DOTALL)
"""Of marshmallow: it raises an error, or the value stays as it is."""
_AROUND = re.compile(r"\bmode\s*=\s*['\"]wrap")
_FIELD = re.compile(r"['\"](\w+|\*)['\"]")
_NAMED = re.compile(r"(clean|validate)_(\w+)$")
_FORM = re.compile(r"Form\b")
_SERIALIZER = re.compile(r"Serializer\b")
_FIELD_CLASS = re.compile(r"(?:\w+\.)*\w*Field$")
_LIBRARY_FIELD = re.compile(
    r"(?:\w+\.)*(?:Binary|Char|Combo|Dict|Email|File|FilePath|FieldList|Form|Hidden|Image|JSON|List|Model|MultiValue"
    r"|MultipleFile|Password|ReadOnly|Regex|Search|SerializerMethod|String|Tel|Text|TextArea|URL|Url)?Field"
)
"""What forms and serializers bring themselves; another field is of the project, and may refuse what is bad."""
_VALIDATORS = re.compile(r"\bvalidators?\s*=\s*\[(.*?)\](?=\s*[,)])", re.DOTALL)
_CALLED = re.compile(r"(?<![\w=(])[A-Za-z_]\w*(?=\s*(?:\(|,|$))")
_LIBRARY_VALIDATOR = re.compile(
    r"(?:DataRequired|Email|EmailValidator|EqualTo|InputRequired|Length|MaxLengthValidator|MinLengthValidator|Optional"
    r"|ProhibitNullCharactersValidator|Required|URL|URLValidator|Unique\w*|validate|validators?)"
)
_DEEPEST = 4


def validators(tree: SyntaxTree, places: Mapping[str, int], name: str, deep: int = 0) -> dict[str, list[Validator]]:
    """The methods that check fields of a class of the file, by field; those of classes that it builds on as well."""
    node = _class_at(tree, places.get(name))
    found: dict[str, list[Validator]] = {}
    if node is None or deep > _DEEPEST:
        return found
    bases = node.child_by_field_name("superclasses")
    for base in bases.named_children if bases is not None else ():
        for field, inherited in validators(tree, places, tree.text(base), deep + 1).items():
            found.setdefault(field, []).extend(inherited)
    body = node.child_by_field_name("body")
    for statement in body.named_children if body is not None else ():
        for field, validator in _declared(statement, tree, "" if bases is None else tree.text(bases)):
            found.setdefault(field, []).append(validator)
    return found


def _class_at(tree: SyntaxTree, start: int | None) -> Node | None:
    word = None if start is None else tree.root.descendant_for_byte_range(start, start + 1)
    node = None if word is None else word.parent
    return node if node is not None and node.type == "class_definition" else None


def _declared(statement: Node, tree: SyntaxTree, bases: str) -> Iterator[tuple[str, Validator]]:
    """The fields that a method checks, by its decorators or by its name, and those that the project's own code does."""
    if statement.type in ("assignment", "expression_statement"):
        yield from _of_the_project(statement, tree)
        return
    definition = statement.child_by_field_name("definition") or statement
    name = definition.child_by_field_name("name") if definition.type == "function_definition" else None
    if name is None:
        return
    method = tree.text(name)
    for decorator in statement.named_children if definition is not statement else ():
        text = tree.text(decorator) if decorator.type == "decorator" else ""
        gives = _GIVES.match(text)
        listed = gives or _REFUSES.match(text)
        if listed is not None and not _AROUND.search(text):
            yield from ((each, Validator(method, gives is not None)) for each in _FIELD.findall(listed[1]))
    named = _NAMED.match(method)
    if named is None:
        return
    if named[1] == "clean" and _FORM.search(bases):
        yield named[2], Validator(method, of_form=True)
    elif named[1] == "validate" and _SERIALIZER.search(bases):
        yield named[2], Validator(method)
    elif named[1] == "validate" and _FORM.search(bases):
        # Of WTForms, which is given the field
        yield named[2], Validator(method, gives=False)


def _of_the_project(statement: Node, tree: SyntaxTree) -> Iterator[tuple[str, Validator]]:
    """The field that `url = OwnURLField()` or `url = CharField(validators=[own_check])` declares."""
    node = statement if statement.type == "assignment" else statement.named_children[0]
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    function = None if right is None else right.child_by_field_name("function")
    if left is None or left.type != "identifier" or right is None or function is None:
        return
    name = tree.text(function)
    listed = _VALIDATORS.search(tree.text(right))
    called = _CALLED.findall("" if listed is None else listed[1])
    is_own = _FIELD_CLASS.fullmatch(name) is not None and _LIBRARY_FIELD.fullmatch(name) is None
    if is_own or any(_LIBRARY_VALIDATOR.fullmatch(each) is None for each in called):
        yield tree.text(left), Validator("")
