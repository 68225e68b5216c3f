"""Merges the reports of all shards to that of one run.

A shard's report says what the others do not show: the place of each of its files among all, and what was left out. So
the order, `--max-findings` and the reasons of an incomplete run come out as in one run, to the byte.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from reread.server.cli import writing
from reread.server.exits import CLEAN, FOUND, INCOMPLETE, UsageError
from reread.server.report.shards import Gaps


class _Part(NamedTuple):
    """The report of a shard as it was read: what it says as a shard, and the rest."""

    shard: dict[str, Any]
    report: dict[str, Any]


class Merged(NamedTuple):
    """The text of the report of all shards, and the exit code of the run."""

    text: str
    code: int


def merge(paths: Sequence[str]) -> Merged:
    """The reports of all shards of a run, which files have, as its one report. Raises UsageError for what are not
    all shards of one run.
    """
    try:
        parts = [_read(path) for path in paths]
        _require_all(parts)
        gaps = Gaps(*map(sum, zip(*(part.shard["gaps"] for part in parts), strict=True)))
        incomplete = writing.described(gaps)
        kinds = {"runs" in part.report for part in parts}
        if len(kinds) > 1:
            raise UsageError("some reports are SARIF and some JSON: merge those of one format")
        whole = _sarif(parts, incomplete) if kinds.pop() else _json(parts, incomplete)
        codes = {part.shard["code"] for part in parts}
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise UsageError(f"a report is not as a shard writes it: {type(error).__name__}: {error}") from error
    code = FOUND if FOUND in codes else INCOMPLETE if INCOMPLETE in codes else CLEAN
    return Merged(json.dumps(whole, indent=2) + "\n", code)


def _read(path: str) -> _Part:
    try:
        with open(path, "rb") as file:
            report = json.load(file)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: no JSON: {error}") from error
    place = report["runs"][0].get("properties", {}) if isinstance(report, dict) and "runs" in report else report
    shard = place.pop("shard", None) if isinstance(place, dict) else None
    if not isinstance(shard, dict):
        raise UsageError(f"{path}: not the report of a shard: `reread check --shard 1/4 --format json` writes one")
    return _Part(shard, report)


def _require_all(parts: Sequence[_Part]) -> None:
    if len({(part.shard["run"], part.shard["of"]) for part in parts}) > 1:
        raise UsageError("the reports are of different runs: other files, options, rules or versions of Reread")
    count = parts[0].shard["of"]
    numbers = [part.shard["number"] for part in parts]
    if missing := [str(number) for number in range(1, count + 1) if number not in numbers]:
        raise UsageError(f"no report of shard {', '.join(missing)} of {count}")
    if len(numbers) > count:
        raise UsageError(f"more than one report of a shard: there are {count} shards and {len(numbers)} reports")


def _in_order(parts: Sequence[_Part], name: str, of: Callable[[_Part], Sequence[Any]]) -> list[Any]:
    """What the reports list, in the order of one run. What is of one file is in one report, in its order."""
    placed = [pair for part in parts for pair in zip(part.shard[name], of(part), strict=True)]
    return [each for _, each in sorted(placed, key=lambda pair: pair[0])]


def _json(parts: Sequence[_Part], incomplete: str) -> dict[str, Any]:
    summaries = [part.report["summary"] for part in parts]
    summary = {name: sum(each[name] for each in summaries) for name in summaries[0]}
    findings = _in_order(parts, "findings", lambda part: part.report["findings"])
    return {
        **parts[0].report,
        "incomplete": incomplete,
        "summary": {**summary, "failed": any(each["failed"] for each in summaries)},
        "skipped": _in_order(parts, "skipped", lambda part: part.report["skipped"]),
        "findings": findings[: parts[0].shard["maximum"]],
    }


def _sarif(parts: Sequence[_Part], incomplete: str) -> dict[str, Any]:
    log = parts[0].report
    run = dict(log["runs"][0])
    del run["properties"]
    found = _in_order(parts, "findings", lambda part: list(_results(part)))[: parts[0].shard["maximum"]]
    used: dict[str, Any] = {}
    for result, rule in found:
        used.setdefault(result["ruleId"], rule)
    numbers = {name: number for number, name in enumerate(sorted(used))}
    driver = {**run["tool"]["driver"], "rules": [used[name] for name in numbers]}
    notes = _in_order(parts, "skipped", _notes)
    if incomplete:
        notes.append({"level": "error", "message": {"text": incomplete}})
    run["tool"] = {"driver": driver}
    run["invocations"] = [{"executionSuccessful": not incomplete, "toolExecutionNotifications": notes}]
    run["results"] = [{**result, "ruleIndex": numbers[result["ruleId"]]} for result, _ in found]
    return {**log, "runs": [run]}


def _results(part: _Part) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The results, each with its rule."""
    (run,) = part.report["runs"]
    rules = run["tool"]["driver"]["rules"]
    yield from ((result, rules[result["ruleIndex"]]) for result in run["results"])


def _notes(part: _Part) -> list[dict[str, Any]]:
    """What says that a file was not checked."""
    (run,) = part.report["runs"]
    (invocation,) = run["invocations"]
    return [note for note in invocation["toolExecutionNotifications"] if note["level"] == "note"]
