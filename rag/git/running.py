"""Starts Git so that it runs nothing that a repository names: no hook, filter, helper, pager, editor or transport.

Settings on the command line and in the environment override all configuration files, so a repository cannot undo them.
Where a key cannot be known beforehand (`filter.NAME.clean`, `remote.NAME.url`), no command is used that reads it: files
of the working tree are never given to git, and no transport is allowed. Nor may a repository have git say something
else than what its objects are: by replacements, grafts, encodings, or more columns than were asked for.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers import owned_files

_TIME_LIMIT = 60
"""Seconds."""

_FETCH_LIMIT = 900
"""Seconds, for a first fetch of a large repository."""

_REFUSES = "false"
"""A program that does nothing and fails, for what can only be replaced and not switched off."""

_SETTINGS = (
    ("core.alternateRefsCommand", _REFUSES),
    ("core.askPass", _REFUSES),
    ("core.editor", _REFUSES),
    ("core.fsmonitor", "false"),
    ("core.gitProxy", _REFUSES),
    ("core.hooksPath", os.devnull),
    ("core.pager", "cat"),
    ("core.quotePath", "true"),
    ("core.sshCommand", _REFUSES),
    ("core.untrackedCache", "false"),
    ("core.useReplaceRefs", "false"),
    ("credential.helper", ""),
    ("diff.external", _REFUSES),
    ("gc.auto", "0"),
    ("gpg.program", _REFUSES),
    ("gpg.openpgp.program", _REFUSES),
    ("gpg.ssh.defaultKeyCommand", _REFUSES),
    ("gpg.ssh.program", _REFUSES),
    ("gpg.x509.program", _REFUSES),
    ("grep.column", "false"),
    ("grep.lineNumber", "false"),
    ("i18n.logOutputEncoding", "UTF-8"),
    ("init.templateDir", ""),
    ("log.showRoot", "true"),
    ("log.showSignature", "false"),
    ("maintenance.auto", "false"),
    ("protocol.allow", "never"),
    ("safe.bareRepository", "explicit"),
    ("submodule.recurse", "false"),
)

_SET = {
    "GIT_ALLOW_PROTOCOL": "none",  # Unlike protocol.allow it comes before `protocol.ssh.allow` of a repository.
    "GIT_ASKPASS": _REFUSES,
    "GIT_EDITOR": _REFUSES,
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_PROXY_COMMAND": _REFUSES,
    "GIT_SEQUENCE_EDITOR": _REFUSES,
    "GIT_SSH_COMMAND": _REFUSES,
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "SSH_ASKPASS": _REFUSES,
}

_TRANSPORT = ("GIT_ASKPASS", "GIT_PROXY_COMMAND", "GIT_SSH_COMMAND", "SSH_ASKPASS")
_OF_TRANSPORTS = frozenset(
    {
        "core.alternateRefsCommand",
        "core.askPass",
        "core.gitProxy",
        "core.sshCommand",
        "credential.helper",
        "protocol.allow",
    }
)
"""Variables and settings by which a person says how git reaches other repositories."""

_PASSED_ON = re.compile(r"GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)\Z")
"""What a person may have set to say which settings of theirs count. No other variable of git's is passed on: those that
git sets for its hooks may belong to another repository, see `repository`."""


class GitError(Exception):
    """Git is missing, this is not a repository, or Git reported an error. The text is one line."""


class GitLocation(NamedTuple):
    """Where git runs: its current folder and, unless "", the repository, the root of its files and its index."""

    folder: str
    directory: str = ""
    root: str = ""
    index_file: str = ""


def run(place: GitLocation, arguments: Sequence[str], *, data: bytes = b"", accept: Collection[int] = (0,)) -> bytes:
    """The output of `git ARGUMENTS`, without a shell. Raises GitError, also after 60 seconds."""
    import subprocess

    command = [require_git(), "--no-pager", *_options(), *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=place.folder,
            env=environment(os.environ, place),
            input=data,
            capture_output=True,
            timeout=_TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise GitError(f"git {arguments[0]} took longer than {_TIME_LIMIT} seconds") from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise GitError(f"{place.folder}: no such folder") from error
    except (OSError, ValueError) as error:
        raise GitError(f"git cannot be started: {error}") from error
    if done.returncode not in accept:
        raise _failed(place, arguments[0], done.returncode, done.stderr)
    return done.stdout


def fetch(folder: str, address: str, references: Sequence[str]) -> None:
    """Fetches references of another repository into the repository whose root is `folder`. Raises GitError.

    The only use of a transport: over https, ssh or the file system, with what a person's own settings of git say of
    keys and passwords. For a repository of ours alone: its settings count too, and may name programs.
    """
    import subprocess

    own = {name: value for name, value in os.environ.items() if name in _TRANSPORT}
    settings = [
        option for name, value in _SETTINGS if name not in _OF_TRANSPORTS for option in ("-c", f"{name}={value}")
    ]
    place = GitLocation(folder, os.path.join(folder, ".git"), folder)
    said = {**environment(os.environ, place), "GIT_ALLOW_PROTOCOL": "https:ssh:file"}
    for name in _TRANSPORT:
        said.pop(name, None)
    command = [require_git(), *settings, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--", address]
    try:
        done = subprocess.run(
            [*command, *references],
            cwd=folder,
            env={**said, **own},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_FETCH_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise GitError(f"git fetch took longer than {_FETCH_LIMIT} seconds") from error
    except (OSError, ValueError) as error:
        raise GitError(f"git cannot be started: {error}") from error
    if done.returncode:
        raise _failed(place, "fetch", done.returncode, done.stderr)


def require_git() -> str:
    """The path of the program. Raises GitError."""
    program = _program(os.environ.get("PATH", ""))
    if not program:
        raise GitError("git is not installed")
    return program


def environment(outside: Mapping[str, str], place: GitLocation) -> dict[str, str]:
    """The variables that git gets: those of this process without git's own, and what keeps it from running others."""
    kept = {name: value for name, value in outside.items() if not name.startswith("GIT_") or _PASSED_ON.match(name)}
    # Above the folder no repository is looked for.
    made = {**kept, **_SET, "GIT_CEILING_DIRECTORIES": os.path.dirname(place.folder)}
    where = {"GIT_DIR": place.directory, "GIT_WORK_TREE": place.root, "GIT_INDEX_FILE": place.index_file}
    return {**made, **{name: value for name, value in where.items() if value}}


def _options() -> Iterator[str]:
    for name, value in _SETTINGS:
        yield "-c"
        yield f"{name}={value}"


def _program(path: str) -> str:
    """Git in one of the absolute folders of PATH: never in the current one, which may be the workspace."""
    names = ("git.exe",) if os.name == "nt" else ("git",)
    for folder in path.split(os.pathsep):
        for name in names:
            program = os.path.join(folder, name)
            if os.path.isabs(folder) and os.path.isfile(program) and os.access(program, os.X_OK):
                return program
    return ""


def _failed(place: GitLocation, command: str, code: int, stderr: bytes) -> GitError:
    """What a command of git's said in its last words; of a full disk, git names neither the disk nor the repository."""
    said = GitError(_error_message(stderr) or f"git {command} ended with {code}")
    folder = place.directory or place.folder
    full = GitError(stderr.decode(errors="replace"))
    return GitError(owned_files.problem(folder, full)) if owned_files.is_disk_full(folder, full) else said


def _error_message(stderr: bytes) -> str:
    lines = stderr.decode(errors="replace").strip().splitlines()
    reason = next((line for line in lines if line.startswith("fatal: ")), lines[0] if lines else "")
    return reason.removeprefix("fatal: ")
