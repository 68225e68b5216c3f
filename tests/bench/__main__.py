"""`make bench`: each figure beside its peer or floor and the ratio that we mean to keep."""

from __future__ import annotations

import argparse
import compileall
import os
import re
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from reread.analyzers import retention

ROOT = Path(__file__).parents[2]


class Row(NamedTuple):
    """One measurement. `bar` is the ratio (or, without a peer, the value) to stay at or below; `floor` turns it round."""

    what: str
    ours: float
    peer: float | None
    unit: str
    bar: float
    floor: bool = False

    @property
    def value(self) -> float:
        return self.ours / self.peer if self.peer else self.ours

    @property
    def kept(self) -> bool:
        return self.value >= self.bar if self.floor else self.value <= self.bar

    def __str__(self) -> str:
        peer = f"{self.peer:9.1f}" if self.peer else 9 * " "
        sign = ">=" if self.floor else "<="
        verdict = "ok" if self.kept else "MISSED"
        return f"{self.what:58}{self.ours:9.1f}{peer} {self.unit:9}{self.value:8.2f} {sign} {self.bar:<6g} {verdict}"


def script(name: str) -> str:
    """A program of this environment."""
    return str(Path(sys.executable).parent / name)


def standard_library(*names: str) -> list[Path]:
    return [Path(os.__file__).parent / name for name in names]


def typing_rows(folder: Path) -> list[Row]:
    from tests.bench.typing_latency import get_known, measure

    rows = []
    server = [script("reread"), "server"]
    # Not from the folder, where a copy of a module of the standard library waits to be opened.
    empty: Sequence[str] = [sys.executable, "-P", "-m", "tests.bench.empty_server"]
    ruff = {"settings": {"lint": {"select": ["S", "B", "E", "F"]}}}
    environment = {"PYTHONPATH": str(ROOT), "REREAD_CACHE_DIR": str(folder / "cache")}
    for source in standard_library("argparse.py", "inspect.py"):
        path = folder / source.name
        path.write_bytes(source.read_bytes())
        measure(server, path, edits=4, environment=environment)  # fills the caches
        shutil.rmtree(folder / "cache" / retention.OPENED.part, ignore_errors=True)
        ours = measure(server, path, environment=environment)
        get_known(server, path, environment)
        again = measure(server, path, edits=4, environment=environment)
        theirs = measure([script("ruff"), "server"], path, options=ruff)
        floor = measure(empty, path, environment=environment)
        rows += [
            Row(f"{path.name}: edit to diagnostics / ruff server", ours.edit, theirs.edit, "ms", 1.0),
            Row(f"{path.name}: the same, 95th percentile / ruff server", ours.late, theirs.late, "ms", 1.5),
            Row(f"{path.name}: start to diagnostics, seen before / empty pygls", again.start, floor.start, "ms", 1.15),
            Row(f"{path.name}: the same, new file / empty pygls", ours.start, floor.start, "ms", 1.15),
            Row(f"{path.name}: memory of the server", ours.memory, None, "MB", 120),
        ]
    return rows


def foreign_rows(folder: Path) -> list[Row]:
    """The rules are those of the checkout `BENCH_RULES`, or of our own making."""
    from tests.bench import foreign_rules

    environment = {"PYTHONPATH": str(ROOT), "REREAD_CACHE_DIR": str(folder / "cache")}
    server, [source] = [script("reread"), "server"], standard_library("argparse.py")
    some, many, none = foreign_rules.latencies(folder, server, source, environment)
    what = f"{source.name}: edit with {{:,}} rules of others".format
    return [
        Row(
            f"{what(foreign_rules.COUNT)} / built-in ones",
            some.edit,
            none.edit,
            "ms",
            foreign_rules.MOST_TIMES_BUILT_IN,
        ),
        Row(f"{what(foreign_rules.MANY)}, 95th percentile", many.late, None, "ms", foreign_rules.MOST_LATE),
    ]


def cold_check_rows(folder: Path) -> list[Row]:
    from tests.bench.cold_check import measure
    from tests.bench.installation import program_from_wheel

    rows = []
    reread = program_from_wheel(folder)
    for source in standard_library("argparse.py", "inspect.py"):
        path = folder / source.name
        path.write_bytes(source.read_bytes())
        check = [reread, "check", "--exit-zero", str(path)]
        anew, again, theirs = measure([[*check, "--no-cache"], check, [script("bandit"), "-q", str(path)]], folder)
        rows.append(Row(f"reread check {path.name}, cold / bandit", anew, theirs, "ms", 0.35))
        rows.append(Row(f"reread check {path.name}, unchanged since / bandit", again, theirs, "ms", 0.35))
    return rows


