"""Places: variables and fields by their names, what is written to them, and what checks say of them."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.request_state import shared_name
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    COUNTED,
    PARTS,
    Path,
    Value,
    gathered,
    joined,
    tainted_with,
    with_field,
    without,
)
from reread.analyzers.dataflow.interpreter.field_reads import Fields
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Index, Literal, Member, Name, Parts

Place = tuple[str, Path | None]
_DEEPEST_PART = 4


class Variables(Fields):
    """The places of one function."""

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
            if shared := shared_name(e, self.world.semantics.shared_objects):
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
        if self.counters and (counted := self.counted_place(e)) is not None:
            return counted
        if isinstance(e, Call) and isinstance(e.callee, Member) and len(e.arguments) <= 2:
            texts = [str(each.value.value) for each in e.arguments if isinstance(each.value, Literal)]
            inner = self.checked_place(e.callee.object) if len(texts) == len(e.arguments) else None
            if inner is None or inner[1] is None:
                return None
            if e.callee.name == "get" and texts and self.world.semantics.loops_give_keys:
                # The same as `a["b"]`
                return inner[0], (*inner[1], texts[0])
            return inner[0], (*inner[1], f"{e.callee.name}({', '.join(texts)})")
        if isinstance(e, Member):
            inner = self.checked_place(e.object)
            return None if inner is None or inner[1] is None else (inner[0], (*inner[1], e.name))
        return self.place_of(e)

    def counted_place(self, e: Expression) -> Place | None:
        """`x[i]` and `x.charAt(i)` in a loop in which i counts through all of x."""
        if isinstance(e, Index):
            held, key = e.object, e.key
        elif isinstance(e, Call) and isinstance(e.callee, Member) and len(e.arguments) == 1:
            held, key = e.callee.object, e.arguments[0].value
        else:
            return None
        inner = self.place_of(held) if isinstance(key, Name) and key.name in self.counters else None
        return None if inner is None or inner[1] is None else (inner[0], (*inner[1], COUNTED))

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
