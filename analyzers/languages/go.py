"""Go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reread.analyzers.languages.import_kinds import ImportedName, ImportKinds, ImportWriting
from reread.analyzers.languages.sequence_kinds import SequenceKinds
from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    BindingKinds,
    ImportItem,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
    Typing,
)
from reread.analyzers.languages.value_kinds import TextKinds, ValueKinds


def imports_of(node: Any, text: Callable[[Any], str]) -> Iterator[ImportItem]:
    """The package of an `import_spec`, under its usual name where the import has none; `_` is one without a name."""
    path = text(node.child_by_field_name("path"))[1:-1]
    name = node.child_by_field_name("name")
    if name is not None and name.type == "dot":
        yield ImportItem("*", path, "*")
    elif package := _package(path):
        yield ImportItem(package if name is None else text(name), path, "")


def _package(path: str) -> str:
    """The usual name of a package is the last part of its path, without the version behind it."""
    parts = [part for part in path.split("/") if part]
    while len(parts) > 1 and parts[-1][:1] == "v" and parts[-1][1:].isdigit():
        parts.pop()
    return parts[-1].split(".")[0].removeprefix("go-").removesuffix("-go") or parts[-1] if parts else ""


def import_names(node: Any, text: Callable[[Any], str]) -> Iterator[ImportedName]:
    """The name that an import brings in stands for the package's usual name."""
    for local, path, _, _ in imports_of(node, text):
        yield local, _package(path)


TYPING = Typing(
    form=("package r\nvar x ", ""),
    declarations={
        "parameter_declaration": ("name", "type", ""),
        "var_spec": ("name", "type", "value"),
        "const_spec": ("name", "type", "value"),
        "short_var_declaration": ("left", "", "right"),
        "field_declaration": ("name", "type", ""),
        "range_clause": ("left", "", ""),
        "receive_statement": ("left", "", ""),
        "type_switch_statement": ("alias", "", ""),
    },
    literals={
        "interpreted_string_literal": ("string",),
        "raw_string_literal": ("string",),
        "int_literal": ("int",),
        "float_literal": ("float64", "float"),
        "true": ("bool",),
        "false": ("bool",),
    },
    instances={"composite_literal": "type", "unary_expression": "operand", "call_expression": "function"},
    functions=frozenset({"function_declaration", "method_declaration", "func_literal"}),
    scopes=frozenset(
        {"block", "if_statement", "for_statement", "expression_switch_statement", "expression_case"}
        | {"type_switch_statement", "type_case", "default_case", "communication_case"}
    ),
    wrappers=frozenset({"var_declaration", "const_declaration", "struct_type", "field_declaration_list"}),
    records=frozenset({"type_spec"}),
    arithmetic="int",
    pointers=True,
    nominal=True,
    qualified=True,
)

