"""XML."""

from __future__ import annotations

from reread.analyzers.languages.table import (
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
    TextKinds,
)

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("<r ", ">")),
        rewrites=((r"(?<=[\w-])=\.\.\.", "=rrValue"), (r"(<[\w$-]+[^<>]*[^<>/])>\s*$", r"\1/>")),
        ellipses=("{}",),
    ),
    names=NameKinds(
        leaves=frozenset({"tag_name", "attribute_name"}),
    ),
    statements=StatementKinds(
        blocks=frozenset({"document"}),
    ),
    leeway=Leeway(
        transparent=frozenset({"quoted_attribute_value"}),
        subsets=frozenset({"start_tag", "self_closing_tag"}),
        equivalents={
            "self_closing_tag": frozenset({"start_tag"}),
            "start_tag": frozenset({"self_closing_tag"}),
        },
    ),
    texts=TextKinds(
        leaves=frozenset({"text", "raw_text", "attribute_value"}),
    ),
)

LANGUAGE = Language(
    name="xml",
    grammar="html",
    identifiers=("xml",),
    extensions=(
        ".xml",
        ".plist",
    ),
    line_comment="",
    comments=frozenset({"comment"}),
    strings=frozenset(),
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
)
