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
_DATASETS = {
    "bash": "_reread_datasets",
    "zsh": "_reread_datasets",
    "fish": "(echo golden; __fish_complete_directories)",
    "powershell": "_reread_datasets",
    "preamble": {
        "bash": '_reread_datasets() { compgen -W golden -- "$1"; compgen -d -- "$1"; }',
        "zsh": "_reread_datasets() { compadd golden; _files -/; }",
        "powershell": "function _reread_datasets { param([string]$WordToComplete)\n"
        "  @('golden') -like \"$WordToComplete*\"; _shtab_powershell_compgen_dirs $WordToComplete }",
    },
}
"""Folders, and the name of the data set that is none in this place."""


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
        elif action.metavar == "DATASET":
            action.complete = _DATASETS  # type: ignore[attr-defined]
    return parser
