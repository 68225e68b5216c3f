"""Swift."""

from __future__ import annotations

from reread.analyzers.languages.import_kinds import ImportKinds, ImportWriting
from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    ON_ONE_LINE,
    BindingKinds,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
    Typing,
)
from reread.analyzers.languages.value_kinds import TextKinds

_TYPES = ("user_type", "optional_type", "array_type", "dictionary_type", "tuple_type", "function_type", "opaque_type")

TYPING = Typing(
    form=("let x: ", ""),
    declarations={
        "parameter": ("name", "@last", ""),
        "property_declaration": ("name", "@type_annotation", "value"),
    },
    literals={
        "line_string_literal": ("String",),
        "multi_line_string_literal": ("String",),
        "integer_literal": ("Int",),
        "real_literal": ("Double",),
        "boolean_literal": ("Bool",),
    },
    annotations=frozenset({"type_annotation"}),
    functions=frozenset({"function_declaration", "init_declaration", "lambda_literal"}),
    scopes=frozenset({"statements"}),
    wrappers=frozenset({"class_body", "enum_class_body", "protocol_body"}),
    receivers=frozenset({b"self"}),
)

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("func r() {\n", "\n}"), ("class R {\n", "\n}")),
        special_forms=((r"throw\b", "func r() {\n", "\n}"),),
        # The label that a parameter has for callers says nothing of it.
        rewrites=((r"([(,]\s*)_\s+(?=[\w$]+\s*:)", r"\1"), *ON_ONE_LINE),
        ellipses=("{}", "{0}: {0}", "let {}", "default: {}", "func {}()"),
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
        switches=frozenset({"switch_statement"}),
        conditions=frozenset({"if_statement", "guard_statement"}),
        blocks=frozenset(
            {"source_file", "statements", "function_body", "class_body", "enum_class_body", "protocol_body"}
        ),
        inlined=frozenset({"statements"}),
        definitions=frozenset({"function_declaration", "class_declaration"}),
    ),
    bindings=BindingKinds(loops={"for_statement": ("item", "collection")}),
    leeway=Leeway(
        transparent=frozenset(
            {"value_argument", "directly_assignable_expression", "user_type", "pattern", "tuple_expression"}
        ),
        arguments=frozenset({"call_suffix"}),
        spliced=frozenset({"value_arguments", "lambda_function_type"}),
        closures=frozenset({"lambda_literal"}),
        value_words=frozenset({"nil"}),
        keywords=frozenset({"value_argument"}),
        optional=frozenset(
            {
                *("return_type", "modifiers", "type_annotation", "value_binding_pattern", "bases", "throws", "async"),
                *("external_name", "default_value", "bound_identifier", "alternative", "else", "parameter_modifiers"),
                *("attribute", "type_constraints", "where_clause"),
            }
        ),
        optional_tokens=frozenset({"->", ":", "enum", "await", "in"}),
        passed_over=frozenset({"catch_keyword"}),
        subsets=frozenset({"bases", "modifiers", "catches"}),
        # Semgrep's rules take a class, a structure and an extension of either as one.
        ignored_tokens=IGNORED_TOKENS | {"?", "!", "class", "struct", "extension", "actor"},
        equivalents={"assignment": frozenset({"property_declaration"})},
        repeated=dict.fromkeys(
            ((kind, "bound_identifier") for kind in ("if_statement", "guard_statement", "while_statement")), "condition"
        ),
        fields={
            # The type that a function gives is in the same field as its name.
            **{("function_declaration", kind): "return_type" for kind in _TYPES},
            ("class_declaration", "inheritance_specifier"): "bases",
            ("lambda_literal", "lambda_function_type"): "",
            ("lambda_literal", ""): "parameters",
            ("lambda_literal", "name"): "return_type",
            ("lambda_literal", "statements"): "body",
            ("do_statement", "catch_block"): "catches",
            ("for_statement", "try_operator"): "modifiers",
            # The name of a second closure behind a call.
            ("call_suffix", "name"): "",
            ("assignment", "target"): "name",
            ("assignment", "result"): "value",
        },
    ),
    texts=TextKinds(
        parts=frozenset({"line_str_text", "multi_line_str_text", "str_escaped_char"}),
        substitutions=frozenset({"interpolated_expression"}),
        constants=frozenset({"simple_identifier", "additive_expression"}),
    ),
    typing=TYPING,
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
