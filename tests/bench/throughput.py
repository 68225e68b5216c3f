"""Whole trees: how many lines a second `reread check` looks at, and with how much memory, beside bandit and ruff."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench import same_rules

LEAST_TIMES_BANDIT = 5.0
LEAST_TIMES_SEMGREP = 40.0
MOST_MEMORY = 600.0
"""Megabytes, of the largest process."""


class Run(NamedTuple):
    """Wall clock seconds, and the most memory that one process of the run had (megabytes)."""

    seconds: float
    memory: float


_PACKAGES = ("chromadb", "hypothesis", "pydantic")


def default_tree(folder: Path) -> Path:
    """A copy of some packages that are installed here: where they are, a check passes them over as no code of ours."""
    tree = folder / "packages"
    for name in _PACKAGES:
        shutil.copytree(Path(sysconfig.get_paths()["purelib"]) / name, tree / name)
    return tree


def lines_of(tree: Path, ending: str = ".py") -> int:
    """All lines of the files of a language below a folder."""
    return sum(path.read_bytes().count(b"\n") for path in tree.rglob(f"*{ending}") if path.is_file())


def run(command: Sequence[str], environment: dict[str, str]) -> Run:
    """Runs a command to its end. Raises RuntimeError when it fails otherwise than by its findings."""
    # A process of its own waits for the command, so that the memory is that of this command and its children alone.
    program = (
        "import resource, subprocess, sys;"
        "code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    began = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", program, *command], capture_output=True, env={**os.environ, **environment}, check=True
    )
    seconds = time.perf_counter() - began
    code, memory = map(int, ended.stdout.split())
    if code not in (0, 1):
        raise RuntimeError(f"{command[0]} ended with {code}")
    return Run(seconds, memory / 1024)


SAME_RULES = "reread, the rules of semgrep"


def measure(tree: Path, folder: Path, programs: Path) -> dict[str, Run]:
    """Each tool that is there over the tree, by name; reread also over what it knows from the run before.

    `BENCH_SEMGREP` is the program of Semgrep. It runs those of our rules for Python that it accepts, and reread does so
    once more with no others.
    """
    check = [str(programs / "reread"), "check", "--exit-zero", "--format", "json", str(tree)]
    cache = {"REREAD_CACHE_DIR": str(folder / "cache")}
    (folder / "empty.py").write_text("")
    run([*check[:-1], str(folder / "empty.py")], cache)
    found = {"reread": run(check, cache), "reread, unchanged": run(check, cache)}
    peers = {
        "bandit": [str(programs / "bandit"), "-q", "-r", str(tree), "-f", "json"],
        "ruff": [
            str(programs / "ruff"),
            "check",
            "--isolated",
            "--select",
            "S",
            "--no-cache",
            "--exit-zero",
            str(tree),
        ],
    }
    semgrep = os.environ.get("BENCH_SEMGREP")
    if semgrep:
        rules = folder / "rules"
        names = same_rules.write(rules, semgrep, "python", ".py")
        options = ["--metrics=off", "--disable-version-check", "--no-git-ignore", "--json", "--config", str(rules)]
        peers["semgrep"] = [semgrep, "scan", *options, str(tree)]
        found[SAME_RULES] = run([*check, "--no-cache", "--select", ",".join(names)], cache)
    for name, command in peers.items():
        if Path(command[0]).exists():
            found[name] = run(command, {})
    return found
