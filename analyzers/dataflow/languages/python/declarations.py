"""What a file of Python declares."""

from __future__ import annotations

import re
from functools import cached_property

from reread.analyzers.dataflow.declarations.file_declarations import Declarations
from reread.analyzers.dataflow.declarations.structs import Declared
from reread.analyzers.dataflow.domain.facets import PathElement
from reread.analyzers.dataflow.domain.type_ref import TypeRef
from reread.analyzers.dataflow.domain.validators import Validator
from reread.analyzers.dataflow.languages.python.data_classes import classes, declared_fields
from reread.analyzers.dataflow.languages.python.field_validators import validators
from reread.analyzers.dataflow.languages.python.held_objects import held_objects
from reread.analyzers.dataflow.languages.python.typed_fields import field_types

_TYPED_FIELD = re.compile(
    rb"^[ \t]+(?![A-Z0-9_]+[ \t]*:)(\w+)[ \t]*:(?!=|[^=\n]*(?:ClassVar|Final)\b)[^=\n]*=(?!=)", re.MULTILINE
)
"""Not of constants, which are written in capitals"""


class File(Declarations):
    @cached_property
    def changed_fields(self) -> frozenset[str]:
        """Also those that are declared with a type: who makes a data class or a model may give them."""
        found = _TYPED_FIELD.findall(self.tree.root.text or b"")
        return super().changed_fields | frozenset(name.decode() for name in found)

    @cached_property
    def class_places(self) -> dict[str, int]:
        return classes(self.tree)

    @cached_property
    def _validators(self) -> dict[str, dict[str, list[Validator]]]:
        return {}

    @cached_property
    def _types(self) -> dict[str, dict[str, str]]:
        return {}

    def record(self, name: str) -> tuple[str, ...] | None:
        start = self.class_places.get(name)
        return None if start is None else declared_fields(self.tree, start)

    @cached_property
    def declared(self) -> Declared:
        return held_objects(self.tree)

    def class_of_field(self, type_: TypeRef, field: PathElement) -> TypeRef | None:
        """The class of the object that a field holds."""
        struct = self.declared.structs.get(type_.class_name) if type_.class_name else None
        held = struct.fields.get(field, "") if struct is not None and isinstance(field, str) else ""
        if held:
            return self.class_of(held)
        return None if self.elsewhere is None else self.elsewhere.class_of_field(type_, field)

    def field_type(self, type_: TypeRef, field: PathElement) -> str:
        name = type_.checked_class
        if name not in self._types:
            self._types[name] = field_types(self.tree, self.class_places, name)
        return self._types[name].get(field, "") if isinstance(field, str) else ""

    def validators(self, owner: str, field: PathElement) -> tuple[Validator, ...]:
        if owner not in self._validators:
            self._validators[owner] = validators(self.tree, self.class_places, owner)
        found = self._validators[owner]
        return (*found.get(field, ()), *found.get("*", ())) if found and isinstance(field, str) else ()
