"""Imports the plotting library without its side effects on the imports of the process."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


def pygal() -> Any:
    """The module pygal; raises ImportError.

    It puts a finder of an interface that Python no longer has into `sys.meta_path`, so that each later import warns. It
    is for plug-ins with maps, of which there are none here.
    """
    module = import_module("pygal")
    sys.meta_path[:] = [each for each in sys.meta_path if type(each).__module__ != "pygal"]
    return module
