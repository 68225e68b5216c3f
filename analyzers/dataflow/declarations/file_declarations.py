"""What a file declares: its classes, structs and fields, and which of them keep the value that they are given.

One file a language; here is what holds for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Protocol

from reread.analyzers.dataflow.declarations.scalar_types import enums
from reread.analyzers.dataflow.declarations.structs import (
    GIVEN_BY,
    JUDGED_TYPE,
    NOTHING,
    Declared,
    implementing,
    is_textless,
    named_type,
)
from reread.analyzers.dataflow.domain.facets import PathElement
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.language import semantics_of
from reread.analyzers.dataflow.domain.type_ref import JUDGED, TEXTLESS, TypeRef, any_of, class_type, optional_class
from reread.analyzers.dataflow.domain.validators import Validator
from reread.analyzers.dataflow.ir.language_modules import DECLARATIONS, module_of
from reread.analyzers.dataflow.models.library_names import bytes_pattern_with
from reread.analyzers.syntax import SyntaxTree

_CHANGED_FIELD = r"\.(#?\w+)(?:\[[^\]\n]*\])*\s*(?:[-+|&*/%]?=(?!=)|\.{field-changer}\()"


class OtherFiles(Protocol):
    """Lookups in other files."""

    def summary(self, type_: TypeRef | None, name: str) -> FunctionSummary | None:
        """The summary of a function that this file does not have."""
        ...

    def is_class(self, name: str) -> bool:
        """True for a name that stands for a class of another file."""
        ...

    def type_of(self, parts: tuple[str, ...]) -> TypeRef | None:
        """The class or module of another file that a dotted name is; None where it is none."""
        ...

    def class_of(self, name: str) -> TypeRef | None:
        """The class that a type of another file stands for; None where it is none."""
        ...

    def class_of_field(self, type_: TypeRef, field: PathElement) -> TypeRef | None:
        """The class of a field of a class of another file; None where that is not known."""
        ...


class Declarations:
    """The declarations of one file, each found when it is first asked for.

    `methods` are the functions of the file by class and name, `is_elsewhere` is what is known of other files.
    """

    def __init__(
        self, tree: SyntaxTree, methods: Mapping[tuple[str, str], Any], elsewhere: OtherFiles | None = None
    ) -> None:
        self.tree = tree
        self.library = semantics_of(tree.language.name).library
        self.methods = methods
        self.elsewhere = elsewhere
        self.classes = {owner for owner, _ in methods if owner}

    def is_constant_field(self, name: str) -> bool:
        """True for a field that always has the value that its definition gives it."""
        return name not in self.changed_fields

    @cached_property
    def changed_fields(self) -> frozenset[str]:
        """The names of the fields that the file sets, or puts something into."""
        found = bytes_pattern_with(_CHANGED_FIELD, self.library).findall(self.tree.root.text or b"")
        return frozenset(name.decode() for name in found)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The names that the file declares for what carries no text."""
        return enums(self.tree, self.library)

    def record(self, name: str) -> tuple[str, ...] | None:
        """The fields that a class of the file declares, as its constructor is given them; None for all other names."""
        return None

    @cached_property
    def constants(self) -> frozenset[str]:
        """The names of the module that the language itself keeps from being changed."""
        return frozenset()

    def is_functional(self, name: str) -> bool:
        """True for the only method of an interface that the file declares: a lambda may stand for it."""
        return False

    @cached_property
    def declared(self) -> Declared:
        """The structs or classes, and the interfaces of the file."""
        return NOTHING

    def name_in(self, type_: str) -> str:
        """The one name in a type as it is written; "" for all other types."""
        return named_type(type_)

    def class_of(self, type_: str) -> TypeRef | None:
        """The class of what is declared with a type, where it has methods or fields that are known."""
        name = self.name_in(type_)
        if name in self.classes or name in self.declared.structs:
            return optional_class(name)
        if name in self.declared.interfaces:
            return any_of([*map(class_type, implementing(self.declared.interfaces[name], self.methods))])
        return self.elsewhere.class_of(name) if name and self.elsewhere is not None else None

    def class_of_field(self, type_: TypeRef, field: PathElement) -> TypeRef | None:
        """The class of a field of a struct or an element of a list; None where it is not known."""
        struct = self.declared.structs.get(type_.class_name) if type_.class_name else None
        if struct is not None and field in struct.checked:
            return TEXTLESS
        typed = type_.element if struct is None else struct.fields.get(field, "") if isinstance(field, str) else ""
        if is_textless(typed, self.library):
            return TEXTLESS
        if typed == JUDGED_TYPE:
            return JUDGED
        if struct is not None or typed:
            return self.class_of(typed)
        return self.elsewhere.class_of_field(type_, field) if self.elsewhere is not None else None

    def maker_of_field(self, type_: TypeRef, field: PathElement) -> str:
        """The function, as it is written, whose result a class of this file puts into a field; "" for all others."""
        struct = self.declared.structs.get(type_.class_name) if type_.class_name else None
        held = struct.fields.get(field, "") if struct is not None and isinstance(field, str) else ""
        return held.removesuffix(GIVEN_BY) if held.endswith(GIVEN_BY) else ""

    def field_type(self, type_: TypeRef, field: PathElement) -> str:
        """The type of a field of a form or a model as it is written; "" where there is none."""
        return ""

    def validators(self, owner: str, field: PathElement) -> tuple[Validator, ...]:
        """The methods of a class of the file that check one of its fields before anybody sees it."""
        return ()

    def fields_of(self, name: str) -> tuple[str, ...]:
        struct = self.declared.structs.get(name)
        return () if struct is None else tuple(struct.fields)

    def embedded(self, owner: str) -> tuple[str, ...]:
        """The names of the fields that a struct has its types for."""
        struct = self.declared.structs.get(owner)
        return () if struct is None else tuple(name.rpartition(".")[2] for name in struct.embedded)

    def is_class(self, name: str) -> bool:
        return name in self.classes or (self.elsewhere is not None and self.elsewhere.is_class(name))


def declarations_of(
    tree: SyntaxTree, methods: Mapping[tuple[str, str], Any], elsewhere: OtherFiles | None = None
) -> Declarations:
    """The declarations of a file, as its language writes them."""
    module = module_of(tree.language.name, DECLARATIONS)
    made = Declarations if module is None else module.File
    found: Declarations = made(tree, methods, elsewhere)
    return found
