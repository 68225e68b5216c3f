"""`reread`: finds the command's module, parses its arguments and runs it.

0 nothing found at or above the fail level, 1 something found, 2 wrong use, a broken configuration or a bug, 3 not
everything was looked at, 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from reread.server.cli import parser
from reread.server.exits import INTERRUPTED, PIPE_CLOSED, WRONG, UsageError

_REFUSALS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT})
"""What the system says when it will not have something read or written: no bug, and the user can act."""


def main() -> NoReturn:
    """The program. It ends without taking all objects apart first, which would be a fifth of a short run."""
    import gc

    # Most objects of a short run stay to its end, so looking for garbage often is lost time.
    gc.set_threshold(100_000, 20, 20)
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or PIPE_CLOSED
    os._exit(code)


def run(arguments: Sequence[str]) -> int:
    """Runs `reread ARGUMENTS` and returns its exit code; never raises."""
    _never_fail_to_print()
    try:
        return parser.run(list(arguments))
    except UsageError as error:
        _complain(str(error))
        return WRONG
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else WRONG if end.code else 0
    except KeyboardInterrupt:
        sys.stderr.write("reread: interrupted\n")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough. Python flushes once more at its end, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        from reread.analyzers.parts import PartMissingError
        from reread.server.git import GitError
        from reread.server.known.baseline import BaselineError
        from reread.server.known.feedback import FeedbackError

        if isinstance(error, GitError | BaselineError | FeedbackError | PartMissingError):
            _complain(str(error))
        elif isinstance(error, OSError) and error.errno in _REFUSALS:
            from reread.analyzers.owned_files import problem

            named = isinstance(error.filename, str | bytes)
            _complain(problem(os.fsdecode(error.filename), error) if named else (error.strerror or "").lower())
        else:
            _say_bug(error)
        return WRONG


def _complain(text: str) -> None:
    """Say on standard error what is wrong; names of files and what git says may hold anything."""
    from reread.analyzers.shown.terminal import printable

    for line in text.split("\nreread: "):
        sys.stderr.write(f"reread: {printable(line)}\n")


def _never_fail_to_print() -> None:
    """File names may hold bytes that are no UTF-8; they go out as they came. A terminal may not know a character."""
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        is_utf_8 = (sys.stdout.encoding or "").lower() in ("utf-8", "utf8")
        reconfigure(errors="surrogateescape" if is_utf_8 else "backslashreplace")


def _say_bug(error: Exception) -> None:
    from reread.server import bugs

    bugs.keep(error)
    if bugs.is_looked_for():
        import traceback

        sys.stderr.write(bugs.redacted("".join(traceback.format_exception(error))))
    else:
        sys.stderr.write(f"reread: {bugs.described(error)}\n")


if __name__ == "__main__":
    main()
