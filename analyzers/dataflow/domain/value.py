"""Abstract values: the taint of a value, that of its fields, and where it came from.

Taint is an int of bits. Each label of each rule has two, one for each height; `TaintBits` says which. The lowest
`width` bits are taint that is there whoever calls; the next `width` bits are taint that is there if the first symbol of
the function has it, and so on, a symbol being a parameter or a field of one. So all rules are analyzed at once, and a
function once for all calls.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.facets import SEAL, Path, PathElement, position_of
from reread.analyzers.dataflow.domain.taint_bits import applied
from reread.analyzers.dataflow.domain.taint_specs import TaintSpecs
from reread.analyzers.dataflow.domain.trace import Step, joined_trace
from reread.analyzers.dataflow.domain.type_ref import TypeRef, type_union
from reread.analyzers.dataflow.ir.nodes import Expression, Function

_MOST_FIELDS = 40
_DEEPEST = 4


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

    The places in it are those of the function at `placement`, to which `specs` belong; `owner` is the class whose
    object `this` is there.
    """

    function: Function
    placement: Any
    specs: TaintSpecs
    variables: dict[str, AbstractValue]
    owner: str
    deep: int


Fields: TypeAlias = "dict[PathElement, AbstractValue]"

ClosureValue: TypeAlias = "Function | Captured"


@dataclass(slots=True, eq=False, repr=False)
class AbstractValue:
    """An abstract value; not changed once made (mypy refuses it).

    `fields` are those that the code names and the facets of `facets.py`; they overrule `taint`. `closure` is the
    function that the value is, with the variables around it; `type` what it is an instance of.
    `symbol` is set while it is a parameter as it came in.
    `constant` values do not depend on any input, and `literal` is what they are where that is known; `size` is the
    number of elements of a list whose positions are known. `test` is the condition that the value is the result of.
    `encoded` is what it was made of by an encoding, which can be undone. `begins` is the beginning, at most 200 code
    points, of a text that was put together, where one is known (see `sanitizers/fixed_starts.py`).
    A field with bits in `sanitized` is as tainted as what it is a field of, without these bits: a check sanitized it.
    """

    taint: Final[int] = 0
    trace: Final[Step | None] = None
    fields: Final[Fields | None] = None
    closure: Final[ClosureValue | None] = None
    type: Final[TypeRef | None] = None
    symbol: Final[Symbol | None] = None
    constant: Final[bool] = False
    test: Final[Expression | None] = None
    literal: Final[Any] = UNKNOWN
    size: Final[int | None] = None
    sanitized: Final[int] = 0
    encoded: Final[AbstractValue | None] = None
    begins: Final[str] = ""

    def replaced(
        self,
        taint: int,
        trace: Step | None,
        fields: Fields | None,
        test: Expression | None = None,
        literal: Any = UNKNOWN,
    ) -> AbstractValue:
        """The value with other taint; no constant any more."""
        return AbstractValue(
            taint,
            trace,
            fields,
            self.closure,
            self.type,
            self.symbol,
            test=test or self.test,
            literal=literal,
            size=self.size,
            encoded=self.encoded,
        )


CLEAN = AbstractValue()
NEVER = AbstractValue()
"""What a function gives back that has given back nothing yet."""
CONSTANT = AbstractValue(constant=True)


def deep_taint(value: AbstractValue) -> tuple[int, Step | None]:
    """The taint of a value and of all its fields."""
    if not value.fields:
        return value.taint, value.trace
    taint, trace = value.taint, value.trace
    for field in value.fields.values():
        inner, inner_trace = deep_taint(field)
        if inner:
            trace = joined_trace(taint, trace, inner, inner_trace)
            taint |= inner
    if taint and SEAL in value.fields:
        taint &= ~value.fields[SEAL].sanitized
    return taint, trace if taint else None


def sealed(value: AbstractValue, bits: int) -> AbstractValue:
    """A dictionary that as a whole carries nothing of some taint, while what is taken out of it still does."""
    known = (value.fields or {}).get(SEAL)
    fields = {**(value.fields or {}), SEAL: AbstractValue(sanitized=bits if known is None else bits | known.sanitized)}
    return AbstractValue(value.taint, value.trace, fields, type=value.type, constant=value.constant)


def opened(value: AbstractValue) -> AbstractValue:
    """The value as what goes through all that is in it sees it."""
    if not value.fields or SEAL not in value.fields:
        return value
    fields = {key: field for key, field in value.fields.items() if key != SEAL}
    return AbstractValue(value.taint, value.trace, fields or None, type=value.type, constant=value.constant)


def collapse(value: AbstractValue) -> AbstractValue:
    """A value that is tainted as any of its fields is."""
    if not value.fields:
        return CLEAN if not value.taint else AbstractValue(value.taint, value.trace)
    taint, trace = deep_taint(value)
    return AbstractValue(taint, trace) if taint else CLEAN


def shallow(value: AbstractValue) -> AbstractValue:
    """The value with its fields, each of them as tainted as any of its own: values that hold each other have an end."""
    if not value.fields:
        return value
    fields = dict(value.fields)
    for key, field in value.fields.items():
        if field.fields:
            fields[key] = AbstractValue(*deep_taint(field), type=field.type)
    return value.replaced(value.taint, value.trace, fields)


