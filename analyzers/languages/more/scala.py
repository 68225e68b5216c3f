"""Scala.

The grammar takes the type of a parameter without brackets, `{ r: Request[T] => ... }`, for that of a function, and what
follows for its result. So such a parameter is seen as if it had its brackets, `{ (r: Request[T]) => ... }`. It takes
the parameters in `class C @Inject()(a: A)` for further arguments of the annotation, which is blank to it therefore.
"""

from __future__ import annotations

import re

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

# Without a type the grammar has no doubt, and a function as the type of a parameter needs brackets itself.
_PARAMETER = re.compile(rb"\{(?P<before>\s*+(?:implicit\s+)?)(?P<parameter>\w+\s*:[^={}\n;]*?)(?P<after>\s)=>")
_TEMPLATE = re.compile(rb"\b(?:class|trait|object|enum|new|given|extends|with)\b")
_CONSTRUCTOR = re.compile(rb"(\bclass\s+[\w$]+(?:\[[^\]\n]*\])?\s+)(@[\w.]+\s*\(\s*\))(?=\s*\()")
_BLANK = bytes(byte if byte in b"\r\n" else ord(" ") for byte in range(256))


def as_parsed(data: bytes) -> bytes:
    """The text that the grammar reads, as long as it was: with brackets around the typed parameter of each
    `{ x: T => ... }` in place of the spaces there, and without an annotation between a class and its parameters.
    """
    data = _CONSTRUCTOR.sub(lambda match: match[1] + match[2].translate(_BLANK), data)
    parts, done = [], 0
    for match in _PARAMETER.finditer(data):
        if not match["before"] or _opens_template(data, match.start()):
            continue
        blank = match["before"][:-1].translate(_BLANK)
        parts += [data[done : match.start("before")], blank, b"(", match["parameter"], b")"]
        done = match.end("after")
    return b"".join([*parts, data[done:]]) if parts else data


def _opens_template(data: bytes, brace: int) -> bool:
    """True for the brace of a class, in which `self: T =>` is the type of the object itself."""
    place, closed = brace, 0
    while place > 0:
        letter = data[place - 1]
        if letter in b")]":
            closed += 1
        elif letter in b"([":
            closed -= 1
        if closed < 0 or (not closed and letter in b"{};="):
            break
        place -= 1
    return _TEMPLATE.search(data, place, brace) is not None


MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("class R {\n", "\n}"), ("def r() = {\n", "\n}"), ("val r = ", "")),
        ellipses=("{}", "{0}: {0}", "{0} = {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "type_identifier"}),
        members={
            "field_expression": ("value", "field"),
            "stable_type_identifier": ("", ""),
            "stable_identifier": ("", ""),
        },
        callees={"call_expression": "function"},
        parameters={"parameter": "name", "lambda_expression": "parameters"},
    ),
    imports=ImportKinds(
        writing=ImportWriting(
            statements=frozenset({"import_declaration"}),
            wildcards=frozenset({b"_", b"*"}),
            renaming=frozenset({"=>", "as"}),
            renames_whole=False,
        ),
    ),
    statements=StatementKinds(
        blocks=frozenset({"compilation_unit", "block", "template_body", "indented_block"}),
        holders={"case_clause": "body"},
        definitions=frozenset({"function_definition", "class_definition", "object_definition", "trait_definition"}),
    ),
    leeway=Leeway(
        transparent=frozenset({"parenthesized_expression"}),
        arguments=frozenset({"arguments"}),
        keywords=frozenset({"assignment_expression"}),
        optional=frozenset(
            {
                "modifiers",
                "return_type",
                "type",
                "extend",
                "class_parameters",
                "annotation",
                "type_parameters",
                "alternative",
            }
        ),
        optional_tokens=frozenset({"val", "var", "lazy", "new", "implicit"}),
        equivalents={
            "val_definition": frozenset({"var_definition"}),
            "assignment_expression": frozenset({"val_definition", "var_definition"}),
            "class_definition": frozenset({"object_definition", "trait_definition"}),
        },
        fields={
            ("val_definition", "pattern"): "left",
            ("val_definition", "value"): "right",
            ("var_definition", "pattern"): "left",
            ("var_definition", "value"): "right",
        },
    ),
    texts=TextKinds(
        constants=frozenset({"identifier", "field_expression"}),
        parts=frozenset({"escape_sequence"}),
        substitutions=frozenset({"interpolation"}),
        own_strings=frozenset({"interpolated_string"}),
    ),
)

LANGUAGE = Language(
    name="scala",
    grammar="scala",
    dataflow="scala",
    line_comment="//",
    comments=frozenset({"comment", "block_comment"}),
    strings=frozenset({"string"}),
    definitions=frozenset({"class_definition", "object_definition", "trait_definition", "function_definition"}),
    containers=frozenset({"class_definition", "object_definition", "trait_definition"}),
    imports=frozenset({"import_declaration"}),
    calls=frozenset({"call_expression"}),
    matching=MATCHING,
    code=as_parsed,
)
