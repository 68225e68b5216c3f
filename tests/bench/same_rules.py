"""The built-in rules of a language as Semgrep reads them, so that both engines can be timed with the same ones."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import yaml

PACKS = Path(__file__).parents[2] / "analyzers" / "packs"
_GROUPS = ("pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators")
_KEPT = {
    *("id", "languages", "severity", "message", "mode", *_GROUPS),
    *("pattern", "patterns", "pattern-either", "pattern-regex"),
}
_MOST_TRIES = 10


def write(folder: Path, program: str, language: str, ending: str) -> list[str]:
    """Writes a file for each rule of a language that Semgrep accepts; the ids of those. `folder` must not be there."""
    folder.mkdir()
    for path in sorted((PACKS / language).glob("*.yaml")):
        for rule in _rules(path):
            if any(name.startswith("pattern") for name in rule):
                text = yaml.safe_dump({"rules": [plain(rule, language)]}, allow_unicode=True)
                (folder / f"{rule['id']}.yaml").write_text(text, encoding="utf-8")
    code = folder.parent / f"nothing{ending}"
    code.write_text("", encoding="utf-8")
    for _ in range(_MOST_TRIES):
        refused = _refused(folder, program, code)
        if not refused:
            return sorted(path.stem for path in folder.iterdir())
        for name in refused:
            (folder / name).unlink(missing_ok=True)
    raise RuntimeError("semgrep goes on refusing rules")


def plain(rule: dict[str, Any], language: str) -> dict[str, Any]:
    """A rule without our own fields, and with the entries that rules share written out."""
    found = {name: value for name, value in rule.items() if name in _KEPT}
    return found | {name: _written_out(found[name], language) for name in _GROUPS if name in found}


def _written_out(entries: list[Any], language: str) -> list[Any]:
    found: list[Any] = []
    for entry in entries:
        if isinstance(entry, dict) and "use" in entry:
            more = {name: value for name, value in entry.items() if name != "use"}
            found += [{**each, **more} for each in _written_out(_shared(entry["use"], language), language)]
        else:
            found.append({"pattern": entry} if isinstance(entry, str) else entry)
    return found


def _shared(name: str, language: str) -> list[Any]:
    path = next(path for pack in (language, "") for path in (PACKS / pack / "shared").rglob(f"{name}.yaml"))
    entries: list[Any] = yaml.safe_load(path.read_text(encoding="utf-8"))["entries"]
    return entries


def _rules(path: Path) -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]
    return rules


def _refused(folder: Path, program: str, code: Path) -> set[str]:
    """The names of the rule files about which Semgrep has something to say."""
    options = ["--metrics=off", "--disable-version-check", "--no-git-ignore", "--quiet", "--json"]
    environment = {**os.environ, "SEMGREP_ENABLE_VERSION_CHECK": "0", "SEMGREP_SEND_METRICS": "off"}
    command = [program, "scan", *options, "--config", str(folder), str(code)]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    if not done.stdout:
        raise RuntimeError(f"semgrep failed: {done.stderr.decode()[-500:]}")
    found: set[str] = set()
    for error in json.loads(done.stdout)["errors"]:
        rule = str(error.get("rule_id") or "").rpartition(".")[2]
        found |= {f"{rule}.yaml"} if rule else set()
        said = json.dumps(error)
        found |= {path.name for path in folder.iterdir() if f"/{path.name}" in said}
    return found
