"""What functions of a document do, each interpreted when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, Never

from reread.analyzers.dataflow.declarations.file_declarations import OtherFiles, declarations_of
from reread.analyzers.dataflow.domain.environment import Environment
from reread.analyzers.dataflow.domain.facets import PathElement
from reread.analyzers.dataflow.domain.file_context import (
    DeclarationLookup,
    FileContext,
    FunctionLookup,
    InterpreterOptions,
    VariableLookup,
    steps_of,
)
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.language import semantics_of
from reread.analyzers.dataflow.domain.state import NO_HOOKS, Hooks
from reread.analyzers.dataflow.domain.taint_bits import TaintBits
from reread.analyzers.dataflow.domain.taint_specs import TaintSpecs
from reread.analyzers.dataflow.domain.type_ref import TypeRef
from reread.analyzers.dataflow.domain.value import AbstractValue, Fields
from reread.analyzers.dataflow.interpreter.interpreter import interpret
from reread.analyzers.dataflow.ir.language_modules import SEMANTICS, module_of
from reread.analyzers.dataflow.ir.lowering import lower
from reread.analyzers.dataflow.ir.nodes import Function
from reread.analyzers.dataflow.summaries.dependencies import Answers, Dependencies, same_to_callers, still_holds
from reread.analyzers.dataflow.summaries.function_units import Known, Unit
from reread.analyzers.dataflow.summaries.relevance import Relevance
from reread.analyzers.syntax import SyntaxTree

_MOST_STEPS = 150_000
_MOST_STEPS_OF_MODULE = 30_000
_MOST_NESTED = 12
_MOST_ROUNDS = 3
_MOST_NESTED_WITHOUT_TAINT = 2
"""How deep functions are interpreted that only pass values on."""


def _no(question: object) -> bool:
    return False


def _none(question: object) -> None:
    return None


def _nothing(question: object) -> tuple[Never, ...]:
    return ()


class SummaryOptions(NamedTuple):
    """`calls` for interpreting calls within the file, `extras` for what goes beyond the rule language.

    `rules` says which rules the bits are about.
    """

    taint_bits: TaintBits
    calls: bool = True
    extras: bool = True
    rules: Any = None


class SummaryTable:
    """The functions of one document with their summaries; `elsewhere` where other files are known as well.

    `libraries` are the names that the file has from libraries of which it is known what they do.
    """

    def __init__(
        self,
        tree: SyntaxTree,
        reach: Relevance,
        specs: Callable[[Unit], TaintSpecs],
        settings: SummaryOptions,
        elsewhere: OtherFiles | None = None,
        libraries: frozenset[str] = frozenset(),
    ) -> None:
        self.tree = tree
        self.reach = reach
        self.units = units = reach.units
        self.specs = specs
        self.settings = settings
        self.elsewhere = elsewhere
        self.libraries = libraries
        self.summaries: dict[int, FunctionSummary] = {}
        self.interpreting: list[int] = []
        self.partial: dict[int, FunctionSummary] = {}
        self.semantics = semantics_of(tree.language.name)
        self.hooks = _hooks_of(tree.language.name)
        self.inherited: dict[tuple[int, str], FunctionSummary] = {}
        self.module_summaries: dict[int, FunctionSummary] | None = None
        self.busy: set[int] = set()
        self.by_name = {(unit.site.owner, unit.site.name): unit for unit in units}
        self.declarations = declarations_of(tree, self.by_name, elsewhere)
        self.variables: Environment = {}
        self.fields: dict[str, Fields] = {}

    def function_of(self, unit: Unit) -> Function:
        if unit.function is None:
            unit.lowered(lower(self.tree, unit.site))
        assert unit.function is not None
        return unit.function

    def given_up(self) -> list[str]:
        """The names of the functions that were too large to be interpreted; of a module, some of its statements."""
        return [unit.site.name for unit in self.units if (known := self.summaries.get(id(unit))) and known.failed]

    def summary(self, unit: Unit) -> FunctionSummary:
        """The summary of a function."""
        found = self.summaries.get(id(unit))
        if found is None:
            self.busy.add(id(unit))
            specs = self.specs(unit)
            found = self.known(unit, specs)
            if found is None:
                found = self.interpreted(unit, specs)
            self.busy.discard(id(unit))
            self.summaries[id(unit)] = found
        return found

    @property
    def summary_context(self) -> tuple[SummaryOptions, bool]:
        """What summaries depend on besides the code; of those for other files names are believed."""
        return self.settings, self.module_summaries is not None

    def known(self, unit: Unit, specs: TaintSpecs) -> FunctionSummary | None:
        """What an earlier run found, where all that it asked for still has the same answer."""
        answers = self.answers(unit.site.owner)
        for known in unit.known:
            if (
                known.context == self.summary_context
                and known.specs.same_as(specs)
                and still_holds(known.dependencies, answers)
            ):
                return known.summary
        return None

    def interpreted(self, unit: Unit, specs: TaintSpecs) -> FunctionSummary:
        """Interprets a function. One that calls itself is interpreted again, with what it was found to do before."""
        self.interpreting.append(id(unit))
        for _ in range(_MOST_ROUNDS):
            dependencies = Dependencies(self.answers(unit.site.owner))
            summary = interpret(
                self.function_of(unit), unit.placement, specs, self.context(unit, dependencies), self.hooks
            )
            before = self.partial.get(id(unit))
            if before is None or same_to_callers(before, summary):
                break
            self.partial[id(unit)] = summary
        self.interpreting.pop()
        # What it asked of itself follows from the rest.
        own = self.partial.pop(id(unit), None)
        kept = tuple(each for each in dependencies.all() if own is None or not self.asks_for(unit, each[0], each[1]))
        unit.remember(Known(specs, self.summary_context, kept, summary))
        return summary

    def asks_for(self, unit: Unit, kind: str, question: Any) -> bool:
        """True for the question for the summary of a function itself."""
        if kind != "summary":
            return False
        type_, name = question
        return self.by_name.get(("" if type_ is None else type_.class_name, name)) is unit

    def itself(self, unit: Unit) -> FunctionSummary | None:
        """What a function that is being interpreted does, as far as is known; only it itself may ask."""
        if not self.semantics.gives_all_arguments or not self.interpreting or self.interpreting[-1] != id(unit):
            return None
        return self.partial.setdefault(id(unit), FunctionSummary())

    def answers(self, owner: str) -> Answers:
        """What can be asked of the file from a function of the class `owner`."""
        elsewhere, declarations = self.elsewhere, self.declarations
        return {
            "summary": lambda function: self.summary_of(*function),
            "class": declarations.is_class,
            "variable": self.variables.get,
            "field": lambda name: self.field(owner, name),
            "bases": lambda name: self.reach.bases.get(name, ()),
            "number": lambda name: name in declarations.numbers,
            "kept": declarations.is_constant_field,
            "record": declarations.record,
            "class of": declarations.class_of,
            "class of field": lambda field: self.class_of_field(*field),
            "field type": lambda field: declarations.field_type(*field),
            "validators": lambda field: declarations.validators(*field),
            "functional": declarations.is_functional,
            "fields of": declarations.fields_of,
            "embedded": declarations.embedded,
            "library": self.libraries.__contains__,
            "type": lambda parts: None if elsewhere is None else elsewhere.type_of(parts),
        }

    def context(self, unit: Unit, dependencies: Dependencies) -> FileContext:
        return FileContext(
            InterpreterOptions(
                self.settings.taint_bits,
                guards=self.settings.extras,
                mutators=self.settings.extras,
                trusts_names=self.module_summaries is not None,
                most_steps=(_MOST_STEPS if unit.site.name else _MOST_STEPS_OF_MODULE) + steps_of(len(unit.key[1])),
            ),
            self.functions(dependencies),
            self.declared(dependencies),
            VariableLookup(
                dependencies.of("variable"),
                dependencies.of("field"),
                dependencies.of("kept") if self.settings.extras else _no,
            ),
            self.semantics,
        )

    def functions(self, dependencies: Dependencies) -> FunctionLookup:
        summary = dependencies.of("summary")
        calls = self.settings.calls
        return FunctionLookup(
            (lambda type_, name: summary((type_, name))) if calls else lambda type_, name: None,
            dependencies.of("functional") if calls else _no,
            None if self.elsewhere is None else dependencies.of("type"),
        )

    def declared(self, dependencies: Dependencies) -> DeclarationLookup:
        calls, extras = self.settings.calls, self.settings.extras
        return DeclarationLookup(
            is_class=dependencies.of("class") if calls else _no,
            bases_of=dependencies.of("bases") if calls else _nothing,
            is_number=dependencies.of("number") if extras else _no,
            record=dependencies.of("record") if extras else _none,
            class_of=dependencies.of("class of") if calls else _none,
            class_of_field=dependencies.of("class of field") if calls else _none,
            field_type=dependencies.of("field type") if calls else lambda field: "",
            fields_of=dependencies.of("fields of") if calls else _nothing,
            embedded=dependencies.of("embedded") if calls else _nothing,
            validators=dependencies.of("validators") if calls and extras else _nothing,
            is_library=dependencies.of("library"),
        )

    def class_of_field(self, type_: TypeRef, field: PathElement) -> TypeRef | None:
        """The class of a field: the declared one, or that of the objects that a function gives which fills it."""
        found = self.declarations.class_of_field(type_, field)
        maker = self.declarations.maker_of_field(type_, field) if found is None else ""
        if not maker:
            return found
        owner, _, name = maker.rpartition(".")
        of = self.elsewhere.type_of(tuple(owner.split("."))) if owner and self.elsewhere is not None else None
        summary = self.summary_of(of, name) if of is not None or not owner else None
        return None if summary is None or summary.failed else summary.returned.type

    def field(self, owner: str, name: PathElement) -> AbstractValue | None:
        """What methods put into a field of their objects; those of the classes that a class builds on as well."""
        for each in (owner, *self.reach.bases.get(owner, ())):
            found = self.fields.get(each, {}).get(name)
            if found is not None:
                return found
        return None

    def only_override(self, owner: str, name: str) -> Unit | None:
        """The method of the one class of the file that builds on a class without such a method and has it."""
        found = [
            unit
            for each, bases in self.reach.bases.items()
            if owner in bases and (unit := self.by_name.get((each, name))) is not None
        ]
        return found[0] if len(found) == 1 else None

    def summary_of(self, type_: TypeRef | None, name: str) -> FunctionSummary | None:
        owner = "" if type_ is None else type_.class_name
        if type_ is not None and not owner:
            return self.elsewhere.summary(type_, name) if name and self.elsewhere is not None else None
        unit = self.by_name.get((owner, name))
        if (
            self.semantics.methods_may_lack_code
            and unit is not None
            and unit.site.node.child_by_field_name("body") is None
        ):
            # What an abstract method does, a class says that builds on this one.
            unit = None
        bases = (*self.reach.bases.get(owner, ()), *self.declarations.embedded(owner)) if unit is None and owner else ()
        for base in bases:
            unit = unit or self.by_name.get((base, name))
        if unit is None and owner and name and name[:2] != "__":
            unit = self.only_override(owner, name)
        if unit is None and name and self.elsewhere is not None:
            return self.elsewhere.summary(type_, name)
        if unit is None or not name or len(self.busy) > _MOST_NESTED:
            return None
        if id(unit) in self.busy:
            return self.itself(unit)
        if len(self.busy) > _MOST_NESTED_WITHOUT_TAINT and not self.reach.meets_taint(unit):
            return None
        return self.summary_in(owner, unit) if self.calls_own(owner, unit) else self.summary(unit)

    def calls_own(self, owner: str, unit: Unit) -> bool:
        """True where a class has a method of its own for what an inherited one may call: a template method.

        What a struct embeds calls its own methods in any case.
        """
        if unit.site.owner in (owner, *self.declarations.embedded(owner)):
            return False
        by = owner if self.semantics.omits_abstract_methods else unit.site.owner
        names = (other.site.name for other in self.units if other.site.owner == by)
        return any(name.encode() in unit.words and (owner, name) in self.by_name for name in names)

    def summary_in(self, owner: str, unit: Unit) -> FunctionSummary:
        """The summary of an inherited method on objects of the class that inherits it."""
        key = (id(unit), owner)
        found = self.inherited.get(key)
        if found is None:
            self.busy.add(id(unit))
            function = self.function_of(unit)._replace(owner=owner)
            context = self.context(unit, Dependencies(self.answers(owner)))
            found = self.inherited[key] = interpret(function, unit.placement, self.specs(unit), context, self.hooks)
            self.busy.discard(id(unit))
        return found


@cache
def _hooks_of(language: str) -> Hooks:
    """What is computed for one language alone, by its name."""
    module = module_of(language, SEMANTICS)
    found: Hooks = NO_HOOKS if module is None else module.HOOKS
    return found
