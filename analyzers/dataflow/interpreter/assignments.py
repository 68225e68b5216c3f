"""Statements that assign: what a variable is given, and which other names its object has from then on."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.value import Value, whole
from reread.analyzers.dataflow.interpreter.calls import Calls
from reread.analyzers.dataflow.interpreter.function_values import kept
from reread.analyzers.dataflow.interpreter.partial_application import note_prepared
from reread.analyzers.dataflow.ir.nodes import Assign, Call, Collection, Expression, Index, Name, Parts
from reread.analyzers.dataflow.languages.go.pointers import note_pointer, presence, write_behind
from reread.analyzers.dataflow.sanitizers.guard_invalidation import forget


class Assignments(Calls):
    """The statements that assign, send and define a type."""

    def assign(self, statement: Assign) -> None:
        value = kept(statement.value, self.value(statement.value), self)
        if statement.operator == "<-":
            self.send(statement.target, value)
            return
        if statement.operator:
            value = self.operation(statement.operator, [self.value(statement.target), value], statement)
        if statement.type:
            value = self.declared(statement.type, value)
            means = self.world.semantics
            if means.declares_constants or (means.declares_classes and not value.constant):
                value = self.owned(value, self.world.class_of(statement.type))
        points = self.world.semantics.has_pointers and self.world.guards
        if points:
            value = presence(statement, value, self)
        if not isinstance(statement.value, Name):
            value = self.tested(value, statement.value)
        sinks = self.marks.at.get((statement.start, statement.end))
        if sinks and sinks[2]:
            target = statement.target
            self.check(sinks[2], self.union([value, self.peek(target.key)]) if isinstance(target, Index) else value)
        self.assign_to(statement.target, value, statement.start, statement.end)
        forget(statement.target, statement.value, self)
        if points:
            note_pointer(statement, self)
            write_behind(statement.target, value, self)
        if isinstance(statement.value, Call):
            note_prepared(statement.value, self)
            self.world.semantics.after_assignment(statement.target, statement.value, self)
        if isinstance(statement.target, Name) and not statement.operator:
            self.note_other_name(statement.target.name, statement.value, value, statement.type)

    def note_other_name(self, name: str, e: Expression, value: Value, type_: str) -> None:
        """`a = b` gives an object another name, and after `p := &x` what `*p` is assigned is in x.

        Structs and arrays of Go that are not behind a pointer are copied.
        """
        self.copied.discard(name)
        if self.world.semantics.has_structs and self.is_copied(e, type_):
            self.copied.add(name)
        elif isinstance(e, Name):
            if value.fields or value.owner or value.size is not None:
                self.note_alias(name, e.name)
        elif isinstance(e, Parts) and e.type == "&" and isinstance(e.parts[0], Name):
            self.note_alias(name, e.parts[0].name)

    def is_copied(self, e: Expression, type_: str) -> bool:
        """True where a variable has a struct itself: `T{}`, `*p`, `var x T`, or what another such variable has."""
        if isinstance(e, Name) and e.name in self.copied:
            return True
        if isinstance(e, Parts) and not e.type and len(e.parts) == 1 and isinstance(e.parts[0], Name):
            return e.parts[0].start == e.start + 1
        made = e.type if isinstance(e, Collection) else type_
        return made[1:2].isdigit() if made[:1] == "[" else bool(self.world.fields_of(made))

    def send(self, channel: Expression, value: Value) -> None:
        """Puts a value into a channel, where whoever has it finds it."""
        self.value(channel)
        place = self.place_of(channel)
        if place is not None:
            self.taint_place(place, whole(value))
