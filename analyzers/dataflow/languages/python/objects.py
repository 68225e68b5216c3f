"""Objects of Python: made by keywords, shown as texts, and turned into dictionaries."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import Kind
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Function, Member, Name
from reread.analyzers.dataflow.memory.spread_arguments import named_fields
from reread.analyzers.dataflow.memory.taint import trace_step, union
from reread.analyzers.dataflow.models.library_names import names

_SHOWN_BY = ("__str__", "__repr__")
_STATIC = names("static-method-decorator", "python")
_ITSELF = frozenset({"self", "cls"})


def made_by_keywords(state: State, name: str, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """An object of a class that is not known: what its keywords name are its fields, and it has all of them together.

    `Namespace(address=x, retries=3).retries` is nothing of `x`.
    """
    if not name.lstrip("_")[:1].isupper():
        return None
    fields = named_fields(call, arguments)
    taint = union(state, arguments) if fields else None
    if taint is None or not taint.taint:
        return None
    return AbstractValue(taint.taint, trace_step(state, taint, call.start, call.end, "call"), fields)


def shown(state: State, e: Expression, value: AbstractValue, first: tuple[str, ...] = ()) -> AbstractValue:
    """What an object of a class of the file is as a text, where the class says so."""
    if value.type is None or value.type.kind == Kind.FUNCTION:
        return value
    for name in (*first, *_SHOWN_BY):
        summary = state.functions.summary_of(value.type.first, name)
        if summary is not None and not summary.failed:
            return state.evaluator.apply_summary(state, summary, Call(e.start, e.end, e, ()), value, [], e)
    return value


def as_text(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`str(x)`, `repr(x)`"""
    if not isinstance(call.callee, Name) or len(arguments) != 1 or not arguments[0].type:
        return None
    text = shown(state, call.arguments[0].value, arguments[0], ("__repr__",) if call.callee.name == "repr" else ())
    return None if text is arguments[0] else union(state, [text])


def as_dictionary(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """`asdict(x)`, `vars(x)`, `x._asdict()`, `x.model_dump()`: the same fields under their names."""
    is_method = isinstance(call.callee, Member) and not arguments
    inside = receiver if is_method else arguments[0] if len(arguments) == 1 and not call.arguments[0].name else None
    if inside is None or not inside.type or not inside.fields or inside.size is not None:
        return None
    return AbstractValue(inside.taint, inside.trace, inside.fields)


def own_class(state: State, callee: Expression) -> bool:
    """True for `cls(...)`, `type(self)(...)` and `self.__class__(...)` of a method: one more of its class."""
    if not state.owner:
        return False
    if isinstance(callee, Call):
        given = callee.arguments[0].value if len(callee.arguments) == 1 else None
        return isinstance(callee.callee, Name) and callee.callee.name == "type" and _is_itself(given)
    if isinstance(callee, Member):
        return callee.name == "__class__" and _is_itself(callee.object)
    return isinstance(callee, Name) and callee.name == "cls"


def own_object(state: State, callee: Expression) -> AbstractValue | None:
    """What `super()` gives: the object itself, on which methods are called; nothing is made anew."""
    return state.env.get("self", CLEAN) if isinstance(callee, Name) and callee.name == "super" else None


def takes_object(function: Function) -> bool:
    """True for all methods but static ones."""
    return _STATIC.isdisjoint(each.removeprefix("@") for each in function.decorators)


def _is_itself(e: Expression | None) -> bool:
    return isinstance(e, Name) and e.name in _ITSELF
