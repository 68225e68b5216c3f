"""Runs the real Semgrep once over all cases.

It is installed into a folder of its own, since it needs other versions of libraries than we do, and used by the tests
only. `REREAD_SEMGREP` names one that is there already.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from tests.differential.cases import Case, Key, Match, keys, shown

VERSION = "1.182.0"
_HOME = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(__file__))), ".semgrep")


def program() -> str:
    """The path of Semgrep; installs it where it is missing."""
    given = os.environ.get("REREAD_SEMGREP")
    if given:
        return given
    path = os.path.join(_HOME, "bin", "semgrep")
    if not os.path.exists(path):
        subprocess.run([sys.executable, "-m", "venv", _HOME], check=True)
        pip = os.path.join(_HOME, "bin", "pip")
        subprocess.run([pip, "install", "--quiet", "--disable-pip-version-check", f"semgrep=={VERSION}"], check=True)
    return path


def run(cases: Sequence[Case], folder: str) -> tuple[dict[Key, set[Match]], dict[Key, str]]:
    """The matches of all cases, and of rules that Semgrep refuses what it says about them. `folder` is empty."""
    names = {
        f"r{number}x{place}": (case, rule) for number, case in enumerate(cases) for place, rule in enumerate(case.rules)
    }
    # A rule for each file of each case would take minutes, and its matches gigabytes.
    rules = [
        {"paths": {"include": [f"**/c{name[1:].partition('x')[0]}/**"]}, **rule, "id": name}
        for name, (_, rule) in names.items()
    ]
    with open(os.path.join(folder, "rules.json"), "w", encoding="utf-8") as stream:
        json.dump({"rules": rules}, stream, default=str)
    for number, case in enumerate(cases):
        os.makedirs(os.path.join(folder, "code", f"c{number}"))
        for name, text in case.files:
            with open(os.path.join(folder, "code", f"c{number}", name), "w", encoding="utf-8", newline="") as stream:
                stream.write(text)
    answer = _answer(folder)
    found = {key: set() for case in cases for key in keys(case)}
    for result in answer["results"]:
        name = result["check_id"].rpartition(".")[2]
        case, rule = names[name]
        _, code, file = result["path"].split("/")
        key = Key(case.name, rule["id"], file)
        if code == f"c{name[1:].partition('x')[0]}" and key in found:
            found[key].add(_match(result))
    refused = {}
    for error in answer["errors"]:
        name = str(error.get("rule_id") or "").rpartition(".")[2]
        if name in names and "Rule" in str(error.get("type")):
            case, rule = names[name]
            refused |= {key: error["message"] for key in keys(case) if key.rule == rule["id"]}
    return found, refused


def _answer(folder: str) -> Any:
    command = [program(), "scan", "--config", "rules.json", "--json", "--quiet", "--metrics=off"]
    command += ["--disable-version-check", "--no-git-ignore", "--max-target-bytes=0", "--timeout=60", "code"]
    environment = {**os.environ, "SEMGREP_SEND_METRICS": "off", "SEMGREP_ENABLE_VERSION_CHECK": "0"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    if not done.stdout:
        raise RuntimeError(f"semgrep failed: {done.stderr.decode()[-2000:]}")
    return json.loads(done.stdout)


def _match(result: Any) -> Match:
    start, end, extra = result["start"], result["end"], result["extra"]
    return Match(start["line"], start["col"], end["line"], end["col"], shown(extra["message"]), extra.get("fix") or "")
