"""XML."""

from __future__ import annotations

from reread.analyzers.languages.more import html
from reread.analyzers.languages.table import Language, PatternReading

MATCHING = html.MATCHING._replace(
    reading=PatternReading(
        forms=(("", ""), ("<r ", "></r>")),
        special_forms=(html.ATTRIBUTE_ALONE,),
        hyphens_after=r"</?$",
        rewrites=((r"(?<=[\w-])=\.\.\.", "=rrValue"), (r"(<[\w$-]+[^<>]*[^<>/])>\s*$", r"\1/>")),
    ),
)

LANGUAGE = Language(
    name="xml",
    grammar="html",
    line_comment="",
    comments=frozenset({"comment"}),
    strings=frozenset(),
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
)
