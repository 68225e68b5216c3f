"""The values of expressions, and what marks at their places do to them."""

from __future__ import annotations

from typing import Any

from reread.analyzers.flow.folding import UNKNOWN, folded
from reread.analyzers.flow.marks import NO, ONLY, Marks, Propagator, Sanitizer, Sink, Source, is_met
from reread.analyzers.flow.patterns import Regex
from reread.analyzers.flow.program import (
    Assigned,
    Call,
    Choice,
    Closure,
    Collection,
    Expression,
    Function,
    Index,
    Literal,
    Member,
    Name,
    Operation,
    Parameter,
    Parts,
    Sequence,
    Statement,
    Text,
    Yield,
)
from reread.analyzers.flow.state import Environment, GaveUp, Hit, Outcome, World
from reread.analyzers.flow.values import (
    CLEAN,
    CONSTANT,
    ENTRY,
    MOST_SYMBOLS,
    Path,
    Step,
    Symbol,
    Value,
    field_of,
    gathered,
    joined,
    joined_trace,
    tainted_with,
    whole,
    with_field,
    without,
)

_COMPARISONS = frozenset({"==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "not in", "is", "is not", "instanceof"})
_NEGATIONS = frozenset({"!", "not"})
_BOOLEANS = frozenset({"&&", "||"})
_REGEX_LITERALS = frozenset({"javascript", "typescript", "tsx"})
_BOOLEAN_LOGIC = frozenset({"go", "java"})
_ARITHMETIC = frozenset({"-", "/", "//", "**"})
_EITHER = frozenset({"or", "and", "||", "&&", "??", "?:"})
_NUMBERS = frozenset(
    {"int", "float", "bool", "boolean", "Boolean", "Integer", "Long", "Double", "Float", "long", "double"}
) | {
    *(
        "short",
        "byte",
        "Short",
        "Byte",
        "number",
        "int8",
        "int16",
        "int32",
        "int64",
        "uint",
        "uint8",
        "uint16",
        "uint32",
    ),
    *(
        "uint64",
        "float32",
        "float64",
        "complex",
        "UUID",
        "uuid.UUID",
        "date",
        "datetime",
        "Decimal",
        "char",
        "Character",
    ),
    *("BigInteger", "BigDecimal", "LocalDate", "LocalDateTime", "Instant", "bigint", "time.Time", "time.Duration"),
}
_BOOLEAN_TYPES = frozenset({"bool", "boolean", "Boolean"})

Place = tuple[str, Path | None]


class Expressions:
    """The evaluation of expressions in one function."""

    def __init__(self, unit: object, marks: Marks, world: World, owner: str) -> None:
        self.unit = unit
        self.marks = marks
        self.world = world
        self.owner = owner
        self.own: frozenset[str] = frozenset()
        self.is_module = False
        self.masks = world.masks
        self.env: Environment = {}
        self.live = True
        self.steps = 0
        self.inside = 0
        self.inside_trace: Step | None = None
        self.clean = 0
        self.control = CLEAN
        self.open_sinks: list[Sink] = []
        self.hits: dict[tuple[int, int, int, int], Hit] = {}
        self.reached: dict[tuple[int, int, int, int], Hit] = {}
        self.symbols: list[Symbol] = [ENTRY]
        self.symbol_values: dict[Symbol, Value] = {}
        self.roots: dict[str, int] = {}
        self.mutated: dict[tuple[str, Path], bool] = {}
        self.returned: Value = CLEAN
        self.vouching: dict[int, int] | None = None
        self.exits: list[Environment] = []
        self.seen: dict[tuple[int, int], int] = {}
        self.at_exit = False
        self.classes: Environment = {}
        self.loops: list[tuple[list[Environment], list[Environment]]] = []
        self.watches: list[list[Environment]] = []
        self.uncalled: dict[int, tuple[Function, Environment]] = {}
        self.calling: list[Function] = []
        self.pending: dict[Propagator, Value] = {}
        self.waiting: dict[Propagator, Expression] = {}

    # Defined by those who build on this.
    def call(self, call: Call) -> Value:
        raise NotImplementedError

    def closure(self, closure: Closure) -> Value:
        raise NotImplementedError

    def give_back(self, value: Value) -> None:
        raise NotImplementedError

    def outcome_for(self, call: Call) -> Outcome | None:
        raise NotImplementedError

    def vouched_by_call(self, call: Call, holds: bool) -> dict[tuple[str, Path], int]:
        raise NotImplementedError

    def peek(self, e: Expression) -> Value:
        raise NotImplementedError

    def tick(self) -> None:
        self.steps += 1
        if self.steps > self.world.most_steps:
            raise GaveUp

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
            return self.part(self.read(self.value(e.object), e.name))  # type: ignore[union-attr]
        if kind is Call:
            return self.call(e)  # type: ignore[arg-type]
        if kind is Index:
            return self.part(self.indexed(e))  # type: ignore[arg-type]
        if kind is Operation:
            return self.operation(e.operator, [self.value(each) for each in e.operands], e)  # type: ignore[union-attr]
        if kind is Text:
            return self.part(self.union([self.value(part) for part in e.parts]))  # type: ignore[union-attr]
        if kind is Collection:
            return self.collection(e)  # type: ignore[arg-type]
        if kind is Choice:
            return self.choice(e)  # type: ignore[arg-type]
        if kind is Assigned:
            return self.assigned(e)  # type: ignore[arg-type]
        if kind is Closure:
            return self.closure(e)  # type: ignore[arg-type]
        if kind is Yield:
            self.give_back(self.value(e.value))  # type: ignore[union-attr, arg-type]
            return CLEAN
        if kind is Sequence:
            values = [self.value(part) for part in e.parts]  # type: ignore[union-attr]
            return values[-1] if values else CLEAN
        values = [self.value(part) for part in e.parts]  # type: ignore[union-attr]
        return values[0] if len(values) == 1 else self.union(values)

    def literal(self, value: str | int | float | bool | None) -> Value:
        if isinstance(value, str) and value.startswith("/") and self.world.language in _REGEX_LITERALS:
            return Value(constant=True, literal=Regex(value))
        return Value(constant=True, literal=value)

    def part(self, value: Value) -> Value:
        """What an expression takes out of another value, for rules in which only assignments carry taint."""
        return without(value, self.masks.only_assignments) if self.masks.only_assignments else value

    # Variables and fields.

    def variable(self, name: str) -> Value:
        value = self.env.get(name)
        if value is not None:
            return value
        if self.is_field(name):
            return self.read(self.env["this"], name)
        found = self.world.variable(name)
        return self.class_field(self.owner, name) if found is None and self.world.language == "java" else found or CLEAN

    def is_field(self, name: str) -> bool:
        """True for a plain name that is a field of the function's object."""
        return (
            self.world.language == "java"
            and "this" in self.env
            and name not in self.own
            and name[:1].islower()
            and name not in ("this", "super")
        )

    def read(self, value: Value, key: str) -> Value:
        """A field of a value."""
        found = None if value.fields is None else value.fields.get(key)
        if found is not None and not found.lacks:
            return found
        if value.symbol is not None:
            inner = self.symbol_field(value.symbol, value, key)
            return inner if found is None else without(inner, found.lacks)
        if found is None and value.owner:
            return tainted_with(field_of(value, key), self.class_field(value.owner, key))
        return field_of(value, key)

    def class_field(self, owner: str, key: str) -> Value:
        """What a class of this file gives a field as it is defined."""
        known = self.env.get(owner) or (self.world.variable(owner) if owner else None)
        return CLEAN if known is None or known.fields is None else known.fields.get(key, CLEAN)

    def symbol_field(self, symbol: Symbol, value: Value, key: str) -> Value:
        path = (*symbol.path, key)
        found = CLEAN
        if symbol.parameter == -1 and not symbol.path:
            found = tainted_with(self.world.object_field(key) or CLEAN, self.class_field(self.owner, key))
        if len(path) > 2:
            return Value(value.mask, value.trace)
        inner = self.symbol_value(Symbol(symbol.parameter, path))
        # What came in later, from sources, is in all fields.
        more = value.mask & ~self.symbol_values[symbol].mask
        if more:
            inner = tainted_with(inner, Value(more, value.trace))
        return tainted_with(inner, found) if found.mask else inner

    def symbol_value(self, symbol: Symbol, owner: str = "") -> Value:
        """The value of a parameter, or of a field of one, as it came in."""
        known = self.symbol_values.get(symbol)
        if known is None:
            if len(self.symbols) < MOST_SYMBOLS:
                self.symbols.append(symbol)
                number = len(self.symbols)
                known = Value(self.masks.full << (self.masks.width * number), symbol=symbol, owner=owner)
            else:
                known = Value(owner=owner)
            self.symbol_values[symbol] = known
        return known

    def parameter_value(self, number: int, owner: str) -> Value:
        return self.symbol_value(Symbol(number, ()), owner)

    def receiver_is_first(self, function: Function) -> bool:
        """True when the first parameter is the object of the method."""
        if not function.owner or self.world.language != "python" or not function.parameters:
            return False
        return "@staticmethod" not in function.decorators

    def receive(self, parameter: Parameter, value: Value, number: int) -> None:
        """Binds a parameter as the function is entered."""
        if parameter.default is not None:
            value = joined(value, self.value(parameter.default)) if value.mask else self.value(parameter.default)
        is_object = number == -1 and parameter.name in ("self", "cls")
        for source in self.marks.sources:
            # In Semgrep, too, the object is no parameter that a metavariable stands for.
            if self.covers_parameter(source, parameter) and not (is_object and source.start >= parameter.start):
                value = self.sourced(source, value, parameter)
        for sanitizer in self.marks.sanitizers:
            if self.covers_parameter(sanitizer, parameter):
                value = without(value, sanitizer.bits)
        value = self.declared(parameter.type, value)
        self.env[parameter.name] = value
        if parameter.target is not None:
            self.assign_to(parameter.target, value, parameter.start, parameter.end)

    def covers_parameter(self, mark: Source | Sanitizer, parameter: Parameter) -> bool:
        """True for a mark around the parameter, or on its name or its type and name."""
        if mark.start <= parameter.start and parameter.end <= mark.end:
            return True
        if not (parameter.start <= mark.start and mark.end <= parameter.end):
            return False
        default = parameter.default
        return default is None or not (default.start <= mark.start and mark.end <= default.end)

    def declared(self, type_: str, value: Value) -> Value:
        """The value without taint that its declared type cannot carry."""
        if type_ and (self.masks.safe_numbers or self.masks.safe_booleans):
            name = type_.strip("?*& ")
            if name in _BOOLEAN_TYPES:
                return without(value, self.masks.safe_booleans)
            if name in _NUMBERS:
                return without(value, self.masks.safe_numbers)
        return value

    def place_of(self, e: Expression) -> Place | None:
        """The variable and the fields that an expression names. The path is None where a key is not known."""
        if isinstance(e, Name):
            return e.name, ()
        if isinstance(e, (Member, Index)):
            inner = self.place_of(e.object)
            if inner is None:
                return None
            if inner[1] is None:
                return inner
            if isinstance(e, Member):
                return inner[0], (*inner[1], e.name)
            if isinstance(e.key, Literal) and e.key.value is not None:
                return inner[0], (*inner[1], str(e.key.value))
            return inner[0], None
        if isinstance(e, Parts) and len(e.parts) == 1:
            return self.place_of(e.parts[0])
        return None

    def checked_place(self, e: Expression) -> Place | None:
        """As `place_of`, and calls that ask for something by constant names are places too: `a.get("b")`."""
        if isinstance(e, Call) and isinstance(e.callee, Member) and len(e.arguments) <= 2:
            texts = [str(each.value.value) for each in e.arguments if isinstance(each.value, Literal)]
            inner = self.checked_place(e.callee.object) if len(texts) == len(e.arguments) else None
            if inner is None or inner[1] is None:
                return None
            return inner[0], (*inner[1], f"{e.callee.name}({', '.join(texts)})")
        if isinstance(e, Member):
            inner = self.checked_place(e.object)
            return None if inner is None or inner[1] is None else (inner[0], (*inner[1], e.name))
        return self.place_of(e)

    def lacking(self, e: Expression) -> int:
        """The bits that a check has taken from an expression which is a source each time it is evaluated."""
        place = self.checked_place(e)
        if place is None or not place[1]:
            return 0
        value: Value | None = self.env.get(place[0])
        for key in place[1]:
            value = None if value is None or value.fields is None else value.fields.get(key)
        return 0 if value is None else value.lacks

    def at_path(self, value: Value | None, path: Path) -> Value | None:
        for key in path:
            if value is None:
                return None
            value = self.read(value, key)
        return value

    def write(self, root: str, path: Path, value: Value) -> None:
        """`root.path = value`."""
        if not path:
            self.env[root] = value
            return
        self.env[root] = with_field(self.variable(root), path[:4], value)
        if root in self.roots:
            self.mutated[root, path[:1]] = True

    def vouch(self, root: str, path: Path, bits: int) -> None:
        """Takes bits away from what a place names; it keeps its other properties."""
        current = self.at_path(self.variable(root), path) or CLEAN
        if bits < 0:
            bits &= ~self.masks.unguarded
        cleaned = without(current, bits & gathered(current)[0])
        if path:
            # Its taint may come in only where it is read, from a source around it.
            cleaned = Value(cleaned.mask, cleaned.trace, cleaned.fields, owner=cleaned.owner, lacks=bits)
        if cleaned is not current:
            self.write(root, path, cleaned)

    def lost(self, number: int, value: Value | None) -> int:
        """The bits of one symbol that a parameter had when it came in and has no longer."""
        known = self.symbol_values.get(Symbol(number, ()))
        if known is None or value is None or not known.mask or value.mask & known.mask == known.mask:
            return 0
        missing = known.mask & ~value.mask
        return missing >> (self.masks.width * (self.symbols.index(Symbol(number, ())) + 1)) & self.masks.full

    def note_vouched(self, e: Expression, value: Value) -> None:
        """What a returned value says of parameters, where it is true."""
        if value.literal is not UNKNOWN and not value.literal:
            return
        places = self.vouched_places(e)
        found: dict[int, int] = {}
        for name, number in self.roots.items():
            bits = self.lost(number, self.env.get(name)) | places.get((name, ()), 0)
            if bits:
                found[number] = found.get(number, 0) | (bits & self.masks.full if bits >= 0 else self.masks.full)
        known = self.vouching
        self.vouching = found if known is None else {n: both for n in known if (both := known[n] & found.get(n, 0))}

    def vouched_places(self, e: Expression) -> dict[tuple[str, Path], int]:
        raise NotImplementedError

    def taint_place(self, place: Place, value: Value) -> None:
        """Adds taint to what a place names."""
        root, path = place
        current = self.at_path(self.variable(root), path or ())
        added = tainted_with(current or CLEAN, value)
        if added is current:
            return
        if path:
            self.write(root, path, added)
        else:
            self.env[root] = added
            if root in self.roots:
                self.mutated[root, ()] = True

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
        for key in [key for key in self.mutated if key[0] == name]:
            del self.mutated[key]
        if value.symbol is not None and not value.symbol.path:
            self.roots[name] = value.symbol.parameter

    def assign_inside(self, target: Expression, value: Value) -> None:
        """Assigns to a field or an element."""
        if isinstance(target, (Member, Index)):
            self.value(target.object)
            if isinstance(target, Index):
                self.value(target.key)
        place = self.place_of(target)
        if place is None:
            return
        if place[1] is None:
            self.taint_place((place[0], ()), whole(value))
        else:
            self.write(place[0], place[1], value)

    def destructure(self, target: Collection, value: Value, start: int, end: int) -> None:
        for number, entry in enumerate(target.entries):
            if entry.spread:
                inner = whole(value)
            elif isinstance(entry.key, Literal):
                inner = self.read(value, str(entry.key.value))
            elif isinstance(entry.key, Name):
                inner = self.read(value, entry.key.name)
            else:
                inner = self.read(value, str(number))
            self.assign_to(entry.value, inner, start, end)

    # Marks.

    def enter_ranges(self, statement: Statement) -> None:
        """What sources and sanitizers around a statement do to all that is in it."""
        for mark in self.marks.ranges:
            if mark.start <= statement.start and statement.end <= mark.end:
                self.enter_range(mark)

    def enter_range(self, mark: Source | Sanitizer) -> None:
        if isinstance(mark, Sanitizer):
            if mark.effect != ONLY:
                self.clean |= mark.bits
        elif mark.effect != ONLY and mark.requires is None:
            step = Step(mark.bits, self.unit, mark.start, mark.end, "source", bound=mark.bound)
            self.inside_trace = joined_trace(self.inside, self.inside_trace, mark.bits, step)
            self.inside |= mark.bits

    def in_ranges(self, value: Value) -> Value:
        if self.inside & ~value.mask:
            value = tainted_with(value, Value(self.inside, self.inside_trace))
        return without(value, self.clean) if self.clean else value

    def marked_value(
        self, e: Expression, sources: list[Source], sanitizers: list[Sanitizer], sinks: list[Sink]
    ) -> Value:
        """The value of an expression at whose place there are marks."""
        inside, clean, trace, opened = self.inside, self.clean, self.inside_trace, len(self.open_sinks)
        for source in sources:
            if not source.exact:
                self.enter_range(source)
        for sanitizer in sanitizers:
            if not sanitizer.exact:
                self.enter_range(sanitizer)
        self.open_sinks += (sink for sink in sinks if not sink.exact)
        value = self.plain_value(e)
        self.inside, self.clean, self.inside_trace = inside, clean, trace
        del self.open_sinks[opened:]
        for source in sources:
            value = self.sourced(source, value, e)
        if sources and (lacks := self.lacking(e)):
            value = without(value, lacks)
        for sanitizer in sanitizers:
            value = self.sanitized(sanitizer, value, e)
        if inside or clean:
            value = self.in_ranges(value)
        if sinks and isinstance(e, (Operation, Index)):
            # What is compared or looked up, even where the outcome itself carries no taint.
            inner = e.operands if isinstance(e, Operation) else (e.object, e.key)
            self.check([sink for sink in sinks if sink.focused], value)
            others = [sink for sink in sinks if not sink.focused]
            if others:
                self.check(others, self.union([value, *(self.value(each) for each in inner)]))
        elif sinks and not isinstance(e, Call):
            self.check(sinks, value)
        elif sinks:
            self.check([sink for sink in sinks if sink.focused], value)
        return value

    def sourced(self, source: Source, value: Value, e: Expression | Parameter) -> Value:
        if source.requires is not None and not is_met(source.requires, self.masks.certain(gathered(value)[0])):
            return value
        bits = source.bits
        if isinstance(e, Parameter) and not source.control:
            bits <<= self.masks.width
        origin = Step(bits, self.unit, source.start, source.end, "source", bound=source.bound)
        if source.requires is not None:
            mask, trace = gathered(value)
            origin = Step(bits | mask, self.unit, source.start, source.end, "assign", (trace,) if trace else ())
        taint = Value(bits, origin)
        if source.control:
            self.control = tainted_with(self.control, taint)
            return value
        if source.effect != NO and not isinstance(e, Parameter):
            place = self.place_of(e)
            if place is not None:
                self.taint_place((place[0], place[1] or ()), taint)
        return value if source.effect == ONLY else tainted_with(value, taint)

    def sanitized(self, sanitizer: Sanitizer, value: Value, e: Expression) -> Value:
        if sanitizer.effect != NO:
            place = self.place_of(e)
            if place is not None and place[1] is not None:
                cleaned = without(self.at_path(self.variable(place[0]), place[1]) or CLEAN, sanitizer.bits)
                self.write(place[0], place[1], cleaned)
        return value if sanitizer.effect == ONLY else without(value, sanitizer.bits)

    def check(self, sinks: list[Sink], value: Value) -> None:
        """Notes the sinks that the taint of a value comes to."""
        mask, trace = self.taint_of(value)
        if self.control.mask:
            trace = joined_trace(mask, trace, self.control.mask, self.control.trace)
            mask |= self.control.mask
        if not mask:
            return
        for sink in sinks:
            self.note(Hit(sink, self.unit, mask, trace))

    def note(self, hit: Hit) -> None:
        sink = hit.sink
        if sink.at_exit and not self.at_exit:
            return
        certain = self.masks.certain(hit.mask)
        if sink.needs and not self.has_needed(sink):
            return
        key = (id(hit.unit), sink.start, sink.end, sink.rule)
        if certain & sink.bits and is_met(sink.requires, certain):
            self.hits.setdefault(key, hit)
        elif (hit.mask >> 2 * self.masks.width) & (sink.bits * self.masks.everywhere):
            known = self.reached.get(key)
            if known is not None:
                mask = known.mask | hit.mask
                trace = joined_trace(known.mask, known.trace, hit.mask, hit.trace)
                hit = Hit(sink, hit.unit, mask, trace, known.beyond)
            self.reached[key] = hit

    def has_needed(self, sink: Sink) -> bool:
        """True when each metavariable that a sink names stands for what has the labels it asks for."""
        seen = self.seen
        return all(is_met(needs, self.masks.certain(seen.get((start, end), 0))) for start, end, needs in sink.needs)

    def propagated(self, e: Expression, value: Value) -> Value:
        """Carries taint where propagators say so: whichever of the two places comes last does it."""
        place = (e.start, e.end)
        for mark in self.marks.from_.get(place, ()):
            taint, trace = gathered(value)
            if is_met(mark.requires, self.masks.certain(taint)):
                taint = self.relabelled(mark, taint & (mark.bits * self.masks.everywhere))
                if taint:
                    step = Step(taint, self.unit, mark.start, mark.end, "propagate", (trace,) if trace else ())
                    self.pending[mark] = Value(taint, step)
                    if mark in self.waiting:
                        self.propagate_to(mark, self.waiting[mark])
                else:
                    self.pending.pop(mark, None)
        for mark in self.marks.to.get(place, ()):
            self.waiting[mark] = e
            if mark in self.pending:
                self.propagate_to(mark, e)
                value = tainted_with(value, self.pending[mark])
        return value

    def relabelled(self, mark: Propagator, taint: int) -> int:
        """The taint with the label of a propagator in place of those it replaces, for each symbol."""
        replaced = taint & (mark.replaced * self.masks.everywhere)
        taint &= ~replaced
        shift = 0
        while mark.adds and replaced:
            if replaced & self.masks.full:
                taint |= mark.adds << shift
            replaced >>= self.masks.width
            shift += self.masks.width
        return taint

    def propagate_to(self, mark: Propagator, target: Expression) -> None:
        place = self.place_of(target)
        if mark.effect != NO and place is not None:
            self.taint_place((place[0], place[1] or ()), self.pending[mark])

    # Kinds of expressions.

    def step(self, value: Value, start: int, end: int, kind: str) -> Step | None:
        return value.trace and Step(value.mask, self.unit, start, end, kind, (value.trace,))

    def taint_of(self, value: Value) -> tuple[int, Step | None]:
        """The taint of a value with its fields, but of the function's own object only what it has as a whole."""
        if value.symbol is not None and value.symbol.parameter == -1 and not value.symbol.path:
            return value.mask, value.trace
        return gathered(value)

    def union(self, values: list[Value]) -> Value:
        """A value that is tainted as all of some are."""
        mask, trace = 0, None
        constant = True
        for value in values:
            constant = constant and value.constant
            inner, inner_trace = self.taint_of(value)
            if inner & ~mask:
                trace = joined_trace(mask, trace, inner, inner_trace)
                mask |= inner
        if mask:
            return Value(mask, trace)
        return CONSTANT if constant and values else CLEAN

    def operation(self, operator: str, values: list[Value], e: Expression | Statement) -> Value:
        if self.world.guards and all(value.literal is not UNKNOWN for value in values):
            known = folded(operator.removesuffix("=") or operator, [value.literal for value in values])
            if operator in _COMPARISONS:
                known = folded(operator, [value.literal for value in values])
            return Value(constant=True, literal=known)
        result = self.union(values)
        if operator.strip("=") in _EITHER and len(values) > 1 and not result.mask:
            return values[-1] if values[-1].closure is not None else result
        if result.mask:
            if self.masks.only_assignments:
                result = without(result, self.masks.only_assignments)
            if operator in _COMPARISONS:
                result = without(result, self.masks.safe_comparisons | self.masks.safe_booleans)
            elif operator in _NEGATIONS or (operator in _BOOLEANS and self.world.language in _BOOLEAN_LOGIC):
                result = without(result, self.masks.safe_booleans)
            elif operator.removesuffix("=") in _ARITHMETIC or (operator in ("+", "+=") and self.has_number(e)):
                result = without(result, self.masks.safe_numbers)
        return result

    def has_number(self, e: Expression | Statement) -> bool:
        """True for an operation with a number written in it."""
        operands = e.operands if isinstance(e, Operation) else (getattr(e, "value", None),)
        return any(isinstance(each, Literal) and type(each.value) in (int, float) for each in operands)

    def indexed(self, e: Index) -> Value:
        value = self.value(e.object)
        key = self.value(e.key)
        if key.literal is not UNKNOWN and key.literal is not None:
            return self.element_at(value, key.literal)
        if value.constant and self.world.guards:
            return CONSTANT
        result = self.element(value)
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
            return Value(constant=True, literal=text[key])
        return self.read(value, str(key))

    def element(self, value: Value) -> Value:
        """Any element of a value."""
        if value.fields and not value.mask:
            first, *rest = value.fields.values()
            for other in rest:
                first = joined(first, other)
            return first
        return whole(value)

    def collection(self, e: Collection) -> Value:
        fields: dict[str, Value] = {}
        spread = CLEAN
        constant = True
        for number, entry in enumerate(e.entries):
            key = str(number)
            if entry.key is not None:
                key_value = self.value(entry.key)
                constant = constant and key_value.constant
                literal = entry.key.value if isinstance(entry.key, Literal) else None
                name = entry.key.name if isinstance(entry.key, Name) else ""
                if literal is None and key_value.mask:
                    spread = self.union([spread, key_value])
                key = str(literal) if literal is not None else name
            value = self.value(entry.value)
            constant = constant and value.constant
            if entry.spread and value.fields and not value.mask:
                fields.update(value.fields)
            elif entry.spread or not key or number > 60:
                spread = self.union([spread, value])
            elif value.mask or value.fields or value.closure is not None or value.constant or fields:
                fields[key] = value
        is_list = all(entry.key is None and not entry.spread for entry in e.entries)
        size = len(e.entries) if is_list and len(e.entries) < 60 and self.world.guards else None
        return Value(spread.mask, spread.trace, fields or None, constant=constant and bool(e.entries), size=size)

    def choice(self, e: Choice) -> Value:
        decided = self.decided(self.value(e.condition))
        if decided is not None:
            return self.value(e.then if decided else e.other)
        before = self.env
        self.env = before.copy()
        self.assume(e.condition, True)
        then = self.value(e.then) if self.live else CLEAN
        after, live = self.env, self.live
        self.env, self.live = before, True
        self.assume(e.condition, False)
        other = self.value(e.other) if self.live else CLEAN
        self.merge(after, live)
        self.live = True
        return joined(then, other)

    def decided(self, condition: Value) -> bool | None:
        """What a condition is, where that is known."""
        known = condition.literal
        return known if isinstance(known, bool) and self.world.guards else None

    def assume(self, condition: Expression, holds: bool) -> None:
        raise NotImplementedError

    def merge(self, env: Environment, live: bool) -> None:
        raise NotImplementedError

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
        if isinstance(e, (Operation, Call)) and self.world.guards and value.closure is None and not value.fields:
            if value.symbol is not None or value.size is not None:
                return value
            return Value(value.mask, value.trace, None, None, value.owner, None, value.constant, e, value.literal)
        return value
