"""Where Reread stores its files: user settings, state that must not be lost, and caches.

The same places as the platformdirs package names, found without importing it: `reread check` has no time for that. None
of them can be inside a repository by accident: a relative path in a variable is not used.
"""

from __future__ import annotations

import os
import sys

RULES_FOLDER = os.path.join(".reread", "rules")
"""Where a workspace folder keeps rules of its own."""

MODELS_FOLDER = os.path.join(".reread", "models")
"""Where a workspace folder keeps models of its own libraries."""


def own_rule_folders(workspace: str) -> list[str]:
    """The folders of a workspace folder with rules and library models of its own, those that there are."""
    folders = (os.path.join(workspace, folder) for folder in (RULES_FOLDER, MODELS_FOLDER))
    return [folder for folder in folders if os.path.isdir(folder)]


def workspace_of_rule(path: str) -> str:
    """The workspace folder that a file of rules or models of its own belongs to; "" for a file elsewhere."""
    for folder in (RULES_FOLDER, MODELS_FOLDER):
        above, found, _ = path.partition(f"{os.sep}{folder}{os.sep}")
        if found and os.path.isabs(above):
            return above
    return ""


_UNIX = {
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", os.path.join(".local", "state")),
}


def cache_folder(part: str) -> str:
    """The folder of one kind of cached data ("rules", "index", "responses"), below `REREAD_CACHE_DIR`. Not created."""
    return os.path.join(_named("REREAD_CACHE_DIR") or _platform("cache"), part)


def state_folder() -> str:
    """The folder of the ledger and the audit log; `REREAD_STATE_DIR` names another. Not created."""
    return _named("REREAD_STATE_DIR") or _platform("state")


def user_file(name: str = "config.toml") -> str:
    """The user's own settings file, whether it exists or not, or a file beside it; `REREAD_CONFIG` names another."""
    named = os.environ.get("REREAD_CONFIG")
    if not named:
        return os.path.join(_platform("config"), name)
    return named if name == "config.toml" else os.path.join(os.path.dirname(os.path.abspath(named)), name)


def _named(variable: str) -> str:
    path = os.environ.get(variable, "")
    return path if os.path.isabs(path) else ""


def _platform(kind: str) -> str:
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        folder = os.path.join(os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), "reread")
        return os.path.join(folder, "Cache") if kind == "cache" else folder
    if sys.platform == "darwin":
        library = "Caches" if kind == "cache" else "Application Support"
        return os.path.join(home, "Library", library, "reread")
    variable, default = _UNIX[kind]
    return os.path.join(_named(variable) or os.path.join(home, default), "reread")
