"""The values of expressions."""

from __future__ import annotations

from typing import Any

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.declarations.structs import ELEMENT, KEYS, element_type
from reread.analyzers.dataflow.declarations.typed_fields import CHECKED, DATA
from reread.analyzers.dataflow.domain.request_state import shared_name
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    CONSTANT,
    Value,
    field_of,
    joined,
    opened,
    tainted_with,
    whole,
    without,
)
from reread.analyzers.dataflow.interpreter.collections import has_known_keys
from reread.analyzers.dataflow.interpreter.function_values import is_function, kept
from reread.analyzers.dataflow.interpreter.generators import longer
from reread.analyzers.dataflow.interpreter.operations import Operations
from reread.analyzers.dataflow.ir.nodes import (
    Assigned,
    Call,
    Choice,
    Closure,
    Collection,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    Operation,
    Parts,
    Sequence,
    Text,
    Yield,
)
from reread.analyzers.dataflow.languages.go.library import cut
from reread.analyzers.dataflow.languages.java.naming import is_matcher
from reread.analyzers.dataflow.sanitizers.regex_guards import Regex

_EACH = "\0each"
"""As a field: what a generator yields."""

_OF_CLASSES = frozenset({"__class__", "__name__", "__qualname__", "__module__"})
"""What the code itself calls a class, whatever its objects hold"""


