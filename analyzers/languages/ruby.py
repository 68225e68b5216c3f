"""Ruby."""

from __future__ import annotations

from reread.analyzers.languages.table import Language

LANGUAGE = Language(
    name="ruby",
    grammar="ruby",
    identifiers=("ruby",),
    extensions=(".rb", ".rake", ".gemspec"),
    filenames=("rakefile", "gemfile"),
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"string", "heredoc_body"}),
    definitions=frozenset({"module", "class", "method", "singleton_method"}),
    containers=frozenset({"module", "class"}),
    calls=frozenset({"call"}),
)
