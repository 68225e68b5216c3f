"""Dockerfiles."""

from __future__ import annotations

from reread.analyzers.languages.shell_kinds import ShellKinds
from reread.analyzers.languages.table import (
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
)
from reread.analyzers.languages.value_kinds import TextKinds

MATCHING = Matching(
    reading=PatternReading(
        # What is no instruction is a piece of a command.
        forms=(("", ""), ("FROM r\n", ""), ("ENTRYPOINT ", "")),
        ellipses=("{}", '"{}"', "CROSS_BUILD {}", "{0}={0}"),
        # A metavariable that stands for an instruction is written as one that nobody uses, and that takes any text.
        rewrites=(
            (r"(?m)(?<!\\\n)^[ \t]*(\$[A-Z_][A-Z_0-9]*)[ \t]*$", r"CROSS_BUILD \1"),
            (r"\$ (?=[A-Z])", "$"),
            (r"(?m)^[ \t]*ONBUILD[ \t]+(\$[A-Z_][A-Z_0-9]*)[ \t]*$", r"ONBUILD CROSS_BUILD \1"),
            (r"(?m)^[ \t]*HEALTHCHECK[ \t]+\.\.\.[ \t]*$", "HEALTHCHECK CMD ..."),
        ),
        statement_word="CROSS_BUILD ",
        sigils=((r"EXPOSE\s+$", "$"), (r"@$", "$")),
    ),
    names=NameKinds(
        leaves=frozenset(),
    ),
    statements=StatementKinds(
        blocks=frozenset({"source_file"}),
    ),
    leeway=Leeway(
        transparent=frozenset({"image_spec"}),
        optional=frozenset({"param", "mount_param", "as", "digest", "group"}),
        optional_tokens=frozenset({"AS"}),
        subsets=frozenset({"label_instruction", "param"}),
    ),
    texts=TextKinds(
        leaves=frozenset({"param", "image_tag", "image_digest", "path", "unquoted_string", "image_name"}),
    ),
    shell=ShellKinds(
        bodies={"image_spec": "name"},
        embedded={"shell_command": "bash"},
    ),
)

LANGUAGE = Language(
    name="dockerfile",
    grammar="dockerfile",
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"json_string", "double_quoted_string", "single_quoted_string"}),
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
)
