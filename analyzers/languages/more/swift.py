"""Swift."""

from __future__ import annotations

from reread.analyzers.languages.import_kinds import ImportKinds, ImportWriting
from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    BindingKinds,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
    TextKinds,
)

_TYPES = ("user_type", "optional_type", "array_type", "dictionary_type", "tuple_type", "function_type", "opaque_type")

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("func r() {\n", "\n}"), ("class R {\n", "\n}")),
        ellipses=("{}", "{0}: {0}", "let {}"),
    ),
    names=NameKinds(
        leaves=frozenset({"simple_identifier", "type_identifier"}),
        members={"navigation_expression": ("target", "suffix")},
        callees={"call_expression": ""},
        operators={
            "additive_expression": "op",
            "multiplicative_expression": "op",
            "comparison_expression": "op",
            "equality_expression": "op",
        },
        parameters={"parameter": "name", "lambda_parameter": "name"},
    ),
    imports=ImportKinds(
        writing=ImportWriting(statements=frozenset({"import_declaration"}), marks=frozenset({"modifiers"})),
    ),
    statements=StatementKinds(
        blocks=frozenset({"source_file", "statements", "function_body", "class_body"}),
        inlined=frozenset({"statements"}),
        definitions=frozenset({"function_declaration", "class_declaration"}),
    ),
    bindings=BindingKinds(loops={"for_statement": ("item", "collection")}),
    leeway=Leeway(
        transparent=frozenset(
            {"value_argument", "directly_assignable_expression", "user_type", "pattern", "tuple_expression"}
        ),
        arguments=frozenset({"value_arguments"}),
        keywords=frozenset({"value_argument"}),
        optional=frozenset({"return_type", "modifiers", "type_annotation", "value_binding_pattern", "bases"}),
        optional_tokens=frozenset({"->", ":"}),
        subsets=frozenset({"bases"}),
        ignored_tokens=IGNORED_TOKENS | {"?"},
        equivalents={"assignment": frozenset({"property_declaration"})},
        fields={
            # The type that a function gives is in the same field as its name.
            **{("function_declaration", kind): "return_type" for kind in _TYPES},
            ("class_declaration", "inheritance_specifier"): "bases",
            ("assignment", "target"): "name",
            ("assignment", "result"): "value",
        },
    ),
    texts=TextKinds(
        parts=frozenset({"line_str_text", "multi_line_str_text", "str_escaped_char"}),
        substitutions=frozenset({"interpolated_expression"}),
    ),
)

LANGUAGE = Language(
    name="swift",
    grammar="swift",
    dataflow="swift",
    line_comment="//",
    comments=frozenset({"comment", "multiline_comment"}),
    strings=frozenset({"line_string_literal", "multi_line_string_literal"}),
    definitions=frozenset({"class_declaration", "protocol_declaration", "function_declaration"}),
    containers=frozenset({"class_declaration", "protocol_declaration"}),
    imports=frozenset({"import_declaration"}),
    calls=frozenset({"call_expression"}),
    matching=MATCHING,
)
