"""States what the files of a release were made from: an in-toto statement with SLSA's predicate, not signed."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping

_STATEMENT = "https://in-toto.io/Statement/v1"
_PREDICATE = "https://slsa.dev/provenance/v1"
_KIND = "urn:reread:make-release:1"
"""How it was built: `make release` of a commit."""


def statement(digests: Mapping[str, str], commit: str, time: int, constraints: str) -> str:
    """The statement as JSON. `digests` are SHA-256 of files by name, `constraints` that of the list of libraries."""
    return (
        json.dumps(
            {
                "_type": _STATEMENT,
                "subject": [{"name": name, "digest": {"sha256": each}} for name, each in sorted(digests.items())],
                "predicateType": _PREDICATE,
                "predicate": {
                    "buildDefinition": {
                        "buildType": _KIND,
                        "externalParameters": {"commit": commit},
                        "internalParameters": {"SOURCE_DATE_EPOCH": str(time)},
                        "resolvedDependencies": [
                            {"uri": "urn:reread:source", "digest": {"gitCommit": commit}},
                            {"uri": "urn:reread:constraints", "digest": {"sha256": constraints}},
                        ],
                    },
                    "runDetails": {
                        "builder": {"id": "urn:reread:own-machine", "version": {"python": platform.python_version()}}
                    },
                },
            },
            indent=2,
        )
        + "\n"
    )
