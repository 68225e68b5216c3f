"""Shell scripts."""

from __future__ import annotations

from reread.analyzers.languages.table import IGNORED_TOKENS, Language, Matching

MATCHING = Matching(
    ellipses=("{}", "{};"),
    transparent=frozenset({"command_name"}),
    names=frozenset(),
    blocks=frozenset({"program", "compound_statement", "do_group"}),
    definitions=frozenset({"function_definition"}),
    ignored_tokens=IGNORED_TOKENS | {"function"},
    string_parts=frozenset({"string_content"}),
    substitution="simple_expansion",
    texts=frozenset({"word"}),
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
