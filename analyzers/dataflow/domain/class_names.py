"""The classes that a value may be of, as its owner is written: one name, or several with ` | ` between them."""

from __future__ import annotations

OR = " | "
MOST_TYPES = 3


def type_union(owner: str, other: str) -> str:
    """The owner of a value that is one of two; the first one alone where these are no classes, or too many."""
    if not owner[:1].isupper() or not other[:1].isupper():
        return owner or other
    names = dict.fromkeys((*owner.split(OR), *other.split(OR)))
    return OR.join(names) if len(names) <= MOST_TYPES else owner


def first_of(owner: str) -> str:
    return owner.partition(OR)[0]
