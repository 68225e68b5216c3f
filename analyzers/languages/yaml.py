"""YAML, including GitHub Actions, Kubernetes and Compose files."""

from __future__ import annotations

from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    TextKinds,
)

_STRINGS = frozenset({"string_scalar", "double_quote_scalar", "single_quote_scalar", "block_scalar"})

MATCHING = Matching(
    reading=PatternReading(
        ellipses=("{}", "{0}: {0}", "- {}"),
    ),
    names=NameKinds(
        leaves=frozenset(),
    ),
    leeway=Leeway(
        transparent=frozenset(
            {
                "document",
                "block_node",
                "flow_node",
                "plain_scalar",
                "block_mapping",
                "flow_mapping",
                "block_sequence",
                "block_sequence_item",
            }
        ),
        subsets=frozenset({"block_mapping", "flow_mapping"}),
        equivalents={
            "block_mapping": frozenset({"flow_mapping"}),
            "flow_mapping": frozenset({"block_mapping"}),
            "block_mapping_pair": frozenset({"flow_pair"}),
            "flow_pair": frozenset({"block_mapping_pair"}),
            "block_sequence": frozenset({"flow_sequence"}),
            "flow_sequence": frozenset({"block_sequence"}),
        },
        ignored_tokens=IGNORED_TOKENS | {"-", "?"},
    ),
    texts=TextKinds(
        parts=frozenset({"escape_sequence"}),
        leaves=frozenset({"string_scalar"}),
    ),
)

LANGUAGE = Language(
    name="yaml",
    grammar="yaml",
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=_STRINGS,
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
)
