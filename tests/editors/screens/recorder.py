"""Run as `python recorder.py FILE COMMAND...` between an editor and its server: writes each message into the file.

A line is JSON: the message, under the name of its sender, `client` or `server`. The file is locked until both this
program and the server have ended, whichever is the last.
"""

from __future__ import annotations

import fcntl
import json
import subprocess
import sys
import threading
from typing import IO


def passed_on(source: IO[bytes], target: IO[bytes], sender: str, record: IO[str]) -> None:
    """Pass on all messages until the source ends, then end the target."""
    while (headers := b"".join(iter(source.readline, b"\r\n"))) and headers.endswith(b"\r\n"):
        fields = dict(line.lower().split(b":", 1) for line in headers.splitlines())
        body = source.read(int(fields[b"content-length"]))
        record.write(json.dumps({sender: json.loads(body)}) + "\n")
        target.write(headers + b"\r\n" + body)
        target.flush()
    target.close()


def main(file: str, *command: str) -> int:
    with open(file, "a", buffering=1, encoding="utf-8") as record:
        fcntl.flock(record, fcntl.LOCK_SH)
        held = [record.fileno()]
        server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=held)
        assert server.stdin is not None and server.stdout is not None
        inward = (sys.stdin.buffer, server.stdin, "client", record)
        threading.Thread(target=passed_on, args=inward, daemon=True).start()
        passed_on(server.stdout, sys.stdout.buffer, "server", record)
        return server.wait()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
