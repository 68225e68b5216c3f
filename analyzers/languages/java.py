"""Java."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reread.analyzers.languages.import_kinds import ImportedName, ImportKinds, ImportWriting
from reread.analyzers.languages.sequence_kinds import SequenceKinds
from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    UNTYPED_PARAMETER,
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
    """The names that an import in Java or Kotlin imports: a class of a package, a member of a class, or all of them."""
    children = node.named_children
    path = next((text(child) for child in children if child.type in ("scoped_identifier", "identifier")), "")
    path = "".join(path.split())
    module, _, name = path.rpartition(".")
    if any(child.type in ("asterisk", "wildcard_import") for child in children):
        yield ImportItem("*", path, "*")
    elif name:
        alias = next((text(child.named_children[0]) for child in children if child.type == "import_alias"), name)
        yield ImportItem(alias, module, name)


def import_names(node: Any, text: Callable[[Any], str]) -> Iterator[ImportedName]:
    """The name that an import brings in, `*` for all names of a package or class."""
    for local, module, name, _ in imports_of(node, text):
        yield local, module if name == "*" else f"{module}.{name}".removeprefix(".")


TYPING = Typing(
    form=("class R { ", " x; }"),
    type_first=True,
    declarations={
        "variable_declarator": ("name", "type", "value"),
        "formal_parameter": ("name", "type", ""),
        "enhanced_for_statement": ("name", "type", ""),
        "resource": ("name", "type", "value"),
        "instanceof_expression": ("name", "right", ""),
        "inferred_parameters": ("@all", "", ""),
        "lambda_expression": ("parameters", "", ""),
        "catch_formal_parameter": ("name", "", ""),
    },
    literals={
        "string_literal": ("String",),
        "decimal_integer_literal": ("int",),
        "hex_integer_literal": ("int",),
        "decimal_floating_point_literal": ("double", "float"),
        "true": ("boolean",),
        "false": ("boolean",),
        "character_literal": ("char",),
    },
    suffixes={"L": "long", "l": "long", "f": "float", "F": "float", "d": "double", "D": "double"},
    instances={"object_creation_expression": "type", "cast_expression": "type"},
    branches={"ternary_expression": "consequence"},
    functions=frozenset({"method_declaration", "constructor_declaration", "static_initializer", "lambda_expression"}),
    scopes=frozenset({"block", "for_statement", "enhanced_for_statement", "try_with_resources_statement"}),
    wrappers=frozenset({"class_body", "enum_body", "enum_body_declarations", "interface_body", "field_declaration"}),
    receivers=frozenset({b"this"}),
    arithmetic="int",
    calls={"method_invocation": ("object", "name")},
    results={"method_declaration": ("name", "type")},
    factories=frozenset({b"getInstance", b"newInstance"}),
    nominal=True,
)

MATCHING = Matching(
    reading=PatternReading(
        forms=(
            ("", ""),
            ("", ";"),
            ("class R {", "}"),
            ("class R { void r() {", "} }"),
            ("class R { void r() { r(", "); } }"),
        ),
        special_forms=(
            (r"@[\w.$]+\s*(?:\((?:[^()]|\([^()]*\))*\))?\s*$", "", "\nclass R {}"),
            (r"(?:catch|finally)\b", "class R { void r() { try {} ", "} }"),
            (r"(?:super|this)\s*\(", "class R { R() { ", "} }"),
            (r"(?:super|this)\s*\(", "class R { R() { ", "; } }"),
        ),
        rewrites=(
            (r"\bfor\s*\(\s*\.\.\.\s*\)", "for (...;;)"),
            # Beside elements with names an annotation has no others.
            (r"(@[\w.$]+\(\s*)\.\.\.(?=\s*,\s*[\w$]+\s*=[^=])", r"\1... = ..."),
            (r"(@[\w.$]+\([^()]*[\w$]\s*=[^=][^()]*,\s*)\.\.\.(?=\s*\))", r"\1... = ..."),
            UNTYPED_PARAMETER,
        ),
        ellipses=("{}", "{};", "{0} {0}", "{0} {0};"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "type_identifier"}),
        members={
            "field_access": ("object", "field"),
            "scoped_identifier": ("scope", "name"),
            "scoped_type_identifier": ("", ""),
        },
        callees={"method_invocation": "name", "object_creation_expression": "type"},
        methods={"method_invocation": ("object", "name")},
        operators={"binary_expression": "operator", "unary_expression": "operator"},
        globals=frozenset(
            {
                "this",
                "super",
                "java",
                "javax",
                "jakarta",
                "Boolean",
                "Byte",
                "Character",
                "Class",
                "Double",
                "Enum",
                "Exception",
                "Float",
                "Integer",
                "Long",
                "Math",
                "Number",
                "Object",
                "Runtime",
                "Short",
                "StrictMath",
                "String",
                "StringBuilder",
                "StringBuffer",
                "System",
                "Thread",
                "ThreadLocal",
                "Throwable",
            }
        ),
        parameters={
            "formal_parameter": "name",
            "spread_parameter": "",
            "inferred_parameters": "",
            "lambda_expression": "parameters",
            "catch_formal_parameter": "name",
        },
        in_parameters={"variable_declarator": "name"},
    ),
    imports=ImportKinds(
        writing=ImportWriting(statements=frozenset({"import_declaration"}), marks=frozenset({"static"})),
        names=import_names,
        packages=True,
        predeclared=frozenset(
            {
                *("Appendable", "Boolean", "Byte", "Character", "CharSequence", "Class", "ClassLoader", "Double"),
                *("Enum", "Exception", "Float", "Integer", "Iterable", "Long", "Math", "Module", "Number", "Object"),
                *("Process", "ProcessBuilder", "Readable", "Record", "Runnable", "Runtime", "Short", "String"),
                *("StringBuffer", "StringBuilder", "System", "Thread", "Throwable"),
            }
        ),
    ),
    sequences=SequenceKinds(
        closed=frozenset(
            {
                *("if_statement", "for_statement", "enhanced_for_statement", "while_statement", "do_statement"),
                *("switch_expression", "throw_statement", "synchronized_statement", "assert_statement"),
                *("labeled_statement", "try_statement"),
            }
        ),
        whole=frozenset(
            {"local_variable_declaration", "field_declaration", "return_statement", "try_with_resources_statement"}
        ),
        passed=frozenset(
            {
                *("array_access", "ternary_expression", "object_creation_expression", "lambda_expression"),
                *("array_creation_expression", "method_reference"),
            }
        ),
        targets={"assignment_expression": "left"},
        sealed={
            "class_body": frozenset({"object_creation_expression"}),
            "switch_expression": frozenset(
                {"argument_list", "assignment_expression", "return_statement", "variable_declarator"}
            ),
        },
    ),
    statements=StatementKinds(
        switches=frozenset({"switch_expression"}),
        lambdas=frozenset({"lambda_expression"}),
        single_bodies=True,
        blocks=frozenset(
            {"program", "block", "class_body", "interface_body", "constructor_body", "switch_block_statement_group"}
        ),
        definitions=frozenset({"method_declaration", "constructor_declaration", "class_declaration"}),
        declarations=frozenset({"local_variable_declaration", "field_declaration"}),
    ),
    bindings=BindingKinds(loops={"enhanced_for_statement": ("name", "value")}),
    leeway=Leeway(
        transparent=frozenset({"parenthesized_expression", "expression_statement", "catch_type"}),
        arguments=frozenset({"argument_list", "annotation_argument_list"}),
        keywords=frozenset({"element_value_pair"}),
        apart=frozenset({"catch_clause"}),
        opaque=frozenset({"formal_parameters", "inferred_parameters"}),
        subsets=frozenset({"modifiers", "catch_clause", "type_list", "throws"}),
        optional=frozenset(
            {
                "modifiers",
                "type_parameters",
                "type_arguments",
                "superclass",
                "interfaces",
                "throws",
                "alternative",
                "catch_clause",
                "body",
                "dimensions",
                "class_body",
                "permits",
                "type",
            }
        ),
        unnamed={"instanceof_expression": "name"},
        token_fields={("method_reference", "new"): ""},
        optional_tokens=frozenset({"else"}),
        ignored_tokens=IGNORED_TOKENS | {"<", ">"},
        equivalents={
            "assignment_expression": frozenset({"variable_declarator"}),
            "identifier": frozenset({"formal_parameter"}),
            "inferred_parameters": frozenset({"formal_parameters"}),
            "local_variable_declaration": frozenset({"field_declaration"}),
            "field_declaration": frozenset({"local_variable_declaration"}),
            "for_statement": frozenset({"enhanced_for_statement"}),
            "marker_annotation": frozenset({"annotation"}),
            "annotation": frozenset({"marker_annotation"}),
            "block": frozenset({"constructor_body"}),
            "method_declaration": frozenset({"constructor_declaration"}),
            "constructor_declaration": frozenset({"method_declaration"}),
        },
        fields={
            ("variable_declarator", "name"): "left",
            ("variable_declarator", "value"): "right",
        },
    ),
    values=ValueKinds(
        kinds=frozenset(
            {
                *("array_access", "array_creation_expression", "array_initializer", "assignment_expression"),
                *(
                    "binary_expression",
                    "binary_integer_literal",
                    "cast_expression",
                    "character_literal",
                    "class_literal",
                ),
                *("decimal_floating_point_literal", "decimal_integer_literal", "explicit_constructor_invocation"),
                *("false", "field_access", "hex_floating_point_literal", "hex_integer_literal", "identifier"),
                *("instanceof_expression", "lambda_expression", "method_invocation", "method_reference"),
                *("null_literal", "object_creation_expression", "octal_integer_literal"),
                *("string_literal", "super", "switch_expression", "template_expression", "ternary_expression", "this"),
                *("true", "unary_expression", "update_expression", "variable_declarator"),
            }
        ),
        no_names=frozenset({"type_identifier"}),
        elsewhere={
            **dict.fromkeys(("import_declaration", "package_declaration", "scoped_identifier"), ""),
            "constructor_declaration": "name",
            "element_value_pair": "key",
            "switch_label": "",
        },
    ),
    texts=TextKinds(
        constants=frozenset(
            {"identifier", "field_access", "binary_expression", "ternary_expression", "cast_expression"}
        ),
        parts=frozenset({"string_fragment", "multiline_string_fragment", "escape_sequence"}),
    ),
    typing=TYPING,
)

LANGUAGE = Language(
    name="java",
    grammar="java",
    dataflow="java",
    text_methods=frozenset(
        {
            *("charAt", "contains", "endsWith", "equals", "equalsIgnoreCase", "indexOf", "isEmpty", "length"),
            *("startsWith", "strip", "toLowerCase", "toUpperCase", "trim"),
        }
    ),
    line_comment="//",
    comments=frozenset({"line_comment", "block_comment"}),
    strings=frozenset({"string_literal"}),
    definitions=frozenset(
        {
            "class_declaration",
            "interface_declaration",
            "enum_declaration",
            "record_declaration",
            "annotation_type_declaration",
            "method_declaration",
            "constructor_declaration",
        }
    ),
    containers=frozenset({"class_declaration", "interface_declaration", "enum_declaration", "record_declaration"}),
    imports=frozenset({"import_declaration"}),
    calls=frozenset({"method_invocation", "object_creation_expression"}),
    matching=MATCHING,
)
