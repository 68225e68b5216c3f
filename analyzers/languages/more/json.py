"""JSON, parsed as a subset of YAML, whose patterns allow metavariables and `...` without quotation marks."""

from __future__ import annotations

import re

from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
)
from reread.analyzers.languages.value_kinds import TextKinds

_COMMENT = re.compile(rb'("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)


def without_comments(data: bytes) -> bytes:
    """The text with all comments blank: JSON has none, and the files of many tools do."""
    return _COMMENT.sub(lambda found: found[1] or re.sub(rb"[^\n]", b" ", found[0]), data)


MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("{", "}")),
        # Keys keep their quotes: what `metavariable-regex` says of one is about these, too.
        rewrites=((r",\s*$", ""), (r'"(\$[A-Z_][A-Z_0-9]*)"(?=\s*:)', r"\1")),
        ellipses=("{}", "{0}: {0}"),
    ),
    names=NameKinds(
        leaves=frozenset(),
    ),
    leeway=Leeway(
        transparent=frozenset({"document", "block_node", "flow_node", "plain_scalar", "block_mapping"}),
        equivalents={
            "block_mapping": frozenset({"flow_mapping"}),
            "block_mapping_pair": frozenset({"flow_pair"}),
            "flow_pair": frozenset({"block_mapping_pair"}),
        },
        subsets=frozenset({"flow_mapping", "block_mapping"}),
        ignored_tokens=IGNORED_TOKENS,
    ),
    texts=TextKinds(
        parts=frozenset({"escape_sequence"}),
        leaves=frozenset({"string_scalar"}),
    ),
)

LANGUAGE = Language(
    name="json",
    grammar="yaml",
    line_comment="//",
    comments=frozenset({"comment"}),
    strings=frozenset({"double_quote_scalar", "single_quote_scalar", "string_scalar"}),
    definitions=frozenset(),
    containers=frozenset(),
    code=without_comments,
    matching=MATCHING,
)
