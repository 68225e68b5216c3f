"""C#."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reread.analyzers.languages.import_kinds import ImportedName, ImportKinds, ImportWriting
from reread.analyzers.languages.sequence_kinds import SequenceKinds
from reread.analyzers.languages.table import (
    HEADERS,
    IGNORED_TOKENS,
    UNTYPED_PARAMETER,
    BindingKinds,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
    Typing,
)
from reread.analyzers.languages.value_kinds import TextKinds, ValueKinds


def import_names(node: Any, text: Callable[[Any], str]) -> Iterator[ImportedName]:
    """`using A.B;` brings in all names of a namespace, `using X = A.B;` one."""
    children = [child for child in node.named_children if child.type != "name_equals"]
    alias = node.child_by_field_name("name")
    if children:
        path = "".join(text(children[-1]).split())
        yield ("*" if alias is None else text(alias)), path


TYPING = Typing(
    form=("class R { ", " x; }"),
    type_first=True,
    declarations={
        "variable_declarator": ("name", "type", "@last"),
        "parameter": ("name", "type", ""),
        "foreach_statement": ("left", "type", ""),
        "property_declaration": ("name", "type", ""),
        "catch_declaration": ("name", "type", ""),
        "declaration_expression": ("name", "type", ""),
    },
    literals={
        "string_literal": ("string", "String"),
        "verbatim_string_literal": ("string", "String"),
        "interpolated_string_expression": ("string", "String"),
        "integer_literal": ("int",),
        "real_literal": ("double", "float"),
        "boolean_literal": ("bool",),
        "character_literal": ("char",),
    },
    instances={"object_creation_expression": "type", "cast_expression": "type", "as_expression": "right"},
    functions=frozenset(
        {"method_declaration", "constructor_declaration", "local_function_statement", "accessor_declaration"}
    ),
    scopes=frozenset({"block", "for_statement", "foreach_statement", "using_statement", "lambda_expression"}),
    wrappers=frozenset(
        {
            "declaration_list",
            "field_declaration",
            "variable_declaration",
            "local_declaration_statement",
            "global_statement",
        }
    ),
    receivers=frozenset({b"this"}),
    arithmetic="int",
)

_USING = r"(?:global\s+)?using\s+(?:static\s+)?(?:[\w$]+\s*=\s*)?[\w.$]+"
"""How a directive begins; a pattern of one may lack the `;`."""

MATCHING = Matching(
    reading=PatternReading(
        forms=(
            ("class R { void r() {", "} }"),
            ("class R { void r() {", ";} }"),
            ("class R {", "}"),
            ("", ""),
            ("", ";"),
            ("class R { void r() { r(", "); } }"),
        ),
        special_forms=(
            (r"(?:catch|finally)\b", "class R { void r() { try {} ", "} }"),
            (rf"{_USING}\s*;", "", ""),
            (rf"{_USING}\s*$", "", ";"),
            # As a statement the grammar reads an array as an object.
            (r"new\s+[\w.$]+\s*\[[^;]*$", "class R { void r() { r(", "); } }"),
        ),
        # The first spelling of `...` has a `;` of its own.
        rewrites=(
            *HEADERS,
            (r"=\s*\.\.\.\s*;", "= ..."),
            # A member alone is no statement, a call is.
            (r"(\.\s*\.\.\.)\s*;", r"\1();"),
            UNTYPED_PARAMETER,
        ),
        ellipses=("{};", "{}", "{0} {0}", "{0} {0};"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier"}),
        with_types=frozenset({"generic_name"}),
        members={"member_access_expression": ("expression", "name"), "qualified_name": ("qualifier", "name")},
        callees={"invocation_expression": "function", "object_creation_expression": "type"},
        operators={"binary_expression": "operator", "assignment_expression": "operator"},
        globals=frozenset({"this", "base", "System", "Math", "String", "Convert", "Console", "Guid", "DateTime"}),
        parameters={
            "parameter": "name",
            "parameter_list": "name",
            "lambda_expression": "parameters",
            "catch_declaration": "name",
        },
    ),
    imports=ImportKinds(
        writing=ImportWriting(
            statements=frozenset({"using_directive"}),
            bare_is_all=True,
            skipped=frozenset({"type_argument_list"}),
        ),
        names=import_names,
    ),
    sequences=SequenceKinds(
        closed=frozenset(
            {
                *("if_statement", "foreach_statement", "for_statement", "while_statement", "do_statement"),
                *("switch_statement", "throw_statement", "lock_statement", "fixed_statement", "try_statement"),
                "labeled_statement",
            }
        ),
        whole=frozenset(
            {
                "local_declaration_statement",
                "return_statement",
                "using_statement",
                "yield_statement",
                "field_declaration",
            }
        ),
        passed=frozenset(
            {
                *("element_access_expression", "conditional_expression", "object_creation_expression"),
                *("implicit_object_creation_expression", "anonymous_object_creation_expression"),
                *("lambda_expression", "switch_expression"),
            }
        ),
        targets={"assignment_expression": "left"},
    ),
    statements=StatementKinds(
        switches=frozenset({"switch_statement"}),
        blocks=frozenset({"compilation_unit", "block", "declaration_list", "switch_section"}),
        definitions=frozenset(
            {"method_declaration", "constructor_declaration", "class_declaration", "local_function_statement"}
        ),
        declarations=frozenset({"local_declaration_statement", "field_declaration", "variable_declaration"}),
    ),
    bindings=BindingKinds(loops={"foreach_statement": ("left", "right")}),
    leeway=Leeway(
        awaits=frozenset({"await_expression"}),
        transparent=frozenset(
            {"parenthesized_expression", "expression_statement", "argument", "global_statement", "variable_declaration"}
        ),
        arguments=frozenset({"argument_list", "attribute_argument_list"}),
        implied={"object_creation_expression": "arguments"},
        keywords=frozenset({"argument", "attribute_argument"}),
        subsets=frozenset({"base_list", "modifier", "attribute_list", "catch_clause"}),
        apart=frozenset({"catch_clause", "catch_declaration"}),
        optional=frozenset(
            {
                *("modifier", "returns", "attribute_list", "base_list", "alternative", "type_parameters"),
                *("catch_clause", "catch_filter_clause", "type_parameter_constraints_clause"),
                *("parameter_list", "type_parameter_list"),
            }
        ),
        opaque=frozenset({"implicit_type"}),
        any_type=frozenset({"implicit_type"}),
        optional_tokens=frozenset({"else", "using", "await"}),
        equivalents={
            "assignment_expression": frozenset({"variable_declarator"}),
            "local_function_statement": frozenset({"method_declaration"}),
            # A pattern such as `private string $V = "..."` parses as one of a local variable.
            "local_declaration_statement": frozenset({"field_declaration"}),
            "field_declaration": frozenset({"local_declaration_statement"}),
            "block": frozenset({"arrow_expression_clause"}),
            "throw_statement": frozenset({"throw_expression"}),
        },
        fields={
            ("variable_declarator", "name"): "left",
            ("local_function_statement", "type"): "returns",
        },
        ignored_tokens=IGNORED_TOKENS | {"var"},
    ),
    values=ValueKinds(
        elsewhere={
            **dict.fromkeys(("base_list", "generic_name", "goto_statement", "labeled_statement", "qualified_name"), ""),
            **dict.fromkeys(("type_argument_list", "using_directive"), ""),
            **dict.fromkeys(("argument", "attribute_argument", "member_binding_expression"), "name"),
            **dict.fromkeys(("constructor_declaration", "namespace_declaration", "property_declaration"), "name"),
            **dict.fromkeys(("array_type", "cast_expression", "catch_declaration", "nullable_type"), "type"),
            **dict.fromkeys(("object_creation_expression", "parameter", "variable_declaration"), "type"),
        },
    ),
    texts=TextKinds(
        parts=frozenset(
            {"string_literal_content", "string_content", "escape_sequence", "interpolation", "interpolation_start"}
        ),
        substitutions=frozenset({"interpolation"}),
    ),
    typing=TYPING,
)

LANGUAGE = Language(
    name="csharp",
    grammar="csharp",
    dataflow="csharp",
    line_comment="//",
    comments=frozenset({"comment"}),
    strings=frozenset({"string_literal", "verbatim_string_literal", "interpolated_string_expression"}),
    definitions=frozenset(
        {
            "method_declaration",
            "constructor_declaration",
            "class_declaration",
            "interface_declaration",
            "struct_declaration",
            "record_declaration",
            "enum_declaration",
            "namespace_declaration",
        }
    ),
    containers=frozenset(
        {
            "class_declaration",
            "interface_declaration",
            "struct_declaration",
            "record_declaration",
            "namespace_declaration",
        }
    ),
    imports=frozenset({"using_directive"}),
    calls=frozenset({"invocation_expression", "object_creation_expression"}),
    matching=MATCHING,
)
