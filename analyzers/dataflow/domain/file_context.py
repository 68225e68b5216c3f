"""What a function is interpreted with: options of the taint analysis, and lookups in its file and in others."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reread.analyzers.dataflow.domain.facets import PathElement
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.taint_bits import TaintBits
from reread.analyzers.dataflow.domain.type_ref import TypeRef
from reread.analyzers.dataflow.domain.validators import Validator
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.language import GENERIC, Semantics


class FileContext(NamedTuple):
    """What a function is interpreted with: the options of the taint analysis, and lookups in its file and others.

    `guards` and `mutators` go beyond the rule language: conditions that sanitize a value, and methods known to change
    their object. With `trusts_names` a call such as `validate_path(x)` sanitizes its arguments.

    Functions: `summary_of(type, name)` is the summary of another function of the file; None where there is none or
    where that is being found out. `is_functional` tells of a method that a lambda may stand for. `type_of` says what a
    dotted name is as the type of functions in other files, where those are known.

    Declarations: `is_class(name)` and `bases_of(name)`, the classes of the file that a class builds on, the nearest
    first; `record(name)`, the fields that a class declares, None for all other names; `is_number`, whether a name is
    declared for numbers; `class_of`, the class of a type as it is written, and `class_of_field`, that of a field of a
    class, None where it is not known; `field_type`, the type of a field of a form or a model as it is written;
    `fields_of` a struct in their order, and `embedded`, the types in it without a name; `validators`, the methods that
    check a field of a class before anybody sees its value.

    Values: `variable(name)` of the module, `object_field(name)` of the function's own object as other methods have
    filled it, and `is_kept`, whether no function of the file changes a field.
    """

    taint_bits: TaintBits
    summary_of: Callable[[TypeRef | None, str], FunctionSummary | None]
    is_class: Callable[[str], bool]
    variable: Callable[[str], AbstractValue | None]
    object_field: Callable[[PathElement], AbstractValue | None]
    bases_of: Callable[[str], tuple[str, ...]]
    is_number: Callable[[str], bool]
    is_kept: Callable[[PathElement], bool]
    record: Callable[[str], tuple[str, ...] | None]
    class_of: Callable[[str], TypeRef | None]
    class_of_field: Callable[[tuple[TypeRef, PathElement]], TypeRef | None]
    field_type: Callable[[tuple[TypeRef, PathElement]], str]
    fields_of: Callable[[str], tuple[str, ...]]
    embedded: Callable[[str], tuple[str, ...]]
    is_functional: Callable[[str], bool]
    semantics: Semantics = GENERIC
    guards: bool = True
    mutators: bool = True
    most_steps: int = 150_000
    type_of: Callable[[tuple[str, ...]], TypeRef | None] | None = None
    trusts_names: bool = False
    validators: Callable[[tuple[str, PathElement]], tuple[Validator, ...]] = lambda field: ()
