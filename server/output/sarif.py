"""SARIF 2.1.0 for code scanning, with rules and their help, fixes, fingerprints, data flows and a baseline.

What GitHub reads besides the standard is at https://docs.github.com/en/code-security/reference/code-scanning/sarif-files.
No path of this machine is written but that of a file outside the workspace.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from reread.analyzers.findings import Applicability, Finding, Related, Severity
from reread.analyzers.shown.links import address
from reread.analyzers.shown.markdown import markdown
from reread.analyzers.shown.sarif import text
from reread.server import __version__
from reread.server.line_hashes import line_hashes
from reread.server.output import json as json_format
from reread.server.report.report import FileReport, LocatedFinding, Report, RuleDescription, SourceRange, Style

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.HINT: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_RUN = "reread/"
"""Results of runs with the same part before the last slash replace each other in code scanning."""
_SECURITY_SEVERITY = {Severity.ERROR: "8.0", Severity.WARNING: "5.5", Severity.INFO: "3.0", Severity.HINT: "1.0"}
"""As a score of CVSS: GitHub calls what is from 7.0 high, from 4.0 medium, else low."""
_PROBLEM_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def render(report: Report, style: Style) -> Iterator[str]:
    """The whole report as one log with one run."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    yield json.dumps(log, indent=2) + "\n"


def _run(report: Report) -> dict[str, Any]:
    rules = _rules(report)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    hashes = _line_hashes(report)
    shard = json_format.shard(report)
    return {
        "tool": {
            "driver": {"name": "Reread", "semanticVersion": __version__, "rules": [_rule(rule) for rule in rules]}
        },
        "automationDetails": {"id": _RUN},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the workspace."}}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [
            _result(file, located, hashes.get((file.path, located.place.line), ""), numbers, report.baseline)
            for file, located in report.shown(existing=True)
        ],
        **({"properties": shard} if shard else {}),
    }


def _line_hashes(report: Report) -> dict[tuple[str, int], str]:
    """The fingerprints of lines with findings, by path and line."""
    lines: dict[str, set[int]] = {}
    for file, located in report.shown(existing=True):
        lines.setdefault(file.path, set()).add(located.place.line)
    texts = {file.path: file.text for file in report.files if file.text}
    return {
        (path, line): value
        for path, wanted in lines.items()
        for line, value in line_hashes(texts.get(path, ""), wanted if path in texts else ()).items()
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
        "name": _name(rule.id),
        "shortDescription": {"text": text(_first_sentence(rule.message))},
        "fullDescription": {"text": text(rule.message)},
        "help": {"text": text(rule.help or rule.message), "markdown": _help(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": _properties(rule),
    }
    if href := address(rule.documentation):
        result["helpUri"] = href
    return result


def _properties(rule: RuleDescription) -> dict[str, Any]:
    found: dict[str, Any] = {"tags": list(dict.fromkeys(map(text, rule.tags)))}
    found["problem.severity"] = _PROBLEM_SEVERITY.get(rule.severity, "recommendation")
    if rule.precision:
        found["precision"] = rule.precision
    if rule.category == "security":
        found["security-severity"] = _SECURITY_SEVERITY[rule.severity]
    return found


def _name(rule: str) -> str:
    """ "SqlInjection" for "py/sql-injection"."""
    return "".join(part.capitalize() for part in re.split(r"[^0-9A-Za-z]+", rule.rpartition("/")[2]))


def _first_sentence(message: str) -> str:
    line = message.strip().partition("\n")[0]
    return re.split(r"(?<=[a-z)`]\.)\s+(?=[A-Z])", line, maxsplit=1)[0]


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


def _result(
    file: FileReport, located: LocatedFinding, line_hash: str, rules: Mapping[str, int], baseline: bool
) -> dict[str, Any]:
    finding = located.finding
    own = {"physicalLocation": {"artifactLocation": _artifact(file), "region": _region(located.place)}}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": text(finding.message)},
        "locations": [own],
        "rank": round(100 * finding.confidence, 1),
    }
    fingerprints = {"reread/v1": finding.fingerprint, "primaryLocationLineHash": line_hash}
    if known := {name: value for name, value in fingerprints.items() if value}:
        result["partialFingerprints"] = known
    if baseline:
        result["baselineState"] = "new" if located.new else "unchanged"
    if located.dismissed is not None:
        result["suppressions"] = [_suppression(located.dismissed)]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_related(related, file)} for number, related in enumerate(finding.related, 1)
        ]
    if any(related.flow for related in finding.related):
        result["codeFlows"] = [_flow(file, finding, own)]
    if fixes := list(_fixes(file, located)):
        result["fixes"] = fixes
    return result


def _suppression(reason: str) -> dict[str, str]:
    given = {"justification": text(reason)} if reason else {}
    return {"kind": "external", "status": "accepted", **given}


def _related(related: Related, file: FileReport) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": location_of(_below_root(related.path, file)),
            "region": {"startLine": related.line + 1},
        },
        "message": {"text": text(related.message)},
    }


def _flow(file: FileReport, finding: Finding, own: Mapping[str, Any]) -> dict[str, Any]:
    """The steps of a data flow in their order, the place of the finding among them."""
    before = [_related(related, file) for related in finding.related if related.flow == "before"]
    after = [_related(related, file) for related in finding.related if related.flow == "after"]
    here = {**own, "message": {"text": text(finding.message)}}
    return {"threadFlows": [{"locations": [{"location": step} for step in (*before, here, *after)]}]}


def _fixes(file: FileReport, located: LocatedFinding) -> Iterable[dict[str, Any]]:
    for fix, places in zip(located.finding.fixes, located.edits, strict=True):
        if fix.applicability is not Applicability.DISPLAY_ONLY:
            artifacts = {"": _artifact(file), **{other.uri: location_of(other.relative) for other in fix.files}}
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
    return location_of(file.relative)


def location_of(path: str) -> dict[str, str]:
    """The `artifactLocation` of a path in the workspace, or of an absolute one outside it."""
    return {"uri": uri(path)} if os.path.isabs(path) else {"uri": uri(path), "uriBaseId": _ROOT}


def uri(path: str) -> str:
    """A relative path as a relative reference, an absolute one as a `file:` URI."""
    quoted = quote(os.fsencode(path.replace(os.sep, "/")))
    return f"file://{quoted}" if os.path.isabs(path) else quoted


def _region(place: SourceRange) -> dict[str, int]:
    return {
        "startLine": place.line + 1,
        "startColumn": place.column + 1,
        "endLine": place.end_line + 1,
        "endColumn": place.end_column + 1,
    }
