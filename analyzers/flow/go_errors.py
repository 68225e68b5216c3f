"""Errors of Go: which expressions certainly give one."""

from __future__ import annotations

import re

from reread.analyzers.flow.program import Call, Collection, Expression, Member, Name, Parts

_MAKERS = frozenset({"New", "Errorf", "Error", "Wrap", "Wrapf", "WithMessage", "WithStack", "NewHTTPError", "NewError"})
_NAMED = re.compile(r"Err[A-Z]\w*|err[A-Z]\w*")


def is_error(e: Expression) -> bool:
    """True for what is an error, alone or as the last of several results: `fmt.Errorf(...)`, `ErrNotFound`."""
    if isinstance(e, Collection):
        return is_error(e.entries[-1].value) if e.entries and not e.type else True
    if isinstance(e, Parts):
        return e.type == "&" and len(e.parts) == 1 and isinstance(e.parts[0], Collection)
    if isinstance(e, Call):
        return isinstance(e.callee, Member) and e.callee.name in _MAKERS
    return isinstance(e, (Name, Member)) and _NAMED.fullmatch(e.name) is not None
