"""The values of expressions."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from reread.analyzers.flow.containers import has_known_keys
from reread.analyzers.flow.folding import UNKNOWN, folded
from reread.analyzers.flow.go_calls import cut
from reread.analyzers.flow.java_names import is_matcher
from reread.analyzers.flow.patterns import Regex
from reread.analyzers.flow.program import (
    JAVASCRIPT,
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
    Statement,
    Text,
    Yield,
)
from reread.analyzers.flow.shared import shared_name
from reread.analyzers.flow.structs import ELEMENT, KEYS, element_type
from reread.analyzers.flow.tables import is_function, kept
from reread.analyzers.flow.typed_fields import CHECKED, DATA
from reread.analyzers.flow.values import CLEAN, CONSTANT, Value, field_of, joined, opened, tainted_with, whole, without
from reread.analyzers.flow.variables import Variables

_COMPARISONS = frozenset({"==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "not in", "is", "is not", "instanceof"})
_NEGATIONS = frozenset({"!", "not"})
_BOOLEANS = frozenset({"&&", "||"})
_BOOLEAN_LOGIC = frozenset({"go", "java"})
_ARITHMETIC = frozenset({"-", "/", "//", "**"})
_OF_NUMBERS = frozenset({"*", "%", "&", "|", "^", "~", "<<", ">>", ">>>", "&^"})
"""What gives a number as well, but in Python, where texts are repeated and filled in, and sets put together."""
_OF_SETS = frozenset({"&", "-"})
_SETS = frozenset({"set", "frozenset"})
_SAYS_NOTHING = frozenset({"typeof", "void", "delete"})
"""Operators of JavaScript whose outcome has nothing of the text of their operand."""

_EACH = "\0each"
"""As a field: what a generator yields."""

_OF_CLASSES = frozenset({"__class__", "__name__", "__qualname__", "__module__"})
"""What the code itself calls a class, whatever its objects hold"""
_MERGES = frozenset({"|", "|="})

_EITHER = frozenset({"or", "and", "||", "&&", "??", "?:"})
_OR = frozenset({"or", "||", "?:"})
_AND = frozenset({"and", "&&"})
_GIVE_OPERANDS = JAVASCRIPT | {"python"}
"""Languages in which the outcome of `a and b` is one of the two."""
_AND_OR = frozenset({"and", "&&", "or", "||"})


class Expressions(Variables):
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
            self.give_back(self.yielded(self.value(e.value)))  # type: ignore[union-attr, arg-type]
            return CLEAN
        if kind is Sequence:
            values = [self.value(part) for part in e.parts]  # type: ignore[union-attr]
            return values[-1] if values else CLEAN
        values = [self.value(part) for part in e.parts]  # type: ignore[union-attr]
        if len(values) > 1 and self.world.language == "java" and self.world.guards:
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
        if e.name in _OF_CLASSES and self.world.language == "python" and self.world.guards:
            return CONSTANT
        if shared := shared_name(e, self.world.language):
            return tainted_with(self.variable(shared), Value(value.mask, value.trace))
        got = self.property(e, value) if value.owner else None
        found = self.number(e.name, self.read(value, e.name) if got is None else got)
        return self.checked(e, value, found) if found.mask and e.name in CHECKED and got is None else found

    def checked(self, e: Member, form: Value, found: Value) -> Value:
        """What a form or a serializer has checked: `form.cleaned_data`, or one of its fields, `form.page.data`."""
        if self.world.language != "python" or not self.world.guards:
            return found
        if isinstance(e.object, Member) and (owner := self.peek(e.object.object).owner):
            return self.declared(self.world.class_of_field((owner, e.object.name)), found)
        return self.owned(found, DATA + form.owner) if form.owner[:1].isalpha() else found

    def property(self, e: Member, value: Value) -> Value | None:
        """What a method gives that is read like a field; None where there is no such method."""
        raise NotImplementedError

    def item(self, e: Index, inside: Value, key: Value) -> Value | None:
        raise NotImplementedError

    def literal(self, value: str | int | float | bool | None) -> Value:
        if isinstance(value, str) and value.startswith("/") and self.world.language in JAVASCRIPT:
            return Value(constant=True, literal=Regex(value))
        return Value(constant=True, literal=value)

    def part(self, value: Value) -> Value:
        """What an expression takes out of another value, for rules in which only assignments carry taint."""
        return without(value, self.masks.only_assignments) if self.masks.only_assignments else value

    def operands(self, e: Operation) -> list[Value]:
        """The values of the operands; of `a and b` the second one is as it is where the first one holds."""
        if e.operator not in _AND_OR or not self.world.guards:
            return [self.value(each) for each in e.operands]
        holds = e.operator not in _OR
        values = [self.value(e.operands[0])]
        for before, operand in pairwise(e.operands):
            if values[-1].literal is not UNKNOWN and bool(values[-1].literal) is not holds:
                break
            values.append(self.value_where(before, holds, operand))
        return values

    def value_where(self, condition: Expression, holds: bool, e: Expression) -> Value:
        """The value of an expression that is evaluated only where a condition holds, or where it does not."""
        places = self.vouched_places(condition, holds)
        if not places and not _assigns(e):
            return self.value(e)
        outside, live = self.env, self.live
        self.env = outside.copy()
        for (root, path), bits in places.items():
            self.vouch(root, path, bits)
        value = self.value(e)
        self.merge(outside, live)
        return value

    def operation(self, operator: str, values: list[Value], e: Expression | Statement) -> Value:
        if self.world.guards and all(value.literal is not UNKNOWN for value in values):
            known = folded(operator.removesuffix("=") or operator, [value.literal for value in values])
            if operator in _COMPARISONS:
                known = folded(operator, [value.literal for value in values])
            return Value(constant=True, literal=known)
        if operator in _SAYS_NOTHING and self.world.guards:
            return CLEAN
        if operator.strip("=") in _EITHER and self.world.guards and values[0].literal is not UNKNOWN:
            values = _chosen(operator.strip("="), values)
            if len(values) == 1:
                return values[0]
        if operator in _OF_SETS and self.world.language == "python" and self.world.guards:
            if operator == "&" and any(value.constant for value in values):
                # What is in one of a few known values, too.
                return CONSTANT
            if operator == "-" and isinstance(e, Operation) and any(map(_is_set, e.operands)):
                return self.union(values)
        if operator == "%":
            values = self.formatted(values, e)
        if operator in _MERGES and self.world.language == "python" and (merged := _merged(values)) is not None:
            return merged
        result = self.union(values)
        if operator.strip("=") in _EITHER and len(values) > 1 and not result.mask:
            return values[-1] if values[-1].closure is not None else result
        if operator in _AND and result.mask and self.world.guards and self.world.language in _GIVE_OPERANDS:
            # The left one is the outcome only where it is false, empty or nothing.
            return CLEAN if values[-1].constant else values[-1]
        if result.mask:
            if self.masks.only_assignments:
                result = without(result, self.masks.only_assignments)
            if operator in _COMPARISONS:
                result = without(result, self.masks.safe_comparisons | self.masks.safe_booleans)
            elif operator in _NEGATIONS or (operator in _BOOLEANS and self.world.language in _BOOLEAN_LOGIC):
                result = without(result, self.masks.safe_booleans)
            elif self.is_arithmetic(operator, e):
                result = without(result, self.masks.safe_numbers)
        return result

    def formatted(self, values: list[Value], e: Expression | Statement) -> list[Value]:
        """What `%` puts into a text."""
        values = [opened(value) for value in values]
        if isinstance(e, Operation) and len(values) == 2 and values[1].owner:
            return [values[0], self.shown(e.operands[1], values[1])]
        return values

    def shown(self, e: Expression, value: Value) -> Value:
        """What is seen of a value that becomes a part of a text."""
        raise NotImplementedError

    def is_arithmetic(self, operator: str, e: Expression | Statement) -> bool:
        """True for an operation that gives a number. `+` joins texts, too, and `/` of Python joins paths."""
        plain = operator.removesuffix("=")
        if plain == "+" or (plain == "/" and self.world.language == "python"):
            return self.has_number(e)
        return plain in _ARITHMETIC or (plain in _OF_NUMBERS and self.world.language != "python")

    def has_number(self, e: Expression | Statement) -> bool:
        """True for an operation with a number written in it, unless it goes on with a text: `"a" + x + 2`."""
        operands = e.operands if isinstance(e, Operation) else (getattr(e, "value", None),)
        if not any(isinstance(each, Literal) and type(each.value) in (int, float) for each in operands):
            return False
        return not any(map(_is_text, operands))

    def indexed(self, e: Index) -> Value:
        value = self.value(e.object)
        if isinstance(e.key, Sequence) and not e.key.parts:
            return self.iterated(value)
        if self.world.language == "go" and isinstance(e.key, Parts) and e.key.parts and self.world.guards:
            part = cut(value, e.key, self)
            if part is not None:
                return part
        key = self.value(e.key)
        if value.owner and self.world.language == "python" and str(key.literal) not in (value.fields or ()):
            given = self.item(e, value, key)
            if given is not None:
                return given
        if key.literal is not UNKNOWN and key.literal is not None:
            return self.element_at(value, key.literal)
        if value.constant and self.world.guards:
            return CONSTANT
        result = self.element(value)
        if is_function(result):
            return result
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
            found = ord(text[key]) if self.world.language == "go" else text[key]
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

    def yielded(self, value: Value) -> Value:
        """What a generator gives back for one that it yields: loops find it there with its fields."""
        if not value.fields or self.world.language not in JAVASCRIPT:
            return value
        everything = self.union([value])
        return Value(everything.mask, everything.trace, {_EACH: value})

    def iterated(self, value: Value) -> Value:
        """What a loop goes through: the elements, but the keys of what a dictionary of Python is known to hold."""
        if value.fields and _EACH in value.fields:
            return value.fields[_EACH]
        if self.world.language == "python" and value.fields:
            if has_known_keys(value):
                return CONSTANT
            if KEYS in value.fields and not value.mask:
                return value.fields[KEYS]
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
                    if self.world.language == "python" and self.world.guards and not entry.spread:
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
        return Value(spread.mask, spread.trace, fields or None, owner=owner, constant=constant, size=size)

    def choice(self, e: Choice) -> Value:
        decided = self.decided(self.value(e.condition))
        if decided is not None:
            chosen = e.then if decided else e.other
            return kept(chosen, self.value(chosen), self)
        before = self.env
        self.env = before.copy()
        self.assume(e.condition, True)
        then = kept(e.then, self.value(e.then), self) if self.live else CLEAN
        after, live = self.env, self.live
        self.env, self.live = before, True
        self.assume(e.condition, False)
        other = kept(e.other, self.value(e.other), self) if self.live else CLEAN
        self.merge(after, live)
        self.live = True
        return joined(then, other)

    def decided(self, condition: Value) -> bool | None:
        """What a condition is, where that is known."""
        known = condition.literal
        return known if isinstance(known, bool) and self.world.guards else None

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
        if self.world.language == "java" and isinstance(e, Call) and is_matcher(e):
            return Value(value.mask, value.trace, value.fields, test=e)
        if isinstance(e, (Operation, Call)) and self.world.guards and value.closure is None and not value.fields:
            if value.symbol is not None or value.size is not None or value.encoded is not None:
                return value
            return Value(value.mask, value.trace, None, None, value.owner, None, value.constant, e, value.literal)
        return value


def _merged(values: list[Value]) -> Value | None:
    """Two dictionaries that are one now; None for all else."""
    if len(values) != 2 or not all(each.fields and each.size is None and not each.owner for each in values):
        return None
    one, other = values
    if other.mask:
        return None
    return Value(one.mask, one.trace, {**(one.fields or {}), **(other.fields or {})})


def _is_text(e: Expression | None) -> bool:
    """True for what begins with a text that is written there."""
    while isinstance(e, Operation) and e.operator == "+":
        if isinstance(e.operands[-1], Text) or _is_word(e.operands[-1]):
            return True
        e = e.operands[0]
    return isinstance(e, Text) or _is_word(e)


def _is_word(e: Expression | None) -> bool:
    return isinstance(e, Literal) and isinstance(e.value, str)


def _is_set(e: Expression) -> bool:
    """True for what is written as a set."""
    return isinstance(e, Collection) or (isinstance(e, Call) and isinstance(e.callee, Name) and e.callee.name in _SETS)


def _chosen(operator: str, values: list[Value]) -> list[Value]:
    """The operands of `a or b` and its like that can be the outcome, given what is known of the first ones."""
    while len(values) > 1 and values[0].literal is not UNKNOWN:
        known = values[0].literal
        is_outcome = known is not None if operator == "??" else bool(known) is (operator in _OR)
        if is_outcome:
            return values[:1]
        values = values[1:]
    return values


def _assigns(e: Expression) -> bool:
    """True for an expression that gives a variable another value: `a || (b = c)`."""
    if isinstance(e, Parts) and len(e.parts) == 1:
        e = e.parts[0]
    return isinstance(e, Assigned)
