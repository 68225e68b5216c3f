"""Which taint flows are proven, and so reported in the profile `quiet`: those that pass nothing like a check."""

from __future__ import annotations

import pytest

from reread.analyzers.findings import Severity
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.engine import Engine
from reread.analyzers.rules.prefilter.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document

QUIET, STANDARD = (Engine(load(()), CheckOptions(profile=profile)) for profile in (Profile.QUIET, Profile.STANDARD))
HEAD = "import os\nfrom flask import Flask, request\nfrom house import known_names, verify\napp = Flask(__name__)\n"


def severities(engine: Engine, body: str) -> list[Severity]:
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    code = f"{HEAD}@app.route('/')\ndef view():\n    name = request.args['name']\n{lines}"
    found = engine.check(Document("file:///a.py", code, language="python"), "a.py").findings
    return [each.severity for each in found if each.rule == "py/command-injection"]


@pytest.mark.parametrize(
    "body",
    [
        "os.system('ls ' + name)",
        "path = name.strip()\nos.system('ls ' + path)",
        "if name is None:\n    return\nos.system('ls ' + name)",
        "if not name:\n    return\nos.system('ls ' + name)",
        "if len(name) > 3:\n    return\nos.system('ls ' + name)",
        "if verify(other):\n    return\nos.system('ls ' + name)",
        "os.system('ls ' + name)\nverify(name)",
        # The condition holds for what is in the block alone.
        "if verify(name):\n    print(name)\nos.system('ls ' + name)",
    ],
)
def test_proven(body: str) -> None:
    assert severities(QUIET, body) == severities(STANDARD, body) == [Severity.ERROR]


@pytest.mark.parametrize(
    "body",
    [
        "verify(name)\nos.system('ls ' + name)",
        "if verify(name):\n    os.system('ls ' + name)",
        "if not verify(name):\n    return\nos.system('ls ' + name)",
        "if verify(name):\n    print(name)\nelse:\n    stop()\nos.system('ls ' + name)",
        "if verify(name):\n    fail('no ' + name)\nos.system('ls ' + name)",
        "if verify(name):\n    name = name[1:]\nos.system('ls ' + name)",
        "if verify(name):\n    stop()\nos.system('ls ' + name)",
        "if name in known_names():\n    raise ValueError(name)\nos.system('ls ' + name)",
        "path = local(name)\nos.system('ls ' + path)",
    ],
)
def test_doubtful(body: str) -> None:
    assert severities(QUIET, body) == []
    assert set(severities(STANDARD, body)) <= {Severity.WARNING}
