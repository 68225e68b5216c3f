"""Serve coding agents over the Model Context Protocol, with the same findings, limits and trust rules as in the editor.

Uses standard input and output, or with --http a local port, for clients that send the token in --token-file. The
workspace is that of the current folder.
"""

from __future__ import annotations

import argparse
import os
from typing import NamedTuple

from reread.analyzers import parts
from reread.server.cli import options
from reread.server.cli.workspace import open_workspace
from reread.server.exits import CLEAN, UsageError

SUMMARY = "serve coding agents over the Model Context Protocol"

_SHORTEST_TOKEN = 16
"""Characters."""


class Options(NamedTuple):
    """`http` is a port, 0 for any that is free; None serves standard input and output."""

    http: int | None
    token_file: str | None
    config: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--http", type=int, metavar="PORT", help="serve HTTP on 127.0.0.1; 0: any free port")
    parser.add_argument("--token-file", metavar="FILE", help="file with the token that HTTP clients must send")
    options.add_configuration(parser)


def run(arguments: Options) -> int:
    if arguments.token_file is not None and arguments.http is None:
        raise UsageError("--token-file requires --http")
    workspace = open_workspace([], arguments.config)
    parts.require("mcp")
    from reread.server.logs import writing
    from reread.server.mcp import serving

    writing.start("mcp")
    os.chdir(workspace.root)
    if arguments.http is None:
        serving.on_standard_streams(workspace.root)
    else:
        serving.on_http(workspace.root, arguments.http, _token(arguments.token_file))
    return CLEAN


def _token(name: str | None) -> str:
    """The token in a file; raises UsageError for none."""
    if name is None:
        raise UsageError("--http requires --token-file: without a token, any program on this machine could connect")
    try:
        with open(name, encoding="utf-8") as file:
            token = file.read().strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}: cannot be read: {error}") from error
    if len(token) < _SHORTEST_TOKEN:
        raise UsageError(f"{name}: the token has fewer than {_SHORTEST_TOKEN} characters")
    return token
