"""Restricted mode for untrusted folders: only the built-in rules run, and nothing in the folder takes effect.

An editor enables it by a variable in the server's environment, which all of its processes inherit.
"""

from __future__ import annotations

import os

from msgspec import structs

from reread.server.settings import Settings

VARIABLE = "REREAD_RESTRICTED"
"""Is "1" in the environment of a server whose folders are not trusted."""


def is_restricted() -> bool:
    """True when no folder of this process is trusted."""
    return os.environ.get(VARIABLE) == "1"


def restricted(settings: Settings) -> Settings:
    """The settings without rules of the folder, index, model review and other tools."""
    return structs.replace(
        settings,
        external=(),
        rules=structs.replace(settings.rules, paths=()),
        index=structs.replace(settings.index, enable=False),
        review=structs.replace(settings.review, enable=False, verify=()),
    )
