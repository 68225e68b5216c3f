"""OCaml."""

from __future__ import annotations

from reread.analyzers.languages.table import (
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
)
from reread.analyzers.languages.value_kinds import TextKinds

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("let _ = ", ""), ("let _ = match r with ", "")),
        sigils=((r"\.$", ""), (r"(?:\b(?:open|module|include)\s+)$", "R")),
        rewrites=((r"\$([A-Z_]\w*)\.(?=[a-z$])", r"$MODULE_\1."),),
        ellipses=("{}",),
    ),
    names=NameKinds(
        leaves=frozenset({"value_name", "module_name", "constructor_name", "field_name"}),
        members={"value_path": ("", ""), "module_path": ("", ""), "field_get_expression": ("", "")},
        callees={"application_expression": "function"},
        parameters={"parameter": "pattern"},
    ),
    statements=StatementKinds(
        blocks=frozenset({"compilation_unit"}),
    ),
    leeway=Leeway(
        transparent=frozenset(
            {
                "parenthesized_expression",
                "value_path",
                "module_path",
                "field_path",
                "then_clause",
                "else_clause",
                "value_pattern",
                "parameter",
                "expression_item",
                "value_definition",
            }
        ),
        # A metavariable for a module is written like a value.
        equivalents={"field_get_expression": frozenset({"value_path"})},
        fields={("field_get_expression", "record"): "", ("field_get_expression", "field"): ""},
        optional=frozenset(),
    ),
    texts=TextKinds(
        parts=frozenset({"string_content", "escape_sequence"}),
    ),
)

LANGUAGE = Language(
    name="ocaml",
    grammar="ocaml",
    line_comment="",
    comments=frozenset({"comment"}),
    strings=frozenset({"string"}),
    definitions=frozenset({"let_binding", "module_definition"}),
    containers=frozenset({"module_definition"}),
    name_field="pattern",
    imports=frozenset({"open_module"}),
    calls=frozenset({"application_expression"}),
    matching=MATCHING,
)
