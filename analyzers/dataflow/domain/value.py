"""What is known of a value while a function is followed: its taint, that of its fields, and where it came from.

Taint is an int of bits. Each label of each rule has one; `Masks` says which. The lowest `width` bits are taint that is
there for certain; the next `width` bits are taint that is there if the first symbol of the function has it, and so on,
a symbol being a parameter or a field of one. So all rules are followed at once, and a function once for all its calls.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.class_names import one_of_two
from reread.analyzers.dataflow.domain.taint_specs import Marks
from reread.analyzers.dataflow.domain.trace import Step, joined_trace
from reread.analyzers.dataflow.ir.nodes import Expression, Function

_MOST_FIELDS = 40
_DEEPEST = 4

SEAL = "\0seal"
"""As a field: a dictionary that as a whole does not carry the taint that this field lacks. What is taken out does."""

NAMED = "\0def "
"""Before each name of the functions of the file that a value may be, as its owner."""

PARTS = ("\0part 1", "\0part 2")
"""As fields: one of two checks that vouch for a value together has lost it the bits that the field lacks."""

COUNTED = "\0counted"
"""As a field: the element at the position of a loop that counts through all of them."""

Path = tuple[str, ...]
"""The way from a variable to a field of it. Members and constant keys are the same: `x.a` and `x["a"]`."""


class Symbol(NamedTuple):
    """A parameter by its number (-1: the object of a method) or a field of one.

    The first symbol of every function is `ENTRY`.
    """

    parameter: int
    path: Path


ENTRY = Symbol(-2, ())
"""What sources say of parameters themselves. It counts inside of the function; who calls it knows what it gives."""


class Captured(NamedTuple):
    """A function with the variables around it as they were when it was given back.

    The places in it count from the start of the function of `unit`, to which `marks` belong; `owner` is the class whose
    object `this` is there.
    """

    function: Function
    unit: Any
    marks: Marks
    variables: dict[str, Value]
    owner: str
    deep: int


Closed: TypeAlias = "Function | Captured"


class Value:
    """An abstract value; not changed once made.

    `fields` overrule `mask` for what they name. `closure` is the function that the value is, with the variables around
    it; `owner` the class in this file that it is an instance of. `symbol` is set while it is a parameter as it came in.
    `constant` values do not depend on any input, and `literal` is what they are where that is known; `size` is the
    number of elements of a list whose positions are known. `test` is the condition that the value is the outcome of.
    `encoded` is what it was made of by an encoding, which can be undone.
    A field with bits in `lacks` is as tainted as what it is a field of, without these bits: a check vouched for it.
    """

    __slots__ = (
        "closure",
        "constant",
        "encoded",
        "fields",
        "lacks",
        "literal",
        "mask",
        "owner",
        "size",
        "symbol",
        "test",
        "trace",
    )

    def __init__(
        self,
        mask: int = 0,
        trace: Step | None = None,
        fields: dict[str, Value] | None = None,
        closure: Closed | None = None,
        owner: str = "",
        symbol: Symbol | None = None,
        constant: bool = False,
        test: Expression | None = None,
        literal: Any = UNKNOWN,
        size: int | None = None,
        lacks: int = 0,
    ) -> None:
        self.mask = mask
        self.trace = trace
        self.fields = fields
        self.closure = closure
        self.owner = owner
        self.symbol = symbol
        self.constant = constant
        self.test = test
        self.literal = literal
        self.size = size
        self.lacks = lacks
        self.encoded: Value | None = None

    def replaced(self, mask: int, trace: Step | None, fields: dict[str, Value] | None) -> Value:
        """The value with other taint."""
        made = Value(mask, trace, fields, self.closure, self.owner, self.symbol, test=self.test, size=self.size)
        made.encoded = self.encoded
        return made


CLEAN = Value()
NEVER = Value()
"""What a function gives back that has given back nothing yet."""
CONSTANT = Value(constant=True)


def gathered(value: Value) -> tuple[int, Step | None]:
    """The taint of a value and of all its fields."""
    if not value.fields:
        return value.mask, value.trace
    mask, trace = value.mask, value.trace
    for field in value.fields.values():
        inner, inner_trace = gathered(field)
        if inner:
            trace = joined_trace(mask, trace, inner, inner_trace)
            mask |= inner
    if mask and SEAL in value.fields:
        mask &= ~value.fields[SEAL].lacks
    return mask, trace if mask else None


def sealed(value: Value, bits: int) -> Value:
    """A dictionary that as a whole carries nothing of some taint, while what is taken out of it still does."""
    known = (value.fields or {}).get(SEAL)
    fields = {**(value.fields or {}), SEAL: Value(lacks=bits if known is None else bits | known.lacks)}
    return Value(value.mask, value.trace, fields, owner=value.owner, constant=value.constant)


def opened(value: Value) -> Value:
    """The value as what goes through all that is in it sees it."""
    if not value.fields or SEAL not in value.fields:
        return value
    fields = {key: field for key, field in value.fields.items() if key != SEAL}
    return Value(value.mask, value.trace, fields or None, owner=value.owner, constant=value.constant)


def whole(value: Value) -> Value:
    """A value that is tainted as any of its fields is."""
    if not value.fields:
        return CLEAN if not value.mask else Value(value.mask, value.trace)
    mask, trace = gathered(value)
    return Value(mask, trace) if mask else CLEAN


def shallow(value: Value) -> Value:
    """The value with its fields, each of them as tainted as any of its own: values that hold each other have an end."""
    if not value.fields:
        return value
    fields = dict(value.fields)
    for key, field in value.fields.items():
        if field.fields:
            fields[key] = Value(*gathered(field), owner=field.owner)
    return value.replaced(value.mask, value.trace, fields)


def joined(one: Value, other: Value) -> Value:
    """What holds of a value that is one of two."""
    if one is other or same(one, other):
        return one
    mask = one.mask | other.mask
    trace = joined_trace(one.mask, one.trace, other.mask, other.trace)
    fields: dict[str, Value] | None = None
    if one.fields or other.fields:
        fields = {}
        first, second = one.fields or {}, other.fields or {}
        for key in {**first, **second}:
            left, right = first.get(key), second.get(key)
            if left is not None and right is not None:
                fields[key] = joined(left, right)
            elif key == SEAL:
                other_mask, _ = gathered(other if left is not None else one)
                if not other_mask & (left or right or CLEAN).lacks:
                    fields[key] = left or right or CLEAN
            elif not (left or right or CLEAN).lacks:
                fields[key] = joined(field_of(one, key), field_of(other, key))
    symbol = one.symbol if one.symbol == other.symbol else None
    size = one.size if one.size == other.size else None
    if size is None and fields and (one.size is not None or other.size is not None):
        for field in fields.values():
            inner, inner_trace = gathered(field)
            trace = joined_trace(mask, trace, inner, inner_trace)
            mask |= inner
        fields = None
    literal = one.literal if _equal(one.literal, other.literal) else UNKNOWN
    owner = one.owner or other.owner
    if other.owner != owner and other.owner.startswith(NAMED) and owner.startswith(NAMED):
        names = dict.fromkeys((owner + other.owner).split(NAMED)[1:])
        owner = "".join(NAMED + name for name in names)
    elif other.owner and other.owner != owner:
        owner = one_of_two(owner, other.owner)
    return Value(
        mask,
        trace,
        fields,
        one.closure or other.closure,
        owner,
        symbol,
        one.constant and other.constant,
        literal=literal,
        size=size,
        lacks=one.lacks & other.lacks,
    )


def _equal(one: Any, other: Any) -> bool:
    return one is other or (type(one) is type(other) and bool(one == other))


def field_of(value: Value, key: str) -> Value:
    """A field as far as the value itself says; what has no field of that name is tainted as the whole."""
    found = None if value.fields is None else value.fields.get(key)
    if found is not None and not found.lacks:
        return found
    whole_value = Value(value.mask, value.trace) if value.mask else CLEAN
    return whole_value if found is None else without(tainted_with(found, whole_value), found.lacks)


def same(one: Value, other: Value) -> bool:
    """True when both have the same taint; how it came may differ."""
    if one is other:
        return True
    if (
        one.mask != other.mask
        or not _same_closure(one.closure, other.closure)
        or one.symbol != other.symbol
        or one.owner != other.owner
    ):
        return False
    if (
        one.lacks != other.lacks
        or one.constant != other.constant
        or one.size != other.size
        or not _equal(one.literal, other.literal)
    ):
        return False
    first, second = one.fields or {}, other.fields or {}
    if first is second:
        return True
    return first.keys() == second.keys() and all(same(value, second[key]) for key, value in first.items())


def _same_closure(one: Closed | None, other: Closed | None) -> bool:
    if one is other:
        return True
    if not isinstance(one, Captured) or not isinstance(other, Captured) or one.function is not other.function:
        return False
    first, second = one.variables, other.variables
    return (
        one.marks.same_as(other.marks)
        and first.keys() == second.keys()
        and all(same(value, second[name]) for name, value in first.items())
    )


def with_field(value: Value, path: Path, new: Value, depth: int = 0) -> Value:
    """The value after `value.path = new`."""
    key, rest = path[0], path[1:]
    fields = dict(value.fields) if value.fields else {}
    if depth >= _DEEPEST or (len(fields) >= _MOST_FIELDS and key not in fields):
        return tainted_with(value, whole(new))
    fields[key] = with_field(field_of(value, key), rest, new, depth + 1) if rest else new
    size = value.size if key.isdecimal() and value.size is not None and int(key) < value.size else None
    return Value(value.mask, value.trace, fields, value.closure, value.owner, value.symbol, size=size)


def tainted_with(value: Value, other: Value) -> Value:
    """The value with the taint of another one added."""
    if not other.mask or not other.mask & ~value.mask:
        return value
    trace = joined_trace(value.mask, value.trace, other.mask, other.trace)
    return value.replaced(value.mask | other.mask, trace, value.fields)


def without(value: Value, bits: int) -> Value:
    """The value without some taint, in its fields as well."""
    if not bits:
        return value
    mask, _ = gathered(value if not value.fields or SEAL not in value.fields else opened(value))
    if not mask & bits:
        return value
    fields = {key: without(field, bits) for key, field in value.fields.items()} if value.fields else None
    kept = value.mask & ~bits
    return Value(kept, value.trace if kept else None, fields, value.closure, value.owner, size=value.size)
