"""Kotlin. Its grammar has no field for names: they are the first identifiers of their definitions."""

from __future__ import annotations

from reread.analyzers.languages.import_kinds import ImportKinds, ImportWriting
from reread.analyzers.languages.java import import_names
from reread.analyzers.languages.table import (
    ON_ONE_LINE,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
)
from reread.analyzers.languages.value_kinds import TextKinds, ValueKinds

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("fun r() {\n", "\n}"), ("class R {\n", "\n}"), ("fun r() { r(", ") }")),
        special_forms=(
            (r"(?:catch|finally)\b", "fun r() { try {} ", " }"),
            # By itself an annotation before a definition on its line is one of an expression.
            (r"@", "class R {\n", "\n}"),
        ),
        rewrites=ON_ONE_LINE,
        ellipses=("{}", "{0}: {0}", "{};"),
    ),
    names=NameKinds(
        leaves=frozenset({"simple_identifier", "type_identifier"}),
        members={"navigation_expression": ("", "")},
        targets=frozenset({"directly_assignable_expression"}),
        callees={"call_expression": ""},
        globals=frozenset({"this", "super", "java", "javax", "kotlin", "System", "Runtime", "Math", "String"}),
        parameters={"parameter": "", "lambda_parameters": ""},
        in_parameters={"variable_declaration": ""},
    ),
    imports=ImportKinds(
        writing=ImportWriting(statements=frozenset({"import_header"}), renaming=frozenset({"as"})),
        names=import_names,
    ),
    statements=StatementKinds(
        results={"lambda_literal": ""},
        no_results=frozenset({"assignment"}),
        blocks=frozenset({"source_file", "statements", "function_body", "control_structure_body", "class_body"}),
        inlined=frozenset({"statements"}),
        definitions=frozenset({"function_declaration", "class_declaration", "lambda_literal"}),
    ),
    leeway=Leeway(
        transparent=frozenset(
            {
                "import_list",
                "parenthesized_expression",
                "value_argument",
                "annotated_lambda",
                "directly_assignable_expression",
                "variable_declaration",
                "user_type",
            }
        ),
        arguments=frozenset({"call_suffix"}),
        closures=frozenset({"lambda_literal"}),
        keywords=frozenset({"value_argument"}),
        apart=frozenset({"catch_block"}),
        subsets=frozenset({"modifiers", "catch_block"}),
        optional=frozenset(
            {
                "modifiers",
                "type_parameters",
                "type_arguments",
                "receiver",
                "alternative",
                "user_type",
                "nullable_type",
                "binding_pattern_kind",
            }
        ),
        spliced=frozenset({"variable_declaration", "value_arguments"}),
        optional_tokens=frozenset({"else", "var"}),
        fields={(kind, "statements"): "body" for kind in ("try_expression", "catch_block", "finally_block")},
        equivalents={"assignment": frozenset({"property_declaration"})},
    ),
    values=ValueKinds(
        no_names=frozenset({"type_identifier"}),
        elsewhere={
            **dict.fromkeys(("catch_block", "function_declaration", "identifier", "import_alias"), ""),
            "navigation_suffix": "",
        },
    ),
    texts=TextKinds(
        parts=frozenset({"string_content", "interpolated_identifier", "interpolated_expression"}),
        substitutions=frozenset({"interpolated_identifier", "interpolated_expression"}),
    ),
)

LANGUAGE = Language(
    name="kotlin",
    grammar="kotlin",
    dataflow="kotlin",
    line_comment="//",
    comments=frozenset({"line_comment", "multiline_comment"}),
    strings=frozenset({"string_literal"}),
    definitions=frozenset({"class_declaration", "object_declaration", "function_declaration"}),
    containers=frozenset({"class_declaration", "object_declaration"}),
    imports=frozenset({"import_header"}),
    calls=frozenset({"call_expression"}),
    matching=MATCHING,
)
