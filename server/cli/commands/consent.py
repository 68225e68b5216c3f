"""Show or change whether code of this workspace may be sent to a model.

`allow` consents to the current provider, `refuse` refuses all providers, `forget` makes Reread ask again; without an
argument, the current state is shown. The answer is stored for you on this machine, never in the repository.
REREAD_CONSENT=1 or 0 in the environment overrides it. Models in a local Ollama need no consent.
"""

from __future__ import annotations

import argparse
import sys
from typing import NamedTuple

from reread.analyzers.shown.terminal import printable
from reread.server.cli import options
from reread.server.cli.workspace import open_workspace
from reread.server.exits import CLEAN, UsageError

SUMMARY = "show or change whether code may be sent to a model"


class Options(NamedTuple):
    answer: str | None
    config: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "answer", nargs="?", choices=("allow", "refuse", "forget"), help="what to keep (default: say how it stands)"
    )
    options.add_configuration(parser)


def run(arguments: Options) -> int:
    workspace = open_workspace([], arguments.config, may_be_broken=True)
    from reread.analyzers.review.availability import routes
    from reread.analyzers.review.privacy import consent
    from reread.server.configuration import load

    folder = workspace.root
    wanted = consent.recipients(routes(load(folder).settings.review))
    try:
        if arguments.answer == "allow" and not wanted:
            raise UsageError("no provider is set up; see `reread doctor`")
        if arguments.answer == "forget":
            consent.forget(folder)
        elif arguments.answer:
            consent.record(folder, wanted, allowed=arguments.answer == "allow")
    except consent.ConsentError as error:
        raise UsageError(str(error)) from error
    sys.stdout.write(printable(f"{folder}: {consent.status(folder, wanted)}") + "\n")
    return CLEAN
