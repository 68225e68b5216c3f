"""HTML."""

from __future__ import annotations

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

ATTRIBUTE_ALONE = (r"[\w:.$-]+\s*=", "<r ", "></r>")
"""An attribute outside of a tag would be text."""

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("<r ", "></r>")),
        special_forms=(ATTRIBUTE_ALONE,),
        hyphens_after=r"</?$",
        rewrites=((r"(?<=[\w-])=\.\.\.", "=rrEllipsis "), (r"(<[\w$-]+[^<>]*[^<>/])>\s*$", r"\1/>")),
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
            "element": frozenset({"script_element", "style_element"}),
            "self_closing_tag": frozenset({"start_tag"}),
            "start_tag": frozenset({"self_closing_tag"}),
        },
        fields={("start_tag", "tag_name"): "tag", ("self_closing_tag", "tag_name"): "tag"},
        ignored_tokens=IGNORED_TOKENS | {"<", ">", "/>"},
    ),
    texts=TextKinds(
        leaves=frozenset({"text", "raw_text", "attribute_value"}),
        words=frozenset({"attribute_value"}),
        named=frozenset({"attribute"}),
    ),
)

LANGUAGE = Language(
    name="html",
    grammar="html",
    line_comment="",
    comments=frozenset({"comment"}),
    strings=frozenset(),
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
)
