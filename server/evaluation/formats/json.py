"""The results as JSON, which `--against` reads."""

from __future__ import annotations

import msgspec

from reread.server.evaluation.results import Results


def write(results: Results) -> str:
    return msgspec.json.format(msgspec.json.encode(results), indent=2).decode() + "\n"
