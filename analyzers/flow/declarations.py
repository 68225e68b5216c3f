"""What a file declares: its classes, structs and fields, and which of them keep the value that they are given."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Protocol

from reread.analyzers.flow.class_fields import class_name, declared_classes
from reread.analyzers.flow.java_classes import Classes
from reread.analyzers.flow.numbers import number_names
from reread.analyzers.flow.program import JAVASCRIPT
from reread.analyzers.flow.records import classes, declared_fields
from reread.analyzers.flow.state import Outcome
from reread.analyzers.flow.structs import (
    Declared,
    any_of,
    container_type,
    declared,
    element_type,
    implementing,
    is_textless,
    named_type,
)
from reread.analyzers.flow.typed_fields import DATA, field_types
from reread.analyzers.syntax import SyntaxTree


class Elsewhere(Protocol):
    """What is known of the functions of other files."""

    def outcome(self, owner: str, name: str) -> Outcome | None:
        """What following a function gave that this file does not have."""
        ...

    def is_class(self, name: str) -> bool:
        """True for a name that stands for a class of another file."""
        ...

    def owner_of(self, parts: tuple[str, ...]) -> str:
        """What a dotted name is as the owner of functions of other files; "" where it is none."""
        ...

    def class_of(self, name: str) -> str:
        """The class that a type of another file stands for; "" where it is none."""
        ...

    def class_of_field(self, owner: str, field: str) -> str:
        """The class of a field of a class of another file; "" where that is not known."""
        ...


class Declarations:
    """The declarations of one file, each found when it is first asked for.

    `methods` are the functions of the file by class and name, `elsewhere` is what is known of other files.
    """

    def __init__(
        self, tree: SyntaxTree, methods: Mapping[tuple[str, str], Any], elsewhere: Elsewhere | None = None
    ) -> None:
        self._tree = tree
        self._methods = methods
        self._elsewhere = elsewhere
        self._types: dict[str, dict[str, str]] = {}
        self._classes = {owner for owner, _ in methods if owner}

    def is_kept(self, name: str) -> bool:
        """True for a field that always has the value that its definition gives it.

        In Java it has to be private: frameworks fill those with annotations, other classes those without.
        """
        is_java = self._tree.language.name == "java"
        return name in self.kept_fields if is_java else name not in self.changed_fields

    @cached_property
    def kept_fields(self) -> frozenset[str]:
        """The private fields without annotations that get a value where they are defined, and nowhere else."""
        text = self._tree.root.text or b""
        private = _PRIVATE_FIELD.findall(text)
        given = Counter(first or second for first, second in _GIVEN.findall(text)) if private else {}
        return frozenset(name.decode() for name in private if given[name] == 1)

    @cached_property
    def changed_fields(self) -> frozenset[str]:
        """The names of the fields that the file sets, or puts something into.

        Of Python also those that are declared with a type: who makes a data class or a model may give them.
        """
        text = self._tree.root.text or b""
        found = frozenset(name.decode() for name in _CHANGED_FIELD.findall(text))
        if self._tree.language.name != "python":
            return found
        return found | frozenset(name.decode() for name in _TYPED_FIELD.findall(text))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The names that the file declares for what carries no text."""
        return number_names(self._tree)

    @cached_property
    def class_places(self) -> dict[str, int]:
        return classes(self._tree)

    def record(self, name: str) -> tuple[str, ...] | None:
        """The fields that a class of the file declares; None for all other names."""
        start = self.class_places.get(name)
        return None if start is None else declared_fields(self._tree, start)

    @cached_property
    def constants(self) -> frozenset[str]:
        """The names that a file of Go declares as constants, outside of its functions."""
        if self._tree.language.name != "go":
            return frozenset()
        declarations = [node for node in self._tree.root.named_children if node.type == "const_declaration"]
        specs = [spec for node in declarations for spec in node.named_children if spec.type == "const_spec"]
        return frozenset(self._tree.text(name) for spec in specs for name in spec.children_by_field_name("name"))

    @cached_property
    def _java_classes(self) -> Classes | None:
        return Classes(self._tree) if self._tree.language.name == "java" else None

    def is_functional(self, name: str) -> bool:
        """True for the only method of an interface of Java that the file declares."""
        return self._java_classes is not None and name in self._java_classes.functional

    @cached_property
    def declared(self) -> Declared:
        """The structs or classes, and the interfaces of the file."""
        return declared_classes(self._tree) if self._tree.language.name in JAVASCRIPT else declared(self._tree)

    def class_of(self, type_: str) -> str:
        """The class of what is declared with a type, where it has methods or fields that are known."""
        if self._java_classes is not None:
            return self._java_classes.class_of(type_)
        name = class_name(type_) if self._tree.language.name in JAVASCRIPT else named_type(type_)
        if name in self._classes or name in self.declared.structs:
            return name
        if not name and self._tree.language.name == "go":
            return container_type(type_)
        if name in self.declared.interfaces:
            return any_of(implementing(self.declared.interfaces[name], self._methods))
        return self._elsewhere.class_of(name) if name and self._elsewhere is not None else ""

    def class_of_field(self, owner: str, field: str) -> str:
        """The class of a field of a struct or an element of a list; a type without text as it is written.

        Of Python the type of a field of a model or a form, as it is written.
        """
        if self._tree.language.name == "python":
            return self.types_of(owner.removeprefix(DATA)).get(field, "")
        if self._java_classes is not None:
            return self._java_classes.class_of_field(owner, field)
        struct = self.declared.structs.get(owner)
        typed = element_type(owner) if struct is None else struct.fields.get(field, "")
        if is_textless(typed):
            return typed
        if struct is not None or typed:
            return self.class_of(typed)
        return self._elsewhere.class_of_field(owner, field) if self._elsewhere is not None else ""

    def types_of(self, name: str) -> dict[str, str]:
        """The types of the fields of a class of Python."""
        if name not in self._types:
            self._types[name] = field_types(self._tree, self.class_places, name)
        return self._types[name]

    def fields_of(self, name: str) -> tuple[str, ...]:
        struct = self.declared.structs.get(name)
        return () if struct is None else tuple(struct.fields)

    def embedded(self, owner: str) -> tuple[str, ...]:
        """The names of the fields that a struct has its types for."""
        struct = self.declared.structs.get(owner)
        return () if struct is None else tuple(name.rpartition(".")[2] for name in struct.embedded)

    def is_class(self, name: str) -> bool:
        return name in self._classes or (self._elsewhere is not None and self._elsewhere.is_class(name))


_CHANGED_FIELD = re.compile(
    rb"\.(#?\w+)(?:\[[^\]\n]*\])*\s*"
    rb"(?:[-+|&*/%]?=(?!=)|\.(?:append|add|push|put|set|update|extend|insert|setdefault|unshift|pop|assign)\()"
)

_TYPED_FIELD = re.compile(
    rb"^[ \t]+(?![A-Z0-9_]+[ \t]*:)(\w+)[ \t]*:(?!=|[^=\n]*(?:ClassVar|Final)\b)[^=\n]*=(?!=)", re.MULTILINE
)
"""Not of constants, which are written in capitals"""

_PRIVATE_FIELD = re.compile(rb"(?:[;{}]|\*/|//[^\n]*\n)\s*private\s+(?:static\s+)?\w+\s+(\w+)\s*=(?!=)")
_GIVEN = re.compile(rb"\b(\w+)\s*(?:(?:[-+*/%|&^]|<<|>>>?)?=(?!=)|\+\+|--)|(?:\+\+|--)\s*(?:this\.)?(\w+)\b")
