"""What editors said that they can do, recorded in their own sessions here; `docs/clients.md` is made from it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("capabilities")


def names() -> list[str]:
    """The editors that were recorded, with their version."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def capabilities(name: str) -> dict[str, Any]:
    """What an editor said that it can do."""
    recorded: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text())
    return recorded


def record(name: str, said: dict[str, Any]) -> None:
    """Keep what an editor said, if `REREAD_RECORD` is set."""
    if os.environ.get("REREAD_RECORD"):
        (FOLDER / f"{name}.json").write_text(json.dumps(said, indent=2, sort_keys=True) + "\n")
