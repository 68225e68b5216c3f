"""What a value is an instance of, as far as is known: classes, lists, maps, and functions known by their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

MOST_TYPES = 3
_MOST_KNOWN = 10_000


class ClassName(NamedTuple):
    """A class of the file with a URI, "" for the file at hand; without a name that file itself, as a module."""

    name: str
    uri: str = ""


class FunctionName(NamedTuple):
    """A function of the file with a URI, "" for the file at hand, or a method of its class `owner`."""

    name: str
    owner: str = ""
    uri: str = ""

    @property
    def of(self) -> TypeRef | None:
        """The class or the file that it is a function of, as those ask for its summary who call it."""
        return class_type(self.owner, self.uri) if self.owner or self.uri else None


class Kind(IntEnum):
    """What a type is one of."""

    CLASS = 1
    """One of `classes`."""
    CHECKED_DATA = 2
    """The checked values of a form or a model of `classes`, under the names of its fields."""
    LIST = 3
    """A list of `element`."""
    MAP = 4
    """A map whose values are of `element`."""
    FUNCTION = 5
    """No class but one of `functions`."""
    LOOP_BODY = 6
    """The function that an iterator is given: it is called with the element of each round of a loop."""
    TEXTLESS = 7
    """What carries no text of an attacker: numbers, truth values, and what a validator lets through."""
    JUDGED = 8
    """What a validator has let through whose rule is not known."""


@dataclass(frozen=True, slots=True)
class TypeRef:
    """A type that the engine can look something up for. `element` is a type as the source text writes it."""

    kind: Kind
    classes: tuple[ClassName, ...] = ()
    functions: tuple[FunctionName, ...] = ()
    element: str = ""

    @property
    def class_name(self) -> str:
        """The name of the one class of the file at hand; "" for all else."""
        return self.classes[0].name if self.kind == Kind.CLASS and len(self.classes) == 1 and not self.uri else ""

    @property
    def checked_class(self) -> str:
        """The name of the class whose checked data this is, or of the class itself; "" where it is of another file."""
        return self.classes[0].name if len(self.classes) == 1 and not self.uri else ""

    @property
    def uri(self) -> str:
        """The other file that the type is declared in; "" for the file at hand."""
        return self.classes[0].uri if self.classes else ""

    @property
    def is_module(self) -> bool:
        """True for another file itself."""
        return bool(self.uri) and not self.classes[0].name

    @property
    def first(self) -> TypeRef:
        """The first of several classes."""
        return self if len(self.classes) < 2 else class_type(*self.classes[0])

    @property
    def each(self) -> tuple[TypeRef, ...]:
        """The classes that an object may be of."""
        return (self,) if len(self.classes) < 2 else tuple(class_type(*each) for each in self.classes)

    @property
    def is_container(self) -> bool:
        return self.kind in (Kind.LIST, Kind.MAP)

    @property
    def may_be_joined(self) -> bool:
        """True for classes of the file at hand, as most languages write them."""
        return self.kind == Kind.CLASS and not self.uri and self.classes[0].name[:1].isupper()


LOOP_BODY = TypeRef(Kind.LOOP_BODY)
TEXTLESS = TypeRef(Kind.TEXTLESS)
JUDGED = TypeRef(Kind.JUDGED)


@lru_cache(_MOST_KNOWN)
def class_type(name: str, uri: str = "") -> TypeRef:
    return TypeRef(Kind.CLASS, (ClassName(name, uri),))


def optional_class(name: str) -> TypeRef | None:
    """The class of the file at hand with a name; None for ""."""
    return class_type(name) if name else None


def list_type(element: str) -> TypeRef:
    return TypeRef(Kind.LIST, element=element)


def map_type(element: str) -> TypeRef:
    return TypeRef(Kind.MAP, element=element)


def function_type(name: str, owner: str = "", uri: str = "") -> TypeRef:
    return TypeRef(Kind.FUNCTION, functions=(FunctionName(name, owner, uri),))


def checked_data(of: TypeRef) -> TypeRef:
    return TypeRef(Kind.CHECKED_DATA, of.classes)


def any_of(types: Sequence[TypeRef]) -> TypeRef | None:
    """The type of an object of one of some classes; None where there is none, or too many to analyze them all."""
    classes = tuple(each for type_ in types for each in type_.classes)
    return TypeRef(Kind.CLASS, classes) if 0 < len(classes) <= MOST_TYPES else None


def type_union(one: TypeRef | None, other: TypeRef | None) -> TypeRef | None:
    """The type of a value that is one of two; the first one alone where these are no classes, or too many."""
    if one is None or other is None or one == other:
        return one or other
    if one.kind == Kind.FUNCTION and other.kind == Kind.FUNCTION:
        return TypeRef(Kind.FUNCTION, functions=tuple(dict.fromkeys((*one.functions, *other.functions))))
    if not one.may_be_joined or not other.may_be_joined:
        return one
    return any_of([TypeRef(Kind.CLASS, tuple(dict.fromkeys((*one.classes, *other.classes))))]) or one
