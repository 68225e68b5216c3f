"""JSON for programs: one object, whose format is identified by its `version`.

`version` (1), `tool` (`name`, `version`), `incomplete` (why not everything was looked at, or ""), `summary` (`files`,
`skipped`, `findings`, `existing`, `fixed`, `failed`), `skipped` (`path`, `reason`) and `findings`.

A finding has `path`, `rule`, `severity`, `message`, `source`, `fingerprint`, `new`, `dismissed`, `confidence`,
`role` (what its file is: "production", "program" for one of the command line, "test", "sample", "script", "generated"),
`documentation`, `explanation`, `start` and `end` (`line` and `column` from 1, columns in code points, the end not
included; in a notebook those in the cell, and `cell` is its number from 1), `related` (`path`, `line`, `message`) and
`fixes` (`title`, `applicability`, `reason` why it is only displayed, or "", `generated`, and `edits` of `path`,
`start`, `end`, `text`). The edits of a fix belong together, also where their paths differ. A review of a branch has a
`conclusion` (see `server/conclusion/rendering.py`), a round of a loop a `loop` (`number`, `most`, `fixed`, `new`,
`still`, `dismissed`, `end`). With `--shard` there is a `shard`, for `reread merge`. Fields may be
added within a version; none changes its meaning or goes away.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reread.server import __version__
from reread.server.exits import CLEAN, FOUND, INCOMPLETE
from reread.server.report.report import FileReport, LocatedFinding, Report, SourceRange, Style, path_of, paths_of

VERSION = 1
TOOL = {"name": "reread", "version": __version__}


def render(report: Report, style: Style) -> Iterator[str]:
    """The whole report, existing findings included, as one indented object."""
    yield json.dumps(as_data(report), indent=2) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain dictionaries and lists."""
    return {
        "version": VERSION,
        "tool": TOOL,
        "incomplete": report.incomplete,
        "summary": summary(report),
        "skipped": skipped(report),
        "findings": [finding_data(file, located) for file, located in report.shown(existing=True)],
        **conclusion(report),
        **loop(report),
        **shard(report),
    }


def conclusion(report: Report) -> dict[str, Any]:
    """The conclusion of a review, if it is one of a change."""
    if report.conclusion is None:
        return {}
    from reread.server.conclusion import rendering

    return {"conclusion": rendering.as_data(report.conclusion)}


def loop(report: Report) -> dict[str, Any]:
    """The changes since the last round, if this run is one of a loop."""
    return {} if report.loop is None else {"loop": report.loop._asdict()}


def shard(report: Report) -> dict[str, Any]:
    """What the report of a shard says besides what every report says; nothing for a whole run."""
    part = report.shard
    if part is None:
        return {}
    code = FOUND if report.failed and not part.exit_zero else INCOMPLETE if report.incomplete else CLEAN
    about = {
        "number": part.number,
        "of": part.of,
        "run": part.run,
        "code": code if part.sound else INCOMPLETE,
        "maximum": report.maximum,
        "gaps": list(part.gaps),
        "findings": [part.place(file.path) for file, _ in report.shown(existing=True)],
        "skipped": [part.place(file.path) for file in report.files if file.skipped],
    }
    return {"shard": about}


def skipped(report: Report) -> list[dict[str, str]]:
    """The files that were not checked, with the reasons."""
    return [{"path": text(file.path), "reason": file.skipped} for file in report.files if file.skipped]


def summary(report: Report) -> dict[str, Any]:
    """How many files and findings there are, and whether the run failed."""
    left_out = len(skipped(report))
    return {
        "files": len(report.files) - left_out,
        "skipped": left_out,
        "findings": len(report.findings()),
        "existing": len(report.findings(new=False)),
        "fixed": sum(file.fixed for file in report.files),
        "failed": report.failed,
    }


def text(path: str) -> str:
    """A file name as text that JSON can carry: bytes that are not UTF-8 are written as escapes."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def finding_data(file: FileReport, located: LocatedFinding) -> dict[str, Any]:
    """One finding as plain dictionaries and lists."""
    finding = located.finding
    return {
        "path": text(file.path),
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "source": finding.source.value,
        "role": file.role.value,
        "fingerprint": finding.fingerprint,
        "new": located.new,
        "dismissed": located.dismissed is not None,
        "confidence": finding.confidence,
        "documentation": finding.documentation,
        "explanation": finding.explanation,
        **_range(located.shown_place),
        **({"cell": located.in_cell.cell} if located.in_cell is not None else {}),
        "related": [
            {"path": text(path_of(file, related.path)), "line": related.line + 1, "message": related.message}
            for related in finding.related
        ],
        "fixes": [
            {
                "title": fix.title,
                "applicability": fix.applicability.value,
                "reason": fix.reason,
                "generated": fix.generated,
                "edits": [
                    {"path": text(paths_of(file, fix)[edit.uri]), **_range(place), "text": edit.text}
                    for edit, place in zip(fix.edits, places, strict=True)
                ],
            }
            for fix, places in zip(finding.fixes, located.edits, strict=True)
        ],
    }


def _range(place: SourceRange) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": place.line + 1, "column": place.column + 1},
        "end": {"line": place.end_line + 1, "column": place.end_column + 1},
    }
