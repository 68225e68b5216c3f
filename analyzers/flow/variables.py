"""Variables, fields and parameters: what they hold, and what assigning to them does."""

from __future__ import annotations

from reread.analyzers.flow.marking import MarkedValues
from reread.analyzers.flow.marks import Sanitizer, Source
from reread.analyzers.flow.numbers import plain_type
from reread.analyzers.flow.program import (
    JAVASCRIPT,
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
    Parts,
)
from reread.analyzers.flow.shared import shared_name
from reread.analyzers.flow.structs import ELEMENT, KEYS, is_list, is_textless
from reread.analyzers.flow.typed_fields import DATA
from reread.analyzers.flow.values import (
    CLEAN,
    MOST_SYMBOLS,
    PARTS,
    Path,
    Symbol,
    Value,
    field_of,
    gathered,
    joined,
    tainted_with,
    whole,
    with_field,
    without,
)

Place = tuple[str, Path | None]
Range = tuple[int, int]
_TYPED = JAVASCRIPT | {"go", "java"}
_DEEPEST_PART = 4


class Variables(MarkedValues):
    """The variables of one function and all that can be reached by them."""

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
            if value.owner and not found.owner and self.world.language == "go":
                return self.of_list(value, found, key)
            return found
        if key == ELEMENT and value.symbol is None:
            return self.element(value)
        if value.owner and self.world.language == "go":
            return self.of_struct(value, key)
        if self.world.language == "java" and value.fields and key.isdecimal() and self.has_names_only(value):
            return whole(value)
        inner = self.unowned(value, key)
        if value.owner and self.world.language == "java" and not inner.constant:
            return self.owned(inner, self.world.class_of_field((value.owner, key)))
        if value.owner and self.world.language in JAVASCRIPT:
            return self.of_list(value, inner, key)
        return inner

    def has_names_only(self, value: Value) -> bool:
        """True for an object whose fields have no positions: one of several records, or of none that is known."""
        fields = value.fields or {}
        if value.size is not None or not all(name.isidentifier() for name in fields):
            return False
        return not set(fields) <= set(self.world.record(value.owner) or () if value.owner else ())

    def of_struct(self, value: Value, key: str) -> Value:
        """A field of a struct, which has the class that is declared; it may be one of a struct that is embedded."""
        for embedded in self.world.embedded(value.owner) if value.fields and key not in value.fields else ():
            inner = value.fields.get(embedded) if value.fields else None
            if inner is not None and key in (inner.fields or ()):
                return self.read(inner, key)
        return self.of_list(value, self.unowned(value, key), key)

    def of_list(self, value: Value, part: Value, key: str = ELEMENT) -> Value:
        """An element or a field of a value, as the type of the value declares it."""
        owner = self.world.class_of_field((value.owner, key)) if value.owner else ""
        return without(part, self.masks.safe_numbers) if is_textless(owner) else self.owned(part, owner)

    def owned(self, value: Value, owner: str) -> Value:
        """The value as one of a class, where it is not known to be of another."""
        if not owner or value.owner:
            return value
        if is_list(owner) and value.constant and value.literal is None:
            return Value(owner=owner, size=0)
        closure, symbol, lacks = value.closure, value.symbol, value.lacks
        return Value(value.mask, value.trace, value.fields, closure, owner, symbol, size=value.size, lacks=lacks)

    def unowned(self, value: Value, key: str) -> Value:
        """A field of a value, by what is known of the value itself and of the type that its class declares for it."""
        part = self.untyped(value, key)
        if not value.owner or not part.mask or self.world.language != "python":
            return part
        return self.declared(self.world.class_of_field((value.owner, key)), part)

    def untyped(self, value: Value, key: str) -> Value:
        found = None if value.fields is None else value.fields.get(key)
        if value.symbol is not None:
            inner = self.symbol_field(value.symbol, value, key)
            return inner if found is None else without(inner, found.lacks)
        if found is None and value.fields and value.owner and key.isdecimal():
            # Of a named tuple
            names = self.world.record(value.owner) or ()
            if int(key) < len(names) and names[int(key)] in value.fields:
                return value.fields[names[int(key)]]
        if found is None and value.owner:
            return tainted_with(field_of(value, key), self.class_field(value.owner, key))
        return field_of(value, key)

    def class_field(self, owner: str, key: str) -> Value:
        """What a class of this file, or one that it builds on, gives a field as it is defined."""
        for each in (owner, *self.world.bases_of(owner)) if owner else ():
            known = self.env.get(each) or self.world.variable(each)
            if known is not None and known.fields is not None and key in known.fields:
                return known.fields[key]
        return CLEAN

    def symbol_field(self, symbol: Symbol, value: Value, key: str) -> Value:
        path = (*symbol.path, key)
        found = CLEAN
        if symbol.parameter == -1 and not symbol.path:
            assigned, defined = self.world.object_field(key), self.class_field(self.owner, key)
            harmless = defined.constant or (defined.fields is not None and not gathered(defined)[0])
            if assigned is None and harmless and self.world.is_kept(key):
                return defined
            found = tainted_with(assigned or CLEAN, defined)
        if len(path) > 2:
            return Value(value.mask, value.trace)
        inner = self.symbol_value(Symbol(symbol.parameter, path))
        # What came in later, from sources, is in all fields.
        more = value.mask & ~self.symbol_values[symbol].mask
        if more:
            inner = tainted_with(inner, Value(more, value.trace))
        tainted = {name: each for name, each in (found.fields or {}).items() if gathered(each)[0]}
        if tainted and not inner.fields:
            inner = inner.replaced(inner.mask, inner.trace, tainted)
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
        if isinstance(parameter.default, Call) and value.mask and self.world.language == "python":
            value = self.of_pattern(_pattern_in(parameter.default), value)
        if parameter.type and self.world.language == "python" and value.mask and not value.owner:
            name = plain_type(parameter.type)
            value = (
                self.owned(value, DATA + name) if name[:1].isupper() and self.world.record(name) is not None else value
            )
        if parameter.type and self.world.language in _TYPED:
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

    def place_of(self, e: Expression) -> Place | None:
        """The variable and the fields that an expression names. The path is None where a key is not known."""
        if isinstance(e, Name):
            return ("this", (e.name,)) if e.name not in self.env and self.is_field(e.name) else (e.name, ())
        if isinstance(e, Call):
            return self.own_objects.get((e.start, e.end))
        if isinstance(e, (Member, Index)):
            inner = self.place_of(e.object)
            if inner is None:
                return None
            if inner[1] is None:
                return inner
            if shared := shared_name(e, self.world.language):
                return shared, ()
            if isinstance(e, Member):
                return inner[0], (*inner[1], e.name)
            if isinstance(e.key, Literal) and e.key.value is not None:
                return inner[0], (*inner[1], str(e.key.value))
            return inner[0], None
        if isinstance(e, Parts) and len(e.parts) == 1:
            return self.place_of(e.parts[0])
        return None

    def known_part(self, e: Expression) -> tuple[str, Path]:
        """The innermost place around one of which a key is not known: `self.items` for `self.items[key].name`."""
        place = self.place_of(e)
        while place is None or place[1] is None:
            if not isinstance(e, (Member, Index)):
                return (place[0] if place is not None else "", ())
            e = e.object
            place = self.place_of(e)
        return place[0], place[1]

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
        if root in self.aliases:
            self.write_aliases(root, path, value)
        if not path:
            self.env[root] = value
            return
        self.env[root] = with_field(self.variable(root), path[:4], value)
        if root in self.roots:
            self.mutated[root, path[:1]] = True

    def write_aliases(self, root: str, path: Path, value: Value) -> None:
        """What other names of the same object may hold now; they are forgotten with the next assignment to them."""
        for name in self.aliases[root] - {root}:
            known = self.variable(name)
            current = self.at_path(known, path) or CLEAN
            added = joined(current, value)
            self.env[name] = with_field(known, path[:4], added) if path else added

    def note_alias(self, name: str, other: str) -> None:
        """From here on two names stand for one object."""
        if name != other:
            together = self.aliases.get(other, {other}) | {name}
            for each in together:
                self.aliases[each] = together

    def vouch(self, root: str, path: Path, bits: int) -> None:
        """Takes bits away from what a place names; it keeps its other properties."""
        if path and path[-1] in PARTS:
            self.vouch_part(root, path, bits)
            return
        current = self.at_path(self.variable(root), path) or CLEAN
        if bits < 0:
            bits &= ~self.masks.unguarded
        cleaned = without(current, bits & gathered(current)[0])
        if path:
            # Its taint may come in only where it is read, from a source around it.
            cleaned = Value(cleaned.mask, cleaned.trace, cleaned.fields, owner=cleaned.owner, lacks=bits)
        if cleaned is not current:
            self.write(root, path, cleaned)

    def vouch_part(self, root: str, path: Path, bits: int) -> None:
        """Remembers one of two checks, or, after the other one, does what both do together."""
        value = self.at_path(self.variable(root), path[:-1]) or CLEAN
        other = (value.fields or {}).get(PARTS[path[-1] == PARTS[0]])
        if other is not None and other.lacks & bits:
            self.vouch(root, path[:-1], other.lacks & bits)
        elif len(path) <= _DEEPEST_PART:
            self.env[root] = with_field(self.variable(root), path, Value(lacks=bits))

    def taint_place(self, place: Place, value: Value) -> None:
        """Adds taint to what a place names."""
        root, path = place
        current = self.at_path(self.variable(root), path or ())
        if root in self.around and not path:
            self.taint_place(self.around[root], value)
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
