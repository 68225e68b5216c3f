"""PHP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reread.analyzers.languages.import_kinds import ImportedName, ImportKinds, ImportWriting
from reread.analyzers.languages.sequence_kinds import SequenceKinds
from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
)
from reread.analyzers.languages.value_kinds import TextKinds, ValueKinds

_SUBSTITUTIONS = frozenset(
    {"variable_name", "dynamic_variable_name", "member_access_expression", "subscript_expression"}
)


def import_names(node: Any, text: Callable[[Any], str]) -> Iterator[ImportedName]:
    """The names of `use A\\B as C`, `use function A\\f` and `use A\\{B, C}`, with their paths."""
    body = node.child_by_field_name("body")
    prefix = "" if body is None else text(node.named_children[0]).strip("\\") + "\\"
    for clause in (node if body is None else body).named_children:
        if clause.type != "namespace_use_clause":
            continue
        path = (prefix + text(clause.named_children[0]).strip("\\")).replace("\\", ".")
        alias = clause.child_by_field_name("alias")
        yield path.rpartition(".")[2] if alias is None else text(alias), path


MATCHING = Matching(
    reading=PatternReading(
        forms=(("<?php ", ""), ("<?php ", ";"), ("<?php class R {", "}"), ("<?php r(", ");")),
        special_forms=((r"(?:catch|finally)\b", "<?php try {} ", ""),),
        rewrites=(
            (r"^(if\s*\((?:[^(){}]|\((?:[^()]|\([^()]*\))*\))*\))$", r"\1 { ... }"),
            (r"\bfor\s*\(\s*\.\.\.\s*\)", "for (...;;)"),
            # `$T $X` in brackets is a type with a name behind it; here as metavariables without `$` are written.
            (r"(?<=[(,])(\s*)\$([A-Z]\w*)(?=\s+\$)", r"\1rrMeta_\2_rr"),
        ),
        sigils=(
            (r"(?:\b(?:function|class|new|extends|implements|interface|trait|const|use)\s+|->|::|\\)$", ""),
            (r"\buse\s[^;()=]*\sas\s+$", ""),
            # The type of what a function returns.
            (r"\b(?:function|fn)\b[^{};]*\)\s*:\s*\??$", ""),
            ("", "$"),
        ),
        ellipses=("${}", "${};", "{}", "use {};"),
        variable_quotes='"',
        no_metavariables=frozenset(
            {
                "$GLOBALS",
                "$_SERVER",
                "$_GET",
                "$_POST",
                "$_FILES",
                "$_COOKIE",
                "$_SESSION",
                "$_REQUEST",
                "$_ENV",
            }
        ),
    ),
    names=NameKinds(
        leaves=frozenset({"name", "variable_name"}),
        members={
            "member_access_expression": ("object", "name"),
            "class_constant_access_expression": ("", ""),
            "qualified_name": ("", ""),
            "namespace_name": ("", ""),
        },
        callees={
            "function_call_expression": "function",
            "member_call_expression": "name",
            "scoped_call_expression": "name",
            "nullsafe_member_call_expression": "name",
        },
        methods={
            "member_call_expression": ("object", "name"),
            "nullsafe_member_call_expression": ("object", "name"),
            "scoped_call_expression": ("scope", "name"),
        },
        words=frozenset(
            {
                "include_expression",
                "include_once_expression",
                "require_expression",
                "require_once_expression",
                "print_intrinsic",
                "echo_statement",
                "exit_statement",
            }
        ),
        caseless=frozenset({"name", "boolean", "null"}),
        operators={
            "binary_expression": "operator",
            "unary_op_expression": "operator",
            "augmented_assignment_expression": "operator",
        },
        parameters={
            "simple_parameter": "name",
            "variadic_parameter": "name",
            "property_promotion_parameter": "name",
            "catch_clause": "name",
        },
        in_parameters={"variable_name": ""},
    ),
    imports=ImportKinds(
        writing=ImportWriting(
            statements=frozenset({"namespace_use_declaration"}), separator=b"\\", renaming=frozenset({"as"})
        ),
        names=import_names,
    ),
    sequences=SequenceKinds(
        closed=frozenset(
            {
                *("if_statement", "foreach_statement", "for_statement", "while_statement", "do_statement"),
                *("switch_statement", "unset_statement", "try_statement"),
            }
        ),
        whole=frozenset(
            {"return_statement", "function_static_declaration", "const_declaration", "property_declaration"}
        ),
        passed=frozenset(
            {
                "subscript_expression",
                "conditional_expression",
                "object_creation_expression",
                "arrow_function",
                "match_expression",
            }
        ),
        targets={"assignment_expression": "left"},
        sealed={"declaration_list": frozenset({"anonymous_class", "object_creation_expression"})},
    ),
    statements=StatementKinds(
        else_ifs={"if_statement": "else_if_clause"},
        switches=frozenset({"switch_statement"}),
        blocks=frozenset(
            {
                *("program", "compound_statement", "colon_block", "declaration_list"),
                *("case_statement", "default_statement"),
            }
        ),
        definitions=frozenset({"function_definition", "method_declaration", "class_declaration"}),
        lambdas=frozenset({"arrow_function", "anonymous_function"}),
        single_bodies=True,
    ),
    leeway=Leeway(
        transparent=frozenset(
            {"parenthesized_expression", "expression_statement", "argument", "else_clause", "array_element_initializer"}
        ),
        arguments=frozenset({"arguments"}),
        argumentless=frozenset({"object_creation_expression"}),
        keywords=frozenset({"argument"}),
        apart=frozenset({"arguments", "catch_clause", "php_tag"}),
        optional=frozenset(
            {
                *(
                    "visibility_modifier",
                    "static_modifier",
                    "final_modifier",
                    "abstract_modifier",
                    "return_type",
                    "type",
                ),
                *("alternative", "attributes", "php_tag", "base_clause", "class_interface_clause"),
                *("anonymous_function_use_clause", "catch_clause"),
            }
        ),
        subsets=frozenset({"class_interface_clause", "catch_clause"}),
        opaque=frozenset({"sequence_expression"}),
        optional_tokens=frozenset({"else", "array"}),
        ignored_tokens=IGNORED_TOKENS
        | {"if", "elseif", "->", "?->", "::", "endif", "endfor", "endforeach", "endwhile", "endswitch", "enddeclare"}
        | {"function", "fn", "=>", "array"},
        equivalents={
            "if_statement": frozenset({"else_if_clause"}),
            "function_definition": frozenset({"method_declaration"}),
            "anonymous_function": frozenset({"arrow_function"}),
            "assignment_expression": frozenset({"property_element", "const_element"}),
            "member_call_expression": frozenset({"nullsafe_member_call_expression", "scoped_call_expression"}),
            "scoped_call_expression": frozenset({"member_call_expression", "nullsafe_member_call_expression"}),
            "member_access_expression": frozenset({"nullsafe_member_access_expression"}),
        },
        fields={
            ("property_element", "name"): "left",
            ("property_element", "default_value"): "right",
            ("scoped_call_expression", "scope"): "object",
            ("const_element", "name"): "left",
            ("const_element", ""): "right",
        },
    ),
    values=ValueKinds(
        elsewhere={
            **dict.fromkeys(("anonymous_function_use_clause", "base_clause", "class_interface_clause", "pair"), ""),
            **dict.fromkeys(("global_declaration", "namespace_name", "namespace_use_clause"), ""),
            "namespace_aliasing_clause": "",
            "scoped_property_access_expression": "name",
        },
    ),
    texts=TextKinds(
        constants=frozenset({"variable_name", "name", "binary_expression", "conditional_expression"}),
        own_strings=frozenset({"shell_command_expression"}),
        parts=frozenset({"string_content", "escape_sequence", "nowdoc_string"}),
        substitutions=_SUBSTITUTIONS,
        bare=_SUBSTITUTIONS,
    ),
)

LANGUAGE = Language(
    name="php",
    grammar="php",
    dataflow="php",
    line_comment="//",
    comments=frozenset({"comment"}),
    strings=frozenset({"string", "encapsed_string", "heredoc", "nowdoc"}),
    definitions=frozenset(
        {
            "function_definition",
            "method_declaration",
            "class_declaration",
            "interface_declaration",
            "trait_declaration",
            "enum_declaration",
        }
    ),
    containers=frozenset({"class_declaration", "interface_declaration", "trait_declaration", "enum_declaration"}),
    imports=frozenset({"namespace_use_declaration"}),
    calls=frozenset(
        {
            "function_call_expression",
            "member_call_expression",
            "scoped_call_expression",
            "nullsafe_member_call_expression",
            "object_creation_expression",
        }
    ),
    matching=MATCHING,
    literal_texts={True: "1", False: "", None: ""},
)
