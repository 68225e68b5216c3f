"""What code means where languages differ, as far as the data-flow analysis must know: one file a language.

The data-flow analysis reads it here and never asks for the name of a language. Each member is a fact of
several languages, or one of a few ways that they have; what is to be computed for one language alone is a hook
(`domain/state.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.language_modules import SEMANTICS, facts_of, module_of, table_of
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Function, Member, Parameter
from reread.analyzers.syntax import Node


class Queues(Enum):
    """Which element `pop()` takes."""

    UNKNOWN = auto()
    LAST = auto()
    """The last one, of all that it is called on."""
    NEWEST_FIRST = auto()
    """Queues have their newest element first, and `pop()` takes that."""


Constant = str | int | float | bool | None
PartialCall = Callable[[Call], "tuple[Expression, tuple[Argument, ...]] | None"]


def _not_partial(call: Call) -> tuple[Expression, tuple[Argument, ...]] | None:
    return None


def _itself(value: Constant) -> Constant:
    return value


def _never(e: object) -> bool:
    return False


def _unchanged(name: str, callee: Member, arguments: list[AbstractValue]) -> bool:
    return False


def _none_of(call: Call) -> frozenset[int]:
    return frozenset()


def no_parts(e: Expression) -> list[Expression]:
    return []


class FunctionNames(NamedTuple):
    """What the names and the declarations of functions tell of them."""

    is_truth_getter: Callable[[str], bool] = _never
    """Whether a method gives a truth value."""
    calls_lambda: Callable[[Expression], bool] = _never
    """Whether a method of a lambda calls it."""
    may_call_lambda: Callable[[Call], bool] = _never
    """Whether a method calls its object where that is a lambda."""
    takes_object: Callable[[Function], bool] = _never
    """Whether the first parameter of a method is its object."""
    is_of_its_file: Callable[[Node], bool] | None = None
    """Whether hardly anything but its file calls a method: it is not public, or its class is not; None where a
    function does not say so.
    """
    is_error: Callable[[Expression], bool] | None = None
    """Whether a result certainly has an error in it; None where functions do not return errors beside what they give.
    """
    stays_inside: Callable[[Function], bool] | None = None
    """Whether a function only computes and remembers; None where functions are not distinguished by that."""


class Texts(NamedTuple):
    """What makes texts, and what is said of them."""

    literal: Callable[[Constant], Constant] = _itself
    """The value of a literal as the interpreter knows it: regular expressions are distinguished from texts."""
    character: Callable[[str], Constant] = _itself
    """What a character of a text is."""
    has_character_ranges: bool = False
    """Whether characters are compared by size."""
    is_matcher: Callable[[Call], bool] = _never
    """Whether a call gives an object that compares a text with a regular expression."""
    is_changed_by: Callable[[str, Member, list[AbstractValue]], bool] = _unchanged
    """Whether a method changes the text that its object builds."""
    keeps_text: Callable[[Call], bool] = _never
    """Whether a call leaves in a text most of what it has."""
    numeric_arguments: Callable[[Call], frozenset[int]] = _none_of
    """The arguments that a format writes as numbers and the like, which leave nothing of a text."""
    path_parts: Callable[[Expression], list[Expression]] = no_parts
    """What a path is put together of: a check of it says something about its parts."""


class Semantics(NamedTuple):
    """The facts of one language."""

    library: str = ""
    """The folder of models that has the names of its libraries; "" for all of them, where it has none of its own."""
    text_methods: frozenset[str] | None = None
    """The methods of texts that constants are followed through, as the table of the language has them."""
    object_name: str = "this"
    """What a method calls its object."""
    has_getters: bool = False
    """Whether a method that is given nothing mostly gives what its object has."""
    methods_may_lack_code: bool = False
    """Whether a class may declare methods that only those have which build on it."""
    classes_are_open: bool = False
    """Whether anybody may set the fields of a class."""
    objects_may_be_false: bool = False
    """Whether a class may say that its objects are false, whatever they have."""
    operators_are_methods: bool = False
    """Whether operators do what a class says: texts are repeated and filled in, sets and dictionaries put together."""
    functions_are_values: bool = False
    """Whether variables and collections keep functions of the file by the names of these."""
    capitals_are_public: bool = False
    """Whether variables and fields that others may use have names as classes have."""
    functions_are_fixed: bool = False
    """Whether functions that are no methods cannot be replaced, so that constants that they give are certain."""
    imports_are_private: bool = False
    """Whether those who import a file cannot take from it what it imports itself."""
    modules_nest: bool = False
    """Whether a name after that of a module may be another module."""
    keeps_package_functions: bool = False
    """Whether functions in variables of a package are interpreted where they are called."""
    queues: Queues = Queues.UNKNOWN
    functions: FunctionNames = FunctionNames()
    texts: Texts = Texts()
    omits_abstract_methods: bool = False
    """Whether methods without code are not among those of their class."""
    takes_in_turn: bool = False
    """Whether a loop through functions in a list takes one after the other."""
    gives_all_arguments: bool = False
    """Whether parameters have no values by default, so that a call with fewer is of another function."""
    folds_receiver: bool = False
    """Whether a fold is a method of what it goes through, and not a function that is given it."""
    shared_objects: Mapping[str, tuple[str, frozenset[str]]] = {}
    """Objects that all handlers of a request share: by the name of a field, its variable and whose field it is."""
    fills_shared_object: bytes = rb"(?!)"
    """A regular expression that finds code which may put something into one."""
    partial_call: PartialCall = _not_partial
    """The function, and its arguments, of a call that only gives it those, for later."""
    is_table_lookup: Callable[[Expression], bool] = _never
    """Whether a callee looks something up: what comes out is what somebody put in, whoever chose the key."""
    is_judged: Callable[[Parameter, bool], bool] = lambda parameter, is_declared: False
    """Whether the annotations of a parameter have its value judged or changed by something that is not known; with
    whether the file declares its class, whose fields say so themselves.
    """
    names_may_be_fields: bool = False
    """Whether a plain name that a method does not declare may be a field or a method of its object."""
    assignments_declare: bool = False
    """Whether an assignment makes a name a variable of its function, also one that the code around has, unless the
    function says that it is not its own.
    """
    goes_through_keys: bool = False
    """Whether a loop through a dictionary goes through its keys."""
    types_are_classes: bool = False
    """Whether a declared type says which class a value is of."""
    constants_are_typed: bool = False
    """Whether it does so of what is known to be constant, too."""
    false_has_no_text: bool = False
    """Whether texts and objects can be conditions, and what is false, empty or nothing carries no text."""
    empty_list_is_false: bool = False
    and_gives_operand: bool = False
    """Whether `a and b` is one of the two, and not whether both are true."""
    parsers_raise: bool = False
    """Whether a parser ends by an exception for what it cannot parse, so that a text is fine after it."""


GENERIC = Semantics()
TABLED = Semantics(folds_receiver=True)
"""What most languages with a table have in common."""


@cache
def semantics_of(language: str) -> Semantics:
    """The semantics of a language by its name; those of no language in particular where its values are not
    interpreted."""
    module, table = module_of(language, SEMANTICS), table_of(language)
    if module is not None:
        means: Semantics = module.SEMANTICS
        found = syntax.language(language)
        return means if found is None else means._replace(text_methods=found.text_methods)
    if table is None:
        return GENERIC
    own: Semantics = facts_of(language) or TABLED
    return own._replace(object_name=min(table.receivers, default="this"))
