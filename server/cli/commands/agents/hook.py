"""Answer the hook of a coding agent: after an edit and before the agent stops.

NAME is the agent. Its JSON is read from standard input, and its answer is written to standard output: what rules found
in the code that was changed, with fixes as patches. Nothing that goes wrong here keeps the agent from its work: it is
one line on standard error and exit code 1, which these agents show and go on. docs/agents.md has the configuration of
each.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import NamedTuple

from reread.server import hooks
from reread.server.cli import writing
from reread.server.exits import CLEAN

SUMMARY = "answer the hook of a coding agent: after an edit, before it stops"
_FAILED = 1
_LONGEST = 20_000_000


class Options(NamedTuple):
    name: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="one of " + ", ".join(hooks.names()))


def run(arguments: Options) -> int:
    if arguments.name not in hooks.names():
        writing.say(f"hook {arguments.name}: there is no such agent, but {', '.join(hooks.names())}")
        return _FAILED
    agent = hooks.find(arguments.name)
    try:
        data = json.loads(sys.stdin.buffer.read(_LONGEST))
        if not isinstance(data, dict):
            raise ValueError("no object")
        event = agent.read(data)
    except (ValueError, RecursionError):
        writing.say(f"hook {arguments.name}: standard input is not the JSON object that the agent sends to hooks")
        return _FAILED
    answer = {}
    if event is not None:
        try:
            from reread.server.cli.hooking import reported

            answer = agent.answer(event, reported(event))
        except Exception as error:
            # Exit code 2, which a bug has elsewhere, would block the agent.
            return _unreported(arguments.name, error)
    sys.stdout.write(json.dumps(answer) + "\n")
    return CLEAN


def _unreported(name: str, error: Exception) -> int:
    from reread.server import bugs
    from reread.server.exits import UsageError
    from reread.server.known.baseline import BaselineError
    from reread.server.known.feedback import FeedbackError

    expected = isinstance(error, UsageError | BaselineError | FeedbackError | OSError)
    writing.say(f"hook {name}: {error if expected else bugs.described(error)}")
    return _FAILED
