"""Shell scripts."""

from __future__ import annotations

from reread.analyzers.languages.table import IGNORED_TOKENS, Language, Matching

MATCHING = Matching(
    ellipses=("{}", "{};"),
    # A command of one word is that word.
    transparent=frozenset({"command_name", "command", "redirected_statement"}),
    bodies={"redirected_statement": "body"},
    names=frozenset(),
    blocks=frozenset({"program", "compound_statement", "do_group"}),
    definitions=frozenset({"function_definition"}),
    # The name of a command is the first of its words.
    fields={("command", "name"): "", ("command", "argument"): ""},
    optional=frozenset({"variable_assignment", "redirect", "operator"}),
    subsets=frozenset({"expansion"}),
    ignored_tokens=IGNORED_TOKENS | {"function", "$", "$(", "${"},
    equivalents={
        "expansion": frozenset({"simple_expansion"}),
        "variable_name": frozenset({"special_variable_name"}),
    },
    string_parts=frozenset({"string_content"}),
    substitutions=frozenset({"simple_expansion", "expansion", "command_substitution"}),
    words=frozenset({"word"}),
    texts=frozenset({"word"}),
    pipelines=frozenset({"pipeline"}),
)

LANGUAGE = Language(
    name="bash",
    grammar="bash",
    identifiers=("shellscript", "bash", "sh"),
    extensions=(".sh", ".bash"),
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"string", "raw_string"}),
    definitions=frozenset({"function_definition"}),
    containers=frozenset(),
    calls=frozenset({"command"}),
    matching=MATCHING,
)
