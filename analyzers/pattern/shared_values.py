"""One object for all equal sets of names, and for equal tuples of them: rules have tens of thousands, and two thousand
different ones.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)

_known: dict[Hashable, Hashable] = {}


def shared(value: Value) -> Value:
    """The set or tuple that is kept of those equal to this one. For values that rules are made of, of which the number
    is bounded; one of a document is not to be kept.
    """
    return _known.setdefault(value, value)  # type: ignore[return-value]
