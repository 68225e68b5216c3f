"""Shell scripts."""

from __future__ import annotations

from reread.analyzers.languages.shell_kinds import ShellKinds
from reread.analyzers.languages.shell_lines import ends_of_commands
from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
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
        ellipses=("{}", "{};"),
    ),
    names=NameKinds(
        leaves=frozenset(),
    ),
    statements=StatementKinds(
        blocks=frozenset({"program", "compound_statement", "do_group"}),
        holders=dict.fromkeys(("if_statement", "elif_clause", "else_clause", "case_item", "subshell"), ""),
        definitions=frozenset({"function_definition"}),
    ),
    leeway=Leeway(
        # A command of one word is that word.
        transparent=frozenset({"command_name", "command", "redirected_statement"}),
        # The name of a command is the first of its words.
        fields={("command", "name"): "", ("command", "argument"): ""},
        optional=frozenset({"variable_assignment", "redirect", "operator"}),
        subsets=frozenset({"expansion", "simple_expansion"}),
        ignored_tokens=IGNORED_TOKENS | {"function", "$", "$(", "${"},
        equivalents={
            "expansion": frozenset({"simple_expansion"}),
            "simple_expansion": frozenset({"expansion"}),
            "variable_name": frozenset({"special_variable_name"}),
        },
    ),
    texts=TextKinds(
        parts=frozenset({"string_content"}),
        substitutions=frozenset({"simple_expansion", "expansion", "command_substitution"}),
        words=frozenset({"word"}),
        pieces=frozenset({"concatenation"}),
        expanding=frozenset({"string"}),
        leaves=frozenset({"word"}),
    ),
    shell=ShellKinds(
        bodies={"redirected_statement": "body"},
        pipelines=frozenset({"pipeline"}),
        assignments=frozenset({"variable_assignment"}),
    ),
)

LANGUAGE = Language(
    name="bash",
    grammar="bash",
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"string", "raw_string"}),
    definitions=frozenset({"function_definition"}),
    containers=frozenset(),
    calls=frozenset({"command"}),
    matching=MATCHING,
    insertions=ends_of_commands,
    dataflow="bash",
)
