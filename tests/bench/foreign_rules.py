"""What an edit costs in a workspace with 400 and with 5,000 rules of others, beside the built-in rules alone.

The 400 are those for Python of the checkout that `BENCH_RULES` names, or of our own making, as the 5,000 are: most are
about names that the file does not have, as in any collection, and the rest about code that every file has.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from tests.bench.typing_latency import Latency, measure

COUNT, MANY = 400, 5_000
MOST_TIMES_BUILT_IN = 2.0
MOST_LATE = 50.0
"""Milliseconds, the 95th percentile with many rules."""
_DEFAULT = "def $F(..., $D={default}, ...):\n  ..."
_LATER = "$D = {value}\n..."


def rules_of(folder: Path) -> Iterator[dict[str, Any]]:
    """The rules for Python, or for any text, of the rule files below a folder; each with an id of its own."""
    for path in sorted(folder.rglob("*.y*ml")):
        read = yaml.safe_load(path.read_text(encoding="utf-8")) if ".test." not in path.name else None
        for rule in read.get("rules", ()) if isinstance(read, dict) else ():
            if {"python", "generic", "regex"} & set(rule.get("languages", ())):
                yield {**rule, "id": f"{path.stem}-{rule['id']}"}


def made() -> Iterator[dict[str, Any]]:
    """Rules as collections have them: some about what is in every file, then ever more about names."""
    yield from (_rule(f"everywhere-{number}", **rule) for number, rule in enumerate(_everywhere()))
    number = 0
    while True:
        name = f"library_{number}"
        yield _rule(f"call-{number}", pattern=f"{name}.run(..., check=False, ...)")
        yield _rule(
            f"flow-{number}",
            mode="taint",
            **{
                "pattern-sources": [{"pattern": "request.args[...]"}, {"pattern": f"{name}.read()"}],
                "pattern-sinks": [{"pattern": f"{name}.query(...)"}],
            },
        )
        number += 1


def _rule(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "languages": ["python"], "severity": "WARNING", "message": "m", **fields}


def _everywhere() -> Iterator[dict[str, Any]]:
    for default, call in (("[]", "append"), ("{}", "update"), ("set()", "add")):
        inside = [{"pattern-inside": _DEFAULT.format(default=default)}]
        later = [
            {"pattern-not-inside": _LATER.format(value=value)} for value in (default, "$D.copy()", "copy.copy($D)")
        ]
        for pattern in (f"$D.{call}(...)", "$D[...] = $V"):
            options = {"symbolic_propagation": True}
            yield {"options": options, "patterns": [*inside, *later, {"pattern": pattern}]}
    member = "class ${}(...):\n  ...\n  def $M(...):\n    ...\n  ...\n..."
    inside = [{"pattern-inside": member.format(name)} for name in "AB"]
    yield {"patterns": [*inside, {"pattern": "class $C(..., $A, ..., $B, ...):\n  ..."}]}
    inner = "def $F(...):\n  ...\n  def $G(...):\n    ...\n  ..."
    used = f"{inner}\n  <... $G ...>"
    yield {"patterns": [{"pattern-inside": inner}, {"pattern-not-inside": used}, {"pattern": "def $G(...): ..."}]}
    yield {"patterns": [{"pattern-inside": "def __init__(...):\n  ..."}, {"pattern": "return $X"}]}
    yield {"pattern": "return ...\n$S"}
    yield {"pattern": "$X = $Y\n$X = $Y"}
    yield {"languages": ["generic"], "pattern": "password = ..."}
    yield {"languages": ["regex"], "pattern-regex": "[A-Z]{4}[0-9]{12}"}


def latencies(folder: Path, server: Sequence[str], source: Path, environment: dict[str, str]) -> list[Latency]:
    """With 400 rules of others in the workspace, with 5,000, and without."""
    named = os.environ.get("BENCH_RULES")
    some = list(islice(rules_of(Path(named)) if named else made(), COUNT))
    found = []
    for name, rules in (("foreign", some), ("many", list(islice(made(), MANY))), ("plain", [])):
        workspace = folder / name
        (workspace / ".semgrep").mkdir(parents=True)
        (workspace / source.name).write_bytes(source.read_bytes())
        if rules:
            (workspace / ".semgrep" / "rules.yaml").write_text(json.dumps({"rules": rules}), encoding="utf-8")
        measure(server, workspace / source.name, edits=4, environment=environment)  # fills the caches
        found.append(measure(server, workspace / source.name, environment=environment))
    return found
