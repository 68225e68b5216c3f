"""The mistakes that everybody tries first: each is reported, at a level that fits, with a message that fits.

Each is one small file as people write it. The level is what the record of readings allows (`level_of`), with the
profile that is the default.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document

ENGINE = Engine(load(()), CheckOptions(profile=Profile.STANDARD))
NAMES = {
    "python": "app.py",
    "javascript": "app.js",
    "typescript": "app.ts",
    "go": "main.go",
    "java": "Main.java",
}
ROWS: dict[str, tuple[str, dict[str, Any]]] = {
    f"{path.stem}-{row['id']}": (path.stem, row)
    for path in sorted(Path(__file__).parent.glob("*.toml"))
    for row in tomllib.loads(path.read_text("utf-8"))["classic"]
}


@pytest.mark.parametrize("name", ROWS)
def test_a_classic_is_reported_with_a_level_and_a_message_that_fit(name: str) -> None:
    language, row = ROWS[name]
    path = f"/project/{NAMES[language]}"
    analysis = ENGINE.check(Document(path, row["code"], path=path, language=language_of(path)), NAMES[language])
    line_of = analysis.document.lines.line_of
    there = [each for each in analysis.findings if line_of(each.span.start) + 1 == row["line"]]
    fitting = [each for each in there if row["says"] in each.message]
    assert fitting, (row["mistake"], [each.message for each in there])
    assert max((each.severity for each in fitting), key=lambda level: level.rank).value == row["level"]
    assert not any(row["not-says"] in each.message for each in there if "not-says" in row)


def test_the_table_has_the_same_mistakes_in_all_languages_that_have_them() -> None:
    by_id: dict[str, set[str]] = {}
    for language, row in ROWS.values():
        by_id.setdefault(row["id"], set()).add(language)
        assert row["says"]
    everywhere = [name for name, languages in by_id.items() if len(languages) == len(NAMES)]
    assert len(everywhere) >= 14 and len(ROWS) >= 140