MATCHING = Matching(
    reading=PatternReading(
        special_forms=((r"(?!default\b)[\w$]+[ \t]*:[ \t]*[^\s=]", "package _\nvar _ = _{", "}"),),
        forms=(("", ""), ("package _\n", ""), ("package _\nfunc _() {\n", "\n}"), ("package _\nvar _ ", "")),
        # `(..., $X string)` would be two names with one type; the first `...` is a parameter of its own.
        rewrites=(
            (r"\{\s*case\s+\.\.\.\s*\}", "{ }"),
            (r"^(\s*func\b[^{]*?[(,]\s*)\.\.\.(?=\s*,\s*[$\w]+\s+[$\w*.\[])", r"\1... ..."),
        ),
        spreads_after=True,
        ellipses=("{}", "{};", "{0} {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "field_identifier", "type_identifier", "package_identifier", "label_name"}),
        members={"selector_expression": ("operand", "field"), "qualified_type": ("package", "name")},
        callees={"call_expression": "function", "composite_literal": "type"},
        operators={"binary_expression": "operator", "unary_expression": "operator"},
        parameters={"parameter_declaration": "name", "variadic_parameter_declaration": "name"},
    ),
    imports=ImportKinds(
        writing=ImportWriting(
            statements=frozenset({"import_spec"}),
            separator=b"/",
            wildcards=frozenset({b"."}),
            sources=frozenset({"interpreted_string_literal", "raw_string_literal"}),
        ),
        names=import_names,
        kinds=frozenset({"import_spec"}),
    ),
    sequences=SequenceKinds(
        closed=frozenset(
            {
                *("if_statement", "for_statement", "expression_switch_statement", "type_switch_statement"),
                *("select_statement", "defer_statement", "go_statement", "send_statement", "labeled_statement"),
            }
        ),
        whole=frozenset({"return_statement", "var_declaration", "const_declaration"}),
        passed=frozenset({"index_expression", "slice_expression", "composite_literal"}),
        targets={"assignment_statement": "left"},
        held={
            "if_statement": "initializer",
            "expression_switch_statement": "initializer",
            "type_switch_statement": "initializer",
        },
    ),
    statements=StatementKinds(
        switches=frozenset({"expression_switch_statement", "type_switch_statement", "select_statement"}),
        blocks=frozenset({"source_file", "block", "statement_list"}),
        inlined=frozenset({"statement_list"}),
        declarations=frozenset({"var_declaration", "const_declaration"}),
        declared={
            "var_declaration": frozenset({"var_spec"}),
            "const_declaration": frozenset({"const_spec"}),
            "type_declaration": frozenset({"type_spec", "type_alias"}),
        },
        definitions=frozenset({"function_declaration", "method_declaration", "func_literal"}),
    ),
    bindings=BindingKinds(
        loops={"range_clause": ("left", "right")},
        lists=frozenset({"expression_list"}),
        around=frozenset({"for_statement"}),
    ),
    leeway=Leeway(
        transparent=frozenset(
            {"parenthesized_expression", "expression_statement", "expression_list", "literal_element"}
        ),
        arguments=frozenset({"argument_list", "literal_value"}),
        keywords=frozenset({"keyed_element"}),
        spliced=frozenset({"import_spec_list", "var_spec_list"}),
        subsets=frozenset({"import_declaration", "var_declaration", "const_declaration"}),
        optional=frozenset({"result", "type_parameters", "alternative", "initializer", "type", "receiver", "body"}),
        unnamed={"parameter_declaration in result": "name"},
        optional_tokens=frozenset({"else", "var", "const"}),
        ignored_tokens=IGNORED_TOKENS | {":="},
        equivalents={
            "var_declaration": frozenset({"const_declaration"}),
            "var_spec": frozenset({"const_spec"}),
            "assignment_statement": frozenset({"short_var_declaration", "var_spec", "const_spec"}),
            "function_declaration": frozenset({"method_declaration"}),
        },
        fields={
            ("var_spec", "name"): "left",
            ("var_spec", "value"): "right",
            ("const_spec", "name"): "left",
            ("const_spec", "value"): "right",
        },
        opaque=frozenset({"range_clause", "for_clause"}),
    ),
    values=ValueKinds(
        kinds=frozenset(
            {
                *("assignment_statement", "binary_expression", "call_expression", "composite_literal", "const_spec"),
                *(
                    "dec_statement",
                    "expression_list",
                    "false",
                    "float_literal",
                    "func_literal",
                    "identifier",
                    "imaginary_literal",
                ),
                *("inc_statement", "index_expression", "int_literal", "interpreted_string_literal", "iota", "nil"),
                *("parenthesized_expression", "raw_string_literal", "rune_literal", "selector_expression"),
                *("short_var_declaration", "slice_expression", "true", "type_assertion_expression"),
                *("type_conversion_expression", "type_instantiation_expression", "unary_expression", "var_spec"),
            }
        ),
        no_names=frozenset({"field_identifier", "label_name", "package_identifier", "type_identifier"}),
        elsewhere={"import_spec": "", "keyed_element": "key", "expression_case": "value"},
    ),
    texts=TextKinds(
        constants=frozenset({"identifier", "binary_expression"}),
        parts=frozenset({"interpreted_string_literal_content", "raw_string_literal_content", "escape_sequence"}),
    ),
    typing=TYPING,
)

LANGUAGE = Language(
    name="go",
    grammar="go",
    dataflow="go",
    text_methods=frozenset(),
    joins_all_with_texts=False,
    line_comment="//",
    comments=frozenset({"comment"}),
    strings=frozenset({"interpreted_string_literal", "raw_string_literal"}),
    definitions=frozenset({"function_declaration", "method_declaration", "type_spec"}),
    containers=frozenset(),
    wrappers=frozenset({"type_declaration"}),
    imports=frozenset({"import_declaration"}),
    calls=frozenset({"call_expression"}),
    matching=MATCHING,
)
