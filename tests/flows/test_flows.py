"""A table of short flows in five languages: which are certain, which only possible, and which are none.

The rows were written from a description of what changes certainty, not from the engine. Each mistake that is found
later becomes a row. `now` is what comes out where that is not what the row says, and `because` is why.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Finding
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.syntax import language_of
from reread.analyzers.taint.doubtful import POSSIBLE
from reread.analyzers.text import Document
from reread.server.imports.files import WorkspaceFiles

RULES = load(())
ENGINE = Engine(RULES, CheckOptions(profile=Profile.STANDARD))
TAINT = {rule.id for rule in RULES.rules if rule.mode == "taint"}
ROWS: dict[str, Any] = {
    f"{path.stem}-{row['id']}": row
    for path in sorted(Path(__file__).parent.glob("*.toml"))
    for row in tomllib.loads(path.read_text("utf-8"))["flow"]
}


def findings(root: Path, files: dict[str, str]) -> dict[str, list[tuple[int, Finding]]]:
    """The findings of taint rules by file, each with its line, from 1."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    across = ENGINE.across(WorkspaceFiles(str(root), 100_000))
    found = {}
    for name, text in files.items():
        path = str(root / name)
        analysis = ENGINE.check(Document(path, text, path=path, language=language_of(path)), name)
        if len(files) > 1:
            analysis = ENGINE.linked(analysis, across)
        lines = analysis.document.lines
        found[name] = [(lines.line_of(each.span.start) + 1, each) for each in analysis.findings if each.rule in TAINT]
    return found


def outcome(root: Path, row: dict[str, Any]) -> str:
    """What is said of the sink; of several files, of wherever the flow is shown."""
    name, _, line = row["sink"].rpartition(":")
    found = findings(root, row["files"])
    if len(found) > 1:
        there = [each for of_file in found.values() for _, each in of_file]
    else:
        there = [each for at, each in found[name] if abs(at - int(line)) <= 1]
    if any(each.confidence > POSSIBLE for each in there):
        return "certain"
    return "possible" if there else "none"


@pytest.mark.parametrize("name", ROWS)
def test_a_flow_is_as_certain_as_the_table_says(name: str, tmp_path: Path) -> None:
    row = ROWS[name]
    assert outcome(tmp_path, row) == row.get("now", row["expect"]), row["why"]


def test_the_table_is_large_and_says_where_it_is_not_met():
    assert len(ROWS) >= 180
    for language in ("python", "javascript", "typescript", "go", "java"):
        of_it = [row["expect"] for name, row in ROWS.items() if name.startswith(f"{language}-")]
        assert len(of_it) >= 30 and of_it.count("certain") >= 15
    unmet = [row for row in ROWS.values() if "now" in row]
    assert all(row["because"] and row["now"] != row["expect"] for row in unmet)
    # Nothing that is safe or that may be is called certain.
    assert [row["id"] for row in unmet if row["now"] == "certain"] == []
