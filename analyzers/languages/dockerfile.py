"""Dockerfiles."""

from __future__ import annotations

from reread.analyzers.languages.table import Language, Matching

MATCHING = Matching(
    forms=(("", ""), ("FROM r\n", "")),
    ellipses=("{}", '"{}"'),
    sigils=((r"EXPOSE\s+$", "$"),),
    transparent=frozenset({"shell_command", "image_spec"}),
    names=frozenset(),
    blocks=frozenset({"source_file"}),
    optional=frozenset({"param", "as"}),
    optional_tokens=frozenset({"AS"}),
    texts=frozenset({"image_tag", "shell_fragment", "path", "unquoted_string", "image_name"}),
)

LANGUAGE = Language(
    name="dockerfile",
    grammar="dockerfile",
    identifiers=("dockerfile",),
    extensions=(".dockerfile",),
    filenames=("dockerfile", "containerfile"),
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"json_string", "double_quoted_string", "single_quoted_string"}),
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
)
