"""What is known from before, at the sizes of large teams: imported results, a baseline, a verdict in the open editor."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.client import Client
from tests.bench.cold_check import measure

RESULTS = 50_000
BASELINE = 20_000
VERDICTS = 2_000
_FILES = 500
_LINES = 200
_BAD = "import subprocess\n\n\ndef run(name):\n    return eval(name)\n"


def imported(folder: Path, reread: str) -> float:
    """Seconds that `reread check --import` of 50,000 results in 500 files takes, the whole process."""
    workspace = folder / "imported"
    workspace.mkdir()
    text = "".join(f"value_{number} = {number}\n" for number in range(_LINES))
    for number in range(_FILES):
        (workspace / f"f{number}.py").write_text(text)
    (workspace / "log.sarif").write_text(json.dumps({"version": "2.1.0", "runs": [_run()]}))
    command = [reread, "check", "--import", "log.sarif", "--exit-zero", "--format", "json", "--output-file", "out.json"]
    environment = {**os.environ, "REREAD_CACHE_DIR": str(folder / "cache"), "REREAD_STATE_DIR": str(folder / "state")}
    began = time.perf_counter()
    subprocess.run(command, cwd=workspace, env=environment, check=True, capture_output=True)
    seconds = time.perf_counter() - began
    found = len(json.loads((workspace / "out.json").read_text())["findings"])
    if found < RESULTS:
        raise RuntimeError(f"only {found:,} of {RESULTS:,} results were imported")
    return seconds


def _run() -> dict[str, object]:
    results = [
        {
            "ruleId": f"R{number % 40}",
            "level": "warning",
            "message": {"text": f"Result {number} of the tool."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": f"f{number % _FILES}.py"},
                        "region": {"startLine": 1 + number // _FILES, "startColumn": 1, "endColumn": 8},
                    }
                }
            ],
        }
        for number in range(RESULTS)
    ]
    return {"tool": {"driver": {"name": "other", "rules": []}}, "results": results}


def baseline(folder: Path, reread: str) -> float:
    """Milliseconds that a baseline of 20,000 findings adds to `reread check` of one file."""
    without, known = folder / "without", folder / "known"
    for workspace in (without, known):
        (workspace / ".reread").mkdir(parents=True)
        (workspace / "a.py").write_text(_BAD)
    entries = {
        f"src/f{number}.py": [[f"py/rule-{n % 30}", f"{number * 1000 + n:016x}", f"{n:016x}"] for n in range(50)]
        for number in range(BASELINE // 50)
    }
    (known / ".reread" / "baseline.json").write_text(json.dumps({"version": 1, "findings": entries}))
    commands = [[reread, "check", "--exit-zero", str(workspace / "a.py")] for workspace in (without, known)]
    plain, with_baseline = measure(commands, folder)
    return with_baseline - plain


def verdict(folder: Path, reread: str) -> float:
    """Milliseconds from a dismissal until the open editor no longer shows the finding, among 2,000 verdicts."""
    workspace = folder / "verdicts"
    (workspace / ".reread").mkdir(parents=True)
    path = workspace / "a.py"
    path.write_text(_BAD)
    (workspace / ".reread" / "feedback.jsonl").write_text("".join(_verdicts()))
    environment = {"REREAD_CACHE_DIR": str(folder / "cache"), "REREAD_STATE_DIR": str(folder / "state")}
    client = Client([reread, "server"], workspace, {"rules": {"profile": "standard"}}, environment)
    try:
        client.initialize()
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "python", "version": 1, "text": _BAD}
        client.notify("textDocument/didOpen", {"textDocument": document})
        _, shown = client.diagnostics(uri, lambda params: bool(params["diagnostics"]))
        chosen = shown["diagnostics"][0]
        reference = {"uri": uri, "range": chosen["range"], "reason": "Not a problem here"}
        began = time.perf_counter()
        client.request("workspace/executeCommand", {"command": "reread.dismiss", "arguments": [reference]})
        left = len(shown["diagnostics"])
        gone, _ = client.diagnostics(uri, lambda params: len(params["diagnostics"]) < left)
        return 1000 * (gone - began)
    finally:
        client.stop()


def _verdicts() -> list[str]:
    fields = {"at": "2026-01-01T00:00:00Z", "verdict": "dismissed", "code": "eval(x)", "message": "m", "reason": "r"}
    return [
        json.dumps({"id": f"{number:012x}", "rule": f"py/rule-{number % 50}", "path": f"f{number}.py", **fields}) + "\n"
        for number in range(VERDICTS)
    ]


if __name__ == "__main__":
    import tempfile

    program = str(Path(sys.executable).parent / "reread")
    with tempfile.TemporaryDirectory() as name:
        for function in (imported, baseline, verdict):
            sys.stdout.write(f"{function.__name__}: {function(Path(name), program):.2f}\n")
            sys.stdout.flush()
