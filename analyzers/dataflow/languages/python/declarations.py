"""What a file of Python declares."""

from __future__ import annotations

import re
from functools import cached_property

from reread.analyzers.dataflow.declarations.data_classes import classes, declared_fields
from reread.analyzers.dataflow.declarations.field_validators import validators
from reread.analyzers.dataflow.declarations.file_declarations import Declarations
from reread.analyzers.dataflow.declarations.typed_fields import DATA, field_types
from reread.analyzers.dataflow.domain.validators import Validator

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

    def class_of_field(self, owner: str, field: str) -> str:
        """The type of a field of a model or a form, as it is written."""
        name = owner.removeprefix(DATA)
        if name not in self._types:
            self._types[name] = field_types(self.tree, self.class_places, name)
        return self._types[name].get(field, "")

    def validators(self, owner: str, field: str) -> tuple[Validator, ...]:
        if owner not in self._validators:
            self._validators[owner] = validators(self.tree, self.class_places, owner)
        found = self._validators[owner]
        return (*found.get(field, ()), *found.get("*", ())) if found else ()
