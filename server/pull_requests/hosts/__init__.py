"""The hosts of pull requests: one file each with its `DESCRIPTION`, found by its name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reread.server.pull_requests.host import Description


@cache
def descriptions() -> Mapping[str, Description]:
    """All kinds of hosts by their names."""
    files = sorted(file for folder in __path__ for file in os.listdir(folder))
    stems = (name[:-3] for name in files if name.endswith(".py") and not name.startswith("_"))
    found = (import_module(f"{__name__}.{stem}").DESCRIPTION for stem in stems)
    return {each.name: each for each in found}
