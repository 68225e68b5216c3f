"""Files that import each other, as name resolution, the call graph and the rules see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from reread.analyzers.dataflow.cross_file.imports import Import, Links
from reread.analyzers.dataflow.domain.facets import PathElement
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.language import Semantics
from reread.analyzers.dataflow.domain.taint_specs import TaintSpecs
from reread.analyzers.dataflow.domain.type_ref import TypeRef, class_type, function_type
from reread.analyzers.dataflow.summaries.function_units import Unit
from reread.analyzers.syntax import SyntaxTree
from reread.analyzers.text import Document

Visited = set[tuple[int, str, str]]
"""The names that were looked for on the way, by the file."""


class Resolution(NamedTuple):
    """What a name stands for: a function, a method, a class (without `name`), or a module (without both)."""

    modules: tuple[SourceModule, ...]
    owner: str = ""
    name: str = ""

    @property
    def type(self) -> TypeRef:
        """The class or the module as the type of functions, or the function itself, as other files name it."""
        uri = self.modules[0].document.uri
        return function_type(self.name, self.owner, uri) if self.name else class_type(self.owner, uri)


class Files(Protocol):
    """The files of a workspace."""

    def find(self, document: Document, module: str) -> Sequence[Document]:
        """The files that a module stands for in a file, in an order that is always the same; none that is unknown.

        `module` is written as in `imports.Import`. The same file is the same object while its content is the same.
        """
        ...

    def same(self, document: Document) -> Document | None:
        """The text of a document as those who import it see it; None where that is another one."""
        ...


class FileLabels(Protocol):
    """What rules say about a file: `sources` and `sinks` are bits by the id of a function."""

    sources: dict[int, int]
    sinks: dict[int, int]

    def labelled(self) -> set[int]: ...

    def of(self, unit: Unit) -> TaintSpecs: ...


class Rules(Protocol):
    """What rules say about files, found out as far as it is asked for."""

    everything: int
    """The bits of all rules."""

    def possible_sources(self, document: Document) -> int:
        """The rules that a file may have sources of, by its words."""
        ...

    def possible(self, module: SourceModule, unit: Unit) -> tuple[int, int]:
        """The rules that a function may have sources of and those that it may have sinks of, by its words."""
        ...

    def sources(self, module: SourceModule) -> dict[int, int]:
        """The rules that have sources in functions, as bits by the ids of these."""
        ...

    def sinks(self, module: SourceModule) -> dict[int, int]: ...

    def labelling(self, module: SourceModule, stake: int) -> FileLabels: ...


class ModuleNames(Protocol):
    """What names stand for in one file; see `symbol_resolution.Names`."""

    imported: dict[str, list[Import]]
    open: list[Import]

    def found(self, module: str) -> tuple[SourceModule, ...]: ...

    def named(self, parts: tuple[str, ...], seen: Visited | None = None) -> Resolution | None: ...

    def local(self, name: str, seen: Visited | None = None) -> Resolution | None: ...

    def own(self, name: str, seen: Visited | None = None) -> Resolution | None: ...

    def exported(self, name: str, seen: Visited) -> Resolution | None: ...

    def method(self, owner: str, name: str, seen: Visited) -> Resolution | None: ...

    def method_here(self, owner: str, name: str, seen: Visited) -> Resolution | None: ...

    def implementing(self, interface: str) -> TypeRef | None: ...

    def class_of(self, type_: str) -> TypeRef | None: ...

    def class_of_field(self, owner: str, field: PathElement) -> TypeRef | None: ...


class ModuleCalls(Protocol):
    """What the functions of one file may call in others; see `call_graph.Calls`."""

    def source_bits(self, unit: Unit) -> int: ...

    def sink_bits(self, unit: Unit, level: int) -> int: ...

    def changes_given(self, unit: Unit, level: int) -> bool: ...

    def methods(self, owner: str) -> tuple[dict[bytes, list[Unit]], list[Unit]]: ...

    def functions(self) -> dict[bytes, list[Unit]]: ...

    def classes_made(self, unit: Unit) -> tuple[tuple[SourceModule, str], ...]: ...


class SourceModules(Protocol):
    """The files that were read."""

    @property
    def files(self) -> Files: ...

    @property
    def rules(self) -> Rules: ...

    def module(self, document: Document) -> SourceModule | None: ...

    def by_uri(self, uri: str) -> SourceModule | None: ...


class SourceModule(Protocol):
    """One file; see `modules.Module`."""

    tried: set[int]
    places: dict[int, Any]

    @property
    def modules(self) -> SourceModules: ...

    @property
    def tree(self) -> SyntaxTree: ...

    @property
    def document(self) -> Document: ...

    @property
    def semantics(self) -> Semantics: ...

    @property
    def units(self) -> list[Unit]: ...

    @property
    def by_name(self) -> Mapping[tuple[str, str], Unit]: ...

    @property
    def links(self) -> Links: ...

    @property
    def classes(self) -> frozenset[str]: ...

    @property
    def names(self) -> ModuleNames: ...

    @property
    def calls(self) -> ModuleCalls: ...

    @property
    def sources(self) -> dict[int, int]: ...

    @property
    def sinks(self) -> dict[int, int]: ...

    def summary(self, owner: str, name: str, level: int, stake: int) -> FunctionSummary | None: ...
