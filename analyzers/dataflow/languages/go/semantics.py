"""What code means in Go."""

from __future__ import annotations

from reread.analyzers.dataflow.language import Semantics
from reread.analyzers.dataflow.languages.go.errors import is_error, parsed_before, record_error
from reread.analyzers.dataflow.languages.go.library import built_in, cut, gone_through, written_as_numbers
from reread.analyzers.dataflow.languages.go.pointers import presence, record_write

SEMANTICS = Semantics(
    has_structs=True,
    has_slices=True,
    has_pointers=True,
    takes_in_turn=True,
    has_sites_of_abstract_methods=False,
    has_packages=True,
    imports_stay_inside=True,
    declares_classes=True,
    declares_constants=True,
    functions_are_fixed=True,
    gives_all_arguments=True,
    has_characters=True,
    characters_are_numbers=True,
    gives_errors=True,
    loops_count=True,
    well_known=built_in,
    after_assignment=record_error,
    is_error=is_error,
    parsed_before=parsed_before,
    numeric_arguments=written_as_numbers,
    sliced=cut,
    loop_element=gone_through,
    assigned_value=presence,
    after_write=record_write,
)
