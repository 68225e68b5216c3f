"""What a file of Go declares."""

from __future__ import annotations

from functools import cached_property

from reread.analyzers.dataflow.declarations.file_declarations import Declarations
from reread.analyzers.dataflow.declarations.structs import Declared, named_type
from reread.analyzers.dataflow.domain.type_ref import TypeRef
from reread.analyzers.dataflow.languages.go.structs import container_type, declared


class File(Declarations):
    @cached_property
    def constants(self) -> frozenset[str]:
        declarations = [node for node in self.tree.root.named_children if node.type == "const_declaration"]
        specs = [spec for node in declarations for spec in node.named_children if spec.type == "const_spec"]
        return frozenset(self.tree.text(name) for spec in specs for name in spec.children_by_field_name("name"))

    @cached_property
    def declared(self) -> Declared:
        return declared(self.tree)

    def class_of(self, type_: str) -> TypeRef | None:
        return super().class_of(type_) if named_type(type_) else container_type(type_)
