"""Start the language server for an editor, on standard input and output or on a TCP port."""

from __future__ import annotations

import argparse
import os
from typing import NamedTuple

from reread.server.exits import UsageError

SUMMARY = "start the language server for an editor (also: lsp)"


class Options(NamedTuple):
    stdio: bool
    tcp: str | None
    log_level: str


_LEVELS = ("error", "warning", "info", "debug")


def _level_of_editor() -> str:
    """An editor sets a variable, because the command that starts the server may be anything."""
    level = os.environ.get("REREAD_LOG_LEVEL", "")
    return level if level in _LEVELS else "warning"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stdio", action="store_true", help="use standard input and output (default)")
    parser.add_argument("--tcp", metavar="HOST:PORT", help="listen here for one client; port 0 picks a free one")
    parser.add_argument(
        "--log-level",
        choices=_LEVELS,
        default=_level_of_editor(),
        help="log level on standard error (default: REREAD_LOG_LEVEL, else warning)",
    )
    # Editors add this without being asked; the server ends when its input does.
    parser.add_argument("--clientProcessId", help=argparse.SUPPRESS)


def run(arguments: Options) -> int:
    if arguments.stdio and arguments.tcp:
        raise UsageError("--stdio and --tcp cannot be combined")
    from reread.server.lsp import main

    try:
        main.run(tcp=arguments.tcp or "", log_level=arguments.log_level)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"--tcp: {error}") from error
    except OSError as error:
        raise UsageError(f"--tcp {arguments.tcp}: {error.strerror or error}") from error
