"""Clojure: nothing but lists, vectors, maps and sets of symbols and literals."""

from __future__ import annotations

from reread.analyzers.languages.table import (
    Language,
    Matching,
    NameKinds,
    StatementKinds,
    TextKinds,
)

MATCHING = Matching(
    names=NameKinds(
        leaves=frozenset({"sym_lit"}),
    ),
    statements=StatementKinds(
        blocks=frozenset({"source"}),
    ),
    texts=TextKinds(
        parts=frozenset(),
    ),
)

LANGUAGE = Language(
    name="clojure",
    grammar="clojure",
    line_comment=";",
    comments=frozenset({"comment", "dis_expr"}),
    strings=frozenset({"str_lit"}),
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
)
