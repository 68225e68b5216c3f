"""What a file of JavaScript or TypeScript declares."""

from __future__ import annotations

from functools import cached_property

from reread.analyzers.dataflow.declarations.file_declarations import Declarations
from reread.analyzers.dataflow.declarations.structs import Declared
from reread.analyzers.dataflow.languages.javascript.class_fields import class_name, declared_classes


class File(Declarations):
    @cached_property
    def declared(self) -> Declared:
        return declared_classes(self.tree)

    def name_in(self, type_: str) -> str:
        return class_name(type_)