def indexing_rows(folder: Path) -> list[Row]:
    from tests.bench.indexing import rows

    return [Row(*values) for values in rows(folder, script("reread"))]


def review_rows(folder: Path) -> list[Row]:
    from tests.bench.review import rows

    return [Row(*values) for values in rows(folder, script("reread"))]


def day_rows(folder: Path) -> list[Row]:
    """The package is `BENCH_PACKAGE`, or one that is installed here."""
    from tests.bench import large_change, replay

    for name, value in {"STATE_DIR": "state", "CACHE_DIR": "cache", "CONFIG": "config.toml"}.items():
        os.environ[f"REREAD_{name}"] = str(folder / value)
    os.environ["REREAD_CONSENT"] = "1"
    (folder / "day").mkdir()
    result = replay.replay(replay.default_package(), folder / "day")
    total = result.statistics
    change = large_change.measure(replay.default_package(), folder)
    what = f"a change of {change.units} parts in {change.requests} requests: tokens / one each"
    hits = 100 * (total.hit_rate or 0.0)
    tokens = total.input_tokens + total.output_tokens
    return [
        Row("a day of 200 saves: answers from the cache", hits, None, "%", 100 * replay.LEAST_HITS, floor=True),
        Row("the same: tokens / each changed file whole", tokens, result.whole, "tokens", replay.MOST_TOKENS),
        Row(what, change.together, change.alone, "tokens", large_change.MOST_TOKENS),
    ]


def rules_rows(folder: Path) -> list[Row]:
    """Recall by any security rule, since a line is warned of whichever class says so, and false alarms."""
    from tests.bench import corpus, rules

    lines = corpus.judged_lines()
    reports = corpus.reread(sorted({line.path for line in lines}))
    print("\n".join([*rules.table(lines, reports), *rules.compared(lines, Path(sys.executable).parent)]))  # noqa: T201
    rows = []
    for language in sorted({line.language for line in lines}):
        own = [line for line in lines if line.language == language]
        result = corpus.score(own, reports)
        recall, alarms = 100 * result.found_by_any / result.bad, 100 * result.wrong_by_any / result.good
        rows.append(Row(f"{language}: recall over the corpus", recall, None, "%", rules.LEAST_RECALL, floor=True))
        rows.append(
            Row(f"{language}: false alarms on lines that are right", alarms, None, "%", rules.MOST_FALSE_ALARMS)
        )
    return rows


def throughput_rows(folder: Path) -> list[Row]:
    """The tree is `BENCH_TREE`, or some packages that are installed here."""
    from tests.bench import throughput

    tree = Path(os.environ.get("BENCH_TREE") or throughput.default_tree(folder))
    lines = throughput.lines_of(tree)
    runs = throughput.measure(tree, folder, Path(sys.executable).parent)
    ours = runs["reread"]
    speeds = {name: lines / run.seconds / 1000 for name, run in runs.items()}
    least = {"bandit": throughput.LEAST_TIMES_BANDIT, "semgrep": throughput.LEAST_TIMES_SEMGREP, "ruff": 0.0}
    ours_of = {"semgrep": throughput.SAME_RULES}
    rows = [
        Row(
            f"{lines} lines of {tree.name}{run.removeprefix('reread')} / {name}",
            speeds[run],
            speeds[name],
            "klines/s",
            least[name],
            floor=True,
        )
        for name in runs
        for run in (ours_of.get(name, "reread"), "reread, unchanged")
        if name in least
    ]
    return [*rows, Row("memory of the largest process", ours.memory, None, "MB", throughput.MOST_MEMORY)]


def retrieval_rows(folder: Path) -> list[Row]:
    """The trees are those of `BENCH_CHECKOUTS`, or a package that is installed here."""
    from tests.bench.retrieval.rows import rows

    trees = _checkouts() or [Path(sysconfig.get_paths()["purelib"]) / "hypothesis"]
    os.environ["REREAD_CACHE_DIR"] = str(folder / "cache")
    return [Row(*values) for values in rows(trees)]


def growth_rows(folder: Path) -> list[Row]:
    """The trees are those of `BENCH_CHECKOUTS`, or what is installed here."""
    from tests.bench.retrieval import growth

    return [Row(*values) for values in growth.bars(_checkouts() or growth.default_trees(), folder)]


def _checkouts() -> list[Path]:
    """The trees that `BENCH_CHECKOUTS` names (parted as in PATH)."""
    named = os.environ.get("BENCH_CHECKOUTS", "").split(os.pathsep)
    return [Path(each).resolve() for each in named if each]


