"""A repository's rule that never ends, in the real server: another file is answered while it runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.conftest import client, environment, project  # noqa: F401 - fixtures

ENDLESS = r"((.*a){12}b|x)\1"
RULE = {
    "id": "endless",
    "languages": ["python"],
    "severity": "ERROR",
    "message": "m",
    "patterns": [{"pattern": "f($X)"}, {"metavariable-regex": {"metavariable": "$X", "regex": ENDLESS}}],
}


@pytest.mark.slow
def test_other_files_are_answered_while_it_runs(client, project: Path) -> None:  # noqa: F811
    (project / ".reread" / "rules").mkdir(parents=True)
    (project / ".reread" / "rules" / "r.yaml").write_text(json.dumps({"rules": [RULE]}))
    server = client()
    server.start(project)
    other, hostile = (project / "other.py").as_uri(), (project / "hostile.py").as_uri()
    server.open(hostile, f'f("{"a" * 40_000}")\n')
    server.open(other, "assert (1, 'always true')\n")
    assert [each["code"] for each in server.diagnostics(other, 1)] == ["py/assert-tuple"]
    place = {"textDocument": {"uri": other}, "position": {"line": 0, "character": 2}}
    assert "always true" in json.dumps(server.request("textDocument/hover", place))
    assert ENDLESS in server.shown("endless")
    assert server.shut_down() == 0
