"""Registers Reread's server with the package LSP; without the program, a message says what to install."""

from __future__ import annotations

import shutil
from typing import Any

import sublime
from LSP.plugin import AbstractPlugin, register_plugin, unregister_plugin

NAME = "LSP-reread"
SETTINGS = NAME + ".sublime-settings"


class LspReread(AbstractPlugin):
    """What LSP asks before it starts the server."""

    @classmethod
    def name(cls) -> str:
        return NAME

    @classmethod
    def configuration(cls) -> tuple[sublime.Settings, str]:
        return sublime.load_settings(SETTINGS), "Packages/{}/{}".format(NAME, SETTINGS)

    @classmethod
    def can_start(cls, window: Any, initiating_view: Any, workspace_folders: Any, configuration: Any) -> str | None:
        """Why the server cannot be started, or None if it can."""
        program = configuration.command[0]
        if shutil.which(program):
            return None
        return "{} was not found on the PATH: install Reread, or set \"command\" in {}.".format(program, SETTINGS)


def plugin_loaded() -> None:
    register_plugin(LspReread)


def plugin_unloaded() -> None:
    unregister_plugin(LspReread)
