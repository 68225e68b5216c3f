"""Runs the tools named in the user's own settings, and reads the SARIF that they write to standard output.

A repository can name none: a tool runs what the repository's configuration of it says, so it only runs in workspaces
below the `folders` that the person trusts it with. It gets no keys of models from the environment. A change that nobody
vouches for is looked at with the configuration of its base, and only by tools that run nothing of the files themselves.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import filterfalse
from typing import NamedTuple

from reread.server.external.copying import Judged, Place, copied, mapped_back
from reread.server.external.sarif import LARGEST_LOG, Result, SarifError, results
from reread.server.settings import ExternalTool
from reread.server.verification.copies import CopyError
from reread.server.verification.environment import environment
from reread.server.verification.running import NotStartedError, end_marked, located

FILES, WORKSPACE = "{files}", "{workspace}"
_MOST_FILES = 500
"""Of one command, so that it stays below what systems allow."""


class Ready(NamedTuple):
    """A tool as it is started: `command` may have the arguments FILES and WORKSPACE; `files` are patterns as in
    .gitignore, none for all. With `runs_nothing` no file that it looks at can have it run or leave out anything.
    """

    name: str
    command: tuple[str, ...]
    files: tuple[str, ...]
    timeout: float
    runs_nothing: bool = False


class Preset(NamedTuple):
    """A tool that is known by name; the fields are those of `Ready`."""

    command: tuple[str, ...]
    files: tuple[str, ...]
    runs_nothing: bool = False


class ToolFindings(NamedTuple):
    """The findings of a tool, by file; `problem` is the reason why it could not run, or "".

    `name` is that of the tool.
    """

    name: str
    results: Mapping[str, Sequence[Result]]
    problem: str = ""


@cache
def presets() -> Mapping[str, Preset]:
    """The tools that are known by name."""
    with open(os.path.join(os.path.dirname(__file__), "presets.toml"), "rb") as file:
        return {
            name: Preset(tuple(each["command"]), tuple(each["files"]), each.get("runs-nothing", False))
            for name, each in tomllib.load(file).items()
        }


def ready(tools: Sequence[ExternalTool], folder: str) -> list[Ready]:
    """The tools that may run in a workspace folder."""
    found = []
    for tool in tools:
        if any(_holds(place, folder) for place in tool.folders):
            preset = presets().get(tool.preset, Preset((), ()))
            name = tool.preset or os.path.basename((tool.command or ("tool",))[0])
            own = bool(tool.command or tool.files)
            command, files = tool.command or preset.command, tool.files or preset.files
            found.append(Ready(name, command, files, tool.timeout, preset.runs_nothing and not own))
    return [each for each in found if each.command]


def ask_all(
    tools: Sequence[Ready], folder: str, names: Sequence[str], judged: Judged | None, exclude: Sequence[str]
) -> list[ToolFindings]:
    """Run tools over files of a workspace folder, named below it with `/`. With `judged` they get a copy of it, since
    their findings are to be about that and not about the files on disk. Never raises for what a tool does.
    """
    # Names that are not below the folder are absolute, and no tool is asked about what lies outside.
    wanted = {tool: matching for tool in tools if (matching := _matching(tool, [*filterfalse(os.path.isabs, names)]))}
    if judged is None or not wanted:
        return [ask(tool, folder, matching) for tool, matching in wanted.items()]
    try:
        with copied(judged, folder, exclude) as place:
            return [ask(tool, folder, matching, place) for tool, matching in wanted.items()]
    except CopyError as error:
        return [ToolFindings(tool.name, {}, f"{tool.name} was not asked: {error}") for tool in wanted]


def ask(tool: Ready, folder: str, names: Sequence[str], place: Place | None = None) -> ToolFindings:
    """Run one tool, in the copy of the folder at `place` where there is one; its findings are of files of `folder`."""
    wanted = _matching(tool, names)
    if not wanted:
        return ToolFindings(tool.name, {})
    found: dict[str, list[Result]] = {}
    for part in _parts(tool, wanted):
        try:
            if place is None:
                with tempfile.TemporaryDirectory(prefix="reread-tool-") as temporary:
                    output = _output(tool, folder, part, Place(folder, temporary, temporary))
                made = results(output, folder, tool.name)
            else:
                made = mapped_back(results(_output(tool, folder, part, place), place.folder, tool.name), place, folder)
            for path, results_of in made.items():
                found.setdefault(path, []).extend(results_of)
        except (NotStartedError, SarifError) as error:
            return ToolFindings(
                tool.name, {}, f"{tool.name} {error}".replace(f"{tool.name} {tool.name}: ", f"{tool.name}: ")
            )
    chosen = set(wanted)
    return ToolFindings(tool.name, {path: each for path, each in found.items() if path in chosen})


def _output(tool: Ready, folder: str, names: Sequence[str], place: Place) -> bytes:
    try:
        return _run(tool, folder, names, place)
    finally:
        end_marked(place.mark)


def _run(tool: Ready, folder: str, names: Sequence[str], place: Place) -> bytes:
    variables = environment(os.environ, place.mark, place.temporary)
    # A program of the workspace's own is installed there, and not in a copy.
    program = located(tool.command[0], folder, variables)
    # A name that begins with a hyphen would be an option.
    files = [f"./{name}" if name.startswith("-") else name for name in names]
    arguments: list[str] = []
    for argument in tool.command[1:]:
        arguments += files if argument == FILES else [argument.replace(WORKSPACE, place.folder)]
    try:
        done = subprocess.run(
            [program, *arguments],
            cwd=place.folder,
            env=variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=tool.timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotStartedError(f"took longer than {tool.timeout:g} seconds") from error
    except OSError as error:
        raise NotStartedError(f"cannot be started ({(error.strerror or str(error)).lower()})") from error
    if not done.stdout.strip():
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise NotStartedError(f"wrote no SARIF: {said[-1] if said else f'it ended with {done.returncode}'}")
    return done.stdout[: LARGEST_LOG + 1]


def _parts(tool: Ready, names: Sequence[str]) -> Iterator[Sequence[str]]:
    if FILES not in tool.command:
        yield names
        return
    for start in range(0, len(names), _MOST_FILES):
        yield names[start : start + _MOST_FILES]


def _matching(tool: Ready, names: Sequence[str]) -> list[str]:
    if not tool.files:
        return list(names)
    from pathspec import GitIgnoreSpec

    return list(GitIgnoreSpec.from_lines(tool.files).match_files(names))


def is_for(tools: Sequence[Ready], name: str) -> bool:
    """Whether one of the tools looks at a file."""
    return any(_matching(tool, [name]) for tool in tools)


def _holds(place: str, folder: str) -> bool:
    root = os.path.realpath(os.path.expanduser(place))
    return os.path.join(os.path.realpath(folder), "").startswith(os.path.join(root, ""))
