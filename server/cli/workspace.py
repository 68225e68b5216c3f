"""The workspace folder of a command and its settings for checking, read only if there are any."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers import inside
from reread.analyzers.data_directories import own_rule_folders, user_file
from reread.server import trusted
from reread.server.checking import MAXIMUM_FILE_SIZE
from reread.server.exits import UsageError, no_such

if TYPE_CHECKING:
    from reread.server.settings import ExternalTool, Settings

_OF_SEMGREP = (".semgrep", ".semgrep.yml", ".semgrep.yaml")
"""Where Semgrep finds the rules of a workspace by itself."""
_MARKERS = (".git", ".reread", "reread.toml", ".reread.toml")


class CheckSettings(NamedTuple):
    """The part of `Settings` that checking needs, with the same defaults: a test compares them."""

    max_file_size: int = MAXIMUM_FILE_SIZE
    exclude: tuple[str, ...] = ()
    enable: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    profile: str = "standard"
    options: Mapping[str, Mapping[str, int]] = {}
    external: tuple[ExternalTool, ...] = ()


class Workspace(NamedTuple):
    """`root` is absolute; `problems` are lines about its configuration for the user.

    `broken` says that the settings are not what they were meant to be, so that nothing should be judged by them.
    """

    root: str
    settings: CheckSettings
    problems: tuple[str, ...] = ()
    broken: bool = False

    def relative(self, path: str) -> str:
        """The path from the root with `/`, or the absolute path of what lies outside."""
        below = os.path.relpath(path, self.root)
        return path if below.startswith(os.pardir) else below.replace(os.sep, "/")


def open_workspace(
    paths: Sequence[str], configuration_file: str | None, start: str | None = None, *, may_be_broken: bool = False
) -> Workspace:
    """The workspace of the paths (none: of the current folder), or the folder `start` itself.

    Raises UsageError when the settings file is not there, and for settings that are broken unless they may be: by
    these nothing is judged, so that a command that forgot to ask does not end well either.
    """
    if "" in paths:
        raise UsageError("'' is no path")
    name_user_file(configuration_file)
    root = os.path.abspath(start) if start else root_of(paths)
    if not _may_be_configured(root):
        return Workspace(root, CheckSettings())
    from reread.server.configuration import load

    loaded = load(root)
    if loaded.broken and not may_be_broken:
        raise UsageError("\nreread: ".join(map(str, loaded.problems)))
    return Workspace(root, check_settings(loaded.settings), tuple(map(str, loaded.problems)), loaded.broken)


def check_settings(settings: Settings) -> CheckSettings:
    """The part of the settings that checking needs."""
    rules = settings.rules
    return CheckSettings(
        settings.max_file_size,
        settings.exclude,
        rules.enable,
        rules.select,
        rules.ignore,
        rules.paths,
        rules.severity,
        rules.profile,
        rules.options,
        settings.external,
    )


def name_user_file(path: str | None) -> None:
    """Has another file read as the user's settings. Raises UsageError when it is not there."""
    if path is not None:
        if not os.path.isfile(path):
            raise UsageError(no_such("settings file", path))
        os.environ["REREAD_CONFIG"] = os.path.abspath(path)


def rule_paths(workspace: Workspace) -> tuple[str, ...]:
    """The files and folders of rules and library models besides the built-in ones: the workspace's own (those that
    Semgrep finds too), then those of its settings.
    """
    root = trusted.read_from(workspace.root)
    of_semgrep = (os.path.join(root, name) for name in _OF_SEMGREP)
    named = (os.path.join(root, path) for path in workspace.settings.paths)
    return (*filter(os.path.exists, of_semgrep), *own_rule_folders(root), *named)


def root_of(paths: Sequence[str]) -> str:
    """The nearest folder above all the paths that is a repository or has settings.

    Without one it is the current folder, or where the paths lie outside it, the folder that they have in common.
    """
    here = os.getcwd()
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in map(os.path.abspath, paths)]
    start = os.path.commonpath(folders) if folders else here
    folder = start
    while not _is_root(folder):
        parent = os.path.dirname(folder)
        if parent == folder:
            return here if os.path.commonpath([here, start]) == here else start
        folder = parent
    return folder


def _is_root(folder: str) -> bool:
    repository, *others = _MARKERS
    read = trusted.read_from(folder)
    return os.path.exists(os.path.join(folder, repository)) or any(
        os.path.exists(os.path.join(read, marker)) for marker in others
    )


def _may_be_configured(root: str) -> bool:
    """False when no settings can come from anywhere: then the module that reads them is not even imported."""
    root = trusted.read_from(root)
    if any(os.path.exists(path) for path in (user_file(), *(os.path.join(root, name) for name in _MARKERS[2:]))):
        return True
    try:
        return b"reread" in inside.read(root, "pyproject.toml")
    except OSError:
        return False
