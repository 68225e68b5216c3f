"""Recall and false alarms of the built-in rules over the annotated corpus, by language and class, beside peers.

`python -m tests.bench.rules --missed --language go --class xss` names each line that is wrong. Of two figures the first
counts findings of the line's own class, the second any security finding.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from reread.analyzers.rules.profiles import Profile
from tests.bench.corpus import CORPUS, Judged, Report, judged_lines, peers, reread, score

LEAST_RECALL = 75.0
MOST_FALSE_ALARMS = 5.0
_PEERS_OF = {"bandit": ("python",), "ruff S": ("python",), "eslint": ("javascript", "typescript")}


def table(lines: list[Judged], reports: list[Report]) -> Iterator[str]:
    """One line for each class of each language, and the sum of each."""
    yield f"{'':32} recall: class, any      false alarms: class, any"
    for language in sorted({line.language for line in lines}):
        own = [line for line in lines if line.language == language]
        for group in sorted({line.group for line in own}):
            yield f"{language:11} {group:20} {score((line for line in own if line.group == group), reports)}"
        yield f"{language:11} {'ALL':20} {score(own, reports)}"


def compared(lines: list[Judged], folder: Path) -> Iterator[str]:
    """One line for each peer and language; peers do not tell classes, so that both figures count any finding."""
    for name, run in peers(folder, os.environ).items():
        said = [report._replace(path=report.path.resolve()) for report in run(CORPUS)]
        for language in _PEERS_OF.get(name, sorted({line.language for line in lines})):
            own = [line for line in lines if line.language == language]
            result = score(own, said)
            result = result._replace(found=result.found_by_any, wrong=result.wrong_by_any)
            yield f"{language:11} {name:20} {result}"


def wrong(lines: list[Judged], reports: list[Report]) -> Iterator[str]:
    """Each line that must be reported and is not, by any rule, or must not be and is."""
    said: dict[tuple[Path, int], list[str]] = {}
    for report in reports:
        said.setdefault((report.path, report.line), []).append(report.rule)
    for line in lines:
        rules = said.get((line.path, line.line), [])
        if line.bad == bool(rules):
            continue
        text = line.path.read_text(encoding="utf-8").split("\n")[line.line - 1].strip()
        what = "missed" if line.bad else f"wrong ({', '.join(rules)})"
        yield f"{line.path.relative_to(CORPUS)}:{line.line}: {what}: {text}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.rules", description=__doc__)
    parser.add_argument("--language", help="only this language (a folder of the corpus)")
    parser.add_argument("--class", dest="group", help="only this class")
    parser.add_argument("--missed", action="store_true", help="name the lines that are wrong")
    parser.add_argument("--peers", action="store_true", help="compare with the other tools that are installed")
    parser.add_argument("--profile", default="quiet", choices=[profile.value for profile in Profile])
    arguments = parser.parse_args()
    lines = [
        line
        for line in judged_lines()
        if arguments.language in (None, line.language) and arguments.group in (None, line.group)
    ]
    reports = reread(sorted({line.path for line in lines}), Profile(arguments.profile))
    for text in table(lines, reports):
        print(text)  # noqa: T201
    for text in compared(lines, Path(sys.executable).parent) if arguments.peers else ():
        print(text)  # noqa: T201
    for text in wrong(lines, reports) if arguments.missed else ():
        print(text)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
