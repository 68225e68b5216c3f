"""Assigning to anything that stands on the left of an assignment: names, fields, elements, and several at once."""

from __future__ import annotations

from reread.analyzers.dataflow.declarations.scalar_types import plain_type
from reread.analyzers.dataflow.declarations.structs import KEYS
from reread.analyzers.dataflow.declarations.typed_fields import DATA
from reread.analyzers.dataflow.domain.taint_specs import Sanitizer, Source
from reread.analyzers.dataflow.domain.value import CLEAN, Path, Value, joined, tainted_with, whole, without
from reread.analyzers.dataflow.interpreter.access_paths import Variables
from reread.analyzers.dataflow.ir.nodes import (
    Assigned,
    Call,
    Collection,
    Expression,
    Function,
    Index,
    Literal,
    Member,
    Name,
    Parameter,
)
from reread.analyzers.dataflow.sanitizers.correlated_guards import note_filled

Range = tuple[int, int]


class Targets(Variables):
    """What assigning to a place does."""

    def receiver_is_first(self, function: Function) -> bool:
        """True when the first parameter is the object of the method."""
        if not function.owner or not self.world.semantics.gets_object or not function.parameters:
            return False
        return "@staticmethod" not in function.decorators

    def receive(self, parameter: Parameter, value: Value, number: int, function: Range, written: bool = False) -> None:
        """Binds a parameter as the function, from start to end, is entered; `written` by a call in the code itself."""
        if parameter.default is not None:
            value = joined(value, self.value(parameter.default)) if value.mask else self.value(parameter.default)
        is_object = number == -1 and parameter.name in ("self", "cls")
        # A closure that is called with what the program wrote there is given nothing else.
        for source in self.marks.sources if not value.constant and not written else ():
            # In Semgrep, too, the object is no parameter that a metavariable stands for.
            if is_object and source.start >= parameter.start:
                continue
            if self.covers_parameter(source, parameter, function):
                value = self.sourced(source, value, parameter)
        for sanitizer in self.marks.sanitizers:
            if self.covers_parameter(sanitizer, parameter, function):
                value = without(value, sanitizer.bits)
        value = self.declared(parameter.type, value)
        if isinstance(parameter.default, Call) and value.mask and self.world.semantics.declares_patterns:
            value = self.of_pattern(_pattern_in(parameter.default), value)
        if parameter.type and self.world.semantics.checks_forms and value.mask and not value.owner:
            name = plain_type(parameter.type)
            value = (
                self.owned(value, DATA + name) if name[:1].isupper() and self.world.record(name) is not None else value
            )
        if parameter.type and self.world.semantics.declares_classes:
            value = self.owned(value, self.world.class_of(parameter.type))
            if self.world.fields_of(parameter.type):
                self.copied.add(parameter.name)
        self.env[parameter.name] = value
        if parameter.target is not None:
            self.assign_to(parameter.target, value, parameter.start, parameter.end)

    def covers_parameter(self, mark: Source | Sanitizer, parameter: Parameter, function: Range) -> bool:
        """True for a mark around the parameter, or on its name or its type and name."""
        if mark.start <= parameter.start and parameter.end <= mark.end:
            # What is said of exactly one value, as of what a call gives back, says nothing about what the functions in
            # it are called with.
            return not mark.exact or (function[0] <= mark.start and mark.end <= function[1])
        if not (parameter.start <= mark.start and mark.end <= parameter.end):
            return False
        default = parameter.default
        return default is None or not (default.start <= mark.start and mark.end <= default.end)

    def assign_to(self, target: Expression, value: Value, start: int, end: int) -> None:
        """Assigns to any place, after what the marks on it say."""
        marks = self.marks.at.get((target.start, target.end))
        if marks is not None:
            for source in marks[0]:
                value = self.sourced(source, value, target)
            for sanitizer in marks[1]:
                value = without(value, sanitizer.bits)
            if marks[2]:
                self.check([sink for sink in marks[2] if sink.focused], value)
        if self.clean:
            value = without(value, self.clean)
        if value.mask and value.trace is not None:
            value = value.replaced(value.mask, self.step(value, start, end, "assign"), value.fields)
        if isinstance(target, Collection):
            self.destructure(target, value, start, end)
        elif isinstance(target, Assigned):
            self.assign_to(target.target, joined(value, self.value(target.value)), start, end)
        elif isinstance(target, Name) and self.is_field(target.name):
            self.write("this", (target.name,), value)
        elif isinstance(target, Name):
            self.rebind(target.name, value)
        else:
            self.assign_inside(target, value)
        if self.marks.propagators:
            self.propagated(target, value)

    def rebind(self, name: str, value: Value) -> None:
        """Gives a variable another value. It may now be another name of a parameter."""
        self.env[name] = value
        self.roots.pop(name, None)
        if self.around:
            self.around.pop(name, None)
        if name in self.aliases:
            self.aliases.pop(name).discard(name)
        for key in [key for key in self.mutated if key[0] == name]:
            del self.mutated[key]
        if value.symbol is not None and not value.symbol.path:
            self.roots[name] = value.symbol.parameter

    def assign_inside(self, target: Expression, value: Value) -> None:
        """Assigns to a field or an element."""
        if isinstance(target, (Member, Index)):
            inside, key = self.value(target.object), CLEAN
            if isinstance(target, Index):
                key = self.value(target.key)
            elif inside.owner and self.set_property(target, inside, value):
                return
        else:
            inside = key = CLEAN
        place = self.place_of(target)
        if place is None:
            return
        if place[1] is None:
            known = self.known_part(target)
            self.taint_place(known, whole(value))
            if key.mask and inside.owner[:4] == "map[":
                self.note_key(known, key)
            return
        self.write_field(place[0], place[1], value)
        if self.world.semantics.empty_is_false and isinstance(target, Index):
            note_filled(target.object, self.env)
        if not place[1] and place[0] in self.roots:
            # Behind a pointer: who gave it finds the value there.
            self.mutated[place[0], ()] = True

    def write_field(self, root: str, path: Path, value: Value) -> None:
        """Writes what is assigned to a field. What is given as a copy, and not behind a pointer, is its own."""
        is_own = root in self.copied and len(path) == 1 and (root, path) not in self.mutated
        self.write(root, path, value)
        if is_own:
            self.mutated.pop((root, path), None)

    def note_key(self, place: tuple[str, Path], key: Value) -> None:
        """A key that is not written in the code comes into a map."""
        taint = whole(key)
        map_ = self.at_path(self.variable(place[0]), place[1])
        if len(place[1]) < 3 and taint.mask & ~(0 if map_ is None else map_.mask):
            known = CLEAN if map_ is None or not map_.fields else map_.fields.get(KEYS, CLEAN)
            self.write(place[0], (*place[1], KEYS), tainted_with(known, taint))

    def set_property(self, target: Member, inside: Value, value: Value) -> bool:
        """Calls the method that sets what is written like a field; False where there is none."""
        raise NotImplementedError

    def destructure(self, target: Collection, value: Value, start: int, end: int) -> None:
        for number, entry in enumerate(target.entries):
            if entry.spread:
                inner = _rest(value, target, number)
            elif isinstance(entry.key, Literal):
                inner = self.read(value, str(entry.key.value))
            elif isinstance(entry.key, Name):
                inner = self.read(value, entry.key.name)
            else:
                inner = self.read(value, str(number))
            self.assign_to(entry.value, inner, start, end)


def _rest(value: Value, target: Collection, number: int) -> Value:
    """What the fields and elements before `...rest` leave of a value."""
    before = target.entries[:number]
    if not value.fields:
        return whole(value)
    if any(entry.key is not None for entry in before):
        named = {str(entry.key.value) for entry in before if isinstance(entry.key, Literal)}
        named |= {entry.key.name for entry in before if isinstance(entry.key, Name)}
        fields = {key: field for key, field in value.fields.items() if key not in named}
        return Value(value.mask, value.trace, fields or None)
    if value.size is None or number + 1 < len(target.entries) or number > value.size:
        return whole(value)
    fields = {str(int(key) - number): field for key, field in value.fields.items() if int(key) >= number}
    return Value(value.mask, value.trace, fields or None, size=value.size - number)


def _pattern_in(call: Call) -> str | None:
    """The regular expression in `Query(..., pattern="...")`."""
    for argument in call.arguments:
        if argument.name in ("pattern", "regex") and isinstance(argument.value, Literal):
            return argument.value.value if isinstance(argument.value.value, str) else None
    return None
