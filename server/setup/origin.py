"""Where other machines can install this Reread from."""

from __future__ import annotations

import json
import re
from importlib import metadata

from reread.server import __version__

_ADDRESS = re.compile(r"(?:https|ssh)://(?:git@)?[\w./:~%+-]+")
"""Without a password, and with nothing that a shell or YAML would read otherwise."""


def requirement() -> str:
    """What `pip install` needs to be told to get this version; "" where it came from a folder of this machine.

    An installer keeps the address of what did not come from a package index (PEP 610).
    """
    try:
        kept = metadata.distribution("reread").read_text("direct_url.json")
        origin = json.loads(kept) if kept else None
    except (metadata.PackageNotFoundError, ValueError):
        return ""
    if origin is None:
        return f"reread=={__version__}"
    return _address(origin)


def _address(origin: object) -> str:
    if not isinstance(origin, dict) or not _ADDRESS.fullmatch(str(origin.get("url"))):
        return ""
    source = origin.get("vcs_info")
    if not isinstance(source, dict):
        return f"reread @ {origin['url']}"
    address = f"reread @ {source.get('vcs')}+{origin['url']}@{source.get('commit_id')}"
    return address if re.fullmatch(r"reread @ git\+[^\s]+@[0-9a-f]{40,64}", address) else ""
