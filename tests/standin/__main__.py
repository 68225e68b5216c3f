"""`python -m tests.standin [--port N] [--script FILE]`: run a stand-in until the input ends or it is interrupted.

Prints one line of JSON with its port and addresses. FILE holds a JSON list of replies. Ends when its standard input does
(unless that is a terminal), so that it never outlives the test that started it; `--detached` switches that off.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import threading
from pathlib import Path

import msgspec

from tests.standin import Reply, StandIn


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.standin")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--script", type=Path, help="a JSON file with a list of replies")
    parser.add_argument("--delay", type=float, default=0.0, help="seconds between the pieces of an answer")
    parser.add_argument("--detached", action="store_true", help="go on when the standard input ends")
    arguments = parser.parse_args()
    with StandIn(arguments.port) as model:
        if arguments.script:
            model.script(*msgspec.json.decode(arguments.script.read_bytes(), type=list[Reply]))
        if arguments.delay:
            model.always(Reply(delay=arguments.delay))
        sys.stdout.write(json.dumps({"port": model.port, "url": model.url, "openai_url": model.openai_url}) + "\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            if arguments.detached or sys.stdin is None or sys.stdin.isatty():
                threading.Event().wait()
            else:
                sys.stdin.read()


if __name__ == "__main__":
    main()
