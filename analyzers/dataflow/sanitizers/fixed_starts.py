"""Texts whose beginning decides: no text put after a fixed host, or after a path of the own site, chooses another host.

The beginning of an address is the scheme and the authority (RFC 3986, section 3); a redirect to `/a` stays on the site,
but one to `//a` does not. This holds for rules with the option `taint_fixed_start`.
"""

from __future__ import annotations

import re

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, without
from reread.analyzers.dataflow.memory.taint import union
from reread.analyzers.dataflow.models.library_names import names

_UNSEEN = "\ufffc"
"""What stands in a beginning for a part that is not known."""
_LONGEST = 200
"""Code points of a beginning that are kept."""
_SCHEME = rf"(?:[a-zA-Z{_UNSEEN}][\w+.{_UNSEEN}-]*:)?"
_AUTHORITY_AND_ITS_END = rf"{_SCHEME}//[^/?#\\\s]+[/?#]"
_PATH_OF_THE_SITE = r"/[^/\\]"
_BASE_AND_A_PATH = r"[^/\\:?#]+(?:/(?![/\\])|[?#])"
_FIXED = re.compile(rf"{_AUTHORITY_AND_ITS_END}|{_PATH_OF_THE_SITE}|{_BASE_AND_A_PATH}|[?#]")
_CONVERSION = re.compile(r"%(?:\(\w+\))?[-+ #0-9.*]*[a-zA-Z]")


def put_together(state: State, values: list[AbstractValue]) -> AbstractValue:
    """The text that consists of some values, one after the other."""
    bits = state.taint_bits.fixed_start
    if not bits:
        return union(state, values)
    before, parts = "", []
    for value in values:
        parts.append(_placed(state, before, value, bits))
        before = (before + _beginning(value))[:_LONGEST]
    return _beginning_with(union(state, parts), before)


def filled_in(state: State, pattern: str, given: AbstractValue) -> AbstractValue:
    """The text that `pattern % given` is."""
    pieces = _CONVERSION.split(pattern)
    if not state.taint_bits.fixed_start or len(pieces) == 1:
        return given
    fields = given.fields or {}
    values = [AbstractValue(constant=True, literal=pieces[0])]
    for at, piece in enumerate(pieces[1:]):
        values += (fields.get(str(at), given), AbstractValue(constant=True, literal=piece))
    return put_together(state, values)


def _placed(state: State, before: str, value: AbstractValue, bits: int) -> AbstractValue:
    """A value as it counts after some text."""
    if not before or not value.taint:
        return value
    for prefix in names("redirect-prefix", state.semantics.library):
        before = before.removeprefix(prefix)
    if _FIXED.match(before):
        return without(value, bits)
    # A base that is not seen may end with its host and a slash.
    return without(value, bits & state.taint_bits.lowers) if before.strip(_UNSEEN) == "" else value


def _beginning(value: AbstractValue) -> str:
    known = value.literal
    if isinstance(known, (str, int)) and not isinstance(known, bool):
        return str(known)
    return value.begins or _UNSEEN


def _beginning_with(value: AbstractValue, begins: str) -> AbstractValue:
    if not begins.strip(_UNSEEN) or value.literal is not UNKNOWN:
        return value
    return AbstractValue(value.taint, value.trace, constant=value.constant, begins=begins)
