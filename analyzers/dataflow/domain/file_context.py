"""What a function is interpreted with: options of the taint analysis, and lookups in its file and in others."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reread.analyzers.dataflow.domain.facets import PathElement
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.language import GENERIC, Semantics
from reread.analyzers.dataflow.domain.taint_bits import TaintBits
from reread.analyzers.dataflow.domain.type_ref import TypeRef
from reread.analyzers.dataflow.domain.validators import Validator
from reread.analyzers.dataflow.domain.value import AbstractValue

_BYTES_A_STEP = 4


def steps_of(length: int) -> int:
    """The steps that code of so many bytes may take: more than nearly all that runs through once does."""
    return length // _BYTES_A_STEP


class InterpreterOptions(NamedTuple):
    """What the rules ask of the interpreter.

    `guards` and `mutators` go beyond the rule language: conditions that sanitize a value, and methods known to change
    their object. With `trusts_names`, for code that is not looked at itself, rules with one height only believe that
    `validate_path(x)` refuses what is bad. A function of more than `most_steps` is given up.
    """

    taint_bits: TaintBits
    guards: bool = True
    mutators: bool = True
    trusts_names: bool = False
    most_steps: int = 150_000


class FunctionLookup(NamedTuple):
    """The functions of the file, and of others where those are known.

    `summary_of(type, name)` is the summary of a function; None where there is none or where that is being found out.
    `is_functional` tells of a method that a lambda may stand for. `type_of` says what a dotted name is as the type of
    functions in other files; None without other files.
    """

    summary_of: Callable[[TypeRef | None, str], FunctionSummary | None]
    is_functional: Callable[[str], bool]
    type_of: Callable[[tuple[str, ...]], TypeRef | None] | None = None


class DeclarationLookup(NamedTuple):
    """What the file declares.

    `is_class(name)` and `bases_of(name)`, the classes of the file that a class builds on, the nearest first;
    `record(name)`, the fields that a class declares, None for all other names; `is_number`, whether a name is declared
    for numbers; `class_of`, the class of a type as it is written, and `class_of_field`, that of a field of a class,
    None where it is not known; `field_type`, the type of a field of a form or a model as it is written; `fields_of` a
    struct in their order, and `embedded`, the types in it without a name; `validators`, the methods that check a field
    of a class before anybody sees its value; `is_library`, whether a name was imported from a library that is known.
    """

    is_class: Callable[[str], bool]
    bases_of: Callable[[str], tuple[str, ...]]
    is_number: Callable[[str], bool]
    record: Callable[[str], tuple[str, ...] | None]
    class_of: Callable[[str], TypeRef | None]
    class_of_field: Callable[[tuple[TypeRef, PathElement]], TypeRef | None]
    field_type: Callable[[tuple[TypeRef, PathElement]], str]
    fields_of: Callable[[str], tuple[str, ...]]
    embedded: Callable[[str], tuple[str, ...]]
    validators: Callable[[tuple[str, PathElement]], tuple[Validator, ...]]
    is_library: Callable[[str], bool]


class VariableLookup(NamedTuple):
    """Values from outside of the function: `variable(name)` of the module, `object_field(name)` of the function's own
    object as other methods have filled it, and `is_kept`, whether no function of the file changes a field.
    """

    variable: Callable[[str], AbstractValue | None]
    object_field: Callable[[PathElement], AbstractValue | None]
    is_constant_field: Callable[[PathElement], bool]


class FileContext(NamedTuple):
    """What a function is interpreted with, each part for those who need it. `State` has each under its own name."""

    options: InterpreterOptions
    functions: FunctionLookup
    declarations: DeclarationLookup
    variables: VariableLookup
    semantics: Semantics = GENERIC
