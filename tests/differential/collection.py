"""`python -m tests.differential.collection CHECKOUT [FOLDER...] [--failures]`: a checkout of public rules, each rule over
the examples beside it, by Semgrep's own test and by us.

Only rules that Semgrep passes count. A rule conforms when the lines that we report are those that Semgrep does, but for
lines that an example marks as to do. Semgrep's answers are kept in `.semgrep/`, by folder and commit.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from typing import Any, NamedTuple

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.examples import document_of_example, marks
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.ruleset import RuleSet
from tests.differential import semgrep

_NO_RULES = frozenset({"stats", "scripts", "trusted_python"})


class Verdict(NamedTuple):
    """What one rule gave. `cause` is "" where it conforms; `missed` and `extra` are `file:line`."""

    folder: str
    path: str
    rule: str
    cause: str
    detail: str = ""
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def expected(checkout: str, folder: str) -> dict[str, dict[str, dict[str, list[int]]]]:
    """By rule file, rule and example what Semgrep reports, of the rules that pass its own test."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=checkout, capture_output=True, text=True, check=True)
    kept = os.path.join(os.path.dirname(os.path.dirname(semgrep.program())), f"{folder}-{commit.stdout.strip()}.json")
    if not os.path.exists(kept):
        command = [semgrep.program(), "test", "--experimental", "--json", folder]
        path = os.pathsep.join([os.path.dirname(semgrep.program()), os.environ.get("PATH", "")])
        quiet = {"SEMGREP_SEND_METRICS": "off", "SEMGREP_ENABLE_VERSION_CHECK": "0"}
        done = subprocess.run(
            command, cwd=checkout, env={**os.environ, **quiet, "PATH": path}, capture_output=True, check=False
        )
        with open(kept, "wb") as stream:
            stream.write(done.stdout or b'{"results": {}}')  # It has no parser for some languages.
    with open(kept, encoding="utf-8") as stream:
        results = json.load(stream)["results"]
    return {
        file: {
            rule: {path: found["reported_lines"] for path, found in check["matches"].items()}
            for rule, check in answer["checks"].items()
            if check["passed"] and check["matches"]
        }
        for file, answer in results.items()
    }


def judged(checkout: str, folder: str, file: str, rules: dict[str, dict[str, list[int]]]) -> list[Verdict]:
    """The verdicts on the rules of one file."""
    with open(os.path.join(checkout, file), "rb") as stream:
        read, problems = read_rules(os.path.join(checkout, file), stream.read())
    known = {rule.id: rule for rule in read}
    found = []
    for name, examples in rules.items():
        if name not in known:
            said = next((str(each) for each in problems if each.rule in (name, "")), "no such rule")
            found.append(Verdict(folder, file, name, "not loaded", said.partition(": ")[2]))
            continue
        try:
            found.append(_verdict(folder, file, name, known[name], examples))
        except Exception as error:
            place = error.__traceback__
            while place is not None and place.tb_next is not None:
                place = place.tb_next
            where = "" if place is None else f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}"
            found.append(Verdict(folder, file, name, "crash", f"{type(error).__name__}: {error} ({where})"))
    return found


def _verdict(folder: str, file: str, name: str, rule: Any, examples: dict[str, list[int]]) -> Verdict:
    missed: list[str] = []
    extra: list[str] = []
    engine = Engine(RuleSet((rule._replace(include=(), exclude=()),)), CheckOptions(report_unused_suppressions=False))
    for path, lines in examples.items():
        document = document_of_example(path, rule)
        _, _, to_do = marks(document.text, rule.id)
        analysis = engine.check(document)
        mine = {document.lines.line_of(each.span.start) + 1 for each in analysis.findings if each.rule == rule.id}
        short = os.path.basename(path)
        missed += (f"{short}:{line}" for line in sorted(set(lines) - mine - to_do))
        extra += (f"{short}:{line}" for line in sorted(mine - set(lines) - to_do))
        if engine.lost(analysis):
            return Verdict(folder, file, name, "stopped", ", ".join(engine.lost(analysis)))
    cause = "both" if missed and extra else "missed" if missed else "extra" if extra else ""
    return Verdict(folder, file, name, cause, "", tuple(missed), tuple(extra))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("checkout")
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--failures", action="store_true", help="names each rule that does not conform")
    parser.add_argument("--json", help="a file for all verdicts")
    given = parser.parse_args()
    checkout = os.path.realpath(given.checkout)
    folders = given.folders or sorted(
        each
        for each in os.listdir(checkout)
        if os.path.isdir(os.path.join(checkout, each)) and each[0] != "." and each not in _NO_RULES
    )
    verdicts: list[Verdict] = []
    with ProcessPoolExecutor(2) as pool:
        jobs = [
            pool.submit(judged, checkout, folder, file, rules)
            for folder in folders
            for file, rules in expected(checkout, folder).items()
        ]
        for job in jobs:
            verdicts += job.result()
    _show(verdicts, failures=given.failures)
    if given.json:
        with open(given.json, "w", encoding="utf-8") as stream:
            json.dump([each._asdict() for each in verdicts], stream, indent=1)


def _show(verdicts: list[Verdict], *, failures: bool) -> None:
    if failures:
        for each in verdicts:
            if each.cause:
                lines = " ".join([*(f"-{line}" for line in each.missed), *(f"+{line}" for line in each.extra)])
                _say(f"{each.path} {each.rule}: {each.cause} {each.detail}{lines}")
    by_folder: dict[str, list[Verdict]] = defaultdict(list)
    for each in verdicts:
        by_folder[each.folder].append(each)
    for folder, group in [*by_folder.items(), ("all", verdicts)]:
        causes = Counter(each.cause for each in group)
        good = causes.pop("", 0)
        rest = ", ".join(f"{cause} {count}" for cause, count in causes.most_common())
        _say(f"{folder:24} {good:5} of {len(group):5}  {100 * good / max(1, len(group)):5.1f} %  {rest}")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main()
