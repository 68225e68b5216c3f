"""What a file of Java declares."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from reread.analyzers.dataflow.declarations.file_declarations import Declarations
from reread.analyzers.dataflow.declarations.structs import JUDGED_TYPE
from reread.analyzers.dataflow.domain.facets import PathElement
from reread.analyzers.dataflow.domain.type_ref import JUDGED, TypeRef
from reread.analyzers.dataflow.languages.java.classes import Classes, plain, record_places
from reread.analyzers.dataflow.languages.java.number_members import number_members
from reread.analyzers.syntax import SyntaxTree

_PRIVATE_FIELD = re.compile(rb"(?:[;{}]|\*/|//[^\n]*\n)\s*private\s+(?:static\s+)?\w+\s+(\w+)\s*=(?!=)")
_GIVEN = re.compile(rb"\b(\w+)\s*(?:(?:[-+*/%|&^]|<<|>>>?)?=(?!=)|\+\+|--)|(?:\+\+|--)\s*(?:this\.)?(\w+)\b")


class File(Declarations):
    def is_constant_field(self, name: str) -> bool:
        """It has to be private: frameworks fill those with annotations, other classes those without."""
        return name in self.constant_fields

    @cached_property
    def constant_fields(self) -> frozenset[str]:
        """The private fields without annotations that get a value where they are defined, and nowhere else."""
        text = self.tree.root.text or b""
        private = _PRIVATE_FIELD.findall(text)
        given = Counter(first or second for first, second in _GIVEN.findall(text)) if private else {}
        return frozenset(name.decode() for name in private if given[name] == 1)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return number_members(self.tree)

    @cached_property
    def class_places(self) -> dict[str, int]:
        return record_places(self.tree)

    @cached_property
    def known(self) -> Classes:
        return Classes(self.tree)

    def record(self, name: str) -> tuple[str, ...] | None:
        start = self.class_places.get(name)
        return None if start is None else _components(self.tree, start)

    def is_functional(self, name: str) -> bool:
        return name in self.known.functional

    def class_of(self, type_: str) -> TypeRef | None:
        name = plain(type_)
        if name in self.known.by_name or self.elsewhere is None:
            return self.known.class_of(type_)
        return self.elsewhere.class_of(name) if name[:1].isupper() else None

    def class_of_field(self, type_: TypeRef, field: PathElement) -> TypeRef | None:
        typed = self.known.field_type(type_, field)
        if not typed and self.elsewhere is not None:
            return self.elsewhere.class_of_field(type_, field)
        if typed == JUDGED_TYPE:
            return JUDGED
        return self.class_of(typed) if typed else None


def _components(tree: SyntaxTree, start: int) -> tuple[str, ...] | None:
    """The fields of the record at a place, in the order of the arguments of its constructor."""
    word = tree.root.descendant_for_byte_range(start, start + 1)
    node = None if word is None else word.parent
    if node is None or node.type != "record_declaration":
        return None
    listed = node.child_by_field_name("parameters")
    found = () if listed is None else listed.named_children
    named = (each.child_by_field_name("name") for each in found if each.type == "formal_parameter")
    return tuple(tree.text(name) for name in named if name is not None)
