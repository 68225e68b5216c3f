"""C++."""

from __future__ import annotations

from reread.analyzers.languages.c import TYPING
from reread.analyzers.languages.sequence_kinds import SequenceKinds
from reread.analyzers.languages.table import (
    HEADERS,
    IGNORED_TOKENS,
    BindingKinds,
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
        forms=(
            ("void r() {", "}"),
            ("void r() {", ";}"),
            ("", ""),
            ("", ";"),
            ("void r() { r(", "); }"),
            ("class R {", "};"),
        ),
        # By itself it would declare a pointer.
        special_forms=((r"[^\s;]+ \* [^\s;]+$", "void r() { r(", "); }"),),
        rewrites=HEADERS,
        ellipses=("{};", "{}", "int {}"),
    ),
    names=NameKinds(
        leaves=frozenset(
            {"identifier", "field_identifier", "type_identifier", "statement_identifier", "namespace_identifier"}
        ),
        with_types=frozenset({"template_function", "template_method", "template_type"}),
        members={"field_expression": ("argument", "field"), "qualified_identifier": ("scope", "name")},
        callees={"call_expression": "function", "new_expression": "type"},
        operators={
            "binary_expression": "operator",
            "unary_expression": "operator",
            "pointer_expression": "operator",
            "update_expression": "operator",
            "assignment_expression": "operator",
        },
        parameters={"parameter_declaration": "declarator", "optional_parameter_declaration": "declarator"},
        in_parameters={
            "pointer_declarator": "declarator",
            "array_declarator": "declarator",
            "reference_declarator": "",
        },
    ),
    sequences=SequenceKinds(
        closed=frozenset(
            {
                *("do_statement", "for_range_loop", "for_statement", "if_statement", "labeled_statement"),
                *("switch_statement", "throw_statement", "try_statement", "while_statement"),
            }
        ),
        whole=frozenset({"declaration", "field_declaration", "return_statement"}),
        passed=frozenset(
            {
                *("comma_expression", "conditional_expression", "new_expression", "pointer_expression"),
                "subscript_expression",
            }
        ),
        targets={"assignment_expression": "left"},
    ),
    statements=StatementKinds(
        switches=frozenset({"switch_statement"}),
        blocks=frozenset({"translation_unit", "compound_statement", "case_statement", "field_declaration_list"}),
        definitions=frozenset({"function_definition", "class_specifier", "lambda_expression"}),
        declarations=frozenset({"declaration"}),
    ),
    bindings=BindingKinds(loops={"for_range_loop": ("declarator", "right")}),
    leeway=Leeway(
        transparent=frozenset(
            {
                "parenthesized_expression",
                "expression_statement",
                "else_clause",
                "pointer_declarator",
                "reference_declarator",
                "parenthesized_declarator",
            }
        ),
        arguments=frozenset({"argument_list"}),
        apart=frozenset({"catch_clause"}),
        subsets=frozenset({"catch_clause"}),
        optional=frozenset({"alternative", "initializer", "type_qualifier", "storage_class_specifier"}),
        optional_tokens=frozenset({"else"}),
        # `delete` of one object and `delete[]` of an array are not the same.
        ignored_tokens=IGNORED_TOKENS - set("[]"),
        equivalents={
            "assignment_expression": frozenset({"init_declarator"}),
            "declaration": frozenset({"field_declaration"}),
            "for_statement": frozenset({"for_range_loop"}),
        },
        fields={("init_declarator", "declarator"): "left", ("init_declarator", "value"): "right"},
    ),
    values=ValueKinds(
        no_names=frozenset(
            {"field_identifier", "namespace_identifier", "primitive_type", "statement_identifier", "type_identifier"}
        ),
        elsewhere={
            **dict.fromkeys(("declaration", "function_declarator"), "declarator"),
            **dict.fromkeys(("enumerator", "preproc_def", "preproc_function_def"), "name"),
        },
    ),
    texts=TextKinds(
        constants=frozenset({"identifier", "binary_expression", "conditional_expression"}),
        parts=frozenset({"string_content", "raw_string_content", "escape_sequence"}),
        spelled=frozenset({"null"}),
        spellings=(frozenset({b"NULL", b"nullptr"}),),
    ),
    typing=TYPING._replace(
        functions=frozenset({"function_definition", "lambda_expression"}),
        scopes=frozenset({"compound_statement", "for_statement", "for_range_loop"}),
        wrappers=TYPING.wrappers | {"linkage_specification", "namespace_definition", "declaration_list"},
    ),
)

LANGUAGE = Language(
    name="cpp",
    grammar="cpp",
    dataflow="cpp",
    joins_all_with_texts=False,
    line_comment="//",
    comments=frozenset({"comment"}),
    strings=frozenset({"string_literal", "concatenated_string", "raw_string_literal"}),
    definitions=frozenset(
        {"function_definition", "class_specifier", "struct_specifier", "enum_specifier", "namespace_definition"}
    ),
    containers=frozenset({"class_specifier", "struct_specifier", "namespace_definition"}),
    wrappers=frozenset({"template_declaration"}),
    imports=frozenset({"preproc_include"}),
    calls=frozenset({"call_expression", "new_expression"}),
    matching=MATCHING,
)
