"""C."""

from __future__ import annotations

from reread.analyzers.languages.sequence_kinds import SequenceKinds
from reread.analyzers.languages.shell_kinds import ShellKinds
from reread.analyzers.languages.table import (
    HEADERS,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
    Typing,
)
from reread.analyzers.languages.value_kinds import TextKinds, ValueKinds

TYPING = Typing(
    form=("", " x;"),
    type_first=True,
    declarators=True,
    declarations={"parameter_declaration": ("declarator", "type", ""), "declaration": ("declarator", "type", "")},
    literals={
        "number_literal": ("int",),
        "string_literal": ("char*",),
        "concatenated_string": ("char*",),
        "char_literal": ("char",),
        "true": ("bool",),
        "false": ("bool",),
    },
    suffixes={".": "double", "f": "float", "L": "long", "l": "long", "u": "unsigned int", "U": "unsigned int"},
    casts={"cast_expression": "type"},
    choices={"conditional_expression": ("consequence", "alternative")},
    arithmetic="int",
    functions=frozenset({"function_definition"}),
    scopes=frozenset({"compound_statement", "for_statement"}),
    wrappers=frozenset({"preproc_if", "preproc_ifdef", "preproc_else"}),
)

MATCHING = Matching(
    reading=PatternReading(
        forms=(("void r() {", "}"), ("void r() {", ";}"), ("", ""), ("", ";"), ("void r() { r(", "); }")),
        # By itself it would declare a pointer.
        special_forms=((r"[^\s;]+ \* [^\s;]+$", "void r() { r(", "); }"),),
        rewrites=HEADERS,
        ellipses=("{};", "{}", "int {}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "field_identifier", "type_identifier", "statement_identifier"}),
        members={"field_expression": ("argument", "field")},
        callees={"call_expression": "function"},
        operators={
            "binary_expression": "operator",
            "unary_expression": "operator",
            "pointer_expression": "operator",
            "update_expression": "operator",
            "assignment_expression": "operator",
        },
        parameters={"parameter_declaration": "declarator"},
        in_parameters={"pointer_declarator": "declarator", "array_declarator": "declarator"},
    ),
    sequences=SequenceKinds(
        closed=frozenset(
            {
                *("if_statement", "while_statement", "for_statement", "switch_statement", "do_statement"),
                "labeled_statement",
            }
        ),
        whole=frozenset({"declaration", "return_statement"}),
        passed=frozenset({"subscript_expression", "conditional_expression", "pointer_expression", "comma_expression"}),
        targets={"assignment_expression": "left"},
    ),
    statements=StatementKinds(
        switches=frozenset({"switch_statement"}),
        blocks=frozenset({"translation_unit", "compound_statement", "case_statement"}),
        definitions=frozenset({"function_definition"}),
        declarations=frozenset({"declaration"}),
    ),
    leeway=Leeway(
        transparent=frozenset(
            {
                "parenthesized_expression",
                "expression_statement",
                "else_clause",
                "pointer_declarator",
                "parenthesized_declarator",
                "cast_expression",
            }
        ),
        arguments=frozenset({"argument_list"}),
        optional=frozenset({"alternative", "initializer", "type_qualifier", "storage_class_specifier"}),
        optional_tokens=frozenset({"else"}),
        equivalents={
            "assignment_expression": frozenset({"init_declarator"}),
            "declaration": frozenset({"field_declaration"}),
        },
        fields={("init_declarator", "declarator"): "left", ("init_declarator", "value"): "right"},
    ),
    values=ValueKinds(
        no_names=frozenset({"field_identifier", "primitive_type", "statement_identifier", "type_identifier"}),
        elsewhere={
            **dict.fromkeys(("declaration", "function_declarator"), "declarator"),
            **dict.fromkeys(("enumerator", "preproc_def", "preproc_function_def"), "name"),
        },
    ),
    texts=TextKinds(
        constants=frozenset({"identifier", "binary_expression", "conditional_expression"}),
        parts=frozenset({"string_content", "escape_sequence"}),
    ),
    shell=ShellKinds(
        bodies={"cast_expression": "value"},
    ),
    typing=TYPING,
)

LANGUAGE = Language(
    name="c",
    grammar="c",
    dataflow="cpp",
    joins_all_with_texts=False,
    line_comment="//",
    comments=frozenset({"comment"}),
    strings=frozenset({"string_literal", "concatenated_string"}),
    definitions=frozenset(
        {
            "function_definition",
            "type_definition",
            "preproc_function_def",
            "struct_specifier",
            "enum_specifier",
            "union_specifier",
        }
    ),
    containers=frozenset(),
    imports=frozenset({"preproc_include"}),
    calls=frozenset({"call_expression"}),
    matching=MATCHING,
)