def known_rows(folder: Path) -> list[Row]:
    from tests.bench import known

    reread = script("reread")
    return [
        Row(f"import of {known.RESULTS:,} results of another tool", known.imported(folder, reread), None, "s", 5),
        Row(f"start with a baseline of {known.BASELINE:,} findings", known.baseline(folder, reread), None, "ms", 50),
        Row("dismissal until the editor shows it no more", known.verdict(folder, reread), None, "ms", 1_000),
    ]


def report_rows(folder: Path) -> list[Row]:
    from tests.bench import large_report
    from tests.bench.large_report import CALLS, COMMITS, FINDINGS

    found = large_report.measure(folder, script("reread"))
    what = f"report of {FINDINGS:,} findings, {CALLS:,} calls, {COMMITS:,} commits"
    return [Row(what, found.seconds, None, "s", 5), Row("the same, size of the page", found.size, None, "MB", 3)]


def agents_rows(folder: Path) -> list[Row]:
    from tests.bench import agents
    from tests.bench.installation import program_from_wheel

    waits = agents.measure(folder, program_from_wheel(folder))
    return [
        Row("check_files of ten files, all edited", waits.edited, None, "ms", agents.MOST_TOOL),
        Row("check_files of them again / after the edit", waits.check, waits.edited, "ms", 0.5),
        Row(
            "review_changes then: what it adds to check_files",
            waits.review - waits.check,
            None,
            "ms",
            agents.MOST_ADDED,
        ),
        Row("hook after an edit / reread check of the file", waits.hook, waits.one, "ms", 1.3),
        Row("the same: processor time of the process", waits.hook, None, "ms", agents.MOST_HOOK),
        Row("hook before the agent stops, ten changed files: the same", waits.stop, None, "ms", agents.MOST_HOOK),
    ]


def installation_rows(folder: Path) -> list[Row]:
    from tests.bench import installation

    light, whole = installation.measure(folder)
    return [
        Row("light installation from the wheel", light.size, None, "MB", installation.MOST_LIGHT),
        Row("the same: processor time with pip", light.seconds, None, "s", installation.MOST_SECONDS),
        Row("with index and model review", whole.size, None, "MB", installation.MOST_WHOLE),
        Row("the same: processor time", whole.seconds, None, "s", 3 * installation.MOST_SECONDS),
    ]


def workbench_rows(folder: Path) -> list[Row]:
    from tests.bench import workbench

    seen = workbench.measure(folder)
    return [
        Row(
            "VS Code: keystroke to squiggle in argparse.py, median",
            seen.keystroke,
            None,
            "ms",
            workbench.MOST_KEYSTROKE,
        ),
        Row("the same, 95th percentile", seen.late, None, "ms", 2 * workbench.MOST_KEYSTROKE),
        Row("typing with 5,000 findings shown: longest frame", seen.frame, None, "ms", workbench.MOST_FRAME),
        Row("the same: longest task of the page", seen.task, None, "ms", workbench.MOST_FRAME),
        Row("line breaks that move 1,000 findings: longest frame", seen.moving, None, "ms", workbench.MOST_FRAME),
    ]


SUITES: dict[str, Callable[[Path], list[Row]]] = {
    "typing": typing_rows,
    "foreign": foreign_rows,
    "check": cold_check_rows,
    "index": indexing_rows,
    "review": review_rows,
    "day": day_rows,
    "rules": rules_rows,
    "throughput": throughput_rows,
    "retrieval": retrieval_rows,
    "growth": growth_rows,
    "agents": agents_rows,
    "installation": installation_rows,
    "known": known_rows,
    "report": report_rows,
    "workbench": workbench_rows,
}


def main() -> int:
    if sys.argv[1:2] == ["index-findings"]:
        from tests.bench.index_findings import main as index_findings

        return index_findings(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("suites", nargs="*", choices=[[], *SUITES], help="default: all")
    chosen = parser.parse_args().suites or list(SUITES)
    # As an installation would have it: byte code is there before the first start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for package in ("analyzers", "rag", "server"):
        # Without the examples of mistakes, of which the compiler warns too.
        compileall.compile_dir(ROOT / package, quiet=1, rx=re.compile(r"/(?:packs|demo)/"))
    missed = 0
    for name in chosen:
        with tempfile.TemporaryDirectory() as folder:
            for row in SUITES[name](Path(folder)):
                print(row, flush=True)  # noqa: T201
                missed += not row.kept
    print(f"{missed} of the bars missed" if missed else "all bars kept")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
