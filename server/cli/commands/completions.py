"""Print a shell completion script for `reread`.

Save it where your shell looks for it. bash: `~/.local/share/bash-completion/completions/reread`; zsh: a file `_reread`
in a folder of `fpath`; fish: `~/.config/fish/completions/reread.fish`; PowerShell: append it to `$PROFILE`.
"""

from __future__ import annotations

import argparse
import sys
from typing import NamedTuple

from reread.server.exits import CLEAN

SUMMARY = "print a shell completion script"
_SHELLS = ("bash", "zsh", "fish", "powershell")


class Options(NamedTuple):
    shell: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=_SHELLS, metavar="SHELL", help="one of " + ", ".join(_SHELLS))


def run(arguments: Options) -> int:
    import shtab

    from reread.server.cli.parser import whole

    sys.stdout.write(shtab.complete(_with_files(whole(), shtab.FILE), shell=arguments.shell).rstrip() + "\n")
    return CLEAN


def _with_files(parser: argparse.ArgumentParser, file: object) -> argparse.ArgumentParser:
    """The parser with arguments that are paths marked as such."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                _with_files(inner, file)
        elif str(action.metavar) in ("PATH", "PATHS", "FILE"):
            action.complete = file  # type: ignore[attr-defined]
    return parser
