"""What code means in Go."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import (
    FunctionNames,
    Semantics,
    Texts,
)
from reread.analyzers.dataflow.domain.state import Hooks
from reread.analyzers.dataflow.languages.go.errors import is_error, parsed_before, record_error
from reread.analyzers.dataflow.languages.go.functional_options import again
from reread.analyzers.dataflow.languages.go.library import built_in, cut, gone_through, written_as_numbers
from reread.analyzers.dataflow.languages.go.pointers import is_copied, presence, record_write

SEMANTICS = Semantics(
    library="go",
    has_getters=True,
    capitals_are_public=True,
    functions_are_fixed=True,
    imports_are_private=True,
    keeps_package_functions=True,
    types_are_classes=True,
    constants_are_typed=True,
    functions=FunctionNames(is_error=is_error),
    texts=Texts(character=ord, has_character_ranges=True, numeric_arguments=written_as_numbers),
    omits_abstract_methods=True,
    takes_in_turn=True,
    gives_all_arguments=True,
    fills_shared_object=rb"\bcontext\.WithValue\(|\b\w*(?:c|[cC]tx|[cC]ontext)\.(?:Set|Locals)\(\"\w+\",",
    folds_receiver=True,
)
HOOKS = Hooks(
    library_call=built_in,
    after_assignment=record_error,
    parsed_before=parsed_before,
    sliced=cut,
    loop_element=gone_through,
    assigned_value=presence,
    is_copied=is_copied,
    reinterpreted=again,
    after_write=record_write,
)
