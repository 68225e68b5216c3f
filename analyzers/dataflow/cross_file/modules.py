"""Files that import each other, each read when a function of it is first asked for: what it does for those who call it.

What one file says about another is a matter of levels: a summary of level 2 knows those of level 1 of the files it
calls, and so on; at level 0 calls of other files are unknown calls. So circles end, and a summary depends on nothing
but the texts of the files, not on who asked first.
"""

from __future__ import annotations

from typing import Any

from reread.analyzers.dataflow.cross_file.call_graph import Calls
from reread.analyzers.dataflow.cross_file.imports import Links, links_of
from reread.analyzers.dataflow.cross_file.known_libraries import library_names
from reread.analyzers.dataflow.cross_file.symbol_resolution import Names
from reread.analyzers.dataflow.cross_file.workspace import FileLabels, Files, Resolution, Rules
from reread.analyzers.dataflow.domain.facets import PathElement
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.language import semantics_of
from reread.analyzers.dataflow.domain.type_ref import Kind, TypeRef
from reread.analyzers.dataflow.domain.value import AbstractValue, without
from reread.analyzers.dataflow.ir.scopes import does_nothing
from reread.analyzers.dataflow.summaries.file_analysis import FileAnalysis
from reread.analyzers.dataflow.summaries.function_units import Unit, units_of
from reread.analyzers.dataflow.summaries.relevance import Relevance
from reread.analyzers.dataflow.summaries.table import SummaryOptions
from reread.analyzers.syntax import SyntaxTree, parse
from reread.analyzers.text import Document

LEVELS = 3
"""How many files a value may pass through after the one that is looked at."""
_MOST_MODULES = 1500
"""Files that are kept; all are forgotten before the next one is looked at."""


class Modules:
    """The files that were read, by their URIs.

    They know each other, so what is forgotten is released, which nobody may be in the middle of using.
    """

    def __init__(self, files: Files, rules: Rules, settings: SummaryOptions) -> None:
        self.files = files
        self.rules = rules
        self.settings = settings
        self._known: dict[str, Module | None] = {}
        self._outdated: list[Module] = []

    def __len__(self) -> int:
        return len(self._known)

    @property
    def size(self) -> int:
        """The code points of the texts of all of them."""
        return sum(len(module.document.text) for module in self._known.values() if module is not None)

    def begin(self) -> None:
        """Before a file is looked at: forgets what was read when that is much, or when any of it has changed."""
        if len(self._known) > _MOST_MODULES:
            self._outdate()
        self._release()

    def forget(self) -> None:
        """Files have changed."""
        self._outdate()
        self._release()

    def _release(self) -> None:
        for module in self._outdated:
            module.release()
        self._outdated.clear()

    def _outdate(self) -> None:
        self._outdated += (module for module in self._known.values() if module is not None)
        self._known.clear()

    def module(self, document: Document) -> Module | None:
        """The file of a document; None for languages whose values are not interpreted."""
        return self._module(document, None)

    def shared(self, tree: SyntaxTree) -> Module | None:
        """The file that was parsed already, for those who import it as well; None where they see another text."""
        document = self.files.same(tree.document)
        return None if document is None else self._module(document, tree)

    def _module(self, document: Document, parsed: SyntaxTree | None) -> Module | None:
        known = self._known.get(document.uri)
        if known is not None and known.document is document:
            return known
        if known is not None:
            # Summaries that knew the old text are wrong now.
            self._outdate()
        tree = parse(document) if parsed is None else parsed.of(document)
        made = None if tree is None or tree.language.matching is None else Module(self, tree)
        self._known[document.uri] = made
        return made

    def by_uri(self, uri: str) -> Module | None:
        """A file that was read before; None for all others."""
        return self._known.get(uri)


