"""Where the user's own settings are, told without a library: `reread check` has no time to import one."""

from __future__ import annotations

import os
import sys


def user_file() -> str:
    """The user's own settings file, whether it exists or not; `REREAD_CONFIG` names another."""
    return os.environ.get("REREAD_CONFIG") or os.path.join(_configuration_folder(), "reread", "config.toml")


def _configuration_folder() -> str:
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Application Support")
    return os.environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config")
