"""Dart."""

from __future__ import annotations

from reread.analyzers.languages.import_kinds import ImportKinds, ImportWriting
from reread.analyzers.languages.table import (
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
)
from reread.analyzers.languages.value_kinds import TextKinds

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("void r() {", "}"), ("void r() {", ";}"), ("class R {", "}")),
        ellipses=("{};", "{}", "{0} {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "type_identifier"}),
        parameters={"formal_parameter": ""},
    ),
    imports=ImportKinds(
        writing=ImportWriting(
            statements=frozenset({"import_specification"}),
            separator=b"/",
            renaming=frozenset({"as"}),
            bare_is_all=True,
            opening=frozenset({"show"}),
            ending=frozenset({"hide"}),
            sources=frozenset({"string_literal"}),
        ),
    ),
    statements=StatementKinds(
        blocks=frozenset({"program", "block", "class_body"}),
        definitions=frozenset({"function_signature", "class_definition", "method_signature"}),
    ),
    leeway=Leeway(
        transparent=frozenset({"parenthesized_expression", "expression_statement", "argument"}),
        arguments=frozenset({"arguments"}),
    ),
    texts=TextKinds(
        parts=frozenset(),
        substitutions=frozenset({"template_substitution"}),
    ),
)

LANGUAGE = Language(
    name="dart",
    grammar="dart",
    line_comment="//",
    comments=frozenset({"comment", "documentation_comment"}),
    strings=frozenset({"string_literal"}),
    definitions=frozenset({"class_definition", "function_signature"}),
    containers=frozenset({"class_definition"}),
    matching=MATCHING,
)
