"""For code scanning: SARIF 2.1.0, with rules and their help, fixes, fingerprints, and what was there before."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from reread.analyzers.findings import Applicability, Severity
from reread.analyzers.shown.links import address
from reread.analyzers.shown.markdown import markdown
from reread.analyzers.shown.sarif import text
from reread.server import __version__
from reread.server.output.report import FileReport, LocatedFinding, Place, Report, RuleDescription, Style

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.HINT: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report, style: Style) -> Iterator[str]:
    """The whole report as one log with one run."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    yield json.dumps(log, indent=2) + "\n"


def _run(report: Report) -> dict[str, Any]:
    rules = _rules(report)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    return {
        "tool": {"driver": {"name": "Reread", "version": __version__, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [
            _result(file, located, numbers[located.finding.rule], report.baseline)
            for file, located in report.shown(existing=True)
        ],
    }


def _rules(report: Report) -> list[RuleDescription]:
    """The rules that found something, sorted by id; a finding that came from no rule of the set describes itself."""
    known = {rule.id: rule for rule in report.rules}
    used: dict[str, RuleDescription] = {}
    for _, located in report.shown(existing=True):
        finding = located.finding
        own = RuleDescription(finding.rule, finding.rule.replace("-", " "), finding.severity, finding.explanation)
        used.setdefault(finding.rule, known.get(finding.rule, own))
    return [used[name] for name in sorted(used)]


def _rule(rule: RuleDescription) -> dict[str, Any]:
    result: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": text(rule.message)},
        "help": {"text": text(rule.help or rule.message), "markdown": _help(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": list(map(text, rule.tags))},
    }
    if rule.former:
        result["deprecatedIds"] = [rule.former]
    if href := address(rule.documentation):
        result["helpUri"] = href
    return result


def _help(rule: RuleDescription) -> str:
    shown = rule.help or rule.message
    return shown if rule.ours else markdown(shown)


def _invocation(report: Report) -> dict[str, Any]:
    notes = [
        {
            "level": "note",
            "message": {"text": text(f"not checked: {file.skipped}")},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(file)}}],
        }
        for file in report.files
        if file.skipped
    ]
    if report.incomplete:
        notes.append({"level": "error", "message": {"text": text(report.incomplete)}})
    return {"executionSuccessful": not report.incomplete, "toolExecutionNotifications": notes}


def _result(file: FileReport, located: LocatedFinding, rule_number: int, baseline: bool) -> dict[str, Any]:
    finding = located.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_number,
        "level": _LEVELS[finding.severity],
        "message": {"text": text(finding.message)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(file), "region": _region(located.place)}}],
        "rank": round(100 * finding.confidence, 1),
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {"reread/v1": finding.fingerprint}
    if baseline:
        result["baselineState"] = "new" if located.new else "unchanged"
    if finding.related:
        result["relatedLocations"] = [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri(_below_root(related.path, file))},
                    "region": {"startLine": related.line + 1},
                },
                "message": {"text": text(related.message)},
            }
            for related in finding.related
        ]
    if fixes := list(_fixes(file, located)):
        result["fixes"] = fixes
    return result


def _fixes(file: FileReport, located: LocatedFinding) -> Iterable[dict[str, Any]]:
    for fix, places in zip(located.finding.fixes, located.edits, strict=True):
        if fix.applicability is not Applicability.DISPLAY_ONLY:
            artifacts = {"": _artifact(file), **{other.uri: {"uri": uri(other.relative)} for other in fix.files}}
            replacements: dict[str, list[dict[str, Any]]] = {}
            for edit, place in zip(fix.edits, places, strict=True):
                replacement = {"deletedRegion": _region(place), "insertedContent": {"text": edit.text}}
                replacements.setdefault(edit.uri, []).append(replacement)
            changes = [
                {"artifactLocation": artifacts[own], "replacements": of_file} for own, of_file in replacements.items()
            ]
            yield {"description": {"text": text(fix.title)}, "artifactChanges": changes}


def _below_root(path: str, file: FileReport) -> str:
    """A path as findings have theirs: relative to the folder that the path of their file is relative to."""
    absolute, below = os.path.abspath(file.path), file.relative.replace("/", os.sep)
    root = absolute[: -len(below)] if absolute.endswith(os.sep + below) else os.getcwd()
    relative = os.path.relpath(path, root)
    return path if relative.startswith(os.pardir) else relative


def _artifact(file: FileReport) -> dict[str, str]:
    return {"uri": uri(file.relative)}


def uri(path: str) -> str:
    """A relative path as a relative reference, an absolute one as a `file:` URI."""
    quoted = quote(os.fsencode(path.replace(os.sep, "/")))
    return f"file://{quoted}" if os.path.isabs(path) else quoted


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line + 1,
        "startColumn": place.column + 1,
        "endLine": place.end_line + 1,
        "endColumn": place.end_column + 1,
    }
