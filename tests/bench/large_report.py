"""`reread report` of a large workspace: 10,000 findings, 100,000 calls of models and 20,000 commits."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

FINDINGS = 10_000
CALLS = 100_000
COMMITS = 20_000
_FOLDERS = ("core", "api", "web", "tools", "data", "jobs", "auth", "billing")
_FILES = [f"{folder}/{part}/m{number}.py" for folder in _FOLDERS for part in "abcde" for number in range(10)]
_DAYS = 360
_DAY = 86_400


class Measured(NamedTuple):
    """Seconds of the whole process, and millions of bytes of the page."""

    seconds: float
    size: float


def measure(folder: Path, reread: str) -> Measured:
    """The best of three runs."""
    workspace = folder / "reported"
    places = {f"REREAD_{kind}_DIR": str(folder / f"reported-{kind.lower()}") for kind in ("STATE", "CACHE")}
    environment = {**os.environ, **places, "REREAD_CONFIG": str(folder / "none.toml")}
    _commit(workspace)
    # Both databases are made by Reread, so that what is written into them has its columns.
    subprocess.run([reread, "check", "--exit-zero"], cwd=workspace, env=environment, check=True, capture_output=True)
    state = Path(places["REREAD_STATE_DIR"])
    (history,) = (state / "workspaces").glob("*.sqlite")
    _fill_history(history)
    asked = _fill_ledger(state / "ledger.sqlite")
    return min(_run(reread, workspace, environment, asked) for _ in range(3))


def _run(reread: str, workspace: Path, environment: dict[str, str], asked: int) -> Measured:
    began = time.perf_counter()
    subprocess.run([reread, "report"], cwd=workspace, env=environment, check=True, capture_output=True)
    seconds = time.perf_counter() - began
    page = (workspace / "reread-report.html").read_text()
    for number in (f"{COMMITS:,} commits", f'<td class="number">{asked:,}</td>'):
        if number not in page:
            raise RuntimeError(f"the report does not have {number!r}")
    return Measured(seconds, len(page) / 1e6)


def _commit(workspace: Path) -> None:
    workspace.mkdir()
    git = ["git", "-C", str(workspace)]
    subprocess.run([*git, "init", "--quiet", "--initial-branch", "main"], check=True)
    subprocess.run([*git, "fast-import", "--quiet"], input=b"".join(_commits()), check=True)
    subprocess.run([*git, "checkout", "--quiet", "--force", "main"], check=True)


def _commits() -> Iterator[bytes]:
    random, now = Random(1), int(time.time())
    for number in range(COMMITS):
        moment = now - _DAYS * _DAY + number * _DAYS * _DAY // COMMITS
        who = f"Author {number % 12} <{number % 12}@example.com>"
        yield f"commit refs/heads/main\ncommitter {who} {moment} +0000\ndata 1\nx\n".encode()
        for name in random.sample(_FILES, 3) if number else _FILES:
            text = _code(number % 997).encode()
            yield f"M 100644 inline {name}\ndata {len(text)}\n".encode() + text + b"\n"


def _code(seed: int) -> str:
    body = "    if x > {0}:\n        return y + {1}\n    for each in range(y):\n        x += each\n    return x * {0}\n\n\n"
    return "".join(f"def f{number}(x, y):\n" + body.format(number, seed) for number in range(20))


def _fill_history(path: Path) -> None:
    random, now = Random(2), datetime.now(UTC)
    columns = ("path", "rule", "text", "line_hash", "number", "source", "severity", "message", "line", "first_seen")
    rows = []
    for number in range(FINDINGS):
        age = random.uniform(0, _DAYS)
        first, gone = (f"{now - timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}" for days in (age, random.uniform(0, age)))
        kind = (random.choice(("rule", "model", "index")), random.choice(("error", "warning", "info", "hint")))
        known = (random.choice(_FILES), f"py/rule-{number % 150}", f"text {number}", f"{number:08x}", 0, *kind)
        rows.append((*known, f"message {number}", number % 100, first, gone, gone if number % 2 else None))
    names = ", ".join((*columns, "last_seen", "gone"))
    database = sqlite3.connect(path)
    database.executemany(f"INSERT INTO findings ({names}) VALUES ({', '.join('?' * 12)})", rows)
    database.commit()
    database.close()


def _fill_ledger(path: Path) -> int:
    """Returns how many of the calls asked a model."""
    from reread.analyzers.review.spend.ledger import Call, Ledger

    Ledger(str(path)).record_cached(Call("r", "review", "p", "m", "1"))
    random, now = Random(3), time.time()
    columns = "time, run, kind, provider, model, prompt, state, input_tokens, output_tokens, cost, seconds"
    rows = (
        (
            now - _DAYS * _DAY * (1 - number / CALLS),
            f"run{number // 5}",
            random.choice(("review", "refute", "change", "message")),
            random.choice(("ollama", "openai", "anthropic")),
            random.choice(("large", "small")),
            str(number % 3),
            random.choice(("done", "done", "cached", "failed")),
            random.randrange(9_000),
            random.randrange(900),
            random.random() / 50 if number % 4 else None,
            random.random() * 9,
        )
        for number in range(CALLS - 1)
    )
    database = sqlite3.connect(path)
    database.executemany(f"INSERT INTO calls ({columns}) VALUES ({', '.join('?' * 11)})", rows)
    database.commit()
    (asked,) = database.execute("SELECT count(*) FROM calls WHERE state != 'cached'").fetchone()
    database.close()
    return int(asked)