class Expressions(Operations):
    """The evaluation of expressions in one function."""

    def value(self, expression: Expression) -> Value:
        """The value of an expression, which is evaluated with all its effects."""
        self.tick()
        marks = self.marks.at.get((expression.start, expression.end))
        if marks is None:
            result = self.plain_value(expression)
            if self.inside or self.clean:
                result = self.in_ranges(result)
        else:
            result = self.marked_value(expression, *marks)
        if self.open_sinks:
            self.check(self.open_sinks, result)
        if self.marks.needed and (expression.start, expression.end) in self.marks.needed:
            self.seen[expression.start, expression.end] = self.taint_of(result)[0]
        if self.marks.propagators:
            result = self.propagated(expression, result)
        return result

    def plain_value(self, e: Expression) -> Value:
        kind = type(e)
        if kind is Name:
            return self.variable(e.name)  # type: ignore[union-attr]
        if kind is Literal:
            return self.literal(e.value)  # type: ignore[union-attr, arg-type]
        if kind is Member:
            return self.part(self.member(e))  # type: ignore[arg-type]
        if kind is Call:
            return self.call(e)  # type: ignore[arg-type]
        if kind is Index:
            return self.part(self.indexed(e))  # type: ignore[arg-type]
        if kind is Operation:
            return self.operation(e.operator, self.operands(e), e)  # type: ignore[union-attr, arg-type]
        if kind is Text:
            return self.part(self.union([self.shown(part, self.value(part)) for part in e.parts]))  # type: ignore[union-attr]
        if kind is Collection:
            return self.collection(e)  # type: ignore[arg-type]
        if kind is Choice:
            return self.choice(e)  # type: ignore[arg-type]
        if kind is Assigned:
            return self.assigned(e)  # type: ignore[arg-type]
        if kind is Closure:
            return self.closure(e)  # type: ignore[arg-type]
        if kind is Yield:
            self.give_next(e)  # type: ignore[arg-type]
            return CLEAN
        if kind is Sequence:
            values = [self.value(part) for part in e.parts]  # type: ignore[union-attr]
            return values[-1] if values else CLEAN
        values = [self.value(part) for part in e.parts]  # type: ignore[union-attr]
        if len(values) > 1 and self.world.semantics.has_anonymous_classes and self.world.guards:
            return self.anonymous(e, values)  # type: ignore[arg-type]
        if len(values) != 1:
            return self.union(values)
        return self.asserted(values[0], e.type) if e.type else values[0]  # type: ignore[union-attr]

    def asserted(self, value: Value, type_: str) -> Value:
        """`x.(T)` of Go: what is known of a T."""
        return value if type_ == "&" else self.owned(self.declared(type_, value), self.world.class_of(type_))

    def anonymous(self, e: Parts, values: list[Value]) -> Value:
        """An object of an anonymous class: of one method it is that function, of several it has them as fields."""
        methods = {
            part.function.name: value
            for part, value in zip(e.parts, values, strict=True)
            if isinstance(part, Closure) and part.function.name
        }
        made = e.parts[0]
        if not methods or not isinstance(made, Call) or not made.new:
            return self.union(values)
        if len(methods) == 1:
            return next(iter(methods.values()))
        return Value(values[0].mask, values[0].trace, methods)

    def member(self, e: Member) -> Value:
        value = self.value(e.object)
        if e.name in _OF_CLASSES and self.world.semantics.has_special_methods and self.world.guards:
            return CONSTANT
        if shared := shared_name(e, self.world.semantics.shared_objects):
            return tainted_with(self.variable(shared), Value(value.mask, value.trace))
        got = self.property(e, value) if value.owner else None
        found = self.number(e.name, self.read(value, e.name) if got is None else got)
        if not found.mask or got is not None:
            return found
        found = self.checked(e, value, found) if e.name in CHECKED else found
        return self.validated(e, value.owner, e.name, found) if value.owner else found

    def checked(self, e: Member, form: Value, found: Value) -> Value:
        """What a form or a serializer has checked: `form.cleaned_data`, or one of its fields, `form.page.data`."""
        if not self.world.semantics.checks_forms or not self.world.guards:
            return found
        if isinstance(e.object, Member) and (owner := self.peek(e.object.object).owner):
            found = self.declared(self.world.class_of_field((owner, e.object.name)), found)
            return self.validated(e, owner, e.object.name, found)
        return self.owned(found, DATA + form.owner) if form.owner[:1].isalpha() else found

    def validated(self, e: Expression, owner: str, field: str, found: Value) -> Value:
        """What the methods of a class that check one of its fields leave of the value."""
        raise NotImplementedError

    def property(self, e: Member, value: Value) -> Value | None:
        """What a method gives that is read like a field; None where there is no such method."""
        raise NotImplementedError

    def item(self, e: Index, inside: Value, key: Value) -> Value | None:
        raise NotImplementedError

    def literal(self, value: str | int | float | bool | None) -> Value:
        if isinstance(value, str) and value.startswith("/") and self.world.semantics.has_regex_literals:
            return Value(constant=True, literal=Regex(value))
        return Value(constant=True, literal=value)

    def indexed(self, e: Index) -> Value:
        value = self.value(e.object)
        if isinstance(e.key, Sequence) and not e.key.parts:
            return self.iterated(value)
        if self.world.semantics.has_slices and isinstance(e.key, Parts) and e.key.parts and self.world.guards:
            part = cut(value, e.key, self)
            if part is not None:
                return part
        key = self.value(e.key)
        if value.owner and self.world.semantics.has_special_methods and str(key.literal) not in (value.fields or ()):
            given = self.item(e, value, key)
            if given is not None:
                return given
        if key.literal is not UNKNOWN and key.literal is not None:
            found = self.element_at(value, key.literal)
            if not found.mask or not value.owner.startswith(DATA):
                return found
            return self.validated(e, value.owner, str(key.literal), found)
        if value.constant and self.world.guards:
            return CONSTANT
        result = self.element(value)
        if is_function(result):
            return result
        if result.literal is not UNKNOWN:
            # With that key there may be nothing.
            result = CONSTANT if result.constant else CLEAN
        if key.mask and not self.masks.safe_indexes:
            return self.union([result, key])
        return self.union([result, without(key, self.masks.safe_indexes)]) if key.mask else result

    def element_at(self, value: Value, key: Any) -> Value:
        """The element with a known key. Positions from the end are those of a list whose length is known."""
        if isinstance(key, int) and key < 0 and value.size is not None:
            key += value.size
        elif isinstance(key, int) and key < 0 and value.fields:
            return self.element(value)
        text = value.literal
        if isinstance(text, str) and isinstance(key, int) and -len(text) <= key < len(text):
            found = ord(text[key]) if self.world.semantics.characters_are_numbers else text[key]
            return Value(constant=True, literal=found)
        return self.read(value, str(key))

    def element(self, value: Value) -> Value:
        """Any element of a value."""
        value = opened(value)
        if not value.owner or not element_type(value.owner):
            return self.any_of(value)
        return self.of_struct(value, ELEMENT) if value.symbol is not None else self.of_list(value, self.any_of(value))

    def any_of(self, value: Value) -> Value:
        """Any element of a value, whatever its type declares."""
        if not value.fields:
            return CONSTANT if value.constant and not value.mask else whole(value)
        fields = value.fields
        if KEYS in fields:
            fields = {name: each for name, each in fields.items() if name != KEYS} or {"": CLEAN}
        if value.mask:
            return whole(value.replaced(value.mask, value.trace, fields))
        first, *rest = fields.values()
        for other in rest:
            first = joined(first, other)
        return first

    def give_next(self, e: Yield) -> None:
        value = self.yielded(self.value(e.value))
        number = self.turns.get((e.start, e.end)) if self.turns else None
        known = None if number is None else longer(self.returned, number, value)
        if known is None:
            self.give_back(value)
        else:
            self.returned = known

    def yielded(self, value: Value) -> Value:
        """What a generator gives back for one that it yields: loops find it there with its fields."""
        if not value.fields or not self.world.semantics.yields_objects:
            return value
        everything = self.union([value])
        return Value(everything.mask, everything.trace, {_EACH: value})

    def iterated(self, value: Value) -> Value:
        """What a loop goes through: the elements, but the keys of what a dictionary of Python is known to hold."""
        if value.fields and _EACH in value.fields:
            return value.fields[_EACH]
        if self.world.semantics.loops_give_keys and value.fields:
            if has_known_keys(value):
                return CONSTANT
            if KEYS in value.fields and (not value.mask or value.fields[KEYS].lacks):
                return self.read(value, KEYS)
        return self.element(value)

    def collection(self, e: Collection) -> Value:
        fields: dict[str, Value] = {}
        spread = CLEAN
        keyed: list[str] = []
        constant = True
        for number, entry in enumerate(e.entries):
            key = str(number)
            if entry.key is not None:
                key_value = self.value(entry.key)
                constant = constant and key_value.constant
                literal = entry.key.value if isinstance(entry.key, Literal) else None
                name = entry.key.name if isinstance(entry.key, Name) else ""
                if literal is None and key_value.mask:
                    if self.world.semantics.loops_give_keys and self.world.guards and not entry.spread:
                        fields[KEYS] = tainted_with(fields.get(KEYS, CLEAN), whole(key_value))
                        name = ""
                    else:
                        spread = self.union([spread, key_value])
                key = str(literal) if literal is not None else name
                keyed.append(key)
            value = opened(self.value(entry.value)) if entry.spread else self.value(entry.value)
            value = kept(entry.value, value, self)
            constant = constant and value.constant
            if entry.spread and value.fields and not value.mask:
                fields.update(value.fields)
            elif entry.spread or not key or number > 60:
                spread = self.union([spread, value])
                if entry.spread and value.mask:
                    # It may have any key, and what comes later counts: `{command: "ls", ...body}`.
                    before = dict.fromkeys((*keyed, *fields))
                    fields.update({each: joined(fields.get(each, CLEAN), field_of(value, each)) for each in before})
            elif value.mask or value.fields or value.closure is not None or value.constant or value.owner or fields:
                fields[key] = value
        is_list = all(entry.key is None and not entry.spread for entry in e.entries)
        size = len(e.entries) if is_list and len(e.entries) < 60 and self.world.guards else None
        owner = self.world.class_of(e.type) if e.type else ""
        if owner[:4] == "map[":
            size = None
        elif owner and is_list and not element_type(owner):
            names = self.world.fields_of(e.type)
            fields = {names[int(key)] if int(key) < len(names) else key: field for key, field in fields.items()}
            size = None
        constant = constant and bool(e.entries)
        if spread.mask and self.world.semantics.loops_give_keys and _has_computed_key(e):
            # Values are not keys.
            keys = fields.get(KEYS, CLEAN)
            fields[KEYS] = Value(keys.mask, keys.trace, lacks=spread.mask & ~keys.mask)
        return Value(spread.mask, spread.trace, fields or None, owner=owner, constant=constant, size=size)

    def assigned(self, e: Assigned) -> Value:
        value = self.value(e.value)
        if e.operator:
            value = self.operation(e.operator, [self.value(e.target), value], e)
        marks = self.marks.at.get((e.start, e.end))
        if marks and marks[2]:
            self.check(marks[2], value)
        self.assign_to(e.target, value, e.start, e.end)
        return value

    def tested(self, value: Value, e: Expression) -> Value:
        """The value, remembering the condition that it is the outcome of."""
        if self.world.semantics.has_matchers and isinstance(e, Call) and is_matcher(e):
            return Value(value.mask, value.trace, value.fields, test=e)
        if isinstance(e, Sequence) and self.world.semantics.empty_is_false and self.world.guards:
            value = value.replaced(value.mask, value.trace, value.fields)
            value.test = e
            return value
        if isinstance(e, (Operation, Call)) and self.world.guards and value.closure is None and not value.fields:
            if value.symbol is not None or value.size is not None or value.encoded is not None:
                return value
            return Value(value.mask, value.trace, None, None, value.owner, None, value.constant, e, value.literal)
        return value


def _has_computed_key(e: Collection) -> bool:
    """True for `{k: v for ... if ...}`, which has no other keys than those that were chosen so."""
    entry = e.entries[0] if len(e.entries) == 1 else None
    return entry is not None and not entry.spread and isinstance(entry.key, Choice)