def joined(one: AbstractValue, other: AbstractValue) -> AbstractValue:
    """What holds of a value that is one of two."""
    if one is other or same(one, other):
        return one
    taint = one.taint | other.taint
    trace = joined_trace(one.taint, one.trace, other.taint, other.trace)
    fields: Fields | None = None
    if one.fields or other.fields:
        fields = {}
        first, second = one.fields or {}, other.fields or {}
        for key in {**first, **second}:
            left, right = first.get(key), second.get(key)
            if left is not None and right is not None:
                fields[key] = joined(left, right)
            elif key == SEAL:
                other_mask, _ = deep_taint(other if left is not None else one)
                if not other_mask & (left or right or CLEAN).sanitized:
                    fields[key] = left or right or CLEAN
            elif not (there := left or right or CLEAN).sanitized:
                fields[key] = joined(there, _field_beside(one if left is None else other, key, there))
    symbol = one.symbol if one.symbol == other.symbol else None
    size = one.size if one.size == other.size else None
    if size is None and fields and (one.size is not None or other.size is not None):
        for field in fields.values():
            inner, inner_trace = deep_taint(field)
            trace = joined_trace(taint, trace, inner, inner_trace)
            taint |= inner
        fields = None
    literal = one.literal if _equal(one.literal, other.literal) else UNKNOWN
    return AbstractValue(
        taint,
        trace,
        fields,
        one.closure or other.closure,
        type_union(one.type, other.type),
        symbol,
        one.constant and other.constant,
        literal=literal,
        size=size,
        sanitized=one.sanitized & other.sanitized,
        begins=one.begins if one.begins == other.begins else "",
    )


def _field_beside(value: AbstractValue, key: PathElement, there: AbstractValue) -> AbstractValue:
    """A field that a value does not name, while on another way it is `there`: perhaps still what came in."""
    whole = value.symbol
    if whole is not None and there.symbol == Symbol(whole.parameter, (*whole.path, key)):
        return AbstractValue(there.taint, there.trace, type=there.type, symbol=there.symbol)
    return field_of(value, key)


def _equal(one: Any, other: Any) -> bool:
    return one is other or (type(one) is type(other) and bool(one == other))


def field_of(value: AbstractValue, key: PathElement) -> AbstractValue:
    """A field as far as the value itself says; what has no field of that name is tainted as the whole."""
    found = None if value.fields is None else value.fields.get(key)
    if found is not None and not found.sanitized:
        return found
    whole_value = AbstractValue(value.taint, value.trace) if value.taint else CLEAN
    return whole_value if found is None else without(tainted_with(found, whole_value), found.sanitized)


def same(one: AbstractValue, other: AbstractValue) -> bool:
    """True when both have the same taint; how it came may differ."""
    if one is other:
        return True
    if (
        one.taint != other.taint
        or not _same_closure(one.closure, other.closure)
        or one.symbol != other.symbol
        or (one.type is not other.type and one.type != other.type)
    ):
        return False
    if (
        one.sanitized != other.sanitized
        or one.constant != other.constant
        or one.size != other.size
        or one.begins != other.begins
        or not _equal(one.literal, other.literal)
    ):
        return False
    first, second = one.fields or {}, other.fields or {}
    if first is second:
        return True
    return first.keys() == second.keys() and all(same(value, second[key]) for key, value in first.items())


def _same_closure(one: ClosureValue | None, other: ClosureValue | None) -> bool:
    if one is other:
        return True
    if not isinstance(one, Captured) or not isinstance(other, Captured) or one.function is not other.function:
        return False
    first, second = one.variables, other.variables
    return (
        one.specs.same_as(other.specs)
        and first.keys() == second.keys()
        and all(same(value, second[name]) for name, value in first.items())
    )


def with_field(value: AbstractValue, path: Path, new: AbstractValue, depth: int = 0) -> AbstractValue:
    """The value after `value.path = new`."""
    key, rest = path[0], path[1:]
    fields = dict(value.fields) if value.fields else {}
    if depth >= _DEEPEST:
        return tainted_with(value, collapse(new))
    if len(fields) >= _MOST_FIELDS and key not in fields:
        if not deep_taint(new)[0]:
            return value
        # The object is not tainted as a whole for having many fields while one of them can be forgotten.
        clean = next((each for each, field in fields.items() if isinstance(each, str) and _says_nothing(field)), None)
        if clean is None:
            return tainted_with(value, collapse(new))
        del fields[clean]
    fields[key] = with_field(field_of(value, key), rest, new, depth + 1) if rest else new
    position = position_of(key)
    size = value.size if position is not None and value.size is not None and position < value.size else None
    return AbstractValue(value.taint, value.trace, fields, value.closure, value.type, value.symbol, size=size)


def _says_nothing(field: AbstractValue) -> bool:
    """True for a field of which no more is known than that it is clean."""
    return field.closure is None and not field.sanitized and not deep_taint(field)[0]


def tainted_with(value: AbstractValue, other: AbstractValue) -> AbstractValue:
    """The value with the taint of another one added."""
    if not other.taint or not other.taint & ~value.taint:
        return value
    trace = joined_trace(value.taint, value.trace, other.taint, other.trace)
    return value.replaced(value.taint | other.taint, trace, value.fields)


def without(value: AbstractValue, bits: int) -> AbstractValue:
    """The value without the taint that a mask ends, and with what it lowers only possible, in its fields as well."""
    if not bits:
        return value
    whole, _ = deep_taint(value if not value.fields or SEAL not in value.fields else opened(value))
    if not whole & bits:
        return value
    fields = {key: without(field, bits) for key, field in value.fields.items()} if value.fields else None
    kept = applied(value.taint, bits)
    return AbstractValue(kept, value.trace if kept else None, fields, value.closure, value.type, size=value.size)