class Module:
    """One file, as others see it."""

    def __init__(self, modules: Modules, tree: SyntaxTree) -> None:
        self.modules = modules
        self.tree = tree
        self.document = tree.document
        self.semantics = semantics_of(tree.language.name)
        self.units = units_of(tree, {})
        self.by_name = {(unit.site.owner, unit.site.name): unit for unit in self.units[1:]}
        self.links: Links = links_of(tree)
        self.classes = (
            frozenset(unit.site.owner for unit in self.units if unit.site.owner)
            | self.links.bases.keys()
            | self.links.declared.structs.keys()
        )
        # What the rules remember of it: which entries were tried, and where they matched.
        self.tried: set[int] = set()
        self.places: dict[int, Any] = {}
        self._sources: dict[int, int] | None = None
        self._sinks: dict[int, int] | None = None
        self._labellings: dict[int, FileLabels] = {}
        self._files: dict[tuple[int, int], FileAnalysis] = {}
        self._summaries: dict[tuple[int, int, int], FunctionSummary | None] = {}
        self.names = Names(self)
        self.calls = Calls(self)
        for unit in self.units:
            unit.placement.document_of = self.document

    def release(self) -> None:
        """Let go of all that leads back here, which would wait for the garbage collector. Nothing is asked after it."""
        self._files.clear()
        self._summaries.clear()
        del self.names, self.calls

    @property
    def sources(self) -> dict[int, int]:
        """The rules that have sources in functions, as bits by the ids of these."""
        if self._sources is None:
            self._sources = self.modules.rules.sources(self)
        return self._sources

    @property
    def sinks(self) -> dict[int, int]:
        if self._sinks is None:
            self._sinks = self.modules.rules.sinks(self)
        return self._sinks

    def labelling(self, stake: int = 0) -> FileLabels:
        """What rules say about the file; with the bits of rules at `stake`, what may bring these a finding."""
        found = self._labellings.get(stake)
        if found is None:
            found = self._labellings[stake] = self.modules.rules.labelling(self, stake)
        return found

    def summary(self, owner: str, name: str, level: int, stake: int = 0) -> FunctionSummary | None:
        """What a function does for those who call it in another file; None where nothing can be said.

        With the bits of some rules at `stake` that is only whether these may find anything at all: a function without
        their sources and sinks, that changes nothing it is given, is an unknown one, which passes all taint on.
        """
        unit = self.by_name.get((owner, name))
        if unit is None:
            return None
        key = (id(unit), level, stake)
        if key not in self._summaries:
            matters = (
                not stake
                or stake & (self.calls.sink_bits(unit, level) | self.calls.source_bits(unit))
                or self.calls.changes_given(unit, level)
            )
            self._summaries[key] = self._summary(unit, level, stake) if matters else None
        return self._summaries[key]

    def _summary(self, unit: Unit, level: int, stake: int) -> FunctionSummary | None:
        file = self._files.get((level, stake))
        if file is None:
            specs = self.labelling(stake)
            pruning = Relevance if stake else _Unpruned
            reach = pruning(self.units, specs.sources, specs.sinks, specs.labelled(), calls=True)
            elsewhere = Elsewhere(self, level, stake) if level else None
            file = self._files[level, stake] = FileAnalysis(
                self.tree, reach, specs.of, self.modules.settings, elsewhere, library_names(self.tree)
            )
        summary = file.exported_summary(unit)
        if summary.failed or unit.function is None or does_nothing(unit.function):
            return None
        return self._exported(summary)

    def _exported(self, summary: FunctionSummary) -> FunctionSummary:
        """Without what belongs to this file alone.

        Of what becomes of parameters only that counts which other parameters bring: a function that is given the whole
        program, to set something up, would else taint all of it with what some handler puts there one day.
        """
        certain = self.modules.settings.taint_bits.full
        return summary._replace(
            flows=(),
            globals=(),
            environment=None,
            returned=self._exported_value(summary.returned),
            effects=tuple(
                (number, path, without(self._exported_value(value), certain)) for number, path, value in summary.effects
            ),
            is_elsewhere=True,
        )

    def _exported_value(self, value: AbstractValue) -> AbstractValue:
        """The value with types that other files understand, and without code of this one."""
        fields = None
        if value.fields:
            fields = {key: self._exported_value(field) for key, field in value.fields.items()}
        type_ = None if value.type is None else self._exported_type(value.type)
        symbol, constant = value.symbol, value.constant
        return AbstractValue(
            value.taint, value.trace, fields, None, type_, symbol, constant, size=value.size, sanitized=value.sanitized
        )

    def _exported_type(self, type_: TypeRef) -> TypeRef | None:
        """The type with the URI of its file; None for what is none in other files."""
        if type_.uri or type_.kind in (Kind.CHECKED_DATA, Kind.LOOP_BODY):
            return type_
        name = type_.class_name
        if not name:
            return None
        found = Resolution((self,), name) if name in self.classes else self.names.local(name)
        return found.type if found is not None and found.owner and not found.name else None


class Elsewhere:
    """What a file asks about others, at a level."""

    __slots__ = ("_level", "_module", "_stake")

    def __init__(self, module: Module, level: int, stake: int = 0) -> None:
        self._module = module
        self._level = level
        self._stake = stake

    def summary(self, type_: TypeRef | None, name: str) -> FunctionSummary | None:
        """The summary of a function or method that the file does not have itself."""
        found = self._module.names.function(type_, name)
        for module in () if found is None else found.modules:
            summary = (
                module.summary(found.owner, found.name, self._level - 1, self._stake) if found is not None else None
            )
            if summary is not None:
                return summary
        return None

    def is_class(self, name: str) -> bool:
        """True for a name that stands for a class of another file."""
        found = self._module.names.named(tuple(name.split(".")))
        return found is not None and bool(found.owner) and not found.name

    def type_of(self, parts: tuple[str, ...]) -> TypeRef | None:
        """The module or class of another file that a dotted name is; None for all else."""
        found = self._module.names.named(parts)
        return None if found is None or found.name else found.type

    def class_of(self, name: str) -> TypeRef | None:
        """The class that a type of another file stands for: a struct, or the one struct that fits an interface."""
        return self._module.names.class_of(name)

    def class_of_field(self, type_: TypeRef, field: PathElement) -> TypeRef | None:
        """The class of a field of a class of another file; None where that is not known."""
        if type_.kind != Kind.CLASS or len(type_.classes) > 1:
            return None
        owner, uri = type_.classes[0]
        if uri:
            module = self._module.modules.by_uri(uri)
            return None if module is None else module.names.class_of_field(owner, field)
        found = self._module.names.named(tuple(owner.split(".")))
        if found is None or found.name or not found.owner:
            return None
        return found.modules[0].names.class_of_field(found.owner, field)


class _Unpruned(Relevance):
    """Of a file that is asked about one function all that this one calls is interpreted."""

    def meets_taint(self, unit: Unit) -> bool:
        return True
