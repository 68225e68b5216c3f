"""Reading variables, their fields and elements, and what the parameters of a function came in with."""

from __future__ import annotations

from reread.analyzers.dataflow.declarations.structs import ELEMENT, is_list, is_textless
from reread.analyzers.dataflow.domain.class_names import first_of
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    MOST_SYMBOLS,
    Symbol,
    Value,
    field_of,
    gathered,
    tainted_with,
    whole,
    without,
)
from reread.analyzers.dataflow.interpreter.taint_transfer import MarkedValues
from reread.analyzers.dataflow.ir.nodes import Expression, Index, Literal, Member, Name, Parts


class Fields(MarkedValues):
    """What variables hold, and all that can be reached by them."""

    def variable(self, name: str) -> Value:
        value = self.env.get(name)
        if value is not None:
            return value
        if self.is_field(name):
            return self.read(self.env["this"], name)
        found = self.world.variable(name)
        is_field = found is None and self.world.semantics.has_plain_members
        return self.class_field(self.owner, name) if is_field else found or CLEAN

    def is_field(self, name: str) -> bool:
        """True for a plain name that is a field of the function's object."""
        return (
            self.world.semantics.has_plain_members
            and "this" in self.env
            and name not in self.own
            and name[:1].islower()
            and name not in ("this", "super")
        )

    def read(self, value: Value, key: str) -> Value:
        """A field of a value."""
        found = None if value.fields is None else value.fields.get(key)
        if found is not None and not found.lacks:
            if value.owner and not found.owner and self.world.semantics.has_structs:
                return self.of_list(value, found, key)
            return found
        if key == ELEMENT and value.symbol is None:
            return self.element(value)
        means = self.world.semantics
        if value.owner and means.has_structs:
            return self.of_struct(value, key)
        if means.has_plain_members and value.fields and key.isdecimal() and self.has_names_only(value):
            return whole(value)
        inner = self.unowned(value, key)
        if value.owner and means.declares_constants:
            return self.of_list(value, inner, key)
        if value.owner and means.declares_classes and not inner.constant:
            return self.owned(inner, self.world.class_of_field((value.owner, key)))
        return inner

    def has_names_only(self, value: Value) -> bool:
        """True for an object whose fields have no positions: one of several records, or of none that is known."""
        fields = value.fields or {}
        if value.size is not None or not all(name.isidentifier() for name in fields):
            return False
        return not set(fields) <= set(self.world.record(first_of(value.owner)) or () if value.owner else ())

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
        if not value.owner or not part.mask or not self.world.semantics.declares_patterns:
            return part
        return self.declared(self.world.class_of_field((value.owner, key)), part)

    def untyped(self, value: Value, key: str) -> Value:
        found = None if value.fields is None else value.fields.get(key)
        if value.symbol is not None:
            inner = self.symbol_field(value.symbol, value, key)
            return inner if found is None else without(inner, found.lacks)
        if found is None and value.fields and value.owner and key.isdecimal():
            # Of a named tuple
            names = self.world.record(first_of(value.owner)) or ()
            if int(key) < len(names) and names[int(key)] in value.fields:
                return value.fields[names[int(key)]]
        if found is None and value.owner:
            return tainted_with(field_of(value, key), self.class_field(value.owner, key))
        return field_of(value, key)

    def class_field(self, owner: str, key: str) -> Value:
        """What a class of this file, or one that it builds on, gives a field as it is defined."""
        owner = first_of(owner)
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

    def peek(self, e: Expression) -> Value:
        """The value of a name or of a field, with no effects; of other expressions nothing is said but their parts."""
        if isinstance(e, Name):
            return self.variable(e.name)
        if isinstance(e, Member):
            return self.read(self.peek(e.object), e.name)
        if isinstance(e, Index):
            inner = self.peek(e.object)
            return self.read(inner, str(e.key.value)) if isinstance(e.key, Literal) else whole(inner)
        if isinstance(e, Parts):
            return self.union([self.peek(part) for part in e.parts])
        entries = getattr(e, "entries", ())
        return self.union([self.peek(entry.value) for entry in entries]) if entries else CLEAN
