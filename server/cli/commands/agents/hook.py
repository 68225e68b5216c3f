"""Answer a coding agent's hook: after an edit and before the agent stops.

NAME is the agent. Reads the agent's JSON from standard input and writes the answer to standard output: the findings in
the changed code, with fixes as patches. An error here never blocks the agent: it is one line on standard error and exit
code 1, which agents display before they continue. docs/agents.md shows how to configure each agent.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import NamedTuple

from reread.server import hooks
from reread.server.cli import writing
from reread.server.exits import CLEAN, no_such

SUMMARY = "answer a coding agent's hook, after an edit or before it stops"
_FAILED = 1
_LONGEST = 20_000_000


class Options(NamedTuple):
    name: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="one of " + ", ".join(hooks.names()))


def run(arguments: Options) -> int:
    if arguments.name not in hooks.names():
        writing.say(f"{no_such('agent', arguments.name)}; available: {', '.join(hooks.names())}")
        return _FAILED
    agent = hooks.find(arguments.name)
    try:
        data = json.loads(sys.stdin.buffer.read(_LONGEST))
        if not isinstance(data, dict):
            raise ValueError("no object")
        event = agent.read(data)
    except (ValueError, RecursionError):
        writing.say(f"hook {arguments.name}: standard input is not the JSON object that this agent sends")
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
    if not expected:
        bugs.keep(error)
    writing.say(f"hook {name}: {error if expected else bugs.described(error)}")
    return _FAILED
