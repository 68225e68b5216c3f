"""What code means where languages differ, as far as the data-flow analysis must know: one file a language.

The data-flow analysis reads it here and never asks for the name of a language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from reread.analyzers.dataflow.domain.value import AbstractValue, Path
from reread.analyzers.dataflow.ir.nodes import Argument, Assign, Call, Expression, Parts
from reread.analyzers.dataflow.language_modules import SEMANTICS, module_of

Known = Callable[[Any, str, Call, AbstractValue, list[AbstractValue]], AbstractValue | None]
"""What a call of a name gives, by the state, its object and its arguments; None where that is unknown."""


Elements = Callable[[Any, str, Call, AbstractValue, list[AbstractValue], list[AbstractValue]], list[AbstractValue]]
"""As `Known`, with what would be passed on by the receiver and the arguments alone."""
Prepared = Callable[[Call], "tuple[Expression, tuple[Argument, ...]] | None"]
AfterAssignment = Callable[[Any, Expression, Call], None]
Fits = Callable[[Any, Call, bool], dict[tuple[str, Path], int]]


def _unknown(
    state: Any, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    return None


def _elements(
    state: Any,
    name: str,
    call: Call,
    receiver: AbstractValue,
    arguments: list[AbstractValue],
    elements: list[AbstractValue],
) -> list[AbstractValue]:
    return elements


def _not_prepared(call: Call) -> tuple[Expression, tuple[Argument, ...]] | None:
    return None


def _nothing(state: Any, target: Expression, call: Call) -> None:
    pass


def _never(e: Any) -> bool:
    return False


def _never_in(state: Any, e: Expression) -> bool:
    return False


def _none(state: Any, e: Expression) -> Expression | None:
    return None


def _unchanged(state: Any, e: Expression, value: AbstractValue, methods: tuple[str, ...]) -> AbstractValue:
    return value


def _no_arguments(call: Call) -> frozenset[int]:
    return frozenset()


def _not_sliced(state: Any, value: AbstractValue, key: Parts) -> AbstractValue | None:
    return None


def _element(
    state: Any, value: AbstractValue, iterable: Expression, target: Expression, element: AbstractValue
) -> AbstractValue:
    return element


def _assigned(state: Any, statement: Assign, value: AbstractValue) -> AbstractValue:
    return value


def _nothing_written(state: Any, statement: Assign, value: AbstractValue) -> None:
    pass


class Semantics(NamedTuple):
    """The facts of one language, and what it has functions for."""

    object_name: str = "this"
    """What a method calls its object."""
    gets_object: bool = False
    """Whether the object is the first parameter of a method."""
    has_special_methods: bool = False
    """Whether a class says by names such as `__format__` what its objects do in a text, for a key or when made."""
    has_plain_members: bool = False
    """Whether a plain name may be a field or a method of the object, beside a variable of the same name."""
    has_structs: bool = False
    """Whether objects are structs, with declared fields, which are copied, embedded and pointed to."""
    has_slices: bool = False
    has_pointers: bool = False
    takes_in_turn: bool = False
    """Whether a loop through functions in a list takes one after the other."""
    has_anonymous_classes: bool = False
    """Whether a lambda or a class without a name is an object whose method calls it."""
    has_getters: bool = False
    """Whether `x.getName()` and `x.isFine()` are the usual way to read what an object holds."""
    has_abstract_methods: bool = False
    """Whether a method without a body stands for those of the classes that build on its own."""
    has_sites_of_abstract_methods: bool = True
    """Whether methods without code are among those of their class."""
    hides_members: bool = False
    """Whether a field or a method can be hidden from all other files."""
    has_packages: bool = False
    """Whether the files of a folder are one, with functions that see each other's variables."""
    classes_are_files: bool = False
    """Whether an import of all that a package has brings in classes by their files."""
    modules_have_modules: bool = False
    """Whether a name after that of a module may be another module."""
    imports_stay_inside: bool = False
    """Whether those who import a file cannot take from it what it imports itself."""
    class_fields_change: bool = False
    """Whether a switch that a class declares is there for others to turn."""
    declares_classes: bool = False
    """Whether the declared types of variables say which classes their values are of."""
    declares_constants: bool = False
    """Whether they say so of what is known to be constant, too."""
    declares_patterns: bool = False
    """Whether a declared type may hold a regular expression that a framework compares the value with."""
    checks_forms: bool = False
    """Whether forms and serializers of frameworks give what they have checked."""
    only_types_declare: bool = False
    """Whether an assignment without a type is one to a field, unless the name is declared elsewhere."""
    assignments_declare: bool = False
    """Whether an assignment makes a name a variable of the function, also one that the code around it has."""
    functions_are_fixed: bool = False
    """Whether no other code can put its own function in the place of one."""
    gives_all_arguments: bool = False
    """Whether parameters have no values by default, so that a call with fewer is of another function."""
    annotates_parameters: bool = False
    """Whether annotations of parameters say that a framework fills them with parts of requests."""
    names_globals: bool = False
    """Whether a function says which variables of the module it assigns to."""
    follows_itself: bool = False
    """Whether what a function does for those who call it is asked by itself, too."""
    gives_operands: bool = False
    """Whether `a and b` is one of the two."""
    has_characters: bool = False
    """Whether parts of a text are characters that can be compared by size."""
    characters_are_numbers: bool = False
    has_object_operators: bool = False
    """Whether operators may be those of objects: `/` of paths, `|` of dictionaries, `&` of sets, `%` of texts."""
    false_is_empty: bool = False
    """Whether all that is false carries no text."""
    empty_is_false: bool = False
    """Whether an empty list is false, and `all`, `any` and sets check each element."""
    gives_errors: bool = False
    """Whether a function says by an error beside its result that something is wrong."""
    parsers_raise: bool = False
    """Whether a parser ends the function for what it cannot parse, so that the text is fine after it."""
    joins_paths: bool = False
    """Whether a check of a path that was joined says something about what it was joined of."""
    loops_give_keys: bool = False
    """Whether a loop through a dictionary gives its keys."""
    loops_count: bool = False
    """Whether a loop may go through a number."""
    keeps_tables: bool = False
    """Whether functions are usually kept in dictionaries and lists, to be called from there."""
    has_middleware: bool = False
    """Whether a function hands a request over to the next one by calling one of its parameters."""
    has_regex_literals: bool = False
    counts_yields: bool = False
    """Whether `next` is asked for what a generator gives first, second and so on."""
    yields_objects: bool = False
    """Whether what a generator gives is read from an object."""
    has_text_builders: bool = False
    """Whether texts are built by objects that are changed."""
    pushes_first: bool = False
    """Whether queues have their newest element first, and `pop()` takes that."""
    pops_known: bool = False
    """Whether `pop()` takes the last element of a list and `popleft()` the first."""
    folds_receiver: bool = True
    """Whether a fold is a method of what it goes through, and not a function that is given it."""
    replaces_once: bool = False
    """Whether `replace` replaces only the first place."""
    undoes_encodings: bool = True
    """Whether what decodes a text is distinguished from what encodes it by their names alone."""
    notes_inside: bool = False
    """Whether functions are distinguished by whether what they are given stays inside of them."""
    shared_objects: Mapping[str, tuple[str, frozenset[str]]] = {}
    """Objects that all handlers of a request share: by the name of a field, its variable and whose field it is."""

    well_known: Known = _unknown
    """Calls of the library of the language."""
    keeps_given: Known = _unknown
    """Calls that keep what they are given, whatever the file has under these names."""
    hands_over: Known = _unknown
    """Calls that call what they are given."""
    elements: Elements = _elements
    """What a method hands to a function that it is given, place by place."""
    partial_call: Prepared = _not_prepared
    """The function, and its arguments, of a call that only gives it those, for later."""
    fits: Fits | None = None
    """What a call that is true (or not) sanitizes, beside checks that all languages have."""
    is_truth_getter: Callable[[str], bool] = _never
    """Whether a method gives a truth value, by its name."""
    is_table_lookup: Callable[[Expression], bool] = _never
    """Whether a callee looks something up: what comes out is what somebody put in, whoever chose the key."""
    calls_lambda: Callable[[Expression], bool] = _never
    """Whether a method of a lambda calls it."""
    may_call_lambda: Callable[[Call], bool] = _never
    """Whether a method calls its object where that is a lambda."""
    is_matcher: Callable[[Call], bool] = _never
    """Whether a call gives an object that compares a text with a regular expression."""
    is_of_its_file: Callable[[Any], bool] = _never
    """Whether hardly anything but its file calls a method, by its node: it is not public, or its class is not."""
    is_error: Callable[[Expression], bool] = _never
    """Whether an expression certainly is an error, for languages with `gives_errors`."""
    parsed_before: Callable[[Any, Expression], Expression | None] = _none
    """What a parser got whose error an expression is."""
    makes_own_class: Callable[[Any, Expression], bool] = _never_in
    """Whether a callee stands for the class of the method that it is in."""
    shown: Callable[[Any, Expression, AbstractValue, tuple[str, ...]], AbstractValue] = _unchanged
    """What an object is as a text; the names are those of methods that are asked first."""
    numeric_arguments: Callable[[Call], frozenset[int]] = _no_arguments
    """The arguments that a format writes as numbers and the like, which leave nothing of a text."""
    sliced: Callable[[Any, AbstractValue, Parts], AbstractValue | None] = _not_sliced
    """A part of a list whose positions are known."""
    loop_element: Callable[[Any, AbstractValue, Expression, Expression, AbstractValue], AbstractValue] = _element
    """What a loop assigns to its target, by what it iterates over and its element."""
    assigned_value: Callable[[Any, Assign, AbstractValue], AbstractValue] = _assigned
    """The value that an assignment gives, where the language knows more of it."""
    after_write: Callable[[Any, Assign, AbstractValue], None] = _nothing_written
    """What else an assignment writes: what a pointer points to."""
    after_assignment: AfterAssignment = _nothing
    """What else to note when a place is given what a call gives."""


GENERIC = Semantics()


@cache
def semantics_of(language: str) -> Semantics:
    """The semantics of a language by its name; those of no language in particular where its values are not
    interpreted."""
    module = module_of(language, SEMANTICS)
    found: Semantics = GENERIC if module is None else module.SEMANTICS
    return found
