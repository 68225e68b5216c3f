"""Rust."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reread.analyzers.languages.import_kinds import ImportedName, ImportKinds, ImportWriting
from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    BindingKinds,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
)
from reread.analyzers.languages.value_kinds import TextKinds


def import_names(node: Any, text: Callable[[Any], str]) -> Iterator[ImportedName]:
    """The names of a `use`, with the paths that they stand for."""
    argument = node.child_by_field_name("argument")
    if argument is not None:
        yield from _used(argument, "", text)


def _used(node: Any, prefix: str, text: Callable[[Any], str]) -> Iterator[ImportedName]:
    if node.type == "scoped_use_list":
        path = node.child_by_field_name("path")
        inner = prefix + (_dotted(text(path)) + "." if path is not None else "")
        for child in node.child_by_field_name("list").named_children:
            yield from _used(child, inner, text)
    elif node.type == "use_as_clause":
        yield text(node.child_by_field_name("alias")), prefix + _dotted(text(node.child_by_field_name("path")))
    elif node.type == "use_wildcard":
        yield "*", prefix + _dotted(text(node)).rpartition(".")[0]
    elif node.type == "self" and prefix:
        yield prefix.rstrip(".").rpartition(".")[2], prefix.rstrip(".")
    elif node.type in ("identifier", "scoped_identifier"):
        path = prefix + _dotted(text(node))
        yield path.rpartition(".")[2], path


def _dotted(path: str) -> str:
    return "".join(path.split()).replace("::", ".")


_NO_WORDS = "".join(rf"(?<!\b{word})" for word in ("return", "in", "if", "while", "match", "else", "mut", "for"))
"""What may stand before a `...` that is part of the same statement."""


MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("", ";"), ("fn r() {", "}"), ("fn r() {", ";}"), ("fn r() { r(", "); }"), ("impl R {", "}")),
        rewrites=(
            # A head without its body is that of any body.
            (r"^(impl\b[^{};]*|struct\s+[\w$]+)$", r"\1 { ... }"),
            # What is between two `...` is a statement.
            (rf"(?<=[\w)\]\"]){_NO_WORDS}\s+\.\.\.(?=\s)", "; ..."),
        ),
        ellipses=("{}", "{};", "{0}: {0}", "use {};"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "field_identifier", "type_identifier", "shorthand_field_identifier"}),
        with_types=frozenset({"generic_function"}),
        members={
            "field_expression": ("value", "field"),
            "scoped_identifier": ("path", "name"),
            "scoped_type_identifier": ("path", "name"),
        },
        callees={"call_expression": "function", "macro_invocation": "macro", "struct_expression": "name"},
        operators={"binary_expression": "operator", "compound_assignment_expr": "operator"},
        globals=frozenset(
            {"self", "Self", "std", "core", "crate", "super", "String", "Vec", "Option", "Result", "Box"}
        ),
        parameters={"parameter": "pattern", "closure_parameters": ""},
        in_parameters={"mut_pattern": ""},
    ),
    imports=ImportKinds(
        writing=ImportWriting(
            statements=frozenset({"use_declaration"}),
            separator=b"::",
            renaming=frozenset({"as"}),
            renames_whole=False,
            whole=b"self",
            skipped=frozenset({"visibility_modifier"}),
        ),
        names=import_names,
    ),
    statements=StatementKinds(
        results={"function_item": "body", "closure_expression": "body"},
        no_results=frozenset({"closure_expression"}),
        blocks=frozenset({"source_file", "block", "declaration_list"}),
        definitions=frozenset({"function_item", "impl_item", "trait_item", "mod_item", "closure_expression"}),
        attributes=frozenset({"attribute_item"}),
        # Semgrep's parser passes over the attributes of what is in an `impl`, a `trait` or a `mod`.
        with_attributes=frozenset({"source_file", "block"}),
        switches=frozenset({"match_expression"}),
    ),
    bindings=BindingKinds(loops={"for_expression": ("pattern", "value")}),
    leeway=Leeway(
        awaits=frozenset({"await_expression"}),
        transparent=frozenset({"parenthesized_expression", "expression_statement", "else_clause", "match_pattern"}),
        arguments=frozenset({"arguments", "token_tree"}),
        macros=frozenset({"token_tree"}),
        subsets=frozenset({"field_initializer_list", "function_modifiers"}),
        optional=frozenset(
            {
                "visibility_modifier",
                "return_type",
                "type",
                "alternative",
                "type_parameters",
                "function_modifiers",
                "label",
                "lifetime",
                "mutable_specifier",
            }
        ),
        optional_tokens=frozenset({"else", "->", "pub", "unsafe", "async", "move", "const", "static"}),
        opaque=frozenset({"let_condition", "let_chain"}),
        equivalents={"assignment_expression": frozenset({"let_declaration", "const_item", "static_item"})},
        fields={
            ("let_declaration", "pattern"): "left",
            **dict.fromkeys((("const_item", "name"), ("static_item", "name")), "left"),
            **{(kind, "value"): "right" for kind in ("let_declaration", "const_item", "static_item")},
        },
        ignored_tokens=IGNORED_TOKENS | {"let"},
    ),
    texts=TextKinds(
        parts=frozenset({"string_content", "escape_sequence"}),
    ),
)

LANGUAGE = Language(
    name="rust",
    grammar="rust",
    dataflow="rust",
    line_comment="//",
    comments=frozenset({"line_comment", "block_comment"}),
    strings=frozenset({"string_literal", "raw_string_literal"}),
    definitions=frozenset(
        {
            "function_item",
            "function_signature_item",
            "struct_item",
            "enum_item",
            "trait_item",
            "impl_item",
            "mod_item",
            "type_item",
            "macro_definition",
        }
    ),
    containers=frozenset({"trait_item", "impl_item", "mod_item"}),
    imports=frozenset({"use_declaration"}),
    calls=frozenset({"call_expression", "macro_invocation"}),
    matching=MATCHING,
)
