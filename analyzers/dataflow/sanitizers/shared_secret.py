"""Comparisons with a secret of the program's own settings: only who knows it comes further, hardly an attacker.

What holds from there on is kept in the environment, like a variable, so that it ends where ways meet.
"""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, without
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Index, Literal, Member, Name
from reread.analyzers.dataflow.ir.temporaries import temporary
from reread.analyzers.dataflow.ir.traversal import parts_of
from reread.analyzers.dataflow.models.library_names import ANY, names
from reread.analyzers.dataflow.sanitizers.guard_subjects import SanitizedPaths
from reread.analyzers.dataflow.sanitizers.name_words import name_words

_SHARED = temporary("shared secret")
_SETTINGS = names("settings-object", ANY)
_SECRETS = names("secret-word", ANY)
_MOST_PARTS = 12
_NOT_YET = AbstractValue(constant=True, literal=False)
_KNOWN = AbstractValue(constant=True, literal=True)


def proves_secret(state: State, one: Expression, other: Expression) -> SanitizedPaths:
    """Where two expressions are equal of which one is a secret of the settings: a place that stands for that."""
    is_one = state.taint_bits.lowers and (_is_secret(one) or _is_secret(other))
    return {(_SHARED, ()): state.taint_bits.lowers} if is_one else {}


def enter(state: State) -> None:
    """As a function begins, nobody has shown that they know a secret."""
    state.env[_SHARED] = _NOT_YET


def is_place(root: str) -> bool:
    return root is _SHARED


def know(state: State) -> None:
    """From here on whoever calls knows a secret of the program."""
    for name, value in tuple(state.env.items()):
        state.env[name] = without(value, state.taint_bits.lowers)
    state.env[_SHARED] = _KNOWN


def is_known(state: State) -> bool:
    return state.env.get(_SHARED) is _KNOWN


def _is_secret(e: Expression) -> bool:
    """Whether an expression reads a secret from the settings: `process.env.API_KEY`, `os.getenv("TOKEN")`."""
    words: list[str] = []
    of_settings = False
    stack = [e]
    for _ in range(_MOST_PARTS):
        if not stack:
            break
        each = stack.pop()
        if isinstance(each, (Name, Member)):
            of_settings = of_settings or each.name in _SETTINGS
            words += name_words(each.name)
        if isinstance(each, Literal) and isinstance(each.value, str):
            words += name_words(each.value)
        if isinstance(each, (Member, Index, Call)):
            stack += parts_of(each)
    return of_settings and not _SECRETS.isdisjoint(words)
