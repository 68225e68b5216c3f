"""Ruby."""

from __future__ import annotations

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

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("def r\n", "\nend"), ("class R\n", "\nend"), ("r(", ")")),
        special_forms=(
            (r"(?:rescue|ensure)\b", "begin\nr\n", "\nend"),
            # By itself it would be a comparison with a pattern of the language.
            (r"(?::?[\w$]+|\"[^\"]*\"|'[^']*')\s*=>", "{", "}"),
        ),
        sigils=((r"(?:\b(?:class|module)\s+|<\s*|::)$", "R"),),
        ellipses=("{}", "**{}", "{0}: {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier", "constant", "instance_variable", "global_variable", "class_variable"}),
        members={"scope_resolution": ("scope", "name")},
        callees={"call": "method"},
        methods={"call": ("receiver", "method")},
        operators={"binary": "operator", "unary": "operator", "operator_assignment": "operator"},
        parameters={"method_parameters": "", "block_parameters": "", "lambda_parameters": ""},
        in_parameters={
            "optional_parameter": "name",
            "keyword_parameter": "name",
            "splat_parameter": "",
            "hash_splat_parameter": "",
            "block_parameter": "",
        },
    ),
    sequences=SequenceKinds(
        closed=frozenset(
            {
                "if",
                "unless",
                "case",
                "while",
                "until",
                "for",
                "if_modifier",
                "unless_modifier",
                "while_modifier",
                "until_modifier",
            }
        ),
        held={"if_modifier": "body", "unless_modifier": "body", "while_modifier": "body", "until_modifier": "body"},
    ),
    statements=StatementKinds(
        else_ifs={"if": "elsif"},
        results={"method": "body", "block": "body", "do_block": "body"},
        no_results=frozenset({"conditional"}),
        blocks=frozenset({"program", "body_statement", "then", "else", "do", "block_body", "begin"}),
        holders={"ensure": ""},
        definitions=frozenset({"method", "class", "module", "singleton_method"}),
    ),
    leeway=Leeway(
        transparent=frozenset({"parenthesized_statements", "superclass"}),
        arguments=frozenset({"argument_list"}),
        applied=frozenset({"call"}),
        keywords=frozenset({"pair"}),
        subsets=frozenset({"hash"}),
        apart=frozenset({"rescue", "ensure"}),
        # A method is named, without its arguments, also where it is called with some.
        optional=frozenset({"alternative", "superclass", "block", "arguments"}),
        optional_tokens=frozenset({"else", "then"}),
        ignored_tokens=IGNORED_TOKENS | {"do", "end", ".", "&.", "::", "if", "elsif"},
        equivalents={
            "block": frozenset({"do_block"}),
            "do_block": frozenset({"block"}),
            "identifier": frozenset({"keyword_parameter", "optional_parameter"}),
            "if": frozenset({"if_modifier", "elsif"}),
            "if_modifier": frozenset({"if", "elsif"}),
            "unless": frozenset({"unless_modifier"}),
            "unless_modifier": frozenset({"unless"}),
            "while": frozenset({"while_modifier"}),
        },
        fields={("if_modifier", "body"): "consequence", ("unless_modifier", "body"): "consequence"},
    ),
    values=ValueKinds(
        kinds=frozenset(
            {
                *("array", "assignment", "binary", "bare_string", "bare_symbol", "call", "chained_string", "character"),
                *("class_variable", "complex", "conditional", "constant", "delimited_symbol", "element_reference"),
                *("false", "file", "float", "global_variable", "hash", "heredoc_beginning", "identifier"),
                *("instance_variable", "integer", "lambda", "line", "nil", "operator_assignment"),
                *("parenthesized_statements", "range", "rational", "regex", "scope_resolution", "self"),
                *("simple_symbol", "string", "string_array", "subshell", "super", "symbol_array", "true", "unary"),
                "yield",
            }
        ),
    ),
    texts=TextKinds(
        constants=frozenset({"identifier", "constant", "binary", "conditional"}),
        parts=frozenset({"string_content", "escape_sequence", "interpolation"}),
        substitutions=frozenset({"interpolation"}),
        own_strings=frozenset({"subshell"}),
        symbols=frozenset({"simple_symbol", "hash_key_symbol"}),
    ),
)

LANGUAGE = Language(
    name="ruby",
    grammar="ruby",
    dataflow="ruby",
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"string", "heredoc_body"}),
    definitions=frozenset({"module", "class", "method", "singleton_method"}),
    containers=frozenset({"module", "class"}),
    calls=frozenset({"call"}),
    matching=MATCHING,
    literal_texts={True: "true", False: "false", None: ""},
)
