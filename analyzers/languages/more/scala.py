"""Scala."""

from __future__ import annotations

from reread.analyzers.languages.table import (
    ImportKinds,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
    TextKinds,
)

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("class R {\n", "\n}"), ("def r() = {\n", "\n}"), ("val r = ", "")),
        ellipses=("{}", "{0}: {0}", "{0} = {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "type_identifier"}),
        members={
            "field_expression": ("value", "field"),
            "stable_type_identifier": ("", ""),
            "stable_identifier": ("", ""),
        },
        callees={"call_expression": "function"},
    ),
    imports=ImportKinds(
        paths={"import_declaration": "namespace_selectors"},
    ),
    statements=StatementKinds(
        blocks=frozenset({"compilation_unit", "block", "template_body", "indented_block"}),
        definitions=frozenset({"function_definition", "class_definition", "object_definition", "trait_definition"}),
    ),
    leeway=Leeway(
        transparent=frozenset({"parenthesized_expression"}),
        arguments=frozenset({"arguments"}),
        keywords=frozenset({"assignment_expression"}),
        optional=frozenset(
            {
                "modifiers",
                "return_type",
                "type",
                "extend",
                "class_parameters",
                "annotation",
                "type_parameters",
                "alternative",
            }
        ),
        optional_tokens=frozenset({"val", "var", "lazy", "new"}),
        equivalents={
            "val_definition": frozenset({"var_definition"}),
            "assignment_expression": frozenset({"val_definition", "var_definition"}),
            "class_definition": frozenset({"object_definition", "trait_definition"}),
        },
        fields={
            ("val_definition", "pattern"): "left",
            ("val_definition", "value"): "right",
            ("var_definition", "pattern"): "left",
            ("var_definition", "value"): "right",
        },
    ),
    texts=TextKinds(
        parts=frozenset({"escape_sequence"}),
        substitutions=frozenset({"interpolation"}),
    ),
)

LANGUAGE = Language(
    name="scala",
    grammar="scala",
    dataflow="scala",
    identifiers=("scala",),
    extensions=(".scala", ".sc"),
    line_comment="//",
    comments=frozenset({"comment", "block_comment"}),
    strings=frozenset({"string"}),
    definitions=frozenset({"class_definition", "object_definition", "trait_definition", "function_definition"}),
    containers=frozenset({"class_definition", "object_definition", "trait_definition"}),
    imports=frozenset({"import_declaration"}),
    calls=frozenset({"call_expression"}),
    matching=MATCHING,
)
