"""What functions of a document do, each followed when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from reread.analyzers.dataflow.declarations.file_declarations import Elsewhere, declarations_of
from reread.analyzers.dataflow.domain.environment import Environment, Outcome, World
from reread.analyzers.dataflow.domain.masks import Masks
from reread.analyzers.dataflow.domain.taint_specs import Marks
from reread.analyzers.dataflow.domain.value import Value
from reread.analyzers.dataflow.interpreter.interpreter import interpret
from reread.analyzers.dataflow.ir.lowering import lower
from reread.analyzers.dataflow.ir.nodes import Function
from reread.analyzers.dataflow.language import semantics_of
from reread.analyzers.dataflow.summaries.dependencies import Answers, Asked, same_to_callers, still_holds
from reread.analyzers.dataflow.summaries.function_units import Known, Unit
from reread.analyzers.dataflow.summaries.relevance import Reach
from reread.analyzers.syntax import SyntaxTree

_MOST_STEPS = 150_000
_MOST_STEPS_OF_MODULE = 30_000
_MOST_NESTED = 12
_MOST_ROUNDS = 3
_MOST_NESTED_UNMARKED = 2
"""How deep functions are followed that only pass values on."""


class Settings(NamedTuple):
    """`calls` for following calls within the file, `extras` for what goes beyond the rule language.

    `rules` says which rules the bits are about.
    """

    masks: Masks
    calls: bool = True
    extras: bool = True
    rules: Any = None


class Outcomes:
    """The functions of one document with what following them gave; `elsewhere` where other files are known as well."""

    def __init__(
        self,
        tree: SyntaxTree,
        reach: Reach,
        marks: Callable[[Unit], Marks],
        settings: Settings,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        self.tree = tree
        self.reach = reach
        self.units = units = reach.units
        self.marks = marks
        self.settings = settings
        self.elsewhere = elsewhere
        self.outcomes: dict[int, Outcome] = {}
        self.following: list[int] = []
        self.partial: dict[int, Outcome] = {}
        self.semantics = semantics_of(tree.language.name)
        self.inherited: dict[tuple[int, str], Outcome] = {}
        self.module_outcome: dict[int, Outcome] | None = None
        self.busy: set[int] = set()
        self.by_name = {(unit.site.owner, unit.site.name): unit for unit in units}
        self.declarations = declarations_of(tree, self.by_name, elsewhere)
        self.variables: Environment = {}
        self.fields: dict[str, Environment] = {}

    def function_of(self, unit: Unit) -> Function:
        if unit.function is None:
            unit.lowered(lower(self.tree, unit.site))
        assert unit.function is not None
        return unit.function

    def given_up(self) -> list[str]:
        """The names of the functions that were too large to be followed."""
        return [unit.site.name for unit in self.units if (known := self.outcomes.get(id(unit))) and known.failed]

    def outcome(self, unit: Unit) -> Outcome:
        """What following a function gives."""
        found = self.outcomes.get(id(unit))
        if found is None:
            self.busy.add(id(unit))
            marks = self.marks(unit)
            found = self.known(unit, marks)
            if found is None:
                found = self.followed(unit, marks)
            self.busy.discard(id(unit))
            self.outcomes[id(unit)] = found
        return found

    def known(self, unit: Unit, marks: Marks) -> Outcome | None:
        """What an earlier run found, where all it asked for still has the same answer."""
        answers = self.answers(unit.site.owner)
        for known in unit.known:
            if known.context == self.settings and known.marks.same_as(marks) and still_holds(known.asked, answers):
                return known.outcome
        return None

    def followed(self, unit: Unit, marks: Marks) -> Outcome:
        """Follows a function. One that calls itself is followed again, with what it was found to do before."""
        self.following.append(id(unit))
        for _ in range(_MOST_ROUNDS):
            asked = Asked(self.answers(unit.site.owner))
            outcome = interpret(self.function_of(unit), unit, marks, self.world(unit, asked))
            before = self.partial.get(id(unit))
            if before is None or same_to_callers(before, outcome):
                break
            self.partial[id(unit)] = outcome
        self.following.pop()
        # What it asked of itself follows from the rest.
        own = self.partial.pop(id(unit), None)
        kept = tuple(each for each in asked.all() if own is None or self.by_name.get(each[1]) is not unit)
        unit.remember(Known(marks, self.settings, kept, outcome))
        return outcome

    def itself(self, unit: Unit) -> Outcome | None:
        """What a function that is being followed does, as far as is known; only it itself may ask."""
        if not self.semantics.follows_itself or not self.following or self.following[-1] != id(unit):
            return None
        return self.partial.setdefault(id(unit), Outcome())

    def answers(self, owner: str) -> Answers:
        """What can be asked of the file from a function of the class `owner`."""
        elsewhere, declarations = self.elsewhere, self.declarations
        return {
            "outcome": lambda function: self.outcome_of(*function),
            "class": declarations.is_class,
            "variable": self.variables.get,
            "field": lambda name: self.field(owner, name),
            "bases": lambda name: self.reach.bases.get(name, ()),
            "number": lambda name: name in declarations.numbers,
            "kept": declarations.is_kept,
            "record": declarations.record,
            "class of": declarations.class_of,
            "class of field": lambda field: declarations.class_of_field(*field),
            "validators": lambda field: declarations.validators(*field),
            "functional": declarations.is_functional,
            "fields of": declarations.fields_of,
            "embedded": declarations.embedded,
            "owner": lambda parts: None if elsewhere is None else elsewhere.owner_of(parts),
        }

    def world(self, unit: Unit, asked: Asked) -> World:
        calls, extras = self.settings.calls, self.settings.extras
        outcome = asked.of("outcome")
        return World(
            self.settings.masks,
            (lambda owner, name: outcome((owner, name))) if calls else lambda owner, name: None,
            asked.of("class") if calls else lambda name: False,
            asked.of("variable"),
            asked.of("field"),
            asked.of("bases") if calls else lambda name: (),
            asked.of("number") if extras else lambda name: False,
            asked.of("kept") if extras else lambda name: False,
            asked.of("record") if extras else lambda name: None,
            asked.of("class of") if calls else lambda name: "",
            asked.of("class of field") if calls else lambda field: "",
            asked.of("fields of") if calls else lambda name: (),
            asked.of("embedded") if calls else lambda name: (),
            asked.of("functional") if calls and self.semantics.has_anonymous_classes else lambda name: False,
            self.semantics,
            guards=extras,
            mutators=extras,
            most_steps=_MOST_STEPS if unit.site.name else _MOST_STEPS_OF_MODULE,
            owner_of=None if self.elsewhere is None else asked.of("owner"),
            trusts_names=self.module_outcome is not None,
            validators=asked.of("validators") if calls and extras else lambda field: (),
        )

    def field(self, owner: str, name: str) -> Value | None:
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

    def outcome_of(self, owner: str, name: str) -> Outcome | None:
        unit = self.by_name.get((owner, name))
        if (
            self.semantics.has_abstract_methods
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
            return self.elsewhere.outcome(owner, name)
        if unit is None or not name or len(self.busy) > _MOST_NESTED:
            return None
        if id(unit) in self.busy:
            return self.itself(unit)
        if len(self.busy) > _MOST_NESTED_UNMARKED and not self.reach.meets_marks(unit):
            return None
        is_inherited = not self.semantics.has_structs and self.calls_own(owner, unit)
        return self.outcome_in(owner, unit) if is_inherited else self.outcome(unit)

    def calls_own(self, owner: str, unit: Unit) -> bool:
        """True where a class has a method of its own for what an inherited one may call: a template method."""
        if unit.site.owner == owner:
            return False
        by = unit.site.owner if self.semantics.has_sites_of_abstract_methods else owner
        names = (other.site.name for other in self.units if other.site.owner == by)
        return any(name.encode() in unit.words and (owner, name) in self.by_name for name in names)

    def outcome_in(self, owner: str, unit: Unit) -> Outcome:
        """What following an inherited method gives on objects of the class that inherits it."""
        key = (id(unit), owner)
        found = self.inherited.get(key)
        if found is None:
            self.busy.add(id(unit))
            function = self.function_of(unit)._replace(owner=owner)
            world = self.world(unit, Asked(self.answers(owner)))
            found = self.inherited[key] = interpret(function, unit, self.marks(unit), world)
            self.busy.discard(id(unit))
        return found
